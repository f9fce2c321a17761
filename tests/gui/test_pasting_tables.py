"""A pasted table is asked about once, at the board, and by key or press becomes what was chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from canvasapp.domain.template import Perspective
from canvasapp.picture.theme import DARK
from canvasapp.view.board_view import BoardView
from canvasapp.view.clipboard import MOST_NOTES
from canvasapp.view.paste_choice import CHOICES, PasteChoice
from tests.gui.conftest import Desk, Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
CUSTOMER_LANE = (560.0, 560.0)
TABLE = "Key Partners\tValue Proposition\nBread\tSalt\n\tOil\n"
TEXTS = ("Bread", "Salt", "Oil")


def paste(hand: Hand, text: str = TABLE) -> PasteChoice:
    QGuiApplication.clipboard().setText(text)
    hand.move(*CUSTOMER_LANE).key(Key.Key_V, CONTROL)
    return hand.view.bench.asking.tables.choice


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


@pytest.mark.parametrize(
    "keys", [[Key.Key_1], [Key.Key_Return], [Key.Key_Down, Key.Key_Up, Key.Key_Space]]
)
def test_notes_are_the_first_choice(hand: Hand, desk: Desk, keys: list[Qt.Key]) -> None:
    choice = paste(hand)
    assert choice.isVisible()
    assert desk.notes("Bread") == []
    for key in keys:
        press(key)
    assert {desk.note(text).perspective for text in TEXTS} == {Perspective.CUSTOMER}
    assert desk.note("Key Partners").block == "value-proposition"
    assert not choice.isVisible()
    assert hand.view.hasFocus()


@pytest.mark.parametrize("keys", [[Key.Key_2], [Key.Key_Tab, Key.Key_Return]])
def test_the_grid_keeps_rows_and_columns(hand: Hand, desk: Desk, keys: list[Qt.Key]) -> None:
    paste(hand)
    for key in keys:
        press(key)
    bread, salt, oil = (desk.note(text) for text in TEXTS)
    assert bread.y == salt.y < oil.y
    assert bread.x < salt.x == oil.x
    desk.journal.undo()
    assert desk.notes("Bread") == desk.notes("Oil") == []


@pytest.mark.parametrize("keys", [[Key.Key_3], [Key.Key_Backtab, Key.Key_Return]])
def test_columns_become_notes_in_their_blocks(hand: Hand, desk: Desk, keys: list[Qt.Key]) -> None:
    paste(hand)
    for key in keys:
        press(key)
    bread, salt, oil = (desk.note(text) for text in TEXTS)
    assert (bread.block, salt.block, oil.block) == ("key-partners", *2 * ["value-proposition"])
    assert set(hand.view.selected_ids) == {bread.id, salt.id, oil.id}
    desk.journal.undo()
    assert desk.notes("Bread") == desk.notes("Oil") == []


def test_a_choice_is_pressed(hand: Hand, desk: Desk) -> None:
    rows = paste(hand).findChildren(QAbstractButton)
    assert [row.accessibleName() for row in rows] == [choice.label for choice in CHOICES]
    QTest.mouseClick(rows[2], LEFT)
    assert desk.note("Bread").block == "key-partners"


def test_escape_pastes_nothing(hand: Hand, desk: Desk) -> None:
    before, choice = desk.board, paste(hand)
    press(Key.Key_Escape)
    assert not choice.isVisible()
    assert desk.board is before
    assert hand.view.hasFocus()


def test_a_press_elsewhere_pastes_nothing_and_is_the_boards(hand: Hand, desk: Desk) -> None:
    choice = paste(hand)
    hand.click(500, 210)
    assert not choice.isVisible()
    assert desk.notes("Bread") == []
    assert hand.view.selected_ids == (desk.note("48-hour").id,)


def test_other_keys_do_nothing_to_the_board_meanwhile(hand: Hand, desk: Desk) -> None:
    hand.click(500, 210)
    before, choice = desk.board, paste(hand)
    for key in (Key.Key_Delete, Key.Key_N, Key.Key_5, Key.Key_Left):
        press(key)
    assert choice.isVisible()
    assert desk.board is before
    assert hand.view.bench.toolbox.tool.id == "select"


def test_it_lies_at_the_pointer_inside_of_the_window(hand: Hand, view: BoardView) -> None:
    choice = paste(hand)
    at = view.bench.pointer.last
    assert (choice.x(), choice.y()) == (round(at.x), round(at.y))
    press(Key.Key_Escape)
    hand.move(1180, 830).key(Key.Key_V, CONTROL)
    assert view.rect().contains(choice.geometry())


def test_it_asks_again_when_pasted_again(hand: Hand, desk: Desk) -> None:
    choice = paste(hand)
    hand.key(Key.Key_V, CONTROL)
    assert choice.isVisible()
    press(Key.Key_2)
    assert len(desk.notes("Bread")) == 1


def test_a_list_is_not_asked_about(hand: Hand, desk: Desk) -> None:
    assert not paste(hand, "Bread\nSalt").isVisible()
    assert desk.note("Bread")


def test_what_was_copied_later_changes_nothing(hand: Hand, desk: Desk) -> None:
    paste(hand)
    QGuiApplication.clipboard().setText("Rye")
    press(Key.Key_1)
    assert desk.note("Oil")
    assert desk.notes("Rye") == []


def test_too_many_cells_are_refused_at_once(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.message) as told:
        choice = paste(hand, "\n".join(["a\tb"] * MOST_NOTES))
    assert told.args is not None
    assert f"{2 * MOST_NOTES:,} notes" in told.args[0]
    assert not choice.isVisible()


def test_a_table_with_more_columns_than_blocks_says_so(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    before = desk.board
    paste(hand, "\t".join(map(str, range(12))))
    with qtbot.waitSignal(view.message) as told:
        press(Key.Key_3)
    assert told.args is not None
    assert "12 columns" in told.args[0]
    assert desk.board is before


def test_it_wears_the_theme_of_the_board(hand: Hand, view: BoardView) -> None:
    view.set_theme(DARK)
    assert paste(hand).grab().toImage().pixelColor(20, 6).name() == DARK.raised
