"""Lists in a table: the tags of a note and the values of an entry, as JSON that is always written alike."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)
from pydantic import Field as Limits

from canvasapp.domain.records import MAX_TEXT
from canvasapp.domain.register import Values

JSON_COLUMNS = frozenset({"tags", "values"})
MAX_WORD = 200
"""The longest tag and the longest id of a field, in characters."""
MOST = 1_000
"""So many tags, values or items of a value are the most there may be."""

_JSON: TypeAdapter[object] = TypeAdapter(object)

NO_NUL = "^[^\\x00]*$"


def json_of(value: object) -> str:
    """The one way in which a value is written as JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def plain(name: str, value: Any) -> Any:  # noqa: ANN401  # whatever a record holds
    """A property of a record in the types that JSON has: the values of an entry are an object."""
    if name == "values":
        return {field: list(v) if isinstance(v, tuple) else v for field, v in value}
    return list(value) if name == "tags" else value


def _parsed(given: object) -> object:
    """What stands in the text of a row; anything else as it is."""
    if given == "[]":  # of most notes
        return ()
    if not isinstance(given, str):
        return given
    try:
        return _JSON.validate_json(given)
    except ValidationError:
        raise ValueError("it is not JSON") from None


def _pairs(given: object) -> object:
    """The values of a row or of the journal, an object, as those of a record."""
    parsed = _parsed(given)
    return tuple(sorted(parsed.items())) if isinstance(parsed, dict) else parsed


def _in_order(values: Values) -> Values:
    if not all(one[0] < other[0] for one, other in pairwise(values)):
        raise ValueError("the fields are not in order")
    return values


_Word = Annotated[
    str, StringConstraints(strict=True, min_length=1, max_length=MAX_WORD, pattern=NO_NUL)
]
_Text = Annotated[
    str, StringConstraints(strict=True, min_length=1, max_length=MAX_TEXT, pattern=NO_NUL)
]
_Number = Annotated[float, Limits(strict=True, allow_inf_nan=False)]
_Items = Annotated[tuple[_Text, ...], Limits(min_length=1, max_length=MOST)]
_Value = bool | _Number | _Text | _Items

Tags = Annotated[tuple[_Word, ...], BeforeValidator(_parsed), Limits(max_length=MOST)]
FieldValues = Annotated[
    tuple[tuple[_Word, _Value], ...],
    BeforeValidator(_pairs),
    Limits(max_length=MOST),
    AfterValidator(_in_order),
]
