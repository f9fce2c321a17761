"""What is said to those who can not see the board, in one breath after each thing they do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible

from canvasapp.app.announcer import Announcer, what_is_selected
from canvasapp.domain.template import Perspective
from canvasapp.edits.groups import lock_notes
from tests.gui.windows.conftest import Program

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def said(example: Program) -> list[str]:
    """What the page says from now on."""
    example.settle()
    heard: list[str] = []

    def hear(widget: QObject, sentence: str) -> None:
        assert widget is example.page.view
        heard.append(sentence)

    example.page.announcer.speak = hear
    return heard


def test_a_note_that_is_walked_to_is_said_with_its_place_and_party(
    example: Program, said: list[str]
) -> None:
    example.key(Qt.Key.Key_Tab)
    page = example.page
    note = page.board.note(page.view.selected_ids[0])
    assert said == [what_is_selected(page.board, (note.id,))]
    assert said[0].startswith(note.text)
    assert page.board.template.block(note.block or "").title in said[0]
    assert said[0].endswith(page.board.parties[note.party or ""].name)


def test_what_is_done_and_undone_is_said(example: Program, said: list[str]) -> None:
    page = example.page
    note = page.board.notes_in("value-proposition", Perspective.OUR)[0]
    page.view.select([note.id])
    example.settle()
    said.clear()
    example.key(Qt.Key.Key_C)
    assert said == ["Change view of note: Value Proposition, customer’s view"]
    said.clear()
    example.key(Qt.Key.Key_Z, CONTROL)
    assert said == ["Change view of note: Value Proposition, our view. Undone"]


def test_how_many_are_selected_is_said(example: Program, said: list[str]) -> None:
    example.key(Qt.Key.Key_A, CONTROL)
    example.key(Qt.Key.Key_Escape)
    assert said == [f"{len(example.page.board.notes)} notes selected", "Nothing selected"]


def test_a_lock_is_said(example: Program, said: list[str]) -> None:
    page = example.page
    note = next(iter(page.board.notes.values()))
    page.perform(lock_notes(page.board, [note.id]))
    assert what_is_selected(page.board, (note.id,)).endswith("locked")


def test_what_the_board_tells_in_the_bar_is_said_too(example: Program, said: list[str]) -> None:
    example.page.view.message.emit("The disk is full.")
    example.settle()
    assert said == ["The disk is full."]


def test_a_text_is_not_said_again_while_it_is_written(example: Program, said: list[str]) -> None:
    page = example.page
    page.view.select(list(page.board.notes)[:1])
    page.view.do("type")
    example.type("More words")
    example.settle()
    said.clear()
    page.view.finish_editing()
    example.settle()
    assert not any("Type text" in each for each in said)


def test_it_reaches_whatever_screen_reader_qt_knows(example: Program) -> None:
    QAccessible.setActive(True)
    announcer = Announcer(example.page.view)
    announcer.tell("Said aloud")
    example.settle()
    QAccessible.setActive(False)
    board = QAccessible.queryAccessibleInterface(example.page.view)
    assert board is not None
    assert board.text(QAccessible.Text.Name) == f"Board {example.page.board.head.title}"
