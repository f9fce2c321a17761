"""Going from note to note by direction."""

from __future__ import annotations

import pytest

from canvasapp.view.neighbours import nearest
from tests.unit.small_canvas import note

MIDDLE = note("middle", 200, 200)
AROUND = [
    note("right", 300, 210),
    note("far-right", 400, 200),
    note("left", 100, 190),
    note("above", 205, 100),
    note("below", 195, 300),
    note("aslant", 280, 290),
]


@pytest.mark.parametrize(
    ("way", "found"),
    [((1, 0), "right"), ((-1, 0), "left"), ((0, -1), "above"), ((0, 1), "below")],
)
def test_the_nearest_note_straight_on_is_found(way: tuple[int, int], found: str) -> None:
    reached = nearest([MIDDLE, *AROUND], MIDDLE, *way)
    assert reached is not None
    assert reached.id == found


def test_there_is_none_beyond_the_last_one() -> None:
    assert nearest([MIDDLE, AROUND[2]], MIDDLE, 1, 0) is None


def test_every_note_of_a_row_can_be_reached_and_left_again() -> None:
    row = [note(f"n{place}", place * 70, place * 5) for place in range(5)]
    here = row[0]
    for wanted in row[1:]:
        found = nearest(row, here, 1, 0)
        assert found == wanted
        assert nearest(row, wanted, -1, 0) == here
        here = wanted
