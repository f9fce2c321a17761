"""Reads the registers, the kinds of structured entries, from their data file (docs/template-format.md)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from canvasapp.domain.entries import COMPUTED
from canvasapp.domain.register import Field, FieldType, Register, Scope
from canvasapp.resources import resource
from canvasapp.templates.reader import FORMAT, Fields, Reader, read_file, refuse_twins

MOST_REGISTERS = 200
MOST_FIELDS = 60
MOST_CHOICES = 60
FARTHEST = 1e12
"""No bound of a number lies beyond it."""
WORDED = frozenset({FieldType.TEXT, FieldType.OPEN_CHOICE})
"""What a main field may be: the text of a note fits."""

_CODE = re.compile("[A-Z]{1,4}")
_REGISTER = ("id", "code", "title", "plural", "scope", "main", "fields")
_FIELD = ("id", "label", "type")
_OF_FIELD = ("required", "help", "choices", "register", "least", "most", "names")
_CHOOSING = frozenset({FieldType.CHOICE, FieldType.OPEN_CHOICE})
_COUNTING = frozenset({FieldType.NUMBER, FieldType.INT})


def load_registers(path: Path | None = None) -> Mapping[str, Register]:
    """The registers of a data file (None: those of the program) by id, in its order. Raises TemplateError."""
    return _installed() if path is None else _read(path)


@cache
def _installed() -> Mapping[str, Register]:
    """Read once: canvases, own canvases, checks and forms all ask for them."""
    return MappingProxyType(_read(resource("registers.json")))


def _read(path: Path) -> dict[str, Register]:
    given = read_file(path).fields(("format", "registers"))
    given["format"].whole(1, FORMAT)
    opened = [each.fields(_REGISTER) for each in given["registers"].items(MOST_REGISTERS, least=1)]
    refuse_twins((each["id"], each["id"].identifier()) for each in opened)
    refuse_twins((each["code"], _code(each["code"])) for each in opened)
    known = [each["id"].identifier() for each in opened]
    registers = [_register(each, known) for each in opened]
    return {register.id: register for register in registers}


def refuse_unknown(named: Reader, registers: Mapping[str, Register]) -> None:
    """Refuses a list of ids when one of them is no register."""
    for each in named.items(MOST_REGISTERS):
        if each.identifier() not in registers:
            each.refuse(f"is {each.value!r}, which is no register", "Write the id of a register")


def _register(given: Fields, known: Collection[str]) -> Register:
    opened = [each.fields(_FIELD, _OF_FIELD) for each in given["fields"].items(MOST_FIELDS, 1)]
    refuse_twins((each["id"], each["id"].identifier()) for each in opened)
    register_id = given["id"].identifier()
    fields = tuple(_field(each, register_id, known) for each in opened)
    return Register(
        id=register_id,
        code=_code(given["code"]),
        title=given["title"].text(60),
        plural=given["plural"].text(60),
        scope=given["scope"].choice(Scope),
        main=_main(given["main"], fields),
        fields=fields,
    )


def _field(given: Fields, register: str, known: Collection[str]) -> Field:
    kind = given["type"].choice(FieldType)
    field_id = given["id"].identifier()
    if kind is FieldType.COMPUTED and (register, field_id) not in COMPUTED:
        given["type"].refuse("is computed, but nothing computes it", "Choose another type")
    least, most = _bounds(given, kind)
    hint = given.get("help")
    return Field(
        id=field_id,
        label=given["label"].text(60),
        type=kind,
        required=_required(given, kind),
        help=hint.text(500) if hint else "",
        choices=_choices(given, kind),
        register=_referred(given, kind, known),
        least=least,
        most=most,
        names=_names(given, least, most),
    )


def _required(given: Fields, kind: FieldType) -> bool:
    reader = given.get("required")
    if reader is None:
        return False
    if not isinstance(reader.value, bool):
        reader.refuse("is neither true nor false", "Write one of them, or leave it out")
    if reader.value and kind is FieldType.COMPUTED:
        reader.refuse("is true for what nobody can write", "Leave it out")
    return reader.value


def _choices(given: Fields, kind: FieldType) -> tuple[str, ...]:
    if not _belongs(given, "choices", kind in _CHOOSING, kind):
        return ()
    items = given["choices"].items(MOST_CHOICES, least=2)
    refuse_twins((each, each.text(120)) for each in items)
    return tuple(each.text(120) for each in items)


def _referred(given: Fields, kind: FieldType, known: Collection[str]) -> str | None:
    if not _belongs(given, "register", kind is FieldType.ENTRY, kind):
        return None
    register = given["register"].identifier()
    if register not in known:
        given["register"].refuse(
            f"is {register!r}, which is no register", "Write the id of a register of this file"
        )
    return register


def _belongs(given: Fields, key: str, needed: bool, kind: FieldType) -> bool:  # noqa: FBT001
    """Whether the field has this key; it has to if the key is needed, and must not if it is not."""
    reader = given.get(key)
    if reader is not None and not needed:
        reader.refuse(f"says nothing of a field of type {kind}", "Take it out")
    if reader is None and needed:
        given["type"].refuse(f"is {kind}, but there is no {key!r}", "Add it")
    return reader is not None


def _bounds(given: Fields, kind: FieldType) -> tuple[float | None, float | None]:
    readers = [given.get("least"), given.get("most")]
    for reader in readers:
        if reader is not None and kind not in _COUNTING:
            reader.refuse(f"says nothing of a field of type {kind}", "Take it out")
    least, most = (each.number(-FARTHEST, FARTHEST) if each else None for each in readers)
    if readers[1] and least is not None and most is not None and most <= least:
        readers[1].refuse("is not more than the least", "Write a larger number")
    return least, most


def _names(given: Fields, least: float | None, most: float | None) -> tuple[str, ...]:
    """What the numbers from the least to the most mean."""
    reader = given.get("names")
    if reader is None:
        return ()
    if least is None or most is None:
        reader.refuse("names numbers without a least and a most", "Add both")
    names = tuple(each.text(60) for each in reader.items(MOST_CHOICES, least=2))
    if len(names) != most - least + 1:
        reader.refuse(
            f"has {len(names)} values for {most - least + 1:g} numbers", "Write one for each"
        )
    return names


def _main(reader: Reader, fields: Collection[Field]) -> str | None:
    if reader.value is None:
        return None
    main = reader.identifier()
    if not any(field.id == main and field.type in WORDED for field in fields):
        reader.refuse(
            f"is {main!r}, which is no text field", "Write the id of a text field, or null"
        )
    return main


def _code(reader: Reader) -> str:
    code = reader.text(4)
    if not _CODE.fullmatch(code):
        reader.refuse(f"is {code!r}, not a short name", "Use one to four capital letters")
    return code
