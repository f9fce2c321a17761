"""Panels of which one is shown at a time: asked for, left again, and led from to notes and boards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from canvasapp.app.deck import Deck
from canvasapp.app.page_guide import PageGuide
from tests.gui.windows.conftest import Program


class Told(QLabel):
    """A panel that writes down what it is asked to speak of."""

    def speak_of(self, about: str) -> None:
        self.setText(about)


@pytest.fixture
def deck(qtbot: QtBot) -> Deck:
    kinds = {"told": Told, "plain": QWidget}
    deck = Deck(QWidget(), tuple(kinds), lambda panel_id: kinds[panel_id]())
    qtbot.addWidget(deck)
    deck.show()
    return deck


def test_at_first_the_first_panel_is_shown(deck: Deck) -> None:
    assert deck.shown is None
    assert deck.unseen == {"told", "plain"}


def test_a_panel_that_is_asked_for_is_shown_and_speaks_of_what_is_asked(deck: Deck) -> None:
    deck.show_panel("told", "n1")
    assert deck.shown == "told"
    panel = deck.currentWidget()
    assert isinstance(panel, Told)
    assert panel.text() == "n1"


def test_a_panel_that_can_not_speak_of_things_is_only_shown(deck: Deck) -> None:
    deck.show_panel("plain", "n1")
    assert deck.shown == "plain"


def test_escape_leaves_a_panel_that_was_asked_for(deck: Deck, qtbot: QtBot) -> None:
    deck.show_panel("plain")
    with qtbot.waitSignal(deck.turned):
        QTest.keyClick(deck, Qt.Key.Key_Escape)
    assert deck.shown is None


def test_leaving_where_nothing_was_asked_for_turns_nothing(deck: Deck, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(deck.turned):
        deck.show_first()


def test_a_note_is_shown_on_whichever_board_it_lies(example: Program) -> None:
    page = example.page
    other = page.journal.workshop.boards_in_order()[1]
    note = next(iter(other.notes))
    PageGuide(page).show_note(note)
    assert page.view.board_id == other.id
    assert page.view.selected_ids == (note,)


def test_a_note_that_is_gone_is_not_gone_to(example: Program) -> None:
    board = example.page.view.board_id
    PageGuide(example.page).show_note("gone")
    assert example.page.view.board_id == board


def test_what_a_panel_asks_for_at_the_right_opens_the_side(example: Program) -> None:
    area = example.page.frame.area
    area.toggle_right()
    PageGuide(example.page).show_panel("questions")
    assert area.arrangement.right


def test_a_panel_that_a_room_covers_is_shown_by_its_key_and_not_left(example: Program) -> None:
    frame, guide = example.page.frame, example.page.guide
    guide.turn_to("evidence")
    guide.turn_to("matrix")
    guide.turn_to("evidence")
    assert (frame.rooms.shown, frame.deck.shown) == (None, "evidence")
    guide.turn_to("evidence")
    assert frame.deck.shown is None


def test_a_panel_whose_side_is_hidden_is_shown_by_its_key(example: Program) -> None:
    frame, guide = example.page.frame, example.page.guide
    guide.turn_to("evidence")
    frame.area.toggle_right()
    guide.turn_to("evidence")
    assert frame.area.arrangement.right
    assert frame.deck.shown == "evidence"
