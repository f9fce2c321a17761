"""Values of entries in words: parties by name, entries by code, notes by their text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from canvasapp.domain.board import Workshop
from canvasapp.domain.entries import Row, entries, missing, register_rows, value_of
from canvasapp.domain.records import Note, Party
from canvasapp.domain.register import Field, FieldType, Register, Value
from canvasapp.export.documents.record import in_one_line, legible

WORDLESS = "Note without words"
EXACT = 1e15
"""Whole numbers up to here are written without an exponent."""

_LONGEST = 80
"""Characters of a note or entry where another one refers to it."""


@dataclass(frozen=True, eq=False)
class Told:
    """The workshop as documents speak of it."""

    workshop: Workshop
    registers: Mapping[str, Register]

    def rows(self, register: str) -> list[Row]:
        """The entries of a register, in order."""
        return self._rows.get(register, [])

    def value(self, register: Register, row: Row, field: Field) -> Value | None:
        """What a field holds: text for people, ids exchanged for names, numbers and truth as they are."""
        value = value_of(register, row.entry, row.note, field.id)
        match value:
            case None | bool() | float() | int():
                return value
            case tuple():
                return tuple(self._item(field, each) for each in value)
        return self._item(field, value)

    def words(self, register: Register, row: Row, field: Field) -> str:
        """The same in words; "" for nothing."""
        return in_words(self.value(register, row, field))

    def missing(self, register: Register, row: Row) -> list[str]:
        """The labels of fields that are required and empty."""
        return [field.label for field in missing(register, row.entry, row.note)]

    def name(self, thing: str) -> str:
        """An entry by code and words, a note (its `Note.content`) by its text; "" when there is neither."""
        return self._names.get(thing, "")

    def party(self, party_id: str | None) -> Party | None:
        return self.workshop.parties.get(party_id) if party_id else None

    def _item(self, field: Field, item: str) -> str:
        match field.type:
            case FieldType.PARTY | FieldType.PARTIES:
                party = self.party(item)
                return legible(party.name if party else item)
            case FieldType.ENTRY | FieldType.LINKS:
                return self.name(item) or legible(item)
        return legible(item)

    @cached_property
    def _rows(self) -> dict[str, list[Row]]:
        used = {entry.register for entry in entries(self.workshop)}
        return {each: register_rows(self.workshop, each) for each in used}

    @cached_property
    def _names(self) -> dict[str, str]:
        boards = self.workshop.boards_in_order()
        names = {note.content: shortened(note) for each in boards for note in each.notes.values()}
        return {**names, **dict(self._entry_names())}

    def _entry_names(self) -> Iterator[tuple[str, str]]:
        """By their own ids and by the notes that they belong to."""
        for register_id, rows in self._rows.items():
            register = self.registers.get(register_id)
            for row in rows:
                name = " ".join(filter(None, [row.entry.code, _main(register, row)]))
                yield from ((each, name) for each in (row.entry.id, row.entry.note) if each)


def in_words(value: Value | None) -> str:
    """A value for people; a list has an item a line."""
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case float() | int():
            return str(int(value)) if value == int(value) and abs(value) < EXACT else repr(value)
        case tuple():
            return "\n".join(value)
    return value


def shortened(note: Note) -> str:
    return _cut(note.text) or WORDLESS


def _main(register: Register | None, row: Row) -> str:
    main = value_of(register, row.entry, row.note, register.main or "") if register else None
    return _cut(main) if isinstance(main, str) else ""


def _cut(text: str) -> str:
    words = in_one_line(text)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
