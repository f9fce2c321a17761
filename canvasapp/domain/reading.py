"""The order in which people read what lies on a sheet: by rows, each from left to right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from canvasapp.domain.geometry import Rect


class Placed(Protocol):
    """What lies on a sheet: a note, or the drawing of one."""

    @property
    def id(self) -> str: ...

    @property
    def rect(self) -> Rect: ...


P = TypeVar("P", bound=Placed)


def reading_order(things: Iterable[P]) -> list[P]:
    """Notes by rows, each row from left to right."""
    return [thing for row in rows_of(things) for thing in row]


def rows_of(things: Iterable[P]) -> list[list[P]]:
    """Notes in rows from the top, each from left to right; those that share half a height are one row."""
    rows: list[list[P]] = []
    for thing in sorted(things, key=lambda each: (each.rect.y, each.rect.x, each.id)):
        if rows and _same_row(rows[-1][0].rect, thing.rect):
            rows[-1].append(thing)
        else:
            rows.append([thing])
    return [sorted(row, key=lambda each: (each.rect.x, each.rect.y, each.id)) for row in rows]


def _same_row(first: Rect, other: Rect) -> bool:
    overlap = min(first.bottom, other.bottom) - max(first.y, other.y)
    return overlap * 2 >= min(first.h, other.h)
