"""A board in a window on the offscreen platform, and the hand that works on it: real mouse and key events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Point
from canvasapp.domain.records import Note
from canvasapp.edits.example import example_workshop
from canvasapp.edits.journal import Journal
from canvasapp.picture.theme import LIGHT
from canvasapp.store import WorkshopStore, create_workshop, open_workshop
from canvasapp.templates.loader import load_templates
from canvasapp.view.board_view import BoardView

CANVAS = "service-logic-bmc"
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


class Hand:
    """Presses, moves and types as a person would. Places are in mm on the sheet."""

    def __init__(self, view: BoardView) -> None:
        self.view = view
        self._held = NONE
        self._at = QPointF()
        self.modifiers = PLAIN

    def press(self, x: float, y: float, button: Qt.MouseButton = LEFT) -> Hand:
        self._held, self._at = button, self._pixel(x, y)
        return self._send(QEvent.Type.MouseButtonPress, button)

    def move(self, x: float, y: float) -> Hand:
        self._at = self._pixel(x, y)
        return self._send(QEvent.Type.MouseMove, NONE)

    def move_by_pixels(self, x: float, y: float) -> Hand:
        self._at = self._at + QPointF(x, y)
        return self._send(QEvent.Type.MouseMove, NONE)

    def release(self, x: float | None = None, y: float | None = None) -> Hand:
        if x is not None and y is not None:
            self._at = self._pixel(x, y)
        button, self._held = self._held, NONE
        return self._send(QEvent.Type.MouseButtonRelease, button)

    def click(self, x: float, y: float) -> Hand:
        return self.press(x, y).release()

    def double_click(self, x: float, y: float) -> Hand:
        self.click(x, y)
        self._held = LEFT
        return self._send(QEvent.Type.MouseButtonDblClick, LEFT).release()

    def holding(self, modifiers: Qt.KeyboardModifier) -> Hand:
        """Keys that are held from now on; Qt.KeyboardModifier.NoModifier lets them go."""
        self.modifiers = modifiers
        return self

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> Hand:
        QTest.keyClick(self.view, key, modifiers)
        return self

    def escape(self) -> Hand:
        return self.key(Qt.Key.Key_Escape)

    def type(self, text: str) -> Hand:
        for character in text:
            if character == "\n":
                self.key(Qt.Key.Key_Return)
            elif character.isascii():
                QTest.keyClicks(self.view, character)
            else:
                self.compose("", character)  # no keyboard has a key for it
        return self

    def compose(self, preedit: str, commit: str = "") -> Hand:
        """What an input method sends."""
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(self.view, event)
        return self

    def _pixel(self, x: float, y: float) -> QPointF:
        return QPointF(*self.view.bench.viewpoint.camera.to_view(Point(x, y)))

    def _send(self, kind: QEvent.Type, button: Qt.MouseButton) -> Hand:
        event = QMouseEvent(
            kind,
            self._at,
            QPointF(self.view.mapToGlobal(self._at)),
            button,
            self._held,
            self.modifiers,
        )
        QApplication.sendEvent(self.view, event)
        return self


class Desk:
    """The journal of an open workshop, and short ways to what a test asks of it."""

    def __init__(self, store: WorkshopStore) -> None:
        self.journal = Journal(store, store.load(load_templates()))
        self.board_id = next(
            board.id
            for board in self.journal.workshop.boards_in_order()
            if board.head.template == CANVAS
        )

    @property
    def board(self) -> Board:
        return self.journal.workshop.boards[self.board_id]

    def note(self, text: str) -> Note:
        """The one note whose text begins so."""
        (found,) = self.notes(text)
        return found

    def notes(self, text: str) -> list[Note]:
        return [note for note in self.board.notes.values() if note.text.startswith(text)]


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """No test finds what another copied, or pays for its windows.

    Windows asked to go do so in an event loop, which most tests have none of; and what Python put on the
    clipboard Qt would let go only after Python's end, in a crash.
    """
    yield
    qapp.clipboard().clear()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """The worked example in a real file."""
    path = tmp_path / "example.workshop"
    create_workshop(path, example_workshop(load_templates(), CANVAS))
    with open_workshop(path, tmp_path / "working") as store:
        yield Desk(store)


@pytest.fixture
def view(desk: Desk, qtbot: QtBot) -> BoardView:
    view = BoardView(desk.journal, desk.board_id, LIGHT)
    qtbot.addWidget(view)
    view.reduce_motion(True)
    view.resize(1280, 900)
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    return view


@pytest.fixture
def hand(view: BoardView) -> Hand:
    return Hand(view)
