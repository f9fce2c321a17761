"""The marks of a print shop: where to cut, and where the plates of the inks meet."""

from __future__ import annotations

from collections.abc import Iterator

from canvasapp.domain.geometry import Point, Rect
from canvasapp.picture.shapes import Box, Kind, Line, Part, Picture, Shape

GAP = 1.0
"""From the bleed to a mark, in mm."""
LEAST_OFFSET = 3.0
"""From the trimmed edge to a mark, in mm, however little bleed there is."""
LENGTH = 5.0
INK = "#000000"
HAIRLINE = 0.1
_RING = 1.8


def room_for_marks(bleed: float) -> float:
    """From the trimmed edge to the edge of the page, in mm."""
    return _offset(bleed) + LENGTH + GAP


def print_marks(width: float, height: float, trim: Rect, bleed: float) -> Picture:
    """Crop marks at the corners and registration marks at the middles of the sides, all outside of the bleed."""
    offset = _offset(bleed)
    shapes = (*crop_marks(trim, offset), *_registration_marks(trim, offset + LENGTH / 2))
    return furniture(width, height, *shapes)


def furniture(width: float, height: float, *shapes: Shape) -> Picture:
    """Shapes in mm from the page's top left as a picture of a page."""
    part = Part(Kind.SHEET, "furniture", "", Rect(0, 0, width, height), shapes)
    return Picture(width, height, "", "", (part,))


def crop_marks(trim: Rect, offset: float) -> Iterator[Line]:
    """Two lines at each corner, `offset` mm away from it, along the edges to be cut."""
    for x, outwards in ((trim.x, -1), (trim.right, 1)):
        for y, upwards in ((trim.y, -1), (trim.bottom, 1)):
            yield _stroke(x + outwards * offset, y, outwards * LENGTH, 0.0)
            yield _stroke(x, y + upwards * offset, 0.0, upwards * LENGTH)


def _registration_marks(trim: Rect, away: float) -> Iterator[Shape]:
    middle = trim.centre
    for at in (
        Point(middle.x, trim.y - away),
        Point(middle.x, trim.bottom + away),
        Point(trim.x - away, middle.y),
        Point(trim.right + away, middle.y),
    ):
        ring = Rect(at.x - _RING, at.y - _RING, 2 * _RING, 2 * _RING)
        yield Box(ring, _RING, stroke=INK, width=HAIRLINE)
        yield _stroke(at.x - LENGTH / 2, at.y, LENGTH, 0.0)
        yield _stroke(at.x, at.y - LENGTH / 2, 0.0, LENGTH)


def _stroke(x: float, y: float, dx: float, dy: float) -> Line:
    return Line((Point(x, y), Point(x + dx, y + dy)), INK, HAIRLINE)


def _offset(bleed: float) -> float:
    return max(bleed + GAP, LEAST_OFFSET)
