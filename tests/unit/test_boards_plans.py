"""What the plans for boards and for the workshop's title change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvasapp.domain.board import UnknownTemplateError
from canvasapp.domain.records import WorkshopHead
from canvasapp.edits.boards import (
    LastBoardError,
    duplicate_board,
    new_board,
    remove_board,
    rename_board,
    rename_workshop,
)
from tests.unit.small_canvas import link, note, workshop


def titles(state: object) -> list[str]:
    return [each.head.title for each in state.boards_in_order()]  # type: ignore[attr-defined]


def test_a_new_board_comes_last_and_is_named_like_its_canvas() -> None:
    after = workshop(boards=["b1", "b2"]).after(new_board(workshop(boards=["b1", "b2"]), "other"))
    assert titles(after) == ["Board b1", "Board b2", "Other"]
    new = after.boards_in_order()[-1]
    assert (new.head.template, new.head.template_version, new.head.profile) == ("other", 3, "")


def test_a_new_board_can_be_named_and_made_for_a_customer_profile() -> None:
    edit = new_board(workshop(), "small", " For\nmovers ", "Household moving home", board_id="b9")
    head = workshop().after(edit).boards["b9"].head
    assert (head.title, head.profile) == ("For movers", "Household moving home")


def test_no_two_boards_get_the_same_title() -> None:
    once = workshop().after(new_board(workshop(), "small"))
    twice = once.after(new_board(once, "small"))
    assert titles(twice) == ["Board b1", "Small", "Small 2"]


def test_the_first_board_of_an_empty_workshop_can_be_made() -> None:
    empty = workshop(boards=[])
    assert titles(empty.after(new_board(empty, "small"))) == ["Small"]


def test_a_canvas_that_is_not_installed_is_refused_by_name() -> None:
    with pytest.raises(UnknownTemplateError, match="'no-such-canvas'"):
        new_board(workshop(), "no-such-canvas")


def test_a_board_is_renamed() -> None:
    assert titles(workshop().after(rename_board(workshop(), "b1", " Movers "))) == ["Movers"]


@pytest.mark.parametrize(("board", "title"), [("b1", " \n"), ("b1", "Board b1"), ("gone", "New")])
def test_a_board_without_another_title_is_left_as_it_is(board: str, title: str) -> None:
    assert not rename_board(workshop(), board, title)


def test_a_copied_board_follows_its_original_and_holds_the_same() -> None:
    notes = [note("a", text="one"), note("b", text="two", party="telecom")]
    start = workshop(*notes, link("l", "a", "b"), boards=["b1", "b2"])
    after = start.after(duplicate_board(start, "b1", copy_id="copy"))
    copy = after.boards["copy"]
    assert titles(after) == ["Board b1", "Board b1 2", "Board b2"]
    assert not copy.notes.keys() & start.boards["b1"].notes.keys()
    assert [replace(each, id=each.text, board="b1") for each in copy.notes.values()] == [
        replace(each, id=each.text) for each in notes
    ]
    (copied,) = copy.links.values()
    assert copied.id != "l"
    assert (copy.note(copied.source).text, copy.note(copied.target).text) == ("one", "two")


def test_a_copy_of_the_last_board_comes_last() -> None:
    start = workshop(boards=["b1", "b2"])
    assert titles(start.after(duplicate_board(start, "b2")))[-1] == "Board b2 2"


def test_a_removed_board_goes_with_all_that_lies_on_it_and_comes_back_with_it() -> None:
    start = workshop(note("a"), note("b"), link("l", "a", "b"), boards=["b1", "b2"])
    edit = remove_board(start, "b1")
    gone = start.after(edit)
    back = gone.after(edit.inverse())
    assert titles(gone) == ["Board b2"]
    assert back.boards["b1"].notes == start.boards["b1"].notes
    assert back.boards["b1"].links == start.boards["b1"].links
    assert titles(back) == titles(start)


def test_the_only_board_is_not_removed() -> None:
    with pytest.raises(LastBoardError, match="only board"):
        remove_board(workshop(note()), "b1")


def test_a_board_that_is_gone_is_passed_over() -> None:
    assert not remove_board(workshop(), "gone")
    assert not duplicate_board(workshop(), "gone")


def test_the_workshop_is_renamed() -> None:
    after = workshop().after(rename_workshop(workshop(), "Home Care Together"))
    assert after.head == WorkshopHead("w", "Home Care Together")


@pytest.mark.parametrize("title", ["", "  ", "Workshop"])
def test_the_workshop_without_another_title_is_left_as_it_is(title: str) -> None:
    assert not rename_workshop(workshop(), title)
