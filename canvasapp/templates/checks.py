"""Reads the quality rules from their data file (docs/checks.md) and refuses what does not make sense."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Formatter

from canvasapp.domain.check import Check, Form, Parameter, Severity
from canvasapp.domain.register import Register
from canvasapp.domain.template import Template
from canvasapp.resources import resource
from canvasapp.templates.parameters import Known, read_parameters
from canvasapp.templates.reader import FORMAT, Fields, Reader, read_file, refuse_twins

MOST_CHECKS = 1000
LONGEST_MESSAGE = 200

_REQUIRED = ("id", "severity", "rule", "predicate", "with", "message")
_OPTIONAL = ("one", "canvases")


def load_checks(
    path: Path,
    forms: Mapping[str, Form],
    registers: Mapping[str, Register],
    templates: Mapping[str, Template],
) -> dict[str, Check]:
    """The checks of a data file by id; `forms` are those of the predicates that there are. Raises TemplateError."""
    given = read_file(path).fields(("format", "checks"))
    given["format"].whole(1, FORMAT)
    opened = [each.fields(_REQUIRED, _OPTIONAL) for each in given["checks"].items(MOST_CHECKS)]
    refuse_twins((each["id"], each["id"].identifier()) for each in opened)
    checks = [_check(each, forms, registers, templates) for each in opened]
    return {check.id: check for check in checks}


def known_checks(path: Path | None = None) -> frozenset[str]:
    """The ids of the checks in a data file (None: that of the program). Raises TemplateError."""
    given = read_file(path or resource("checks.json")).fields(("format", "checks"))
    opened = (each.fields(_REQUIRED, _OPTIONAL) for each in given["checks"].items(MOST_CHECKS))
    return frozenset(each["id"].identifier() for each in opened)


def _check(
    given: Fields,
    forms: Mapping[str, Form],
    registers: Mapping[str, Register],
    templates: Mapping[str, Template],
) -> Check:
    form = _form(given["predicate"], forms)
    canvases = _canvases(given, templates)
    known = Known(registers, tuple(templates[canvas] for canvas in canvases))
    parameters = read_parameters(given["with"], form, known)
    spoken = _placeholders(form, parameters, registers)
    one = given.get("one")
    return Check(
        id=given["id"].identifier(),
        severity=given["severity"].choice(Severity),
        rule=given["rule"].text(LONGEST_MESSAGE),
        predicate=given["predicate"].identifier(),
        parameters=parameters,
        message=_message(given["message"], spoken),
        one=_message(one, spoken) if one else None,
        canvases=canvases,
    )


def _form(reader: Reader, forms: Mapping[str, Form]) -> Form:
    name = reader.identifier()
    if name not in forms:
        reader.refuse(f"is {name!r}, which is no predicate", f"Choose one of {', '.join(forms)}")
    return forms[name]


def _canvases(given: Fields, templates: Mapping[str, Template]) -> tuple[str, ...]:
    for reader in given.items_of("canvases", len(templates)):
        if reader.identifier() not in templates:
            known = ", ".join(templates)
            reader.refuse(f"is {reader.value!r}, which is no canvas", f"Choose from {known}")
    named = given.get("canvases")
    return named.identifiers(len(templates)) if named else ()


def _placeholders(
    form: Form, parameters: Mapping[str, Parameter], registers: Mapping[str, Register]
) -> list[str]:
    if form.entry is None:
        return ["block", *form.says]
    register = str(parameters[form.entry]).partition(".")[0]
    return ["block", *form.says, *(field.id for field in registers[register].fields)]


def _message(reader: Reader, spoken: list[str]) -> str:
    message = reader.text(LONGEST_MESSAGE)
    try:
        parts = list(Formatter().parse(message))
    except ValueError:
        reader.refuse("has a brace without its pair", "Write placeholders as {name}")
    for _, name, spec, conversion in parts:
        if name is not None and (name not in spoken or spec or conversion):
            known = ", ".join(spoken)
            reader.refuse(
                f"has the placeholder {{{name}}}, which is not known", f"Known are {known}"
            )
    return message
