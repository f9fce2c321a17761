"""Small signs on a note: that another one contradicts it, and that it is locked."""

from __future__ import annotations

from dataclasses import dataclass

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import NoteStatus
from canvasapp.picture.shapes import Box, Colour, Line, Path, Shape
from canvasapp.picture.theme import NOTE_INK, NOTE_MARK

SIZE = 7.0
"""Of the sign in the lower right corner, in mm."""

_LOCK = 4.4
_LOCK_LINE = 0.45
_ROUND = 0.5523  # how far a quarter circle's control points lie from its ends, in radii

# Lucide's "arrow-left-right" on its 24 unit grid.
_CONTRADICTS = (
    ((8, 3), (4, 7), (8, 11)),
    ((4, 7), (20, 7)),
    ((16, 21), (20, 17), (16, 13)),
    ((20, 17), (4, 17)),
)


@dataclass(frozen=True, slots=True)
class NoteMarks:
    """What the corners and the foot of a note tell about it; `missing` counts the empty fields of its entry."""

    contradicted: bool = False
    locked: bool = False
    evidenced: bool = False
    status: NoteStatus | None = None
    code: str = ""
    missing: int = 0


NO_MARKS = NoteMarks()


def contradiction(corner: Point) -> tuple[Shape, ...]:
    """The sign of a contradiction with its lower right corner there."""
    left, top = corner.x - SIZE, corner.y - SIZE
    grid = SIZE / 24
    return tuple(
        Line(tuple(Point(left + x * grid, top + y * grid) for x, y in stroke), NOTE_MARK, 0.75)
        for stroke in _CONTRADICTS
    )


def lock(corner: Point, ground: Colour) -> tuple[Shape, ...]:
    """A padlock on a small ground, Lucide's "lock", with its upper right corner there."""
    tile = Rect(corner.x - _LOCK, corner.y, _LOCK, _LOCK)
    grid = _LOCK / 24
    x, y = tile.x, tile.y
    body = Rect(x + 5 * grid, y + 11 * grid, 14 * grid, 9 * grid)
    left, right, high, round_off = x + 8 * grid, x + 16 * grid, y + 4 * grid, 4 * grid
    bend = round_off * (1 - _ROUND)
    shackle = Path(
        (
            ("M", left, body.y),
            ("L", left, high + round_off),
            ("C", left, high + bend, left + bend, high, left + round_off, high),
            ("C", right - bend, high, right, high + bend, right, high + round_off),
            ("L", right, body.y),
        ),
        stroke=NOTE_INK,
        width=_LOCK_LINE,
    )
    return (
        Box(tile, radius=1.0, fill=ground),
        Box(body, radius=0.3, fill=NOTE_INK),
        shackle,
    )
