"""The sign of a note that is shown in several places: two sheets, one behind the other."""

from __future__ import annotations

from canvasapp.domain.geometry import Point, Rect
from canvasapp.picture.shapes import Box, Colour, Shape
from canvasapp.picture.theme import NOTE_MARK

SIZE = 4.0
"""Of the sign in the upper left corner, in mm."""

_SHEET = 2.6
_LINE = 0.45


def twin_sign(corner: Point, ground: Colour) -> tuple[Shape, ...]:
    """The sign with its upper left corner there."""
    behind = Rect(corner.x, corner.y, _SHEET, _SHEET)
    before = behind.moved(SIZE - _SHEET, SIZE - _SHEET)
    return tuple(
        Box(rect, radius=0.5, fill=ground, stroke=NOTE_MARK, width=_LINE)
        for rect in (behind, before)
    )
