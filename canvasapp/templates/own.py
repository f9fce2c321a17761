"""Reads canvases of a workshop's own: strictly when they come as a file, kindly when a workshop brings them along."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from canvasapp.domain.register import Register
from canvasapp.domain.template import CanvasFile, Template
from canvasapp.templates.checks import known_checks
from canvasapp.templates.loader import open_canvas, read_template, refuse_unknown_registers
from canvasapp.templates.reader import Fields, bytes_of, read_data
from canvasapp.templates.registers import load_registers

_IN_A_WORKSHOP = Path("a canvas of the workshop")
"""Stands for the file of a canvas that a workshop has of its own, in what is said of it."""


def load_own(path: Path) -> CanvasFile:
    """The canvas of a file, for a workshop. What it names is known to this program. Raises TemplateError."""
    data = bytes_of(path)
    given = open_canvas(read_data(data, path))
    refuse_unknown_registers(given, load_registers())
    _refuse_unknown_checks(given, known_checks())
    return CanvasFile(data.decode(), read_template(given, own=True))


@lru_cache(maxsize=64)
def told_canvas(text: str) -> CanvasFile:
    """The canvas in a workshop, which another version of the program may have put there. Raises TemplateError.

    Registers that are not known here are passed over.
    """
    given = open_canvas(read_data(text.encode(), _IN_A_WORKSHOP))
    return CanvasFile(text, _with_known(read_template(given, own=True), load_registers()))


def started_from(text: str, canvas_id: str, name: str | None = None) -> str:
    """The text of a canvas as that of a new one with another id, in version 1. What is said of its source stays."""
    told = json.loads(text)
    told |= {"id": canvas_id, "version": 1}
    if name is not None:
        told |= {"name": name, "short_name": name}
    told.pop("order", None)
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _refuse_unknown_checks(given: Fields, known: Collection[str]) -> None:
    for each in given["checks"].items(500):
        if each.identifier() not in known:
            each.refuse(f"is {each.value!r}, which is no check", "Write the id of a check")


def _with_known(template: Template, registers: Mapping[str, Register]) -> Template:
    def known(named: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in named if each in registers)

    blocks = tuple(replace(block, registers=known(block.registers)) for block in template.blocks)
    return replace(template, blocks=blocks, registers=known(template.registers))
