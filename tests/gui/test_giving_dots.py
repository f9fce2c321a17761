"""Votes are entered on the board: by clicks with the tool for it, and by keys on the selected note."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from canvasapp.domain.records import Note
from canvasapp.domain.session import VoteRound
from canvasapp.domain.voting import counted, rounds_in_order
from canvasapp.edits.voting import close_vote, show_counts, start_vote
from canvasapp.view.board_view import BoardView
from canvasapp.view.tools.vote import VOTE
from tests.gui.conftest import Desk, Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def notes(desk: Desk, view: BoardView) -> list[Note]:
    """Four people have two dots each; the tool is in the hand. Two notes of one lane, as they are read."""
    desk.journal.commit(start_vote(desk.board, "Best", 2, 4, round_id="v1"))
    view.set_tool(VOTE.id)
    block = desk.board.template.blocks_in_order()[0]
    return desk.board.notes_in(block.id)[:2]


def vote(desk: Desk) -> VoteRound:
    return rounds_in_order(desk.board)[-1]


def dots(desk: Desk, note: Note) -> int:
    return counted(desk.board, "v1").get(note.content, 0)


def click(hand: Hand, note: Note, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    centre = note.rect.centre
    hand.press(centre.x, centre.y, button).release()


def test_a_click_gives_a_dot_and_shift_or_the_right_button_takes_one_back(
    desk: Desk, hand: Hand, view: BoardView, notes: list[Note]
) -> None:
    asked = []
    view.context_menu_requested.connect(asked.append)
    for _ in range(3):
        click(hand, notes[0])
    assert dots(desk, notes[0]) == 3
    assert view.selected_ids == (notes[0].id,)
    click(hand.holding(SHIFT), notes[0])
    assert dots(desk, notes[0]) == 2
    click(hand.holding(Qt.KeyboardModifier.NoModifier), notes[0], Qt.MouseButton.RightButton)
    assert (dots(desk, notes[0]), asked) == (1, [])
    desk.journal.undo()
    assert dots(desk, notes[0]) == 2


def test_two_clicks_in_a_row_are_two_dots(desk: Desk, hand: Hand, notes: list[Note]) -> None:
    hand.double_click(notes[0].rect.centre.x, notes[0].rect.centre.y)
    assert dots(desk, notes[0]) == 2
    assert hand.view.bench.editing.editor is None


def test_keys_give_dots_to_the_selected_note_and_enter_goes_on(
    desk: Desk, hand: Hand, view: BoardView, notes: list[Note]
) -> None:
    view.select([notes[0].id])
    hand.type("++-3")
    assert dots(desk, notes[0]) == 3
    hand.key(Qt.Key.Key_Return)
    (following,) = view.selected_ids
    assert following != notes[0].id
    hand.type("+")
    assert dots(desk, desk.board.note(following)) == 1


def test_no_more_are_given_than_there_are_and_that_is_said(
    desk: Desk, hand: Hand, view: BoardView, notes: list[Note], qtbot: QtBot
) -> None:
    view.select([notes[0].id])
    hand.type("8")
    with qtbot.waitSignal(view.message) as told:
        hand.type("+")
    assert told.args == ["4 people have 2 dots each, and none is left."]
    desk.journal.commit(close_vote(desk.board, "v1"))
    with qtbot.waitSignal(view.message) as told:
        click(hand, notes[1])
    assert "start one" in told.args[0]
    assert dots(desk, notes[1]) == 0


def test_parties_give_their_own_dots(
    desk: Desk, hand: Hand, view: BoardView, notes: list[Note]
) -> None:
    first, second = list(desk.board.parties)[:2]
    desk.journal.commit(start_vote(desk.board, "Ours", 2, parties=(first, second), round_id="v2"))
    click(hand, notes[0])
    view.bench.stage.ballot.enter_for(second)
    click(hand, notes[0])
    click(hand, notes[1])
    given = {(each.party, each.note): each.count for each in desk.board.dots.values()}
    assert given == {
        (first, notes[0].content): 1,
        (second, notes[0].content): 1,
        (second, notes[1].content): 1,
    }


def test_with_the_tool_put_down_a_click_selects_again(
    desk: Desk, hand: Hand, view: BoardView, notes: list[Note]
) -> None:
    hand.escape()
    click(hand, notes[0])
    hand.key(Qt.Key.Key_1)
    assert dots(desk, notes[0]) == 0
    assert view.selected_ids == (notes[0].id,)


def test_the_board_shows_dots_once_the_counts_are_shown_and_sorts_by_them(
    desk: Desk, hand: Hand, view: BoardView, notes: list[Note]
) -> None:
    click(hand, notes[1])
    scene = view.bench.scene
    assert scene.marks(notes[1].id).dots == 0
    desk.journal.commit(show_counts(desk.board, "v1"))
    assert scene.marks(notes[1].id).dots == 1
    lane = [n for n in desk.board.notes.values() if n.block == notes[1].block]
    lane = [n for n in lane if n.perspective is notes[1].perspective]
    view.select([n.id for n in lane])
    view.do("sort-by-votes")
    first = desk.board.notes_in(str(notes[1].block), notes[1].perspective)[0]
    assert first.id == notes[1].id
