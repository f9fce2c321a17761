"""Reads canvases from data files (docs/template-format.md) and refuses what does not make sense."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from canvasapp.domain.register import Register
from canvasapp.domain.template import Template
from canvasapp.resources import resource
from canvasapp.templates.agenda import read_agenda, read_free_agenda, turns
from canvasapp.templates.blocks import open_blocks, read_blocks
from canvasapp.templates.layout import read_layout
from canvasapp.templates.reader import FORMAT, Fields, Reader, TemplateError, read_file
from canvasapp.templates.registers import load_registers, refuse_unknown

_NAMES = ("id", "key", "version", "name", "short_name", "tagline", "summary", "language")
_WORDS = ("when_to_use", "participants", "attribution", "source", "licence_caution")
_PARTS = ("sheet", "registers", "checks", "blocks", "agenda")
_OPTIONAL = ("order", "afterwards", "provenance")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def load_template(path: Path, registers: Mapping[str, Register] | None = None) -> Template:
    """The canvas of one data file, which speaks of these registers (None: the program's). Raises TemplateError."""
    given = open_canvas(read_file(path))
    refuse_unknown_registers(given, load_registers() if registers is None else registers)
    return read_template(given)


def load_templates(folder: Path | None = None) -> Mapping[str, Template]:
    """The canvases of all `.json` files in `folder` (None: those of the program, read once) by id.

    They are in the order that they give themselves, then by name. Raises TemplateError.
    """
    return _installed() if folder is None else _read(folder)


@cache
def _installed() -> Mapping[str, Template]:
    return MappingProxyType(_read(resource("templates")))


def _read(folder: Path) -> dict[str, Template]:
    if not folder.is_dir():
        raise TemplateError(f"The folder of canvases, {folder}, is not there.")
    found: dict[str, tuple[Path, Template]] = {}
    registers = load_registers()
    for path in sorted(folder.glob("*.json")):
        template = load_template(path, registers)
        if template.id in found:
            other = found[template.id][0].name
            raise TemplateError(
                f"{path} can not be used: id is {template.id!r}, as in {other}. Choose another."
            )
        found[template.id] = path, template
    templates = sorted((template for _, template in found.values()), key=_shelf)
    return {template.id: template for template in templates}


def _shelf(template: Template) -> tuple[bool, int, str, str]:
    return template.order is None, template.order or 0, template.name, template.id


def open_canvas(top: Reader) -> Fields:
    """The values of a whole canvas. Raises TemplateError."""
    given = top.fields(("format", *_NAMES, *_WORDS, *_PARTS), _OPTIONAL)
    given["format"].whole(1, FORMAT)
    return given


def refuse_unknown_registers(given: Fields, registers: Mapping[str, Register]) -> None:
    """Refuses a canvas that names a register which is none of these, for itself or for a block."""
    for each in (given, *open_blocks(given["blocks"])):
        refuse_unknown(each["registers"], registers)


def read_template(given: Fields, *, own: bool = False) -> Template:
    """The canvas. One of the workshop's `own` may leave gaps between blocks, and its agenda is as long as it is."""
    layout = read_layout(given["sheet"])
    blocks = open_blocks(given["blocks"])
    ids = tuple(block["id"].identifier() for block in blocks)
    agenda = (read_free_agenda if own else read_agenda)(given["agenda"], ids)
    turn = turns(agenda, _by_number(blocks))
    order = given.get("order")
    return Template(
        id=given["id"].identifier(),
        key=given["key"].text(12),
        version=given["version"].whole(1, 1_000_000),
        name=given["name"].text(120),
        short_name=given["short_name"].text(40),
        tagline=given["tagline"].text(300),
        summary=given["summary"].text(120),
        when_to_use=given["when_to_use"].text(1000),
        attribution=given["attribution"].text(300),
        source=given["source"].text(2000),
        licence_caution=given["licence_caution"].text(2000),
        sheet=layout.sheet,
        header=layout.header,
        footer=layout.footer,
        blocks=read_blocks(given["blocks"], blocks, layout, turn, gaps=own),
        registers=given["registers"].identifiers(60),
        participants=given["participants"].text(1000),
        agenda=agenda,
        checks=given["checks"].identifiers(500),
        afterwards=_optional_text(given, "afterwards", 1000),
        provenance=_optional_text(given, "provenance", 5000),
        language=_language(given["language"]),
        order=order.whole(1, 1_000_000) if order else None,
    )


def _by_number(blocks: list[Fields]) -> list[str]:
    """The ids of the blocks in the order of the numbers that are printed on them."""
    ordered = sorted(blocks, key=lambda block: block["number"].whole(1, 999))
    return [block["id"].identifier() for block in ordered]


def _optional_text(given: Fields, key: str, longest: int) -> str:
    reader = given.get(key)
    return reader.text(longest) if reader else ""


def _language(reader: Reader) -> str:
    tag = reader.text(35)
    if not _LANGUAGE.fullmatch(tag):
        reader.refuse(f"is {tag!r}, not a language tag", "Write one such as en or pt-BR")
    return tag
