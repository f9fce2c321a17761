"""Groups are chosen together; what is locked stays as it is until it is unlocked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Attachment, Note
from canvasapp.edits.arrange import (
    Axis,
    CopiedStyle,
    Edge,
    align,
    distribute,
    match_size,
    paste_style,
    stack,
)
from canvasapp.edits.boards import remove_board
from canvasapp.edits.groups import (
    group_notes,
    lock_notes,
    ungroup_notes,
    unlock_notes,
    with_groups,
)
from canvasapp.edits.images import set_image
from canvasapp.edits.notes import (
    Stack,
    duplicate_notes,
    move_notes,
    paste,
    remove_notes,
    resize_note,
    restack,
    set_party,
    set_perspective,
    set_question,
    set_text,
)
from canvasapp.edits.parties import remove_party
from canvasapp.edits.splitting import merge_notes, split_note
from canvasapp.edits.tidy import SortBy, sort_notes, tidy, tidy_notes
from tests.unit.small_canvas import CUSTOMER, OUR, board, note, workshop

ALL = ["a", "b", "c", "d"]
PICTURE = Attachment("1" * 64, "tea.png", "image/png", 3)


def as_high(note: Note, text: str) -> float:
    return note.h


def lying_about(**changes: object) -> Board:
    """Four notes in no order; what is told of them is so of all."""
    return board(
        note("d", 100, 150, text="one\ntwo", z="a3", **changes),
        note("c", 12, 160, text="three", z="a2", **{"w": 50.0, **changes}),
        note("b", 90, 80, party="telecom", z="a1", **changes),
        note("a", 15, 90, z="a0", **changes),
    )


def notes_of(edit: Edit) -> dict[str, Note]:
    return {each.record.id: each.after for each in edit.changes if isinstance(each.after, Note)}


def test_notes_become_a_group_and_are_chosen_together() -> None:
    start = lying_about()
    grouped = notes_of(group_notes(start, ["a", "c", "gone"]))
    assert set(grouped) == {"a", "c"}
    assert len({each.group for each in grouped.values()}) == 1
    together = board(*grouped.values(), start.note("b"))
    assert with_groups(together, ["c"]) == ("c", "a")
    assert with_groups(together, ["b"]) == ("b",)
    assert with_groups(together, ["b", "a", "gone", "c"]) == ("b", "a", "c")


def test_groups_that_are_grouped_become_one() -> None:
    start = board(note("a", group="g"), note("b", group="g"), note("c", group="h"))
    assert len({each.group for each in notes_of(group_notes(start, ALL)).values()}) == 1


def test_a_group_is_taken_apart_whole() -> None:
    start = board(note("a", group="g"), note("b", group="g"), note("c", group="h"))
    assert {each: n.group for each, n in notes_of(ungroup_notes(start, ["a"])).items()} == {
        "a": None,
        "b": None,
    }


@pytest.mark.parametrize(
    "plan",
    [
        lambda start: group_notes(start, ["a"]),
        lambda start: group_notes(start, ["a", "gone"]),
        lambda start: group_notes(start, ["b", "c"]),
        lambda start: ungroup_notes(start, ["a"]),
        lambda start: lock_notes(start, ["d", "gone"]),
        lambda start: unlock_notes(start, ["a"]),
    ],
)
def test_what_is_so_already_is_no_edit(plan: Callable[[Board], Edit]) -> None:
    start = board(note("a"), note("b", group="g"), note("c", group="g"), note("d", locked=True))
    assert not plan(start)


@pytest.mark.parametrize("copied", ["duplicated", "pasted"])
def test_a_copied_group_is_a_group_of_its_own(copied: str) -> None:
    start = board(note("a", group="g", locked=True), note("b", group="g"), note("c"))
    edit = {
        "duplicated": duplicate_notes(start, ["a", "b", "c"], 5, 5),
        "pasted": paste(board(), start.notes.values(), 5, 5),
    }[copied]
    by_text = {each.text: each for each in notes_of(edit).values()}
    assert by_text["a"].group == by_text["b"].group
    assert by_text["a"].group not in (None, "g")
    assert by_text["c"].group is None
    assert not any(each.locked for each in by_text.values())


PLANS: dict[str, Callable[[Board], Edit]] = {
    "move": lambda b: move_notes(b, ALL, 5, 5),
    "resize": lambda b: resize_note(b, "a", Rect(0, 0, 99, 99)),
    "text": lambda b: set_text(b, "a", "other", 99),
    "party": lambda b: set_party(b, ALL, "retailer"),
    "view": lambda b: set_perspective(b, ALL, CUSTOMER),
    "question": lambda b: set_question(b, ALL, "what"),
    "restack": lambda b: restack(b, ["a"], Stack.FRONT),
    "remove": lambda b: remove_notes(b, ALL),
    "image": lambda b: set_image(b, "a", PICTURE),
    "group": lambda b: group_notes(b, ALL),
    "align": lambda b: align(b, ALL, Edge.LEFT),
    "distribute": lambda b: distribute(b, ALL, Axis.DOWN),
    "stack": lambda b: stack(b, ALL),
    "match size": lambda b: match_size(b, ALL),
    "style": lambda b: paste_style(b, ALL, CopiedStyle("retailer", (99, 99))),
    "tidy a lane": lambda b: tidy(b, "tall", OUR),
    "tidy": lambda b: tidy_notes(b, ALL),
    "sort": lambda b: sort_notes(b, ALL, SortBy.TEXT),
    "split": lambda b: split_note(b, "d"),
    "merge": lambda b: merge_notes(b, ALL, as_high),
}


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS.keys())
def test_no_plan_changes_what_is_locked(plan: Callable[[Board], Edit]) -> None:
    assert plan(lying_about())
    assert not plan(lying_about(locked=True))


def test_what_was_unlocked_can_be_moved_again() -> None:
    locked = notes_of(lock_notes(board(note()), ["n"]))["n"]
    assert not move_notes(board(locked), ["n"], 5, 5)
    unlocked = notes_of(unlock_notes(board(locked), ["n"]))["n"]
    assert move_notes(board(unlocked), ["n"], 5, 5)


def test_a_party_that_leaves_leaves_its_locked_notes_too() -> None:
    start = workshop(note(party="telecom", locked=True))
    assert notes_of(remove_party(start, "telecom"))["n"].party is None


def test_a_board_is_removed_with_its_locked_notes() -> None:
    start = workshop(note(locked=True), boards=["b1", "b2"])
    assert len(remove_board(start, "b1").changes) == 2
