"""Dragged notes and edges come to rest in line with others, unless Control is held."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from canvasapp.picture.theme import LIGHT
from canvasapp.view.board_view import BoardView
from tests.gui.conftest import Desk, Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def accents(view: BoardView) -> int:
    """How many pixels are painted in the accent."""
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), dtype=np.uint32).reshape(image.height(), -1)
    return int(((pixels & 0xFFFFFF) == int(LIGHT.accent[1:], 16)).sum())


def test_a_dragged_note_comes_into_line_with_another_one(hand: Hand, desk: Desk) -> None:
    note, other = desk.note("48-hour"), desk.note("Ten home visits")
    x, y = note.rect.centre.x, note.rect.centre.y
    to_x = x + other.x - note.x + 1.5
    hand.press(x, y).move(to_x, y + 180).release()
    assert desk.board.note(note.id).x == pytest.approx(other.x)


def test_with_control_it_stays_where_it_is_held(hand: Hand, desk: Desk) -> None:
    note, other = desk.note("48-hour"), desk.note("Ten home visits")
    x, y = note.rect.centre.x, note.rect.centre.y
    hand.press(x, y).holding(CONTROL).move(x + other.x - note.x + 1.5, y + 180).release()
    assert desk.board.note(note.id).x == pytest.approx(other.x + 1.5, abs=0.8)


def test_with_shift_the_held_axis_stays_held(hand: Hand, desk: Desk) -> None:
    note = desk.note("48-hour")
    x, y = note.rect.centre.x, note.rect.centre.y
    hand.press(x, y).holding(SHIFT).move(x + 200, y + 5).release()
    assert desk.board.note(note.id).y == note.y


def test_a_pulled_edge_comes_into_line_and_the_other_one_stays(hand: Hand, desk: Desk) -> None:
    note, below = desk.note("48-hour"), desk.note("Set-up on moving day")
    hand.click(*(note.rect.centre.x, note.rect.centre.y))
    hand.press(note.rect.right + 2, note.rect.centre.y)
    hand.holding(CONTROL).move(note.rect.right + 40, note.rect.centre.y)
    hand.holding(Qt.KeyboardModifier.NoModifier).move(below.rect.right + 3.5, note.rect.centre.y)
    hand.release()
    resized = desk.board.note(note.id)
    assert resized.rect.right == pytest.approx(below.rect.right)
    assert (resized.x, resized.y, resized.h) == (note.x, note.y, note.h)


def test_a_handle_pressed_and_let_go_changes_nothing(hand: Hand, desk: Desk) -> None:
    note = desk.note("48-hour")
    hand.holding(CONTROL).press(500, 210).move(503, 213).release()
    moved = desk.board.note(note.id)
    hand.holding(Qt.KeyboardModifier.NoModifier)
    hand.press(moved.rect.right + 2, moved.rect.bottom + 2).release()
    assert desk.board.note(note.id) == moved


def test_a_guide_is_shown_while_something_is_in_line_and_goes_with_the_drag(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    note, other = desk.note("48-hour"), desk.note("Ten home visits")
    x, y = note.rect.centre.x, note.rect.centre.y
    hand.press(x, y).holding(CONTROL).move(x + other.x - note.x, y + 180)
    without = accents(view)
    hand.holding(Qt.KeyboardModifier.NoModifier).move(x + other.x - note.x, y + 180)
    assert accents(view) > without + 50
    hand.escape()
    assert accents(view) < without
