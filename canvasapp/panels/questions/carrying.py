"""Notes carried by hand between board and questions: cards that can be dragged, and what is seen of them meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.look import Look
from canvasapp.controls.note_card import NoteCard
from canvasapp.domain.board import Board

STARTS = 4
"""Px a pressed card must be pulled before it is carried."""
WIDTH = 160
GRIP = QPoint(12, 10)
"""Where on the carried card the pointer is."""


class AnswerCard(NoteCard):
    """Press it, or drag it elsewhere: places are on the screen."""

    carried = Signal(QPoint)
    let_go = Signal(QPoint)
    put_back = Signal()

    _pressed: QPoint | None = None
    _is_carried = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._pressed is None:
            return
        if not self._is_carried and (at - self._pressed).manhattanLength() > STARTS:
            self._is_carried = True
            self.setDown(False)
            self.grabKeyboard()  # for Escape, wherever the keyboard is
        if self._is_carried:
            self.carried.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_carried:
            self._end()
            self.let_go.emit(event.globalPosition().toPoint())
        else:
            self._pressed = None
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_carried:
            if event.key() == Qt.Key.Key_Escape:
                self._end()
                self.put_back.emit()
        else:
            super().keyPressEvent(event)

    def _end(self) -> None:
        self._pressed, self._is_carried = None, False
        self.releaseKeyboard()


class Carried:
    """The note in the hand, drawn over the window while it is not over the board."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._card: NoteCard | None = None

    def show(self, window: QWidget, board: Board, note_id: str, at: QPoint) -> None:
        """`at` on the screen."""
        note = board.note(note_id)
        if self._card is None or self._card.note != note:
            self.hide()
            party = board.parties.get(note.party) if note.party else None
            self._card = NoteCard(self._look, note, party, selected=True, parent=window)
            self._card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._card.resize(WIDTH, self._card.heightForWidth(WIDTH))
            self._card.show()
        corner = window.mapFromGlobal(at) - GRIP
        self._card.move(min(corner.x(), window.width() - WIDTH), corner.y())
        self._card.raise_()

    def hide(self) -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
