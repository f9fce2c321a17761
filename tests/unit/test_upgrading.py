"""A board brought to another version of its canvas: notes keep their blocks, and nothing that was written is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.records import BoardHead, Note, NoteKind, Record, SetAside
from canvasapp.domain.template import Place
from canvasapp.edits.boards import new_board
from canvasapp.edits.laying import place_of
from canvasapp.edits.upgrading import UnknownVersionError, Upgrade, newest_version, upgrade_board
from canvasapp.store.content import records_of
from tests.unit.canvas_file import Json, own_canvas, small_file
from tests.unit.small_canvas import CUSTOMER, OUR, link, note, workshop

FIRST = own_canvas().template


def version_two(**changes: Json) -> Json:
    return small_file() | {"version": 2} | changes


def without_left() -> Json:
    content = version_two()
    del content["blocks"][0]
    content["agenda"] = [{**content["agenda"][1], "blocks": ["right"]}]
    return content


def swapped() -> Json:
    """The left block comes to lie at the right, narrower, and is split the other way."""
    content = version_two()
    left, right = content["blocks"]
    left["rect"], right["rect"] = (
        {"x": 70, "y": 10, "w": 30, "h": 85},
        {"x": 0, "y": 10, "w": 70, "h": 85},
    )
    left["split"] = "columns"
    return content


def laid(
    note_id: str, block: str | None, view: object, at: tuple[float, float], **more: object
) -> Note:
    """A note of 60 x 40 mm whose centre is at this share of its lane's width and height."""
    place: dict[str, Any] = {
        "block": block,
        "perspective": view if block else None,
        "board": "b1",
        **more,
    }
    if block is None:
        return note(note_id, *at, **place)
    lane = FIRST.block(block).lane(view).rect  # type: ignore[arg-type]
    x, y = lane.x + at[0] * lane.w - 30, lane.y + at[1] * lane.h - 20
    return note(note_id, x, y, **place)


def on_first(content: Json, *records: Record) -> Workshop:
    """A board on the first version with these records, in a workshop that has `content` too."""
    head = BoardHead("b1", "sixth", 1, "On its own", "", "a0")
    return workshop(own_canvas(), own_canvas(content), head, *records, boards=())


def upgraded(state: Workshop, version: int | None = None) -> tuple[Board, Upgrade]:
    done = upgrade_board(state, "b1", version)
    return state.after(done.edit).boards["b1"], done


def test_a_board_comes_to_the_newest_version_with_all_that_lies_on_it() -> None:
    state = on_first(
        version_two(name="Seventh"),
        laid("a", "left", OUR, (0.3, 0.3)),
        laid("b", "right", CUSTOMER, (0.5, 0.9)),
        link("l", "a", "b"),
    )
    board, done = upgraded(state)
    assert (board.template.name, board.head.template_version) == ("Seventh", 2)
    assert (board.notes, board.links) == (state.boards["b1"].notes, state.boards["b1"].links)
    assert (done.kept, done.parked, done.unasked, done.forgotten) == (2, 0, 0, 0)
    assert done.edit.label == "Bring board to version 2 of its canvas"


@pytest.mark.parametrize("view", [OUR, CUSTOMER])
def test_the_notes_of_a_lane_keep_their_places_in_it_wherever_it_has_gone(view: object) -> None:
    notes = [
        laid("a", "right", view, (0.2, 0.3), locked=True),
        laid("b", "right", view, (0.7, 0.8)),
    ]
    board, done = upgraded(on_first(swapped(), *notes))
    old, new = (t.block("right").lane(view).rect for t in (FIRST, board.template))  # type: ignore[arg-type]
    assert (old.x, old.w) != (new.x, new.w)
    for note_ in notes:
        moved = board.note(note_.id)
        assert moved.x - new.x == pytest.approx(note_.x - old.x)
        assert moved.y - new.y == pytest.approx(note_.y - old.y)
        assert replace(moved, x=note_.x, y=note_.y) == note_
        assert board.template.place_at(moved.rect.centre) == place_of(note_)
    assert (done.kept, done.parked) == (2, 0)


@pytest.mark.parametrize("view", [OUR, CUSTOMER])
def test_where_the_lane_has_become_too_small_its_notes_are_put_in_rows(view: object) -> None:
    """It is 147 mm wide now and was 392: two notes stand side by side."""
    shares = [(0.2, 0.2), (0.5, 0.2), (0.8, 0.2), (0.3, 0.7)]
    notes = [laid(f"n{n}", "left", view, at, locked=n == 1) for n, at in enumerate(shares)]
    board, done = upgraded(on_first(swapped(), *notes))
    lane = board.template.block("left").lane(view)  # type: ignore[arg-type]
    moved = board.notes_in("left", lane.perspective)
    assert [each.id for each in moved] == ["n0", "n1", "n2", "n3"], "in the order in which they lay"
    assert [each.locked for each in moved] == [False, True, False, False]
    assert all(lane.room.encloses(each.rect) for each in moved)
    assert not any(a.rect.meets(b.rect) for a in moved for b in moved if a is not b)
    assert done.kept == 4


def test_a_lane_that_is_as_it_was_is_not_touched() -> None:
    jutting = laid("a", "left", OUR, (0.02, 0.02))
    over = laid("b", "left", OUR, (0.03, 0.02))
    board, _ = upgraded(on_first(version_two(), jutting, over))
    assert (board.note("a"), board.note("b")) == (jutting, over)


def test_what_has_lost_its_block_lies_beside_the_sheet_and_says_where_it_was() -> None:
    notes = [laid(f"n{at}", "left", OUR, (0.1 + at / 20, 0.5)) for at in range(12)]
    state = on_first(without_left(), *notes, laid("stays", "right", OUR, (0.5, 0.5)))
    board, done = upgraded(state)
    (heading,) = (each for each in board.notes.values() if each.kind is NoteKind.HEADING)
    parked = [board.note(each.id) for each in notes]
    assert heading.text == "No longer on the canvas: 1 Left"
    assert done.outcome == ("1 note in its block", "12 notes beside the sheet")
    assert done.edit.label == "Bring board to version 2 of its canvas: 12 notes parked"
    assert {place_of(each) for each in (heading, *parked)} == {None}
    assert [(each.text, each.w, each.h) for each in parked] == [
        (each.text, each.w, each.h) for each in notes
    ]
    lying = [heading.rect, *(each.rect for each in parked)]
    assert all(rect.x >= board.template.sheet.width for rect in lying)
    assert not any(one.meets(other) for one in lying for other in lying if one is not other)
    assert len({each.y for each in parked}) == 2, "they stand in rows"


def test_parked_notes_do_not_cover_what_lies_beside_the_sheet_already() -> None:
    there = [laid(f"o{at}", None, None, (1010 + at, 10)) for at in (0, 90)]
    lost = laid("lost", "left", CUSTOMER, (0.5, 0.5))
    board, _ = upgraded(on_first(without_left(), *there, lost))
    assert [board.note(each.id) for each in there] == there
    assert not any(board.note("lost").rect.meets(each.rect) for each in there)


def test_notes_off_the_blocks_stay_off_them() -> None:
    content = version_two()
    content["sheet"]["header_percent"] = 0
    for block in content["blocks"]:
        block["rect"] |= {"y": 0, "h": 95}
    over_it, beside = laid("a", None, None, (100, 20)), laid("b", None, None, (2000, 20))
    board, done = upgraded(on_first(content, over_it, beside))
    assert (place_of(board.note("a")), done.parked) == (None, 1)
    assert board.template.place_at(board.note("a").rect.centre) is None
    assert board.note("b") == beside
    assert "Off the blocks" in {each.text for each in board.notes.values()}


def test_an_answer_keeps_its_text_when_its_question_is_not_asked_any_more() -> None:
    content = version_two()
    left = content["blocks"][0]
    left["examples"] = []
    left["questions"] = [{**left["questions"][1], "text": "Put in other words?"}]
    lost = laid("a", "left", OUR, (0.5, 0.5), question="our-1")
    kept = laid("b", "left", CUSTOMER, (0.5, 0.5), question="customer-1")
    asides = [SetAside(each, "b1", "left", each, "Known.") for each in ("our-1", "customer-1")]
    board, done = upgraded(on_first(content, lost, kept, *asides))
    assert board.note("a") == replace(lost, question=None)
    assert board.note("b") == kept
    assert list(board.set_aside) == ["customer-1"]
    assert done.outcome == (
        "2 notes in their blocks",
        "1 answer without a question",
        "1 question set aside and not asked any more",
    )


@pytest.mark.parametrize("content", [swapped(), without_left()])
def test_it_is_one_edit_and_undone_as_one(content: Json) -> None:
    state = on_first(
        content,
        laid("a", "left", OUR, (0.2, 0.2), question="our-1"),
        laid("b", "right", CUSTOMER, (0.8, 0.4)),
        laid("c", None, None, (100, 20)),
        SetAside("s", "b1", "left", "our-1", "Known."),
        link("l", "a", "c"),
    )
    edit = upgrade_board(state, "b1").edit
    back = state.after(edit).after(edit.inverse())
    assert set(records_of(back)) == set(records_of(state))


def test_a_board_can_go_back_to_an_older_version() -> None:
    state = on_first(swapped(), laid("a", "left", OUR, (0.5, 0.5)))
    state = state.after(upgrade_board(state, "b1").edit)
    board, _ = upgraded(state, 1)
    assert board.head.template_version == 1
    assert place_of(board.note("a")) == Place("left", OUR)
    assert FIRST.block("left").lane(OUR).rect.encloses(board.note("a").rect)


def test_a_board_on_the_newest_version_is_left_as_it_is() -> None:
    state = on_first(version_two())
    state = state.after(upgrade_board(state, "b1").edit)
    assert not upgrade_board(state, "b1").edit
    assert newest_version(state, state.boards["b1"]) == 2


def test_a_version_that_there_is_not_is_refused_in_a_sentence() -> None:
    state = on_first(version_two())
    with pytest.raises(UnknownVersionError, match="no version 7 of the canvas Sixth Canvas"):
        upgrade_board(state, "b1", 7)
    installed = state.after(new_board(state, "small", board_id="b2"))
    with pytest.raises(UnknownVersionError, match="no version 9 of the canvas Small Canvas"):
        upgrade_board(installed, "b2", 9)
