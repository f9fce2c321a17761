"""Where new notes go in a lane."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import BoardHead, Note
from canvasapp.domain.template import Perspective
from canvasapp.edits.placing import (
    NEXT_GAP,
    WIDE,
    free_places,
    place_about,
    place_beside,
    places_for,
)
from canvasapp.templates import load_templates

TEMPLATES = load_templates()
OUR, CUSTOMER = Perspective.OUR, Perspective.CUSTOMER
SIZES = st.tuples(st.floats(50, 300), st.floats(50, 300))


def board_with(rects: list[Rect], canvas: str = "service-logic-bmc") -> Board:
    notes = [
        Note(f"n{at}", "b", None, None, None, "", None, rect.x, rect.y, rect.w, rect.h, "a0")
        for at, rect in enumerate(rects)
    ]
    head = BoardHead("b", canvas, 1, "", "", "a0")
    return Board(head, TEMPLATES[canvas], {}, {note.id: note for note in notes})


def lane(block: str, perspective: Perspective = OUR, canvas: str = "service-logic-bmc") -> Rect:
    return TEMPLATES[canvas].block(block).lane(perspective).rect


def test_notes_lie_in_rows_of_two_below_the_lane_s_label() -> None:
    tall = lane("value-proposition")
    places = free_places(board_with([]), "value-proposition", OUR, 4)
    offsets = [(place.x - tall.x, place.y - tall.y) for place in places]
    assert offsets == [pytest.approx(each) for each in [(7, 16), (117, 16), (7, 91), (117, 91)]]
    assert {(place.w, place.h) for place in places} == {WIDE}


def test_a_narrow_lane_has_one_column_of_notes_that_fit() -> None:
    narrow = lane("know-me-factor", canvas="value-stack")
    board = board_with([], "value-stack")
    places = free_places(board, "know-me-factor", OUR, 3, (200, 70))
    assert [place.x - narrow.x for place in places] == pytest.approx([7, 7, 7])
    assert [place.w for place in places] == pytest.approx([narrow.w - 14] * 3)


def test_the_first_gap_is_filled_first() -> None:
    first, second, third = free_places(board_with([]), "value-proposition", OUR, 3)
    assert free_places(board_with([first, third]), "value-proposition", OUR, 1) == [second]


def test_a_note_in_the_way_counts_wherever_it_belongs() -> None:
    (first,) = free_places(board_with([]), "value-proposition", OUR, 1)
    over_the_edge = Rect(first.x - 90, first.y + 60, 100, 60)
    (found,) = free_places(board_with([over_the_edge]), "value-proposition", OUR, 1)
    assert not found.meets(over_the_edge)


def test_a_full_lane_is_cascaded_over_within_its_edges() -> None:
    tall = lane("value-proposition")
    places = free_places(board_with([]), "value-proposition", OUR, 106)
    grid, cascade = places[:6], places[6:]
    assert not any(one.meets(other) for one in grid for other in grid if one is not other)
    assert (cascade[0].x, cascade[0].y) == pytest.approx((grid[0].x + 6, grid[0].y + 5))
    assert len({(place.x, place.y) for place in places}) == 106
    assert all(tall.encloses(place) for place in places)


def test_a_cascade_goes_on_where_it_stopped() -> None:
    whole = free_places(board_with([]), "key-resources", OUR, 9)
    later = free_places(board_with(whole[:5]), "key-resources", OUR, 4)
    assert later == whole[5:]


def as_high_as_it_says(text: str, _: float, height: float) -> float:
    return max(float(text), height)


@pytest.mark.parametrize("heights", [(150, 70, 70, 70), (70, 90, 160, 70), (225, 70, 120)])
def test_high_notes_cover_none_of_those_that_come_with_them(heights: tuple[float, ...]) -> None:
    texts = [str(height) for height in heights]
    rects = places_for(board_with([]), "key-partners", OUR, texts, as_high_as_it_says)
    assert [rect.h for rect in rects] == [float(height) for height in heights]
    assert not any(one.meets(other) for one in rects for other in rects if one is not other)
    assert all(lane("key-partners").encloses(rect) for rect in rects)


def test_a_high_note_covers_none_that_is_there_already() -> None:
    there = free_places(board_with([]), "key-partners", OUR, 3)[2]
    (high,) = places_for(board_with([there]), "key-partners", OUR, ["150"], as_high_as_it_says)
    assert not high.meets(there)


@pytest.mark.parametrize("height", [260, 400])
def test_a_note_higher_than_its_lane_begins_at_the_top(height: int) -> None:
    (high,) = places_for(board_with([]), "key-partners", OUR, [str(height)], as_high_as_it_says)
    assert high.y == lane("key-partners").y + 16
    assert lane("key-partners").contains(high.centre)


def test_a_note_higher_than_two_lanes_has_its_middle_in_its_own() -> None:
    (high,) = places_for(board_with([]), "key-partners", OUR, ["5000"], as_high_as_it_says)
    assert lane("key-partners").contains(high.centre)


@given(st.integers(0, 12), st.integers(0, 70))
def test_notes_that_do_not_grow_go_where_they_would(there: int, count: int) -> None:
    board = board_with(free_places(board_with([]), "key-partners", OUR, there))
    places = places_for(board, "key-partners", OUR, ["0"] * count, as_high_as_it_says)
    assert places == free_places(board, "key-partners", OUR, count)


def test_ten_thousand_notes_find_a_place() -> None:
    small = lane("key-resources")
    places = free_places(board_with([]), "key-resources", OUR, 10_000)
    assert len(places) == 10_000
    assert all(small.encloses(place) for place in places)
    assert len(free_places(board_with(places), "key-resources", OUR, 1)) == 1


def test_no_place_is_asked_for_and_none_is_given() -> None:
    assert free_places(board_with([]), "key-resources", OUR, 0) == []


def test_a_block_that_is_not_there_has_no_places() -> None:
    with pytest.raises(KeyError):
        free_places(board_with([]), "elsewhere", OUR, 1)


@given(
    where=st.sampled_from(
        [
            (name, block.id, each)
            for name, template in TEMPLATES.items()
            for block in template.blocks
            for each in Perspective
        ]
    ),
    size=SIZES,
    count=st.integers(0, 60),
)
def test_places_lie_in_the_lane_and_apart_while_there_is_room(
    where: tuple[str, str, Perspective], size: tuple[float, float], count: int
) -> None:
    canvas, block, perspective = where
    rect = lane(block, perspective, canvas).inset(-1e-6)
    places = free_places(board_with([], canvas), block, perspective, count, size)
    assert len(places) == count
    assert all(rect.encloses(place) for place in places)
    room = TEMPLATES[canvas].block(block).lane(perspective).room
    one = free_places(board_with([], canvas), block, perspective, 1, size)[0]
    columns, rows = int((room.w + 6) / (one.w + 6)), int((room.h + 5) / (one.h + 5))
    apart = places[: columns * rows]
    assert not any(a.meets(b) for at, a in enumerate(apart) for b in apart[:at])


@given(
    rects=st.lists(
        st.builds(
            Rect, st.floats(-50, 1200), st.floats(-50, 850), st.floats(1, 400), st.floats(1, 400)
        ),
        max_size=12,
    )
)
def test_what_is_free_is_used_before_anything_is_covered(rects: list[Rect]) -> None:
    cells = free_places(board_with([]), "customers-world", CUSTOMER, 6)
    free = [cell for cell in cells if not any(cell.meets(rect) for rect in rects)]
    board = board_with(rects)
    assert free_places(board, "customers-world", CUSTOMER, len(free)) == free


@given(st.floats(0, 1189), st.floats(0, 841), SIZES)
def test_a_note_placed_by_hand_lies_in_the_lane_it_was_meant_for(
    x: float, y: float, size: tuple[float, float]
) -> None:
    board, at = board_with([]), Point(x, y)
    place, found = board.template.place_at(at), place_about(board, at, size)
    assert (found.w, found.h) == size
    if place is None:
        assert (found.centre.x, found.centre.y) == pytest.approx((x, y))
        return
    there = board.template.block(place.block).lane(place.perspective).rect
    assert board.template.place_at(found.centre) == place
    if found.w <= there.w and found.h <= there.h:
        assert there.inset(-1e-6).encloses(found)


def test_a_note_that_fits_around_the_place_it_was_meant_for_is_not_moved() -> None:
    at = lane("value-proposition").centre
    assert place_about(board_with([]), at).centre == at


def lying(rect: Rect, block: str | None = "value-proposition") -> tuple[Board, Note]:
    """A board with one note, in our lane of a block."""
    board = board_with([rect])
    note = replace(board.note("n0"), block=block, perspective=OUR if block else None)
    return replace(board, notes={"n0": note}), note


def test_the_next_note_lies_beside_the_last_while_the_lane_has_room_there() -> None:
    room = lane("value-proposition")
    board, note = lying(Rect(room.x + 7, room.y + 16, 80, 60))
    assert place_beside(board, note, Point(1, 0)) == note.rect.moved(80 + NEXT_GAP, 0)
    assert place_beside(board, note, Point(0, 1)) == note.rect.moved(0, 60 + NEXT_GAP)


@pytest.mark.parametrize("way", [Point(1, 0), Point(-1, 0), Point(0, 1), Point(0, -1)])
def test_the_next_note_stays_in_the_lane_whichever_way_it_was_asked_for(way: Point) -> None:
    room = lane("key-resources")
    board, note = lying(Rect(room.centre.x - 60, room.centre.y - 35, 120, 70), "key-resources")
    found = place_beside(board, note, way)
    assert room.encloses(found)
    assert not found.meets(note.rect) or not free(board, note)


def free(board: Board, note: Note) -> bool:
    """Whether the lane of the note has a place that meets no note."""
    (place,) = free_places(board, "key-resources", OUR, 1, (note.w, note.h))
    return not place.meets(note.rect)


def test_the_next_note_of_one_that_has_grown_beyond_its_lane_fits_into_it() -> None:
    room = lane("key-resources")
    board, note = lying(Rect(room.x + 7, room.y + 16, 104, 900), "key-resources")
    assert room.encloses(place_beside(board, note, Point(1, 0)))


def test_off_the_blocks_the_next_note_simply_lies_beside_the_last() -> None:
    board, note = lying(Rect(2000, 2000, 80, 60), None)
    assert place_beside(board, note, Point(-1, 0)) == note.rect.moved(-80 - NEXT_GAP, 0)
