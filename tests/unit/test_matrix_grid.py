"""Where assumptions lie on the matrix: smaller with more of them, never hidden, never over each other."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from canvasapp.panels.matrix.grid import SIZES, Grid, laid_out

WIDTH, HEIGHT = 1000, 760


def crowded(count: int) -> Grid:
    return laid_out(WIDTH, HEIGHT, {(5, 0): [str(each) for each in range(count)]}, [])


@pytest.mark.parametrize("count", [1, 2, 3, 5, 20, 200])
def test_all_of_a_cell_lie_in_it_and_none_over_another(count: int) -> None:
    grid = crowded(count)
    boxes = [QRect(*placed.box) for placed in grid.placed.values()]
    cell = QRect(*grid.cells[5, 0])
    assert len(boxes) == count
    assert all(cell.contains(box) for box in boxes)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


def test_more_of_them_are_shown_smaller() -> None:
    sizes = [SIZES.index(crowded(count).placed["0"].size) for count in (1, 3, 6, 40)]
    assert sizes == sorted(sizes)
    assert sizes[0] == 0
    assert SIZES[sizes[-1]].lines == 0


def test_a_few_need_no_more_than_there_is_to_see() -> None:
    assert crowded(4).height <= HEIGHT
    assert crowded(400).height > HEIGHT


def test_the_riskiest_corner_is_where_one_begins_to_read() -> None:
    cells = crowded(0).cells
    assert min(cells, key=lambda cell: (cells[cell][1], cells[cell][0])) == (5, 0)
    assert max(cells, key=lambda cell: (cells[cell][1], cells[cell][0])) == (1, 4)


def test_a_point_is_in_the_cell_that_is_drawn_there() -> None:
    grid = crowded(0)
    for cell, (left, top, width, height) in grid.cells.items():
        assert grid.cell_at(left + width / 2, top + height / 2) == cell
    assert grid.cell_at(2, 2) is None


def test_what_is_not_weighed_lies_in_a_tray_beside_the_cells() -> None:
    grid = laid_out(WIDTH, HEIGHT, {}, ["a", "b"])
    assert grid.tray is not None
    tray = QRect(*grid.tray)
    assert all(tray.contains(QRect(*placed.box)) for placed in grid.placed.values())
    assert not any(tray.intersects(QRect(*box)) for box in grid.cells.values())
    assert crowded(3).tray is None
