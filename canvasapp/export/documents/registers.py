"""The registers of a workshop as plain tables: a row for each entry, values as a spreadsheet takes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from canvasapp.domain.board import Workshop
from canvasapp.domain.entries import Row
from canvasapp.domain.register import Field, FieldType, Register
from canvasapp.export.documents.document import DocumentOptions
from canvasapp.export.documents.record import in_one_line
from canvasapp.export.documents.said import Told, in_words
from canvasapp.export.exporter import ExportError
from canvasapp.picture.block_picture import LABELS
from canvasapp.templates import load_registers

Datum = str | float | bool | date | None
"""What stands in a cell; None for nothing."""

PLACE = ("Canvas", "Block", "View")
"""The last columns: where the entry's note lies."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A register with a row for each of its entries; all rows are as long as the head."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Datum, ...], ...]


def sheets(workshop: Workshop, options: DocumentOptions) -> list[Sheet]:
    """Those that the options ask for. Raises ExportError when there is none."""
    told = Told(workshop, load_registers())
    asked = list(_asked(told, options))
    if not asked:
        raise ExportError(
            "No register has an entry yet: make an entry of a note, or write all registers."
        )
    return [_sheet(told, register) for register in asked]


def _asked(told: Told, options: DocumentOptions) -> Iterator[Register]:
    if options.register is not None:
        yield _named(told, options.register)
        return
    for register in told.registers.values():
        if options.empty_registers or told.rows(register.id):
            yield register


def _named(told: Told, wanted: str) -> Register:
    """By id. Raises ExportError."""
    if wanted in told.registers:
        return told.registers[wanted]
    known = ", ".join(each for each in told.registers if told.rows(each)) or "none has an entry"
    raise ExportError(f"There is no register {wanted!r}. Those with entries: {known}.")


def _sheet(told: Told, register: Register) -> Sheet:
    head = ("Code", *(field.label for field in register.fields), *PLACE)
    rows = tuple(
        (row.entry.code, *(_datum(told, register, row, f) for f in register.fields), *_place(row))
        for row in told.rows(register.id)
    )
    return Sheet(register.plural[:1].upper() + register.plural[1:], head, rows)


def _datum(told: Told, register: Register, row: Row, field: Field) -> Datum:
    value = told.value(register, row, field)
    match value:
        case str() if field.type is FieldType.DATE:
            return _day(value)
        case tuple():
            return in_words(value)
    return value


def _day(text: str) -> Datum:
    """The day, or the text where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _place(row: Row) -> tuple[Datum, Datum, Datum]:
    """Canvas, block and view."""
    if row.board is None:
        return None, None, None
    title, note = in_one_line(row.board.head.title), row.note
    block = next((x for x in row.board.template.blocks if note and x.id == note.block), None)
    if note is None or block is None:
        return title, None, None
    view = LABELS[note.perspective] if note.perspective else None
    return title, f"{block.number}  {block.title}", view
