"""Where the notes of a lane lie on the wall: side by side in rows, so many as there is room for."""

from __future__ import annotations

from dataclasses import dataclass

from canvasapp.domain.geometry import Rect

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Grid:
    """How notes may be laid: at least `narrowest` wide, as high as one of `heights` (falling), `gap` apart, in mm.

    Where not all fit even at the last height, they are as high as `usual`, if one of them fits so.
    """

    narrowest: float
    heights: tuple[float, ...]
    usual: float
    gap: float


def grid_cells(room: Rect, count: int, grid: Grid, line: float) -> tuple[Rect, ...]:
    """The places of `count` notes in `room`, by rows; of fewer where not all fit, with a `line` (mm) free below."""
    columns = _that_fit(room.w, grid.narrowest, grid.gap)
    if columns == 0 or count == 0:
        return ()
    width = (room.w - (columns - 1) * grid.gap) / columns
    for height in grid.heights:
        if _that_fit(room.h, height, grid.gap) * columns >= count:
            return _laid(room, count, columns, (width, height), grid.gap)
    height = grid.usual if grid.usual <= room.h - line else grid.heights[-1]
    most = _that_fit(room.h - line, height, grid.gap) * columns
    return _laid(room, min(most, count), columns, (width, height), grid.gap)


def _that_fit(length: float, each: float, gap: float) -> int:
    return max(int((length + gap + _ROUNDING) / (each + gap)), 0)


def _laid(
    room: Rect, count: int, columns: int, size: tuple[float, float], gap: float
) -> tuple[Rect, ...]:
    width, height = size
    return tuple(
        Rect(
            room.x + number % columns * (width + gap),
            room.y + number // columns * (height + gap),
            width,
            height,
        )
        for number in range(count)
    )
