"""The lanes of a board follow its edits, and those that an edit does not touch stay as they are."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.lying import Lanes
from canvasapp.domain.records import Note
from canvasapp.domain.template import Perspective
from tests.unit.small_canvas import CUSTOMER, OUR, board, note, workshop

PLACES = [(None, None), ("tall", OUR), ("tall", CUSTOMER)]
IDS = "abcd"


def ids(lanes: Lanes) -> dict[tuple[str | None, Perspective | None], list[str]]:
    return {place: sorted(each.id for each in notes) for place, notes in lanes.items()}


def moved(start: Board, note_id: str, place: int | None) -> Change:
    """The note in another lane; None: thrown away, or there again."""
    before = start.notes.get(note_id)
    after = before or note(note_id, 10, 80)
    if before and place is None:
        return Change(before, None)
    block, perspective = PLACES[place or 0]
    return Change(before, replace(after, block=block, perspective=perspective, party=None))


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from([None, 0, 1, 2]))))
def test_lanes_are_the_same_as_if_they_were_made_of_the_notes(
    moves: list[tuple[str, int | None]],
) -> None:
    now = workshop(*(note(each, 10, 80) for each in IDS))
    for note_id, place in moves:
        here = now.boards["b1"]
        assert here.lanes  # whoever looked at them has them follow
        now = now.after(Edit("Move note", (moved(here, note_id, place),)))
    last = now.boards["b1"]
    assert ids(last.lanes) == ids(board(*last.notes.values()).lanes)


def test_a_lane_without_the_changed_note_is_the_same_object() -> None:
    off = replace(note("a", 10, 80), block=None, perspective=None)
    start = workshop(off, lying("b", CUSTOMER), lying("c", OUR))
    before = start.boards["b1"].lanes
    change = moved(start.boards["b1"], "b", 1)
    after = start.after(Edit("Move note", (change,))).boards["b1"].lanes
    assert after[None, None] is before[None, None]
    assert ids(after)["tall", OUR] == ["b", "c"]
    assert ("tall", CUSTOMER) not in after


def lying(note_id: str, perspective: Perspective) -> Note:
    return replace(note(note_id, 10, 80), block="tall", perspective=perspective)
