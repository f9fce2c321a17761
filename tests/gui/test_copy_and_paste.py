"""Notes go over the clipboard: as records inside, as lines of text from and to other programs."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from canvasapp.domain.records import MAX_TEXT
from canvasapp.domain.template import Perspective
from canvasapp.edits.boards import new_board
from canvasapp.view.board_view import BoardView
from canvasapp.view.clipboard import NOTES
from tests.gui.conftest import Desk, Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
CUSTOMER_LANE = (560.0, 560.0)


def test_copied_notes_are_pasted_under_the_pointer(hand: Hand, desk: Desk, view: BoardView) -> None:
    note = desk.note("48-hour")
    hand.click(500, 210).key(Key.Key_C, CONTROL).move(*CUSTOMER_LANE).key(Key.Key_V, CONTROL)
    (copy,) = (each for each in desk.notes("48-hour") if each.id != note.id)
    assert (copy.rect.centre.x, copy.rect.centre.y) == pytest.approx(CUSTOMER_LANE, abs=1)
    assert (copy.party, copy.perspective) == (note.party, Perspective.CUSTOMER)
    assert view.selected_ids == (copy.id,)


def test_cut_notes_are_gone_until_they_are_pasted(hand: Hand, desk: Desk) -> None:
    hand.click(500, 210).key(Key.Key_X, CONTROL)
    assert desk.notes("48-hour") == []
    hand.move(*CUSTOMER_LANE).key(Key.Key_V, CONTROL)
    assert desk.note("48-hour")


def test_other_programs_get_the_texts(hand: Hand, desk: Desk, view: BoardView) -> None:
    first, other = desk.note("48-hour"), desk.note("Unique")
    view.select([first.id, other.id])
    view.copy()
    assert QGuiApplication.clipboard().text() == f"{first.text}\n{other.text}"


def test_notes_are_pasted_on_another_board(hand: Hand, desk: Desk, view: BoardView) -> None:
    desk.journal.commit(new_board(desk.journal.workshop, "value-stack", board_id="other"))
    hand.click(500, 210).key(Key.Key_C, CONTROL)
    view.show_board("other")
    view.paste()
    (copy,) = desk.journal.workshop.boards["other"].notes.values()
    assert copy.text == desk.note("48-hour").text


def test_each_line_of_a_text_becomes_a_note_in_the_lane_under_the_pointer(
    hand: Hand, desk: Desk
) -> None:
    QGuiApplication.clipboard().setText("Bread\n\n  Salt \r\nOil")
    hand.move(*CUSTOMER_LANE).key(Key.Key_V, CONTROL)
    notes = [desk.note(text) for text in ("Bread", "Salt", "Oil")]
    assert [note.text for note in notes] == ["Bread", "Salt", "Oil"]
    assert {(note.block, note.perspective) for note in notes} == {
        ("value-proposition", Perspective.CUSTOMER)
    }
    desk.journal.undo()
    assert desk.notes("Bread") == []


def test_control_shift_v_makes_one_note_of_the_text(hand: Hand, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Bread\nSalt\n")
    hand.move(*CUSTOMER_LANE).key(Key.Key_V, CONTROL | SHIFT)
    assert desk.note("Bread").text == "Bread\nSalt"


def test_text_off_the_blocks_becomes_notes_beside_one_another(hand: Hand, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Bread\nSalt")
    hand.move(600, 30).key(Key.Key_V, CONTROL)
    bread, salt = desk.note("Bread"), desk.note("Salt")
    assert bread.block is salt.block is None
    assert (bread.x, bread.y) != (salt.x, salt.y)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\x00\x80",
        b"{}",
        b"[1, 2]",
        b'[{"id": "a"}]',
        json.dumps([{"id": 1, "board": "b", "text": "t", "z": "a0", "x": "left"}]).encode(),
    ],
)
def test_what_only_claims_to_be_notes_changes_nothing(
    hand: Hand, desk: Desk, content: bytes
) -> None:
    mime = QMimeData()
    mime.setData(NOTES, content)
    QGuiApplication.clipboard().setMimeData(mime)
    before = desk.board
    hand.key(Key.Key_V, CONTROL)
    assert desk.board is before


def test_a_text_too_long_for_a_note_is_refused_in_words(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("x" * (MAX_TEXT + 1))
    before = desk.board
    with qtbot.waitSignal(view.message) as told:
        hand.key(Key.Key_V, CONTROL | SHIFT)
    assert told.args is not None
    assert "Divide it" in told.args[0]
    assert desk.board is before
