"""What stands around the picture on a tile: where to cut, where the next one begins, a ruler, and its name."""

from __future__ import annotations

from collections.abc import Iterator

from canvasapp.domain.geometry import Point, Rect
from canvasapp.export.marks import HAIRLINE, INK, crop_marks, furniture
from canvasapp.export.tiling import Tile, Tiling
from canvasapp.picture.shapes import Line, Picture, Shape
from canvasapp.picture.words import one_line, words
from canvasapp.text.fonts import Style

OFFSET = 1.0
"""From the picture to the marks, in mm."""
LETTERS = 2.8
RULERS = (100.0, 50.0)
"""The lengths of the scale bar in mm: the first that finds room is printed at exactly that length."""
_TICK = 10.0
_SIDE = 4.0
_JOINT = 3.0


def tile_marks(cut: Tiling, tile: Tile, label: str) -> Picture:
    """All of it as a picture of the sheet."""
    shapes = (
        *crop_marks(cut.area, OFFSET),
        *_joints(cut, tile),
        *ruler(cut.area),
        *_label(cut.area, label, cut.overlap),
    )
    return furniture(cut.width, cut.height, *shapes)


def ruler(area: Rect) -> Iterator[Shape]:
    """A scale bar above the left of `area`: held against a rule it tells whether the printer has kept the size."""
    length = next((each for each in RULERS if each + 20.0 < area.w), None)
    if length is None:
        return
    left, base = area.x + _SIDE, area.y - OFFSET
    yield Line((Point(left, base), Point(left + length, base)), INK, HAIRLINE)
    for step in range(round(length / _TICK) + 1):
        high = 2.5 if step % 5 == 0 else 1.2
        x = left + step * _TICK
        yield Line((Point(x, base), Point(x, base - high)), INK, HAIRLINE)
    said = one_line(f"{length:.0f} mm", area.w, LETTERS, Style.PLAIN)
    yield words(Point(left + length + 1.5, base + 0.3 - said.lines[0].baseline), said, INK)


def _label(area: Rect, label: str, overlap: float) -> Iterator[Shape]:
    room = area.w - 2 * _SIDE - overlap
    said = one_line(label, max(room, LETTERS), LETTERS, Style.PLAIN)
    yield words(Point(area.x + _SIDE, area.bottom + OFFSET + 0.5), said, INK)


def _joints(cut: Tiling, tile: Tile) -> Iterator[Line]:
    """Ticks to which the cut edges of the sheets at the right and below are laid."""
    area = cut.area
    if cut.overlap and tile.column < cut.columns - 1:
        x = area.right - cut.overlap
        yield _tick(x, area.y - OFFSET, 0.0, -_JOINT)
        yield _tick(x, area.bottom + OFFSET, 0.0, _JOINT)
    if cut.overlap and tile.row < cut.rows - 1:
        y = area.bottom - cut.overlap
        yield _tick(area.x - OFFSET, y, -_JOINT, 0.0)
        yield _tick(area.right + OFFSET, y, _JOINT, 0.0)


def _tick(x: float, y: float, dx: float, dy: float) -> Line:
    return Line((Point(x, y), Point(x + dx, y + dy)), INK, 2 * HAIRLINE, dash=(0.6, 0.6))
