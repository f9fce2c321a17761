"""Kinds of structured entries: registers and their typed fields, and the values that an entry keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

    `least` and `most` bound numbers; `names` says what each whole number between them means. A required field never
    blocks writing: while it is empty, the entry says so.
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
    names: tuple[str, ...] = ()

    def name_of(self, value: Value | None) -> str:
        """What a number of the scale means; "" when nothing is said of it."""
        if not self.names or self.least is None or not isinstance(value, int | float):
            return ""
        place = value - self.least
        return self.names[int(place)] if place in range(len(self.names)) else ""


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


def with_value(values: Values, field: str, value: Value | None) -> Values:
    """The values with this one in the field; None empties it."""
    others = {name: each for name, each in values if name != field}
    return tuple(sorted((others if value is None else {**others, field: value}).items()))


def words_in(values: Values) -> Iterator[str]:
    """Every text among the values and the items of lists: what may be the id of a record."""
    for _, value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def redirected(values: Values, ways: Mapping[str, str | None]) -> Values:
    """The values with each word in `ways` exchanged for another, or left out where that is None.

    Ids are like no words that a person writes, so a word that is the id of a record refers to it.
    """
    led = ((field, _redirected(value, ways)) for field, value in values)
    return tuple((field, value) for field, value in led if value is not None)


def _redirected(value: Value, ways: Mapping[str, str | None]) -> Value | None:
    match value:
        case str():
            return ways.get(value, value)
        case tuple() if ways.keys() & set(value):
            led = (ways.get(item, item) for item in value)
            return tuple(dict.fromkeys(item for item in led if item is not None)) or None
    return value
