"""What each plan for notes changes, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import MAX_TEXT, Note
from canvasapp.domain.template import Perspective
from canvasapp.edits.notes import (
    MIN_SIZE,
    WIDE,
    add_note,
    add_notes,
    duplicate_notes,
    move_notes,
    paste,
    remove_notes,
    resize_note,
    set_party,
    set_perspective,
    set_question,
    set_text,
)
from canvasapp.edits.wording import TextTooLongError
from tests.unit.small_canvas import CUSTOMER, LANES, OUR, board, link, note

OFF_THE_BLOCKS = Rect(300, 300, *WIDE)
IN_TITLE_OF_TALL = Rect(50, 30, 60, 40)


def only(edit: Edit) -> Note:
    """The one note that the edit leaves changed or new."""
    (change,) = edit.changes
    assert isinstance(change.after, Note)
    return change.after


def notes_of(edit: Edit) -> list[Note]:
    return [change.after for change in edit.changes if isinstance(change.after, Note)]


@pytest.mark.parametrize(("block", "perspective"), LANES)
def test_a_new_note_belongs_to_the_lane_its_centre_lies_in(
    block: str, perspective: Perspective
) -> None:
    lane = LANES[block, perspective]
    new = only(add_note(board(), Rect(lane.x + 5, lane.y + 5, *WIDE), "Local bread"))
    assert (new.block, new.perspective, new.text) == (block, perspective, "Local bread")


def test_a_new_note_on_a_title_belongs_to_the_nearest_lane() -> None:
    new = only(add_note(board(), IN_TITLE_OF_TALL))
    assert (new.block, new.perspective) == ("tall", OUR)


def test_a_new_note_off_the_blocks_belongs_to_none() -> None:
    new = only(add_note(board(), OFF_THE_BLOCKS))
    assert (new.block, new.perspective, new.question) == (None, None, None)


def test_a_new_note_lies_on_top_of_the_pile() -> None:
    start = board(note("low", z="a0"), note("high", z="b00"), note("middle", z="a5"))
    assert only(add_note(start, OFF_THE_BLOCKS)).z > "b00"


def test_a_new_note_answers_a_question_that_is_asked_there() -> None:
    lane = LANES["tall", OUR]
    assert only(add_note(board(), lane, question="what")).question == "what"


@pytest.mark.parametrize("question", ["why", "never asked"])
def test_a_new_note_does_not_answer_a_question_that_is_asked_elsewhere(question: str) -> None:
    lane = LANES["tall", OUR]
    assert only(add_note(board(), lane, question=question)).question is None


def test_a_new_note_keeps_its_party_when_it_is_at_the_table() -> None:
    assert only(add_note(board(), OFF_THE_BLOCKS, party="telecom")).party == "telecom"
    assert only(add_note(board(), OFF_THE_BLOCKS, party="left")).party is None


def test_a_new_note_is_made_large_enough_to_read() -> None:
    new = only(add_note(board(), Rect(10, 70, 1, 500)))
    assert (new.w, new.h) == (MIN_SIZE[0], 500)


def test_a_new_note_takes_the_id_it_is_given_or_one_of_its_own() -> None:
    given = only(add_note(board(), OFF_THE_BLOCKS, note_id="mine"))
    own = {only(add_note(board(), OFF_THE_BLOCKS)).id for _ in range(3)}
    assert given.id == "mine"
    assert len(own) == 3


def test_several_new_notes_are_one_edit_and_the_last_lies_topmost() -> None:
    rects = [Rect(5, 70, *WIDE), Rect(5, 250, *WIDE), OFF_THE_BLOCKS]
    edit = add_notes(board(note()), zip(rects, "abc", strict=True), party="telecom")
    new = notes_of(edit)
    assert edit.label == "Add 3 notes"
    assert [each.text for each in sorted(new, key=lambda each: each.z)] == ["a", "b", "c"]
    assert [each.perspective for each in new] == [OUR, CUSTOMER, None]
    assert {each.party for each in new} == {"telecom"}


def test_a_moved_note_takes_block_and_perspective_from_where_it_comes_to_lie() -> None:
    moved = only(move_notes(board(note(x=10, y=70)), ["n"], 400, 20))
    assert (moved.x, moved.y) == (410, 90)
    assert (moved.block, moved.perspective) == ("broad", CUSTOMER)


def test_a_note_moved_off_the_blocks_belongs_to_none() -> None:
    moved = only(move_notes(board(note(x=10, y=70)), ["n"], 300, 250))
    assert (moved.block, moved.perspective) == (None, None)


def test_a_note_that_stays_in_its_lane_keeps_its_question() -> None:
    assert only(move_notes(board(note(question="what")), ["n"], 5, 5)).question == "what"


def test_a_note_in_another_lane_has_lost_its_question() -> None:
    assert only(move_notes(board(note(question="what")), ["n"], 0, 200)).question is None


def test_a_note_in_another_block_does_not_answer_the_question_of_the_same_id_there() -> None:
    moved = only(move_notes(board(note(question="what")), ["n"], 200, 0))
    assert (moved.block, moved.perspective, moved.question) == ("broad", OUR, None)


def test_links_stay_at_a_moved_note() -> None:
    start = board(note("a"), note("b"), link("l", "a", "b"))
    edit = move_notes(start, ["a", "b"], 300, 250)
    assert [change.record.id for change in edit.changes] == ["a", "b"]


def test_a_label_says_how_many_notes_were_meant() -> None:
    start = board(note("a"), note("b"), note("c"))
    assert move_notes(start, ["a"], 1, 0).label == "Move note"
    assert move_notes(start, ["a", "b", "c"], 1, 0).label == "Move 3 notes"


def test_a_note_named_twice_is_changed_once() -> None:
    assert len(move_notes(board(note()), ["n", "n"], 1, 0).changes) == 1


def test_a_resized_note_belongs_to_where_its_centre_comes_to_lie() -> None:
    resized = only(resize_note(board(note(x=10, y=70)), "n", Rect(10, 70, 500, 40)))
    assert (resized.w, resized.block, resized.perspective) == (500, "broad", OUR)


def test_a_note_is_not_resized_below_the_smallest_size() -> None:
    resized = only(resize_note(board(note()), "n", Rect(10, 70, 0, -4)))
    assert (resized.w, resized.h) == MIN_SIZE


def test_a_text_is_kept_without_what_can_not_be_kept() -> None:
    typed = "one\r\ntwo\rthree\u2028four\tfive\x00\x07\x9b\ud800"
    assert only(set_text(board(note()), "n", typed)).text == "one\ntwo\nthree\nfour\tfive"


def test_a_text_may_be_as_long_as_the_limit_and_no_longer() -> None:
    start = board(note())
    assert len(only(set_text(start, "n", "x" * MAX_TEXT)).text) == MAX_TEXT
    with pytest.raises(TextTooLongError, match=r"100,001 characters .* at most 100,000"):
        set_text(start, "n", "x" * (MAX_TEXT + 1))


def test_a_note_grows_downwards_for_a_long_text() -> None:
    typed = only(set_text(board(note(y=70)), "n", "long", height=90))
    assert (typed.y, typed.h, typed.perspective) == (70, 90, OUR)


def test_a_note_does_not_shrink_for_a_short_text() -> None:
    assert only(set_text(board(note()), "n", "short", height=8)).h == 40


def test_a_note_that_grows_does_not_change_its_lane() -> None:
    start = note(y=180)
    typed = only(set_text(board(start), "n", "long", height=120))
    assert typed.h == 120
    assert typed.rect.centre == start.rect.centre
    assert typed.perspective is OUR


def test_a_note_is_given_to_a_party_and_taken_from_it() -> None:
    given = only(set_party(board(note()), ["n"], "retailer"))
    taken = only(set_party(board(given), ["n"], None))
    assert (given.party, taken.party) == ("retailer", None)


@pytest.mark.parametrize("block", ["tall", "broad"])
def test_a_note_changes_sides_at_the_same_place_of_the_lane(block: str) -> None:
    ours, customers = LANES[block, OUR], LANES[block, CUSTOMER]
    start = note(x=ours.x + 30, y=ours.y + 20, block=block, question="what")
    changed = only(set_perspective(board(start), ["n"], CUSTOMER))
    assert (changed.x - customers.x, changed.y - customers.y) == (30, 20)
    assert (changed.block, changed.perspective, changed.question) == (block, CUSTOMER, None)


def test_a_note_that_hangs_over_its_lane_lies_inside_the_other_one() -> None:
    lane = LANES["tall", CUSTOMER]
    start = board(note(x=-25, y=205))
    assert lane.encloses(only(set_perspective(start, ["n"], CUSTOMER)).rect)


def test_a_note_larger_than_the_lane_lies_about_its_middle() -> None:
    start = board(note(x=-100, y=-50, w=400, h=400))
    changed = only(set_perspective(start, ["n"], CUSTOMER))
    assert changed.rect.centre == LANES["tall", CUSTOMER].centre


def test_a_note_off_the_blocks_has_no_other_side() -> None:
    start = board(note(x=300, y=300, block=None, perspective=None))
    assert not set_perspective(start, ["n"], CUSTOMER)


def test_a_question_is_answered_by_the_notes_it_is_asked_of() -> None:
    start = board(
        note("ours"),
        note("theirs", y=250, perspective=CUSTOMER),
        note("nowhere", x=300, y=300, block=None, perspective=None),
    )
    edit = set_question(start, start.notes, "why")
    assert [(each.id, each.question) for each in notes_of(edit)] == [("theirs", "why")]


def test_a_note_can_answer_no_question() -> None:
    assert only(set_question(board(note(question="what")), ["n"], None)).question is None


def test_links_at_a_removed_note_go_first_and_in_the_same_edit() -> None:
    start = board(
        note("a"),
        note("b"),
        note("c"),
        link("ab", "a", "b"),
        link("ca", "c", "a"),
        link("bc", "b", "c"),
    )
    edit = remove_notes(start, ["a"])
    assert [change.record.id for change in edit.changes] == ["ab", "ca", "a"]
    assert edit.label == "Remove note"


def test_a_copy_has_a_new_id_and_everything_else_but_place_and_height_in_the_pile() -> None:
    original = note(question="what", party="telecom", text="Local bread")
    copy = only(duplicate_notes(board(original), ["n"], 10, 5))
    assert copy.id != original.id
    assert copy.z > original.z
    assert (copy.x, copy.y, copy.w, copy.h) == (20, 75, 60, 40)
    assert (copy.text, copy.party, copy.question) == ("Local bread", "telecom", "what")


def test_copies_lie_over_each_other_like_the_originals() -> None:
    start = board(note("top", z="a2"), note("bottom", z="a1"), note("over all", z="a9"))
    copies = notes_of(duplicate_notes(start, ["top", "bottom"], 0, 0))
    assert [each.text for each in sorted(copies, key=lambda each: each.z)] == ["bottom", "top"]
    assert min(each.z for each in copies) > "a9"


def test_a_pasted_note_comes_to_the_board_without_what_is_unknown_there() -> None:
    stranger = note(board="elsewhere", party="stranger", question="gone", text="a\r\nb\x00")
    pasted = only(paste(board(), [stranger], 0, 0))
    assert (pasted.board, pasted.party, pasted.question) == ("b1", None, None)
    assert pasted.text == "a\nb"


@pytest.mark.parametrize(
    "nothing",
    [
        lambda start: move_notes(start, ["n"], 0, 0),
        lambda start: move_notes(start, ["gone"], 5, 5),
        lambda start: resize_note(start, "n", Rect(10, 70, 60, 40)),
        lambda start: resize_note(start, "gone", Rect(10, 70, 60, 40)),
        lambda start: set_text(start, "n", "n", height=40),
        lambda start: set_text(start, "gone", "text"),
        lambda start: set_party(start, ["n"], None),
        lambda start: set_party(start, ["n"], "left the table"),
        lambda start: set_perspective(start, ["n", "gone"], OUR),
        lambda start: set_question(start, ["n", "gone"], "never asked"),
        lambda start: remove_notes(start, ["gone"]),
        lambda start: duplicate_notes(start, ["gone"], 1, 1),
        lambda start: add_notes(start, []),
        lambda start: paste(start, [], 1, 1),
    ],
)
def test_a_plan_that_changes_nothing_is_empty(nothing: Callable[[Board], Edit]) -> None:
    assert not nothing(board(note(), note("other", party="telecom")))
