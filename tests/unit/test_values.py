"""What fields take, what they make of it, and the sentence with which they refuse."""

from __future__ import annotations

import math

import pytest

from canvasapp.domain.register import Field, FieldType, Value
from canvasapp.edits.values import MOST_ITEMS, UnfitValueError, fit_value
from tests.unit.small_canvas import note, workshop
from tests.unit.small_registers import EVIDENCE, GUARANTEE, MOMENT, entry

START = workshop(
    note("n1"),
    entry("g1", GUARANTEE, "G1", "n1"),
    entry("m1", MOMENT, "M1", "n2"),
    entry("e1", EVIDENCE, "EV1"),
)


def a(kind: FieldType, **more: object) -> Field:
    return Field("it", "Target", kind, **more)  # type: ignore[arg-type]  # a test names what it needs


CHOICE = a(FieldType.CHOICE, choices=("yes", "no"))
SCALE = a(FieldType.INT, least=1.0, most=5.0)
ENTRY = a(FieldType.ENTRY, register="moment")

FIT: list[tuple[Field, Value, Value | None]] = [
    (a(FieldType.TEXT), " Bread\r\n", "Bread"),
    (a(FieldType.TEXT), "  ", None),
    (a(FieldType.OPEN_CHOICE), "Own words", "Own words"),
    (a(FieldType.LIST), ("Bread", " ", "Butter"), ("Bread", "Butter")),
    (a(FieldType.LIST), ("",), None),
    (a(FieldType.NUMBER), 4, 4.0),
    (a(FieldType.NUMBER), " 92,5 ", 92.5),
    (a(FieldType.NUMBER), "", None),
    (SCALE, "5", 5.0),
    (a(FieldType.BOOL), False, False),
    (a(FieldType.DATE), "2026-05-31", "2026-05-31"),
    (a(FieldType.DATE), "", None),
    (CHOICE, "no", "no"),
    (CHOICE, "", None),
    (a(FieldType.PARTY), "telecom", "telecom"),
    (a(FieldType.PARTIES), ("telecom", "retailer", "telecom"), ("telecom", "retailer")),
    (a(FieldType.PARTIES), (), None),
    (ENTRY, "m1", "m1"),
    (a(FieldType.LINKS), ("n1", "e1"), ("n1", "e1")),
]

UNFIT: list[tuple[Field, Value, str]] = [
    (a(FieldType.TEXT), 4.0, "Target is a text."),
    (a(FieldType.LIST), 4.0, "Target is a list."),
    (
        a(FieldType.LIST),
        ("x",) * (MOST_ITEMS + 1),
        "Target has 1,001 items and takes at most 1,000.",
    ),
    (a(FieldType.NUMBER), "many", "Target is a number, such as 4 or 4.5."),
    (a(FieldType.NUMBER), math.inf, "Target is a number, such as 4 or 4.5."),
    (a(FieldType.NUMBER), "nan", "Target is a number, such as 4 or 4.5."),
    (a(FieldType.NUMBER), True, "Target is a number, such as 4 or 4.5."),
    (SCALE, 2.5, "Target is a whole number."),
    (SCALE, 6, "Target is a number from 1 to 5."),
    (a(FieldType.NUMBER, least=0.0), -1, "Target is not less than 0."),
    (a(FieldType.NUMBER, most=9.5), 10, "Target is not more than 9.5."),
    (a(FieldType.BOOL), "yes", "Target is yes or no."),
    (a(FieldType.DATE), "31.5.2026", "Target is a date, written as year-month-day: 2026-05-31."),
    (a(FieldType.DATE), "2026-02-30", "Target is a date, written as year-month-day: 2026-05-31."),
    (CHOICE, "maybe", "Target is one of: yes, no."),
    (a(FieldType.PARTY), "gone", "Target names a party that is not in this workshop."),
    (a(FieldType.PARTY), ("telecom", "retailer"), "Target takes only one."),
    (ENTRY, "g1", "Target names an entry that is not in this workshop."),
    (a(FieldType.LINKS), ("n1", "gone"), "Target names something that is not in this workshop."),
    (a(FieldType.COMPUTED), "high", "Target follows from the other fields: change those."),
]


@pytest.mark.parametrize(("field", "given", "kept"), FIT)
def test_a_field_takes(field: Field, given: Value, kept: Value | None) -> None:
    fit = fit_value(START, field, given)
    assert fit == kept
    assert type(fit) is type(kept)


@pytest.mark.parametrize(("field", "given", "words"), UNFIT)
def test_a_field_refuses(field: Field, given: Value, words: str) -> None:
    with pytest.raises(UnfitValueError) as refused:
        fit_value(START, field, given)
    assert str(refused.value) == words


@pytest.mark.parametrize("kind", [each for each in FieldType if each is not FieldType.COMPUTED])
def test_every_field_can_be_emptied(kind: FieldType) -> None:
    assert fit_value(START, a(kind), None) is None
