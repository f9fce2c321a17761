"""Four registers and entries of them, small enough to reckon with by hand."""

from __future__ import annotations

from canvasapp.domain.records import Entry
from canvasapp.domain.register import Field, FieldType, Register, Scope, Value

GUARANTEE = Register(
    "guarantee",
    "G",
    "Guarantee",
    "Guarantees",
    Scope.BLOCK,
    "statement",
    (
        Field("statement", "Guarantee", FieldType.TEXT, required=True),
        Field("target", "Target", FieldType.NUMBER, required=True, least=0.0, most=100.0),
        Field("owner", "Owner", FieldType.PARTY, required=True),
        Field("moment", "Moment", FieldType.ENTRY, register="moment"),
        Field("kept", "Kept", FieldType.BOOL),
    ),
)
MOMENT = Register(
    "moment",
    "M",
    "Moment",
    "Moments",
    Scope.BLOCK,
    "name",
    (
        Field("name", "Name", FieldType.TEXT, required=True),
        Field("target", "Target", FieldType.INT, least=0.0),
        Field("helpers", "Helpers", FieldType.PARTIES),
    ),
)
EVIDENCE = Register(
    "evidence",
    "EV",
    "Evidence",
    "Evidence",
    Scope.WORKSHOP,
    "finding",
    (
        Field("finding", "Finding", FieldType.TEXT, required=True),
        Field("about", "About", FieldType.LINKS, required=True),
    ),
)
GOAL = Register(
    "goal",
    "T",
    "Goal",
    "Goals",
    Scope.CANVAS,
    None,
    (Field("on", "Agreed on", FieldType.DATE), Field("owner", "Owner", FieldType.PARTY)),
)
REGISTERS = {each.id: each for each in (GUARANTEE, MOMENT, EVIDENCE, GOAL)}


def entry(
    entry_id: str, register: Register, code: str, note: str | None = None, **values: Value
) -> Entry:
    """An entry on the board b1, or on no board where its register is the workshop's."""
    lying = None if register.scope is Scope.WORKSHOP else "b1"
    return Entry(entry_id, lying, register.id, note, code, tuple(sorted(values.items())))
