"""Kinds of structured entries: registers and their typed fields, and the values that an entry keeps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Value = str | float | bool | tuple[str, ...]
"""What a field holds. A date is ISO 8601 (2026-05-01), a party its id, a list its items, a reference the id of an
entry or the `Note.content` of a note. What is empty has no value."""

Values = tuple[tuple[str, Value], ...]
"""The fields that hold something, each once, in order of their ids."""


class Scope(StrEnum):
    """What an entry belongs to: a note in a block, a whole board, or the whole workshop."""

    BLOCK = "block"
    CANVAS = "canvas"
    WORKSHOP = "workshop"


class FieldType(StrEnum):
    """What a field holds. OPEN_CHOICE proposes words and takes others; COMPUTED follows from the other fields."""

    TEXT = "text"
    LIST = "list"
    NUMBER = "number"
    INT = "int"
    BOOL = "bool"
    DATE = "date"
    CHOICE = "choice"
    OPEN_CHOICE = "choice-open"
    PARTY = "party"
    PARTIES = "party-list"
    ENTRY = "entry"
    LINKS = "links"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Field:
    """One property of an entry. `register` is the one an ENTRY field refers to.

    `least` and `most` bound numbers. A required field never blocks writing: while it is empty, the entry says so.
    """

    id: str
    label: str
    type: FieldType
    required: bool = False
    help: str = ""
    choices: tuple[str, ...] = ()
    register: str | None = None
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """A kind of entry. `code` begins the short names of its entries: the third guarantee is G3.

    `main` is the field that says the entry in words; an entry that belongs to a note keeps it as the note's text.
    """

    id: str
    code: str
    title: str
    plural: str
    scope: Scope
    main: str | None
    fields: tuple[Field, ...]

    def field(self, field_id: str) -> Field:
        """Raises KeyError when the register has no such field."""
        for field in self.fields:
            if field.id == field_id:
                return field
        raise KeyError(field_id)
