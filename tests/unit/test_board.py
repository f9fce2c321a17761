"""Workshops and boards as values: what an edit makes of them, what it leaves alone and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.board import UnknownTemplateError, Workshop
from canvasapp.domain.change import Change, Edit, StaleEditError
from canvasapp.domain.geometry import Rect
from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import Attachment, BoardHead, Record, WorkshopHead
from tests.unit.small_canvas import (
    CUSTOMER,
    OUR,
    RETAILER,
    TELECOM,
    board,
    link,
    note,
    small_template,
    workshop,
)

PHOTO = Attachment("0" * 64, "leak.jpg", "image/jpeg", 1000)


def edit(*pairs: tuple[Record | None, Record | None]) -> Edit:
    return Edit("Test", tuple(Change(before, after) for before, after in pairs))


# --- what an edit does ------------------------------------------------------------------------------------------------


def test_a_workshop_knows_each_of_its_records() -> None:
    records: list[Record] = [note("a"), note("b"), link("l", "a", "b"), PHOTO]
    filled = workshop(*records)
    everything: list[Record] = [*records, filled.head, TELECOM, RETAILER, filled.boards["b1"].head]
    assert [filled.record(each) for each in everything] == everything


@pytest.mark.parametrize(
    "stranger",
    [
        note("gone"),
        link("gone", "a", "b"),
        note("a", board="gone"),
        link("l", "a", "b", board="gone"),
        replace(TELECOM, id="gone"),
        PHOTO,
        WorkshopHead("gone", "Gone"),
        BoardHead("gone", "small", 3, "", "", "a0"),
    ],
)
def test_a_record_that_is_not_there_is_none(stranger: Record) -> None:
    assert workshop(note("a")).record(stranger) is None


def test_an_edit_makes_a_new_value_and_leaves_the_old_one_alone() -> None:
    before = workshop(note("a"))
    after = before.after(edit((None, note("b")), (note("a"), note("a", text="new"))))
    assert {each.id: each.text for each in after.boards["b1"].notes.values()} == {
        "a": "new",
        "b": "b",
    }
    assert before.boards["b1"].notes == {"a": note("a")}


def test_only_the_boards_an_edit_touches_are_made_anew() -> None:
    before = workshop(note("a"), boards=["b1", "b2"])
    after = before.after(edit((None, note("c", board="b2"))))
    assert after.boards["b1"] is before.boards["b1"]
    assert after.boards["b2"] is not before.boards["b2"]
    assert after.parties is before.parties


def test_all_boards_see_a_changed_party() -> None:
    before = workshop(boards=["b1", "b2"])
    renamed = replace(TELECOM, name="Network")
    after = before.after(edit((TELECOM, renamed)))
    assert [each.parties["telecom"] for each in after.boards.values()] == [renamed] * 2


def test_the_workshop_and_its_attachments_change_by_edits_as_well() -> None:
    before = workshop()
    titled = WorkshopHead("w", "Another title")
    after = before.after(edit((before.head, titled), (None, PHOTO)))
    assert (after.head, after.attachments) == (titled, {PHOTO.id: PHOTO})


def test_a_board_goes_after_what_lies_on_it_and_comes_back_before() -> None:
    before = workshop(note("a"), boards=["b1", "b2"])
    gone = edit((note("a"), None), (before.boards["b1"].head, None))
    after = before.after(gone)
    assert list(after.boards) == ["b2"]
    assert after.after(gone.inverse()).boards["b1"].notes == {"a": note("a")}


# --- what an edit is refused for --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "stale",
    [
        (note("a", text="other"), note("a")),
        (note("gone"), None),
        (None, note("a", text="once more")),
        (None, note("x", board="gone")),
        (None, link("x", "a", "a", board="gone")),
        (replace(TELECOM, slot=7), TELECOM),
        (WorkshopHead("w", "Old title"), WorkshopHead("w", "New title")),
        (WorkshopHead("w", "Workshop"), None),
        (BoardHead("b1", "small", 3, "Board b1", "", "a0"), None),
    ],
)
def test_an_edit_planned_from_another_state_is_refused(
    stale: tuple[Record | None, Record | None],
) -> None:
    filled = workshop(note("a"))
    with pytest.raises(StaleEditError):
        filled.after(edit(stale))


def test_nothing_of_a_refused_edit_is_done() -> None:
    filled = workshop(note("a"))
    with pytest.raises(StaleEditError):
        filled.after(edit((None, note("b")), (note("gone"), None)))
    assert list(filled.boards["b1"].notes) == ["a"]


def test_a_board_made_and_removed_in_one_edit_takes_no_notes_with_it() -> None:
    fresh = BoardHead("b9", "small", 3, "Board b9", "", "a9")
    with pytest.raises(StaleEditError, match="b9 is not empty"):
        workshop().after(edit((None, fresh), (None, note("a", board="b9")), (fresh, None)))


def test_a_board_on_an_unknown_canvas_is_refused_by_name() -> None:
    head = BoardHead("b", "sixth", 1, "", "", "a0")
    with pytest.raises(UnknownTemplateError, match="The canvas 'sixth' is not installed"):
        Workshop.of(WorkshopHead("w", ""), {"small": small_template()}, [head])


# --- order ------------------------------------------------------------------------------------------------------------


def test_boards_are_in_order_of_their_positions() -> None:
    heads = [BoardHead(name, "small", 3, "", "", key) for name, key in [("x", "a2"), ("y", "a1")]]
    filled = Workshop.of(WorkshopHead("w", ""), {"small": small_template()}, heads)
    assert [each.id for each in filled.boards_in_order()] == ["y", "x"]


def test_parties_are_in_order_of_their_slots() -> None:
    first = replace(RETAILER, slot=0)
    assert workshop().after(edit((RETAILER, first))).parties_in_order() == [first, TELECOM]


def test_a_pile_is_sorted_from_the_lowest() -> None:
    filled = board(note("top", z="a2"), note("low", z="Zz"), note("mid", z="a0V"))
    assert [each.id for each in filled.pile()] == ["low", "mid", "top"]


def test_notes_are_read_by_rows_though_they_lie_unevenly() -> None:
    filled = board(
        note("1", 10, 75), note("2", 80, 70), note("3", 150, 78), note("4", 10, 120), note("5", 90)
    )
    assert [each.id for each in filled.notes_in("tall", OUR)] == ["1", "2", "5", "3", "4"]


def test_notes_are_found_by_block_and_perspective() -> None:
    filled = board(
        note("ours"),
        note("theirs", 10, 240, perspective=CUSTOMER),
        note("off", 500, 350, block=None, perspective=None),
    )
    assert [each.id for each in filled.notes_in("tall")] == ["ours", "theirs"]
    assert [each.id for each in filled.notes_in("tall", CUSTOMER)] == ["theirs"]
    assert [each.id for each in filled.notes_in(None)] == ["off"]
    assert filled.notes_in("broad") == []


def test_notes_are_found_by_the_question_they_answer() -> None:
    filled = board(note("yes", question="what"), note("no"), note("b", 10, 120, question="why"))
    assert [each.id for each in filled.answers("tall", "what")] == ["yes"]
    assert filled.answers("broad", "what") == []


def test_a_note_that_is_not_there_is_asked_for_in_vain() -> None:
    with pytest.raises(KeyError):
        board(note("a")).note("b")


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), max_size=30))
def test_reading_order_loses_nothing_and_never_goes_up_a_row(places: list[tuple[int, int]]) -> None:
    notes = [note(f"n{at}", x, y) for at, (x, y) in enumerate(places)]
    read = reading_order(notes)
    assert sorted(each.id for each in read) == sorted(each.id for each in notes)
    assert read == reading_order(reversed(notes))
    for earlier, later in pairwise(read):
        assert later.rect.y > earlier.rect.y - earlier.rect.h


@given(st.integers(0, 20), st.integers(0, 20))
def test_what_can_be_done_can_be_taken_back(count: int, removed: int) -> None:
    notes = [note(f"n{at}", 10 * at) for at in range(count)]
    start = workshop(*notes)
    there = edit(
        *((each, None) for each in notes[:removed]),
        *((each, replace(each, text="new")) for each in notes[removed:]),
        (None, note("extra")),
    )
    back = start.after(there).after(there.inverse())
    assert back.boards["b1"].notes == start.boards["b1"].notes


def test_a_sheet_s_frame_is_what_its_margins_leave() -> None:
    sheet = replace(small_template().sheet, margin=15.0)
    assert (sheet.rect, sheet.frame) == (Rect(0, 0, 600, 400), Rect(15, 15, 570, 370))
