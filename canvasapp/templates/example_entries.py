"""Reads the structured entries of the worked example, whose values name parties, other entries and notes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from canvasapp.domain.register import Field, FieldType, Register, Scope, Value, Values
from canvasapp.templates.blocks import LONGEST_TEXT
from canvasapp.templates.reader import Fields, Reader, refuse_twins
from canvasapp.templates.registers import FARTHEST

ENTRY = ("code", "register")
OF_ENTRY = ("note", "values")
MOST_ITEMS = 60
REFERENCES = frozenset({FieldType.PARTY, FieldType.PARTIES, FieldType.ENTRY, FieldType.LINKS})


@dataclass(frozen=True, slots=True)
class ExampleEntry:
    """A structured entry. `note` is the text of the note that it makes testable.

    `references` are the values that name something: a party by its id in the file, an entry by its code, a note by
    its text.
    """

    code: str
    register: Register
    note: str | None
    values: Values
    references: Values


@dataclass(frozen=True, slots=True)
class Names:
    """What references may name: ids of parties, registers by the codes of their entries, and texts of notes."""

    parties: Collection[str]
    registers: Mapping[str, Register]
    texts: list[str]

    def of_party(self, reader: Reader) -> str:
        name = reader.identifier()
        if name not in self.parties:
            reader.refuse(f"is {name!r}, which is no party", "Write the id of a party")
        return name

    def of_entry(self, reader: Reader, register: str | None) -> str:
        name = reader.text(20)
        found = self.registers.get(name)
        if found is None or found.id != register:
            fault = f"is {name!r}, which is no entry of {register}"
            reader.refuse(fault, "Write the code of an entry")
        return name

    def of_anything(self, reader: Reader) -> str:
        name = reader.text(LONGEST_TEXT)
        if name not in self.registers and self.texts.count(name) != 1:
            fault = f"is {name!r}, which is neither an entry nor the text of one note"
            reader.refuse(fault, "Write the code of an entry, or copy that text here")
        return name


def read_codes(opened: Iterable[Fields], registers: Mapping[str, Register]) -> dict[str, Register]:
    """The registers of these entries by their codes, which are the letters of the register and a number."""
    found: dict[str, Register] = {}
    readers = []
    for given in opened:
        name = given["register"].identifier()
        if name not in registers:
            given["register"].refuse(
                f"is {name!r}, which is no register", "Write the id of a register"
            )
        code, letters = given["code"].text(20), registers[name].code
        number = code.removeprefix(letters)
        if number == code or not number.isascii() or not number.isdigit() or number[0] == "0":
            given["code"].refuse(
                f"is {code!r}, which is no code of {name}", f"Write {letters} and a number"
            )
        readers.append((given["code"], code))
        found[code] = registers[name]
    refuse_twins(readers)
    return found


def read_entry(
    given: Fields, names: Names, scopes: Collection[Scope], kinds: Mapping[str, Collection[str]]
) -> ExampleEntry:
    """An entry where those of `scopes` may stand; `kinds` has the registers that each note of the board may be of."""
    code = given["code"].text(20)
    register = names.registers[code]
    if register.scope not in scopes:
        given["register"].refuse(
            f"is one of a {register.scope}", "Write it where the entries of that stand"
        )
    note = _note(given, register, kinds)
    plain: dict[str, Value] = {}
    references: dict[str, Value] = {}
    values = given.get("values")
    fields = {each.id: each for each in register.fields if note is None or each.id != register.main}
    held = values.fields((), fields) if values else None
    for field in fields.values():
        reader = held.get(field.id) if held else None
        if reader is not None:
            kept = references if field.type in REFERENCES else plain
            kept[field.id] = READ[field.type](reader, field, names)
    return ExampleEntry(
        code, register, note, tuple(sorted(plain.items())), tuple(sorted(references.items()))
    )


def _note(given: Fields, register: Register, kinds: Mapping[str, Collection[str]]) -> str | None:
    """The text of the entry's note: there is one when entries of the register belong to notes."""
    reader = given.get("note")
    if register.scope is not Scope.BLOCK:
        if reader is not None:
            reader.refuse(f"stands in an entry of {register.id}, which has no note", "Take it out")
        return None
    if reader is None:
        given["register"].refuse("needs a note", "Add the note’s text as 'note'")
    text = reader.text(LONGEST_TEXT)
    if text not in kinds:
        reader.refuse("is not the text of one note of the board", "Copy that text here")
    if register.id not in kinds[text]:
        reader.refuse(
            f"lies in a block without {register.id}", "Choose a register that the block names"
        )
    return text


def _text(reader: Reader, _field: Field, _names: Names) -> Value:
    return reader.text(LONGEST_TEXT)


def _list(reader: Reader, _field: Field, _names: Names) -> Value:
    return tuple(each.text(LONGEST_TEXT) for each in reader.items(MOST_ITEMS, least=1))


def _number(reader: Reader, field: Field, _names: Names) -> Value:
    low = -FARTHEST if field.least is None else field.least
    high = FARTHEST if field.most is None else field.most
    number = reader.number(low, high)
    if field.type is FieldType.INT and number != int(number):
        reader.refuse(f"is {number}", "Write a whole number")
    return number


def _yes_or_no(reader: Reader, _field: Field, _names: Names) -> Value:
    if not isinstance(reader.value, bool):
        reader.refuse("is neither true nor false", "Write one of them, or leave it out")
    return reader.value


def _date(reader: Reader, _field: Field, _names: Names) -> Value:
    day = reader.text(10)
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        reader.refuse(f"is {day!r}, which is no day", "Write it as 2026-05-01")


def _choice(reader: Reader, field: Field, _names: Names) -> Value:
    if reader.text(LONGEST_TEXT) not in field.choices:
        reader.refuse(f"is {reader.value!r}", f"Choose one of {', '.join(field.choices)}")
    return reader.text(LONGEST_TEXT)


def _party(reader: Reader, _field: Field, names: Names) -> Value:
    return names.of_party(reader)


def _parties(reader: Reader, _field: Field, names: Names) -> Value:
    return tuple(map(names.of_party, reader.items(MOST_ITEMS, least=1)))


def _entry(reader: Reader, field: Field, names: Names) -> Value:
    return names.of_entry(reader, field.register)


def _links(reader: Reader, _field: Field, names: Names) -> Value:
    return tuple(map(names.of_anything, reader.items(MOST_ITEMS, least=1)))


def _computed(reader: Reader, _field: Field, _names: Names) -> Value:
    reader.refuse("follows from the other fields", "Take it out")


READ: Mapping[FieldType, Callable[[Reader, Field, Names], Value]] = MappingProxyType(
    {
        FieldType.TEXT: _text,
        FieldType.OPEN_CHOICE: _text,
        FieldType.LIST: _list,
        FieldType.NUMBER: _number,
        FieldType.INT: _number,
        FieldType.BOOL: _yes_or_no,
        FieldType.DATE: _date,
        FieldType.CHOICE: _choice,
        FieldType.PARTY: _party,
        FieldType.PARTIES: _parties,
        FieldType.ENTRY: _entry,
        FieldType.LINKS: _links,
        FieldType.COMPUTED: _computed,
    }
)
"""How the value of each type of field is read."""
