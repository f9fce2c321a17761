"""Where cells and assumptions lie on the matrix, in px: more of them in a cell are smaller, none is hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from canvasapp.domain.assumptions import Cell

SCALE_OF_IMPORTANCE = (5, 4, 3, 2, 1)
SCALE_OF_EVIDENCE = (0, 1, 2, 3, 4)
"""From the top and from the left: the riskiest lie where one begins to read."""

HEAD, SIDE = 44, 88
"""Room for the names of columns and rows."""
GAP, PADDING = 4, 6
LOWEST = 92
TRAY = 224
TRAY_CARD = 64

Box = tuple[int, int, int, int]
"""Left, top, width and height."""


@dataclass(frozen=True, slots=True)
class Size:
    """One way to show assumptions in a cell: so many side by side, or as many as fit where each has `width`."""

    lines: int
    height: int
    columns: int = 0
    width: int = 0


SIZES = (
    Size(lines=2, height=56, columns=1),
    Size(lines=1, height=38, columns=1),
    Size(lines=1, height=38, columns=2),
    Size(lines=0, height=22, width=38),
)
IN_TRAY = Size(lines=2, height=TRAY_CARD, columns=1)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an assumption lies, and how it is shown."""

    box: Box
    size: Size


@dataclass(frozen=True, slots=True)
class Grid:
    """`cells` and what lies in them; what is not weighed lies in a tray at the left. All of it needs the `height`."""

    cells: Mapping[Cell, Box]
    placed: Mapping[str, Placed]
    tray: Box | None
    height: int

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell under a point."""
        for cell, (left, top, width, height) in self.cells.items():
            if left <= x < left + width and top <= y < top + height:
                return cell
        return None


def laid_out(
    width: int, height: int, weighed: Mapping[Cell, Sequence[str]], others: Sequence[str]
) -> Grid:
    """The matrix in so much room, with the ids of the assumptions in each cell, and of those that are not weighed."""
    left = SIDE + (TRAY + GAP if others else 0)
    wide = max((width - left) // len(SCALE_OF_EVIDENCE), 60)
    share = max((height - HEAD) // len(SCALE_OF_IMPORTANCE), LOWEST)
    heights = [_row_height(weighed, row, wide, share) for row in SCALE_OF_IMPORTANCE]
    tops = list(accumulate(heights, initial=HEAD))
    cells = {
        (row, column): (left + wide * across, top, wide - GAP, tall - GAP)
        for row, top, tall in zip(SCALE_OF_IMPORTANCE, tops, heights, strict=False)
        for across, column in enumerate(SCALE_OF_EVIDENCE)
    }
    placed: dict[str, Placed] = {}
    for cell, ids in weighed.items():
        if cell in cells:
            placed |= _placed(ids, cells[cell], share)
    tray_height = HEAD + len(others) * (TRAY_CARD + GAP) + PADDING
    tray = (0, 0, TRAY, max(tops[-1] - GAP, tray_height)) if others else None
    for place, each in enumerate(others):
        top = HEAD + place * (TRAY_CARD + GAP)
        placed[each] = Placed((PADDING, top, TRAY - 2 * PADDING, TRAY_CARD), IN_TRAY)
    return Grid(cells, placed, tray, max(tops[-1], tray_height))


def _row_height(weighed: Mapping[Cell, Sequence[str]], row: int, wide: int, share: int) -> int:
    """What the fullest cell of a row needs, and not less than its share."""
    counts = [len(weighed.get((row, column), ())) for column in SCALE_OF_EVIDENCE]
    return max(share, *(_needed(count, wide, share) + GAP + 2 * PADDING for count in counts))


def _needed(count: int, wide: int, share: int) -> int:
    if not count:
        return 0
    inner = wide - GAP - 2 * PADDING
    size = _fitting(count, inner, share - GAP - 2 * PADDING)
    return _height(count, size, inner)


def _fitting(count: int, width: int, height: int) -> Size:
    """The largest size in which so many fit, or the smallest."""
    fits = (size for size in SIZES if _height(count, size, width) <= height)
    return next(fits, SIZES[-1])


def _height(count: int, size: Size, width: int) -> int:
    rows = ceil(count / _columns(size, width))
    return rows * (size.height + GAP) - GAP


def _columns(size: Size, width: int) -> int:
    return size.columns or max((width + GAP) // (size.width + GAP), 1)


def _placed(ids: Sequence[str], cell: Box, share: int) -> dict[str, Placed]:
    left, top, width, _ = cell
    inner = width - 2 * PADDING
    size = _fitting(len(ids), inner, share - GAP - 2 * PADDING)
    columns = _columns(size, inner)
    wide = (inner - GAP * (columns - 1)) // columns
    return {
        each: Placed(
            (
                left + PADDING + place % columns * (wide + GAP),
                top + PADDING + place // columns * (size.height + GAP),
                wide,
                size.height,
            ),
            size,
        )
        for place, each in enumerate(ids)
    }
