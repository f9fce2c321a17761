"""How far boards have come, which block feeds which, and which notes may come over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from canvasapp.domain.answers import Tally
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.covering import covers
from canvasapp.domain.overview import board_state
from canvasapp.domain.records import BoardHead, LinkKind, Note
from canvasapp.edits.consequences import with_consequences
from canvasapp.edits.groups import lock_notes
from canvasapp.panels.overview.concepts import Spot, neighbour
from canvasapp.panels.overview.flows import BoardBlock, concept_map, flows_of
from canvasapp.panels.overview.ways import (
    LOCKED,
    SHOWN,
    Way,
    arriving,
    bringing,
    candidates,
    proposed,
)
from canvasapp.templates import Concept
from tests.unit.small_canvas import CUSTOMER, OUR, link, note, workshop
from tests.unit.small_registers import GUARANTEE, entry

TALL, BROAD = BoardBlock("b1", "tall"), BoardBlock("o1", "broad")
CONCEPTS = (
    Concept("promise", "Promise", {"small": ("tall",), "other": ("broad",)}),
    Concept("money", "Money", {"small": ("tall", "broad"), "other": ("broad", "tall")}),
)
START = workshop(
    BoardHead("o1", "other", 3, "Other", "", "b0"),
    note("n1", text="Bread", question="what"),
    note("n2", x=80, text="Butter"),
    note("n3", x=10, y=240, text="Jam", perspective=CUSTOMER),
    note("far", 410, 80, board="o1", block="broad", perspective=CUSTOMER),
    replace(link("l1", "n1", "n3"), kind=LinkKind.CONTRADICTS),
    link("l2", "n1", "n2"),
    entry("g", GUARANTEE, "G1", "n1", target=4.0, owner="telecom"),
    entry("h", GUARANTEE, "G2", "n2"),
)
WAY = Way(TALL, BROAD)


def brought(*ids: str, way: Way = WAY) -> Edit:
    return with_consequences(START, bringing(START, way, ids))


def test_a_board_tells_notes_answers_from_both_sides_entries_and_contradictions() -> None:
    state = board_state(START.boards["b1"], {GUARANTEE.id: GUARANTEE})
    assert (state.title, state.canvas) == ("Board b1", "Small Canvas")
    assert state.notes == 3
    assert state.tallies == {OUR: Tally(1, 2), CUSTOMER: Tally(0, 2)}
    assert (state.complete, state.entries) == (1, 2)
    assert state.contradictions == 1


def test_the_entry_of_a_note_that_two_boards_show_counts_on_both() -> None:
    after = START.after(brought("n1"))
    for board in after.boards.values():
        state = board_state(board, {GUARANTEE.id: GUARANTEE})
        assert (state.complete, state.entries) == ((1, 2) if board.id == "b1" else (1, 1))
    assert board_state(after.boards["o1"], {}).entries == 0


def test_a_block_feeds_those_of_its_concepts_on_the_boards_behind_it() -> None:
    flows = flows_of(START, CONCEPTS, TALL)
    assert flows.fed_by == ()
    found = [(each.there, each.board_title, each.notes, each.shares) for each in flows.feeds]
    assert found == [(BoardBlock("o1", "tall"), "Other", 0, 0), (BROAD, "Other", 1, 0)]
    assert [each.there for each in flows_of(START, CONCEPTS, BROAD).fed_by] == [
        TALL,
        BoardBlock("b1", "broad"),
    ]


def test_notes_that_both_blocks_show_are_told() -> None:
    (_, kin) = flows_of(START.after(brought("n1", "n3")), CONCEPTS, TALL).feeds
    assert (kin.notes, kin.shares) == (3, 2)


def test_a_board_of_the_same_canvas_is_fed_by_the_same_block_whatever_concepts_say() -> None:
    twins = workshop(note("n1"), boards=("b1", "b2"))
    assert [each.there for each in flows_of(twins, (), TALL).feeds] == [BoardBlock("b2", "tall")]
    assert flows_of(twins, (), BoardBlock("b2", "tall")).fed_by[0].notes == 1


def test_the_map_has_boards_in_their_order_and_counts_what_lies_in_each_block() -> None:
    shown = concept_map(START, CONCEPTS)
    assert shown.columns == (("Small", True), ("Other", True))
    promise, money = shown.rows
    ((small,), (other,)) = promise.cells
    assert (small.title, small.notes, small.there) == ("Tall", 3, TALL)
    assert (other.title, other.notes, other.there) == ("Broad", 1, BROAD)
    empty = [cell.there for column in money.cells for cell in column if cell.waits]
    assert empty == [BoardBlock("b1", "broad"), BoardBlock("o1", "tall")]
    assert shown.waiting == 2


def test_a_canvas_without_a_board_is_on_the_map_but_waits_for_nothing() -> None:
    shown = concept_map(workshop(note("n1")), CONCEPTS)
    assert shown.columns == (("Small", True), ("Other", False))
    (cell,) = shown.rows[0].cells[1]
    assert (cell.title, cell.there, cell.waits) == ("Broad", None, False)


def test_blocks_of_two_boards_of_one_canvas_say_whose_they_are() -> None:
    shown = concept_map(workshop(boards=("b1", "b2")), CONCEPTS[:1])
    assert [cell.board_title for cell in shown.rows[0].cells[0]] == ["Board b1", "Board b2"]
    assert shown.waiting == 0


def test_what_is_shown_there_or_locked_can_not_come_but_can_be_copied() -> None:
    after = START.after(brought("n1"))
    after = after.after(lock_notes(after.boards["b1"], ["n2"]))
    found = candidates(after, WAY)
    assert {each.note.id: each.why for each in found} == {"n1": SHOWN, "n2": LOCKED, "n3": ""}
    assert proposed(found) == {"n3"}
    copies = candidates(after, replace(WAY, copies=True))
    assert not any(each.why for each in copies)
    assert proposed(copies) == {"n2", "n3"}


def test_the_notes_that_were_selected_are_proposed_alone_as_far_as_they_may_come() -> None:
    found = candidates(START, WAY)
    assert proposed(found, ["n2", "far"]) == {"n2"}
    assert proposed(found, ["far"]) == {"n1", "n2", "n3"}


@pytest.mark.parametrize("copies", [False, True])
def test_what_arrives_lies_on_the_block_and_is_one_note_or_a_copy(copies: bool) -> None:  # noqa: FBT001  # a case
    edit = brought("n1", "n3", way=replace(WAY, view=OUR, copies=copies))
    board = START.after(edit).boards["o1"]
    new = [board.note(each) for each in arriving(edit, "o1")]
    assert {(each.text, each.block, each.perspective) for each in new} == {
        ("Bread", "broad", OUR),
        ("Jam", "broad", OUR),
    }
    assert all((each.shared is None) is copies for each in new)
    assert not covers(board, [each.id for each in new])


def test_notes_that_find_too_little_room_cover_others() -> None:
    many = [note(f"m{place}", x=10 + place / 10) for place in range(30)]
    crowd = START.after(Edit("", tuple(map(_added, many))))
    edit = bringing(crowd, WAY, [each.id for each in many])
    assert covers(crowd.after(edit).boards["o1"], arriving(edit, "o1"))


def _added(new: Note) -> Change:
    return Change(None, new)


MAP = [Spot(0, 0, 0), Spot(0, 0, 1), Spot(0, 2, 0), Spot(2, 1, 0), Spot(2, 2, 0)]


@pytest.mark.parametrize(
    ("here", "key", "there"),
    [
        (0, Qt.Key.Key_Down, 1),
        (1, Qt.Key.Key_Down, 2),
        (2, Qt.Key.Key_Down, 2),
        (2, Qt.Key.Key_Up, 1),
        (0, Qt.Key.Key_Up, 0),
        (0, Qt.Key.Key_Right, 3),
        (2, Qt.Key.Key_Right, 4),
        (3, Qt.Key.Key_Right, 3),
        (4, Qt.Key.Key_Left, 2),
    ],
)
def test_arrows_go_through_the_map_past_columns_that_are_empty(
    here: int, key: Qt.Key, there: int
) -> None:
    assert neighbour(MAP, MAP[here], key) == MAP[there]
