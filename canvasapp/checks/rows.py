"""Entries as a check reads them: with the words of the note they belong to, and the tests they pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from canvasapp.domain.board import Board
from canvasapp.domain.check import Test, Where
from canvasapp.domain.entries import code_order
from canvasapp.domain.records import Entry, Note, NoteStatus
from canvasapp.domain.register import Register, Value


@dataclass(frozen=True, slots=True)
class Row:
    """An entry, and what a check needs of the first note that shows it on the board of the check."""

    entry: Entry
    words: str | None = None
    main: str | None = None
    block: str | None = None
    note: str | None = None
    status: NoteStatus | None = None

    @property
    def id(self) -> str:
        return self.entry.id

    @property
    def names(self) -> frozenset[str]:
        """The ids under which others refer to it: its own, and that of what its note says."""
        return frozenset(filter(None, (self.entry.id, self.entry.note)))

    def get(self, field: str) -> Value | None:
        """What the field holds; None while it is empty or blank."""
        value = self.words if field == self.main and self.entry.note else self.entry.get(field)
        if isinstance(value, tuple):
            return value or None
        return None if isinstance(value, str) and not value.strip() else value

    def text(self, field: str) -> str:
        """The text, party or reference that the field holds; empty while there is none."""
        value = self.get(field)
        return value if isinstance(value, str) else ""

    def number(self, field: str) -> float | None:
        """The number that the field holds."""
        value = self.get(field)
        return None if value is None or isinstance(value, (str, bool, tuple)) else float(value)

    def items(self, field: str) -> tuple[str, ...]:
        """What the field lists: a single text counts as a list of one."""
        value = self.get(field)
        if isinstance(value, tuple):
            return value
        return (value,) if isinstance(value, str) else ()


Rows = Mapping[str, tuple[Row, ...]]
"""Rows by register."""
Follow = Callable[[Row, str], Row | None]
"""The row that a field of a row refers to."""


def shown_on(board: Board) -> Mapping[str, Note]:
    """The first note of a board that says something, by `Note.content`."""
    shown: dict[str, Note] = {}
    for note in board.notes.values():
        shown.setdefault(note.shared or note.id, note)
    return shown


def rows_of(
    entries: Iterable[Entry], shown: Mapping[str, Note], registers: Mapping[str, Register]
) -> Rows:
    """The entries in order of their codes, each with its note among those that are `shown`."""
    rows: dict[str, list[Row]] = {}
    for entry in entries:
        if entry.register in registers:
            note_of = shown.get(entry.note) if entry.note else None
            rows.setdefault(entry.register, []).append(_row(entry, note_of, registers))
    return {register: tuple(sorted(found, key=_place)) for register, found in rows.items()}


def meets(row: Row, where: Where, follow: Follow) -> bool:
    """Whether `where` means this row."""
    return not where or any(all(_passes(row, test, follow) for test in group) for group in where)


def _row(entry: Entry, note: Note | None, registers: Mapping[str, Register]) -> Row:
    main = registers[entry.register].main
    if note is None:
        return Row(entry)
    return Row(entry, note.text, main, note.block, note.id, note.status)


def _place(row: Row) -> tuple[str, int, str]:
    return *code_order(row.entry.code), row.id


def _passes(row: Row, test: Test, follow: Follow) -> bool:
    value = _value(row, test.path, follow)
    return (
        test.filled in (None, value is not None)
        and (not test.one_of or value in test.one_of or (value is None and False in test.one_of))
        and (test.least is None or _at_least(value, test.least))
        and (test.most is None or _at_most(value, test.most))
        and (test.matches is None or re.search(test.matches, _as_text(value)) is not None)
        and (test.same_as is None or (value is not None and value == row.get(test.same_as)))
    )


def _value(row: Row, path: str, follow: Follow) -> Value | None:
    field, _, further = path.partition(".")
    if not further:
        return row.get(field)
    target = follow(row, field)
    return target.get(further) if target else None


def _at_least(value: Value | None, least: float) -> bool:
    return isinstance(value, (int, float)) and value >= least


def _at_most(value: Value | None, most: float) -> bool:
    return isinstance(value, (int, float)) and value <= most


def _as_text(value: Value | None) -> str:
    return value if isinstance(value, str) else ""
