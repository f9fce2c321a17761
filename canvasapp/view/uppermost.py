"""Which of many overlapping rectangles can be seen, and which can be painted together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

import numpy as np
import numpy.typing as npt

Edges = npt.NDArray[np.float64]
"""Columns left, top, right, bottom in device pixels, one row a rectangle, the lowest first."""

_CELL = 4
CROWDED = 1.5
"""How many times the rectangles must cover the area before it pays to look for hidden ones."""


def crowded(edges: Edges, width: float, height: float) -> bool:
    """Whether the rectangles cover an area of `width` by `height` so often that many of them are hidden."""
    sizes = (edges[:, 2] - edges[:, 0]) * (edges[:, 3] - edges[:, 1])
    return bool(sizes.sum() > CROWDED * width * height)


def uppermost(
    edges: Edges,
    opaque: npt.NDArray[np.bool_],
    width: int,
    height: int,
    corner: float,
    rim: float,
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
    """The rows that show anywhere in the area from (0, 0) to (width, height), lowest first; and which show more.

    Those show more of which not only the outermost `rim` pixels show. `corner` is what a rectangle leaves uncovered
    at its edges because its corners are round; those that are not `opaque` cover nothing. Never leaves out what can
    be seen; may keep what can not.
    """
    covered = np.zeros((height // _CELL + 1, width // _CELL + 1), dtype=bool)
    outer = _cells(_grown(edges, 1), covered, np.floor, np.ceil)
    inner = _cells(_grown(edges, -corner), covered, np.ceil, np.floor)
    core = _cells(_grown(edges, -rim), covered, np.floor, np.ceil)
    seen, more = [], []
    for row in range(len(edges) - 1, -1, -1):
        left, top, right, bottom = outer[row]
        if covered[top:bottom, left:right].all():
            continue
        seen.append(row)
        left, top, right, bottom = core[row]
        more.append(not covered[top:bottom, left:right].all())
        if not opaque[row]:
            continue
        left, top, right, bottom = inner[row]
        covered[top:bottom, left:right] = True
        if covered.all():
            break
    return np.array(seen[::-1], dtype=np.intp), np.array(more[::-1], dtype=bool)


def alike_runs(flags: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Start and end of runs, in order, in which every flag is the same."""
    turns = [0, *(np.flatnonzero(np.diff(flags)) + 1).tolist(), len(flags)]
    return ((start, end) for start, end in pairwise(turns) if start < end)


def separate_runs(edges: Edges) -> Iterator[tuple[int, int]]:
    """Start and end of runs of rows, in order, in which no rectangle meets another."""
    start, count = 0, len(edges)
    for row in range(1, count):
        left, top, right, bottom = edges[start:row].T
        x, y, far_x, far_y = edges[row]
        if ((left < far_x) & (x < right) & (top < far_y) & (y < bottom)).any():
            yield start, row
            start = row
    if count:
        yield start, count


def _grown(edges: Edges, by: float) -> Edges:
    return edges + by * np.array((-1, -1, 1, 1))


def _cells(
    edges: Edges, covered: npt.NDArray[np.bool_], low: np.ufunc, high: np.ufunc
) -> list[list[int]]:
    """The cells from which to which each rectangle reaches, inside the area."""
    height, width = covered.shape
    cells = np.empty(edges.shape, dtype=np.intp)
    cells[:, :2] = low(edges[:, :2] / _CELL)
    cells[:, 2:] = high(edges[:, 2:] / _CELL)
    cells = np.clip(cells, 0, (width, height, width, height))
    return cast("list[list[int]]", cells.tolist())
