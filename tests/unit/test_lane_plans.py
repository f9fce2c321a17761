"""Notes moved and pasted into lanes, and in another order there; the outline that says which lane has which."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.outline import outline_of
from canvasapp.domain.template import Place
from canvasapp.edits.lanes import exchange_places, move_to_lane, paste_into_lane
from canvasapp.edits.notes import move_notes, set_text
from tests.unit.small_canvas import CUSTOMER, OUR, board, note, workshop

GOAL = Place("tall", CUSTOMER)


def after(start: Board, edit: Edit) -> Board:
    return workshop(*start.notes.values()).after(edit).boards["b1"]


def three() -> Board:
    return board(note("a", 10, 80), note("b", 80, 80), note("c", 10, 130))


def test_notes_go_where_there_is_room_in_the_lane() -> None:
    moved = after(three(), move_to_lane(three(), ["a", "c"], GOAL))
    assert {each.id for each in moved.notes_in("tall", CUSTOMER)} == {"a", "c"}
    assert not moved.notes["a"].rect.meets(moved.notes["c"].rect)
    assert moved.notes["b"] == three().notes["b"]


def test_what_is_in_the_lane_already_stays_where_it_is() -> None:
    assert not move_to_lane(three(), ["a", "b"], Place("tall", OUR))


def test_a_locked_note_is_not_moved() -> None:
    start = board(replace(note("a", 10, 80), locked=True))
    assert not move_to_lane(start, ["a"], GOAL)


@pytest.mark.parametrize(("w", "h"), [(24.0, 18.0), (60.0, 40.0), (2000.0, 60.0), (60.0, 3000.0)])
def test_a_note_of_any_size_comes_to_lie_in_the_lane_in_its_own_size(w: float, h: float) -> None:
    start = board(note("a", 10, 80, w=w, h=h))
    (moved,) = after(start, move_to_lane(start, ["a"], GOAL)).notes_in("tall", CUSTOMER)
    assert (moved.w, moved.h) == (w, h)


def test_copies_are_pasted_into_the_lane() -> None:
    pasted = after(three(), paste_into_lane(three(), three().notes.values(), GOAL))
    copies = pasted.notes_in("tall", CUSTOMER)
    assert sorted(each.text for each in copies) == sorted(
        each.text for each in three().notes.values()
    )
    assert not {each.id for each in copies} & three().notes.keys()


def test_two_notes_change_places_and_keep_their_sizes() -> None:
    start = board(note("a", 10, 80), note("b", 80, 130, w=70.0, h=30.0))
    one, other = start.notes["a"], start.notes["b"]
    moved = after(start, exchange_places(start, "a", "b")).notes
    assert (moved["a"].x, moved["a"].y, moved["a"].w) == (other.x, other.y, one.w)
    assert (moved["b"].x, moved["b"].y, moved["b"].w) == (one.x, one.y, other.w)


def test_no_note_changes_places_with_a_locked_or_missing_one() -> None:
    start = board(note("a", 10, 80), replace(note("b", 80, 80), locked=True))
    assert not exchange_places(start, "a", "b")
    assert not exchange_places(start, "a", "gone")


def test_the_outline_has_every_note_once_each_lane_in_reading_order() -> None:
    start = three()
    branches = outline_of(start)
    listed = [each.id for branch in branches for each in branch.notes]
    assert sorted(listed) == sorted(start.notes)
    tall = next(b for b in branches if b.block and (b.block.id, b.perspective) == ("tall", OUR))
    assert list(tall.notes) == start.notes_in("tall", OUR)
    assert {each: tall.notes[row].id for each, row in tall.rows.items()} == {
        each.id: each.id for each in tall.notes
    }


def test_what_lies_off_the_blocks_is_listed_last() -> None:
    start = board(note("far", -900, -900, block=None, perspective=None), note("a", 10, 80))
    last = outline_of(start)[-1]
    assert (last.block, [each.id for each in last.notes]) == (None, ["far"])


def test_a_branch_that_an_edit_did_not_touch_is_the_same_object() -> None:
    whole = workshop(*three().notes.values())
    start = whole.boards["b1"]
    before = outline_of(start)
    for edit, touched in (
        (set_text(start, "a", "Other words"), 1),
        (move_notes(start, ["a"], -900, -900), 2),
    ):
        fresh = outline_of(whole.after(edit).boards["b1"], before)
        assert sum(old is not new for old, new in zip(before, fresh, strict=True)) == touched
