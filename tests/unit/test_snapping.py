"""Edges are drawn to what is in line with them, or to the usual distance from a neighbour."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.geometry import Point, Rect
from canvasapp.edits.placing import GAP_ACROSS, GAP_DOWN
from canvasapp.view.snapping import STAYS, Edges, Neighbours, Rest, at_rest

NOTE = Rect(100, 100, 100, 70)
REACH = 8.0


def neighbours(*notes: Rect, lanes: tuple[Rect, ...] = ()) -> Neighbours:
    columns = [(note.x, note.y, note.right, note.bottom) for note in notes]
    return Neighbours.of(np.array(columns, dtype=np.float64).reshape(-1, 4).T, lanes)


def rest(rect: Rect, *notes: Rect) -> Rest:
    return at_rest(rect, neighbours(*notes), REACH)


@pytest.mark.parametrize("off", [-7.9, -3.0, 0.0, 5.0, 8.0])
def test_an_edge_within_reach_comes_into_line(off: float) -> None:
    below = Rect(100 + off, 400, 100, 70)
    found = rest(below, NOTE)
    assert below.x + found.way.x == pytest.approx(NOTE.x)
    assert found.way.y == 0.0


def test_an_edge_beyond_reach_stays_where_it_is_held() -> None:
    assert rest(Rect(130, 400, 61, 70), NOTE) == STAYS
    assert at_rest(NOTE, neighbours(), REACH) == STAYS


def test_middles_come_into_line() -> None:
    narrow = Rect(134, 400, 30, 70)
    found = rest(narrow, NOTE)
    assert narrow.centre.x + found.way.x == pytest.approx(NOTE.centre.x)


def test_a_neighbour_in_the_same_row_is_kept_at_the_usual_distance() -> None:
    beside = Rect(NOTE.right + 10, 100, 100, 70)
    found = rest(beside, NOTE)
    assert beside.x + found.way.x - NOTE.right == pytest.approx(GAP_ACROSS)
    (gap, _) = found.guides
    assert gap.gap
    assert (gap.start.x, gap.end.x) == pytest.approx((NOTE.right, NOTE.right + GAP_ACROSS))
    above = Rect(100, NOTE.y - 70 - 2, 100, 70)
    assert NOTE.y - (above.bottom + rest(above, NOTE).way.y) == pytest.approx(GAP_DOWN)


def test_a_note_in_another_row_has_no_distance_to_keep() -> None:
    far_below = Rect(NOTE.right + 14, 500, 100, 70)
    assert rest(far_below, NOTE) == STAYS


def test_edges_come_to_rest_at_the_room_of_a_lane() -> None:
    lane = Rect(90, 90, 232, 300)
    held = Rect(94, 300, 50, 50)
    found = at_rest(held, neighbours(lanes=(lane,)), REACH)
    assert held.x + found.way.x == lane.x


def test_of_two_matches_the_nearer_wins() -> None:
    found = rest(Rect(103, 400, 61, 70), NOTE, Rect(105, 700, 300, 70))
    assert found.way.x == pytest.approx(2)


def test_a_guide_spans_both_things_in_line() -> None:
    below = Rect(102, 400, 61, 70)
    (guide,) = rest(below, NOTE).guides
    assert (guide.start, guide.end) == (Point(100, 100), Point(100, 470))
    assert not guide.gap


@pytest.mark.parametrize(
    ("edges", "way"),
    [(Edges(1, 0), Point(-3, 0)), (Edges(-1, 0), Point(2, 0)), (Edges(0, 0), Point(0, 0))],
)
def test_only_the_edges_that_are_pulled_are_drawn(edges: Edges, way: Point) -> None:
    held = Rect(98, 400, 105, 70)
    found = at_rest(held, neighbours(NOTE), REACH, edges)
    assert (found.way.x, found.way.y) == pytest.approx((way.x, way.y))


lengths = st.floats(24, 300)
places = st.floats(0, 1200)
rects = st.builds(Rect, places, places, lengths, lengths)


@given(held=rects, others=st.lists(rects, max_size=6))
def test_nothing_is_drawn_farther_than_it_reaches_and_then_it_is_at_rest(
    held: Rect, others: list[Rect]
) -> None:
    found = rest(held, *others)
    assert abs(found.way.x) <= REACH
    assert abs(found.way.y) <= REACH
    there = held.moved(found.way.x, found.way.y)
    for guide in found.guides:
        upright = guide.start.x == guide.end.x
        own = (
            (there.x, there.centre.x, there.right)
            if upright != guide.gap
            else (there.y, there.centre.y, there.bottom)
        )
        at = guide.end.x if upright != guide.gap else guide.end.y
        assert min(abs(each - at) for each in own) < 1e-6
