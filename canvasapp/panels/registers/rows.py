"""The rows of a register's table as values: what stands in a cell, what is sorted by, which rows fit a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from canvasapp.controls.value_fields import Stock
from canvasapp.controls.value_fields.picked import SEVERAL
from canvasapp.controls.value_fields.stock import Option, said
from canvasapp.controls.value_fields.value_field import PICKED
from canvasapp.controls.value_fields.values import text_of
from canvasapp.domain.board import Workshop
from canvasapp.domain.entries import Row, code_order, missing, register_rows, value_of
from canvasapp.domain.markup import plain_text
from canvasapp.domain.register import Field, FieldType, Register, Value

CODE, BOARD = "Code", "Board"
ALL_BOARDS = "All boards"


@dataclass(frozen=True, slots=True)
class Cell:
    """What is shown, what it is sorted by (empty cells last), and whether something is missing there."""

    text: str = ""
    order: tuple[float, str] = (0.0, "")
    missing: bool = False
    option: Option | None = None

    @property
    def sort_key(self) -> tuple[bool, float, str]:
        return (not self.text, *self.order)


@dataclass(frozen=True, slots=True)
class Line:
    """One entry and its cells, in the order of the columns."""

    row: Row
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The entries of one register. `fields` are its columns but the first (the code) and the last (the board)."""

    register: Register
    fields: tuple[Field, ...]
    lines: tuple[Line, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        return (CODE, *(field.label for field in self.fields), BOARD)

    def field_at(self, column: int) -> Field | None:
        """None for the code and the board."""
        return self.fields[column - 1] if 0 < column <= len(self.fields) else None


def table_of(workshop: Workshop, register: Register, stock: Stock) -> Table:
    """The main field comes first."""
    fields = tuple(sorted(register.fields, key=lambda field: field.id != register.main))
    known = {
        field.id: {option.key: option for option in stock.options(field)}
        for field in fields
        if field.type in PICKED
    }
    lines = (_line(register, fields, row, known) for row in register_rows(workshop, register.id))
    return Table(register, fields, tuple(lines))


def sorted_lines(lines: Iterable[Line], column: int, *, descending: bool) -> list[Line]:
    """By the cells of a column; empty ones are last either way."""
    full = [line for line in lines if line.cells[column].text]
    empty = [line for line in lines if not line.cells[column].text]
    return [
        *sorted(full, key=lambda line: line.cells[column].order, reverse=descending),
        *empty,
    ]


def filtered(lines: Iterable[Line], text: str) -> list[Line]:
    """The lines that have each word of the text in some cell."""
    wanted = text.casefold().split()
    return [line for line in lines if all(word in _said(line) for word in wanted)]


def as_tsv(headings: Iterable[str], lines: Iterable[Line]) -> str:
    """Columns parted by tabs, rows by line ends, as tables are pasted."""
    rows = [list(headings), *([cell.text for cell in line.cells] for line in lines)]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)


def _said(line: Line) -> str:
    return "\n".join(cell.text for cell in line.cells).casefold()


def _line(
    register: Register,
    fields: tuple[Field, ...],
    row: Row,
    known: Mapping[str, Mapping[str, Option]],
) -> Line:
    empty = missing(register, row.entry, row.note)
    letters, number = code_order(row.entry.code)
    cells = [Cell(row.entry.code, (number, letters))]
    for field in fields:
        value = value_of(register, row.entry, row.note, field.id)
        cells.append(_cell(field, value, known.get(field.id, {}), missing=field in empty))
    title = row.board.head.title if row.board else ALL_BOARDS
    return Line(row, (*cells, Cell(title, (0.0, title.casefold()))))


def _cell(field: Field, value: Value | None, known: Mapping[str, Option], *, missing: bool) -> Cell:
    if value is None:
        return Cell(missing=missing)
    if field.type in PICKED:
        keys = value if isinstance(value, tuple) else (str(value),)
        options = [known.get(key) or Option(key, said(key)) for key in keys]
        text = ", ".join(option.words for option in options)
        single = options[0] if field.type not in SEVERAL else None
        place = field.choices.index(keys[0]) if keys[0] in field.choices else 0
        return Cell(text, (float(place), text.casefold()), option=single)
    text = " · ".join(value) if isinstance(value, tuple) else plain_text(text_of(value))
    number = value if isinstance(value, float | int) else 0.0
    shown = said(text) if field.type is FieldType.COMPUTED else text
    return Cell(shown, (float(number), shown.casefold()))
