"""What no note can hold is refused in a sentence or left out, and what was typed before stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from canvasapp.domain.records import MAX_TEXT
from canvasapp.view.board_view import BoardView
from tests.gui.conftest import Desk, Hand
from tests.gui.test_typing import FREE, editor

CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
TOO_LONG = 1_000_000


def told(view: BoardView, qtbot: QtBot, hand: Hand, text: str) -> str:
    """What is said when a text is pasted that can not be."""
    QGuiApplication.clipboard().setText(text)
    with qtbot.waitSignal(view.message) as said:
        hand.key(Key.Key_V, CONTROL)
    assert said.args is not None
    sentence: str = said.args[0]
    return sentence


def test_a_million_characters_are_refused_in_a_sentence(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    hand.double_click(*FREE).type("Bread")
    sentence = told(view, qtbot, hand, "x" * TOO_LONG)
    assert f"{TOO_LONG:,}" in sentence
    assert f"{MAX_TEXT:,}" in sentence
    hand.type("!").escape()
    assert desk.note("Bread").text == "Bread!"


def test_a_note_that_is_full_takes_no_other_letter_and_keeps_all_it_has(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    hand.double_click(*FREE)
    QGuiApplication.clipboard().setText("x" * MAX_TEXT)
    hand.key(Key.Key_V, CONTROL)
    for write in (lambda: hand.type("y"), lambda: hand.compose("", "茶")):
        with qtbot.waitSignal(view.message):
            write()
    assert editor(view).draft.text == "x" * MAX_TEXT
    hand.key(Key.Key_A, CONTROL)
    with qtbot.waitSignal(view.message):
        hand.key(Key.Key_B, CONTROL)
    hand.escape()
    assert desk.note("xxx").text == "x" * MAX_TEXT


def test_what_is_no_text_is_refused(hand: Hand, view: BoardView, qtbot: QtBot) -> None:
    hand.double_click(*FREE).type("Bread")
    assert told(view, qtbot, hand, "a\0b")
    assert editor(view).draft.text == "Bread"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("a\x07b\x1b[0m", "ab[0m"),
        ("a\r\nb\u2028c\x0bd", "a\nb\nc\nd"),
        ("a\tb", "a\tb"),
        ("a\ufeff\u200eb", "a\ufeff\u200eb"),
        ("a\ufffeb", "ab"),
    ],
)
def test_control_characters_are_left_out(
    hand: Hand, desk: Desk, view: BoardView, pasted: str, kept: str
) -> None:
    hand.double_click(*FREE)
    QGuiApplication.clipboard().setText(pasted)
    hand.key(Key.Key_V, CONTROL)
    assert editor(view).draft.text == kept
    hand.escape()
    assert desk.note("a").text == kept


def test_half_a_surrogate_pair_from_an_input_method_is_left_out(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    hand.double_click(*FREE).type("a").compose("\ud83d").compose("", "b\ud83dc").type("d").escape()
    assert desk.note("a").text == "abcd"
