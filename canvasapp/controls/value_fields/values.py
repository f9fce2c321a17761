"""Values as a person reads and writes them in one field or cell."""

from __future__ import annotations

from canvasapp.controls.value_fields.stock import said
from canvasapp.domain.register import Value

EXACT = 1e15
"""Whole numbers up to here are written without an exponent."""


def text_of(value: Value | None) -> str:
    """A text, number or list as it is written; lists have an item a line."""
    match value:
        case None:
            return ""
        case bool():
            return said("yes" if value else "no")
        case float() | int():
            return str(int(value)) if value == int(value) and abs(value) < EXACT else repr(value)
        case tuple():
            return "\n".join(value)
    return value
