"""Points and rectangles on the sheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.geometry import Point, Rect

LENGTHS = st.integers(0, 1000)
RECTS = st.builds(Rect, LENGTHS, LENGTHS, LENGTHS, LENGTHS)
POINTS = st.builds(Point, LENGTHS, LENGTHS)


def test_points_add_up_and_part() -> None:
    assert Point(1, 2) + Point(10, 20) == Point(11, 22)
    assert Point(11, 22) - Point(10, 20) == Point(1, 2)


def test_a_rectangle_knows_its_far_edges_and_its_centre() -> None:
    rect = Rect(10, 20, 30, 40)
    assert (rect.right, rect.bottom, rect.centre) == (40, 60, Point(25, 40))


@pytest.mark.parametrize(
    ("at", "inside"),
    [
        (Point(10, 20), True),
        (Point(39.9, 59.9), True),
        (Point(40, 30), False),
        (Point(20, 60), False),
        (Point(9.9, 30), False),
        (Point(20, 19.9), False),
    ],
)
def test_near_edges_belong_to_a_rectangle_and_far_edges_do_not(at: Point, *, inside: bool) -> None:
    assert Rect(10, 20, 30, 40).contains(at) is inside


def test_rectangles_that_share_an_edge_only_do_not_meet() -> None:
    rect = Rect(0, 0, 10, 10)
    assert not rect.meets(Rect(10, 0, 10, 10))
    assert not rect.meets(Rect(0, 10, 10, 10))
    assert rect.meets(Rect(9, 9, 10, 10))


@pytest.mark.parametrize(
    ("at", "distance"),
    [
        (Point(5, 5), 0),
        (Point(13, 5), 3),
        (Point(5, -2), 2),
        (Point(13, 14), 5),
        (Point(-3, -4), 5),
    ],
)
def test_distance_is_measured_to_the_nearest_place(at: Point, distance: float) -> None:
    assert Rect(0, 0, 10, 10).distance_to(at) == distance


@given(RECTS, LENGTHS)
def test_an_inset_taken_back_is_the_rectangle(rect: Rect, by: int) -> None:
    assert rect.inset(by).inset(-by) == rect


@given(RECTS, LENGTHS, LENGTHS)
def test_moving_keeps_the_size(rect: Rect, dx: int, dy: int) -> None:
    moved = rect.moved(dx, dy)
    assert (moved.w, moved.h) == (rect.w, rect.h)
    assert moved.centre - rect.centre == Point(dx, dy)


@given(RECTS, RECTS)
def test_two_rectangles_united_are_the_least_that_encloses_both(one: Rect, other: Rect) -> None:
    united = one.united(other)
    assert united.encloses(one)
    assert united.encloses(other)
    assert united.x in {one.x, other.x}
    assert united.y in {one.y, other.y}
    assert united.right in {one.right, other.right}
    assert united.bottom in {one.bottom, other.bottom}


@given(RECTS, RECTS)
def test_meeting_is_mutual_and_follows_from_a_common_point(one: Rect, other: Rect) -> None:
    assert one.meets(other) == other.meets(one)
    if one.contains(other.centre) and other.contains(other.centre):
        assert one.meets(other)


@given(RECTS, POINTS)
def test_only_points_outside_are_at_a_distance(rect: Rect, at: Point) -> None:
    if rect.contains(at):
        assert rect.distance_to(at) == 0
    elif rect.distance_to(at) == 0:
        assert at.x == rect.right or at.y == rect.bottom
