"""Reads what a check gives to its predicate: registers, fields, choices, blocks, tests of entries and plain values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from canvasapp.domain.check import Form, Kind, Parameter, ParameterKind, Test, Where
from canvasapp.domain.records import NoteStatus
from canvasapp.domain.register import Field, FieldType, Register, Value
from canvasapp.domain.template import Perspective, Template
from canvasapp.templates.reader import Fields, Reader

MOST = 60
LONGEST = 500
LARGEST = 1_000_000

_TEST = ("filled", "least", "most", "matches", "same_as")


@dataclass(frozen=True, slots=True)
class Known:
    """What the parameters may name: registers, and the canvases that the check was made for.

    `register` and `field` are those that the check itself has named, once they have been read.
    """

    registers: Mapping[str, Register]
    canvases: tuple[Template, ...]
    register: Register | None = None
    field: Field | None = None


def read_parameters(reader: Reader, form: Form, known: Known) -> dict[str, Parameter]:
    """The parameters as `form` wants them. Raises TemplateError."""
    given = reader.fields(tuple(form.required), tuple(form.optional))
    kinds = {**form.required, **form.optional}
    known = _with_own(given, kinds, known)
    read: dict[str, Parameter] = {}
    for name, kind in kinds.items():
        if value := given.get(name):
            read[name] = _READERS[kind](value, known)
    return read


def _with_own(given: Fields, kinds: Mapping[str, ParameterKind], known: Known) -> Known:
    """With the register that the check speaks of, and the field of it, if it names them."""
    if kinds.get("register") is not ParameterKind.REGISTER:
        return known
    register = known.registers[_register(given["register"], known)]
    known = Known(known.registers, known.canvases, register)
    if kinds.get("field") is not ParameterKind.FIELD:
        return known
    field = register.field(_field(given["field"], known))
    return Known(known.registers, known.canvases, register, field)


def _register(reader: Reader, known: Known) -> str:
    return _one_of(reader, known.registers, "register")


def _field(reader: Reader, known: Known) -> str:
    assert known.register is not None
    fields = [field.id for field in known.register.fields]
    return _one_of(reader, fields, f"field of {known.register.id}")


def _fields(reader: Reader, known: Known) -> tuple[str, ...]:
    return tuple(_field(each, known) for each in reader.items(MOST, least=1))


def _path(reader: Reader, known: Known) -> str:
    register, _, field = reader.text(LONGEST).partition(".")
    _one_of(Reader(reader.file, reader.place, register), known.registers, "register")
    fields = [each.id for each in known.registers[register].fields]
    _one_of(Reader(reader.file, reader.place, field), fields, f"field of {register}")
    return f"{register}.{field}"


def _paths(reader: Reader, known: Known) -> tuple[str, ...]:
    return tuple(_path(each, known) for each in reader.items(MOST, least=1))


def _choices(reader: Reader, known: Known) -> tuple[str, ...]:
    assert known.field is not None
    name = f"choice of {known.field.id}"
    return tuple(_one_of(each, known.field.choices, name) for each in reader.items(MOST, least=1))


def _where(reader: Reader, known: Known) -> Where:
    """One group of tests, or several between [ and ]."""
    assert known.register is not None
    groups = reader.items(MOST, least=1) if isinstance(reader.value, list) else [reader]
    return tuple(_tests(group, known.register, known) for group in groups)


def _tests(reader: Reader, register: Register, known: Known) -> tuple[Test, ...]:
    named = reader.value if isinstance(reader.value, dict) else {}
    given = reader.fields((), tuple(named))
    return tuple(_test(given[path], path, register, known) for path in named)


def _test(reader: Reader, path: str, register: Register, known: Known) -> Test:
    field = _followed(reader, path, register, known)
    if isinstance(reader.value, list):
        values = tuple(_value(each, field) for each in reader.items(MOST, least=1))
        return Test(path, one_of=values)
    given = reader.fields((), _TEST)
    filled, matches, same_as = given.get("filled"), given.get("matches"), given.get("same_as")
    within = Known(known.registers, known.canvases, register)
    return Test(
        path,
        filled=_flag(filled, known) if filled else None,
        least=_bound(given, "least"),
        most=_bound(given, "most"),
        matches=_pattern(matches, known) if matches else None,
        same_as=_field(same_as, within) if same_as else None,
    )


def _followed(reader: Reader, path: str, register: Register, known: Known) -> Field:
    """The field at the end of a path: its own, or that of the entry which its own refers to."""
    first, _, further = path.partition(".")
    here = Reader(reader.file, reader.place, first)
    field = register.field(_field(here, Known(known.registers, known.canvases, register)))
    if not further:
        return field
    if field.register is None:
        reader.refuse(f"follows {first!r}, which refers to no register", "Name a field that does")
    return _followed(
        Reader(reader.file, reader.place, further), further, known.registers[field.register], known
    )


def _value(reader: Reader, field: Field) -> Value:
    match field.type:
        case FieldType.BOOL if isinstance(reader.value, bool):
            return reader.value
        case FieldType.CHOICE:
            return _one_of(reader, field.choices, f"choice of {field.id}")
        case _:
            return reader.text(LONGEST)


def _bound(given: Fields, name: str) -> float | None:
    reader = given.get(name)
    return reader.number(-LARGEST, LARGEST) if reader else None


def _kinds(reader: Reader, known: Known) -> tuple[Kind, ...]:
    return tuple(_kind(each, known) for each in reader.items(MOST, least=1))


def _kind(reader: Reader, known: Known) -> Kind:
    given = reader.fields(("register",), ("where",))
    register = _register(given["register"], known)
    of = Known(known.registers, known.canvases, known.registers[register])
    where = given.get("where")
    return Kind(register, _where(where, of) if where else ())


def _block(reader: Reader, known: Known) -> str:
    block = reader.identifier()
    if not known.canvases:
        reader.refuse("names a block of no canvas", "Name in canvases those that have it")
    for canvas in known.canvases:
        if block not in (each.id for each in canvas.blocks):
            reader.refuse(f"is {block!r}, which is no block of {canvas.id}", "Write a block's id")
    return block


def _blocks(reader: Reader, known: Known) -> tuple[str, ...]:
    return tuple(_block(each, known) for each in reader.items(MOST, least=1))


def _pattern(reader: Reader, _known: Known) -> str:
    pattern = reader.text(LONGEST)
    try:
        re.compile(pattern)
    except re.error as error:
        reader.refuse(f"is no pattern: {error.msg}", "Put that right")
    return pattern


def _flag(reader: Reader, _known: Known) -> bool:
    if not isinstance(reader.value, bool):
        reader.refuse("is neither true nor false", "Write one of them")
    return reader.value


def _texts(reader: Reader, _known: Known) -> tuple[str, ...]:
    return tuple(each.text(LONGEST) for each in reader.items(MOST, least=1))


def _statuses(reader: Reader, _known: Known) -> tuple[str, ...]:
    return tuple(each.choice(NoteStatus).value for each in reader.items(MOST, least=1))


def _one_of(reader: Reader, known: Iterable[str], what: str) -> str:
    value = reader.text(LONGEST)
    choices = list(known)
    if value not in choices:
        reader.refuse(f"is {value!r}, which is no {what}", f"Choose one of {', '.join(choices)}")
    return value


_READERS: Mapping[ParameterKind, Callable[[Reader, Known], Parameter]] = {
    ParameterKind.REGISTER: _register,
    ParameterKind.FIELD: _field,
    ParameterKind.FIELDS: _fields,
    ParameterKind.PATH: _path,
    ParameterKind.PATHS: _paths,
    ParameterKind.CHOICES: _choices,
    ParameterKind.WHERE: _where,
    ParameterKind.KINDS: _kinds,
    ParameterKind.BLOCK: _block,
    ParameterKind.BLOCKS: _blocks,
    ParameterKind.PERSPECTIVE: lambda reader, _: reader.choice(Perspective).value,
    ParameterKind.STATUSES: _statuses,
    ParameterKind.WORDS: _texts,
    ParameterKind.PATTERN: _pattern,
    ParameterKind.NUMBER: lambda reader, _: reader.number(-LARGEST, LARGEST),
    ParameterKind.FLAG: _flag,
    ParameterKind.TEXT: lambda reader, _: reader.text(LONGEST),
}
