"""The rules that come with the program, read for the predicates that there are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from canvasapp.checks.predicates import PREDICATES
from canvasapp.domain.check import Check, ParameterKind
from canvasapp.domain.register import Register
from canvasapp.domain.template import Template
from canvasapp.resources import resource
from canvasapp.templates.checks import load_checks


def load_rules(
    registers: Mapping[str, Register], templates: Mapping[str, Template], path: Path | None = None
) -> dict[str, Check]:
    """The checks of a data file (None: that of the program) by id. Raises TemplateError."""
    forms = {name: predicate.form for name, predicate in PREDICATES.items()}
    return load_checks(path or resource("checks.json"), forms, registers, templates)


def has_blocks_of(check: Check, template: Template) -> bool:
    """Whether the canvas has every block that the check names: it may have been made for another one."""
    form = PREDICATES[check.predicate].form
    kinds = {**form.required, **form.optional}
    ids = {block.id for block in template.blocks}
    for name, value in check.parameters.items():
        match kinds[name], value:
            case ParameterKind.BLOCK, str() if value not in ids:
                return False
            case ParameterKind.BLOCKS, tuple() if not ids.issuperset(value):
                return False
    return True
