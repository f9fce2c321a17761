"""What a table holds as JSON: the tags of a note and the values of an entry, always written alike; whole canvases."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import pairwise
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)
from pydantic import Field as Limits

from canvasapp.domain.records import MAX_TEXT
from canvasapp.domain.register import Values
from canvasapp.domain.session import LONGEST_STEP, MOST_STEPS, Asks, PlanStep, Wall
from canvasapp.domain.template import CanvasFile, Perspective
from canvasapp.templates.own import told_canvas
from canvasapp.templates.reader import TemplateError

JSON_COLUMNS = frozenset({"file", "parties", "steps", "tags", "values"})
MAX_WORD = 200
"""The longest tag and the longest id of a field, in characters."""
MAX_LINE = 1_000
"""The longest text of a step, in characters."""
MOST = 1_000
"""So many tags, values or items of a value are the most there may be."""

_JSON: TypeAdapter[object] = TypeAdapter(object)

NO_NUL = "^[^\\x00]*$"


def json_of(value: object) -> str:
    """The one way in which a value is written as JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def plain(name: str, value: Any) -> Any:  # noqa: ANN401  # whatever a record holds
    """A property of a record in the types that JSON has: the values of an entry are an object."""
    if isinstance(value, CanvasFile):
        return value.text
    if name == "values":
        return {field: list(v) if isinstance(v, tuple) else v for field, v in value}
    if name == "steps":
        return [asdict(each) | {"needs": list(each.needs)} for each in value]
    return list(value) if name in ("parties", "tags") else value


def in_row(name: str, value: Any) -> str:  # noqa: ANN401  # whatever a record holds
    """A property of a record as the text that its row holds."""
    return value.text if isinstance(value, CanvasFile) else json_of(plain(name, value))


def _canvas(given: object) -> CanvasFile:
    """The canvas whose text stands in a row or in the journal."""
    if isinstance(given, CanvasFile):
        return given
    if not isinstance(given, str):
        raise ValueError("it is no text")  # noqa: TRY004  # what pydantic takes for a refusal
    try:
        return told_canvas(given)
    except TemplateError as error:
        raise ValueError(str(error)) from None


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
_Line = Annotated[str, StringConstraints(strict=True, max_length=MAX_LINE, pattern=NO_NUL)]
_Number = Annotated[float, Limits(strict=True, allow_inf_nan=False)]
_Items = Annotated[tuple[_Text, ...], Limits(min_length=1, max_length=MOST)]
_Value = bool | _Number | _Text | _Items

Canvas = Annotated[CanvasFile, PlainValidator(_canvas)]
Tags = Annotated[tuple[_Word, ...], BeforeValidator(_parsed), Limits(max_length=MOST)]
FieldValues = Annotated[
    tuple[tuple[_Word, _Value], ...],
    BeforeValidator(_pairs),
    Limits(max_length=MOST),
    AfterValidator(_in_order),
]


class _PlanStep(BaseModel):
    """A step of a plan as JSON tells it."""

    model_config = ConfigDict(extra="forbid")

    id: _Word
    title: _Line
    seconds: Annotated[int, Limits(strict=True, ge=1, le=LONGEST_STEP)]
    part: _Line
    wall: Wall
    block: _Word | None
    lens: Perspective | None
    asks: Asks
    hides: Annotated[bool, Limits(strict=True)]
    hint: _Line
    aim: _Line
    needs: Annotated[tuple[_Word, ...], Limits(max_length=MOST)]
    skipped: Annotated[bool, Limits(strict=True)]


_STEPS: TypeAdapter[list[_PlanStep]] = TypeAdapter(
    Annotated[list[_PlanStep], Limits(max_length=MOST_STEPS)]
)


def _plan_steps(given: object) -> tuple[PlanStep, ...]:
    """The steps of a record, of a row, or of the journal."""
    plain_steps = [asdict(e) if isinstance(e, PlanStep) else e for e in _listed(_parsed(given))]
    steps = tuple(PlanStep(**dict(each)) for each in _STEPS.validate_python(plain_steps))
    if not steps or len({each.id for each in steps}) < len(steps):
        raise ValueError("a plan has steps, and their ids differ")
    return steps


def _listed(given: object) -> list[object]:
    if not isinstance(given, list | tuple):
        raise ValueError("it is no list")  # noqa: TRY004  # what pydantic takes for a refusal
    return list(given)


Ids = Annotated[tuple[_Word, ...], BeforeValidator(_parsed), Limits(max_length=MOST)]
PlanSteps = Annotated[tuple[PlanStep, ...], PlainValidator(_plan_steps)]
