"""What people give to a field, made fit to be kept, or refused in a sentence."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from canvasapp.domain.board import Workshop
from canvasapp.domain.entries import entry_by_id, notes_of
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.register import Field, FieldType, Value
from canvasapp.edits.wording import clean_text

MOST_ITEMS = 1_000
"""A list holds no more."""


class UnfitValueError(ExpectedError):
    """The field does not take this value."""


def fit_value(workshop: Workshop, field: Field, given: Value | None) -> Value | None:
    """The value as the field keeps it; None when it says nothing. Numbers may be given as text.

    Raises UnfitValueError and TextTooLongError.
    """
    return None if given is None else FIT[field.type](workshop, field, given)


def _words(_workshop: Workshop, field: Field, given: Value) -> Value | None:
    return _text(field, given) or None


def _text(field: Field, given: Value) -> str:
    if not isinstance(given, str):
        raise UnfitValueError(f"{field.label} is a text.")
    return clean_text(given).strip()


def _list(_workshop: Workshop, field: Field, given: Value) -> Value | None:
    return tuple(item for item in map(clean_text, _items(field, given)) if item.strip()) or None


def _items(field: Field, given: Value) -> tuple[str, ...]:
    items = (given,) if isinstance(given, str) else given
    if not isinstance(items, tuple):
        raise UnfitValueError(f"{field.label} is a list.")
    if len(items) > MOST_ITEMS:
        raise UnfitValueError(
            f"{field.label} has {len(items):,} items and takes at most {MOST_ITEMS:,}."
        )
    return items


def _number(_workshop: Workshop, field: Field, given: Value) -> float | None:
    if given == "":
        return None
    number = _parsed(given)
    if number is None or not math.isfinite(number):
        raise UnfitValueError(f"{field.label} is a number, such as 4 or 4.5.")
    if field.type is FieldType.INT and number != int(number):
        raise UnfitValueError(f"{field.label} is a whole number.")
    if number < (-math.inf if field.least is None else field.least) or number > (
        math.inf if field.most is None else field.most
    ):
        raise UnfitValueError(f"{field.label} is {_range(field)}.")
    return number


def _parsed(given: Value) -> float | None:
    """The number that was meant; a comma may stand before the decimals."""
    if isinstance(given, bool | tuple):
        return None
    try:
        return float(given.strip().replace(",", ".") if isinstance(given, str) else given)
    except ValueError:
        return None


def _range(field: Field) -> str:
    match field.least, field.most:
        case float() as least, float() as most:
            return f"a number from {least:g} to {most:g}"
        case float() as least, None:
            return f"not less than {least:g}"
    return f"not more than {field.most:g}"


def _yes_or_no(_workshop: Workshop, field: Field, given: Value) -> Value | None:
    if not isinstance(given, bool):
        raise UnfitValueError(f"{field.label} is yes or no.")
    return given


def _date(_workshop: Workshop, field: Field, given: Value) -> Value | None:
    text = _text(field, given)
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError:
        raise UnfitValueError(
            f"{field.label} is a date, written as year-month-day: 2026-05-31."
        ) from None


def _choice(_workshop: Workshop, field: Field, given: Value) -> Value | None:
    text = _text(field, given)
    if text and text not in field.choices:
        raise UnfitValueError(f"{field.label} is one of: {', '.join(field.choices)}.")
    return text or None


def _reference(workshop: Workshop, field: Field, given: Value) -> Value | None:
    wanted = [each for each in dict.fromkeys(_items(field, given)) if each]
    unknown = [each for each in wanted if not _is_there(workshop, field, each)]
    if unknown:
        raise UnfitValueError(f"{field.label} names {_thing(field)} that is not in this workshop.")
    if field.type in (FieldType.PARTY, FieldType.ENTRY):
        if len(wanted) > 1:
            raise UnfitValueError(f"{field.label} takes only one.")
        return wanted[0] if wanted else None
    return tuple(wanted) or None


def _is_there(workshop: Workshop, field: Field, key: str) -> bool:
    if field.type in (FieldType.PARTY, FieldType.PARTIES):
        return key in workshop.parties
    if field.type is FieldType.ENTRY:
        entry = entry_by_id(workshop, key)
        return entry is not None and entry.register == field.register
    return entry_by_id(workshop, key) is not None or bool(notes_of(workshop, key))


def _thing(field: Field) -> str:
    match field.type:
        case FieldType.PARTY | FieldType.PARTIES:
            return "a party"
        case FieldType.ENTRY:
            return "an entry"
    return "something"


def _computed(_workshop: Workshop, field: Field, _given: Value) -> Value | None:
    raise UnfitValueError(f"{field.label} follows from the other fields: change those.")


FIT: Mapping[FieldType, Callable[[Workshop, Field, Value], Value | None]] = MappingProxyType(
    {
        FieldType.TEXT: _words,
        FieldType.OPEN_CHOICE: _words,
        FieldType.LIST: _list,
        FieldType.NUMBER: _number,
        FieldType.INT: _number,
        FieldType.BOOL: _yes_or_no,
        FieldType.DATE: _date,
        FieldType.CHOICE: _choice,
        FieldType.PARTY: _reference,
        FieldType.PARTIES: _reference,
        FieldType.ENTRY: _reference,
        FieldType.LINKS: _reference,
        FieldType.COMPUTED: _computed,
    }
)
"""How a value is fitted to each type of field."""
