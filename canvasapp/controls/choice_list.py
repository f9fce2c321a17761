"""A painted list of which one row is current, and the field above it that has the keyboard for both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from canvasapp.controls.control import ENTER
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CONTROL_RADIUS, chosen_ground
from canvasapp.controls.words import Paragraph

R = TypeVar("R")

ROWS = 9
"""As many rows are seen at once."""
NOTCH = 120
"""How far a mouse's wheel turns for a row."""
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS - 1,
    Qt.Key.Key_PageUp: 1 - ROWS,
}


class ChoiceField(QLineEdit):
    """Up, Down and Enter are for the list below; Esc is for who opened it."""

    stepped = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChoiceList(QWidget, Generic[R]):
    """Rows of `height` px; `paint_row` paints what is over the ground of one that begins at that y.

    `nothing` is said when there are none. `pressed` tells that the current one was clicked.
    """

    pressed = Signal()

    def __init__(
        self,
        look: Look,
        height: int,
        padding: int,
        nothing: str,
        paint_row: Callable[[QPainter, R, int], None],
    ) -> None:
        super().__init__()
        self._look, self._height, self._padding = look, height, padding
        self._nothing, self._paint_row = nothing, paint_row
        self._rows: list[R] = []
        self._first, self._at = 0, 0
        self.setMouseTracking(True)

    @property
    def rows(self) -> tuple[R, ...]:
        return tuple(self._rows)

    @property
    def current(self) -> R | None:
        return self._rows[self._at] if self._rows else None

    def show_rows(self, rows: Sequence[R], at: int = 0) -> None:
        """These, the one at `at` being current."""
        self._rows, self._first = list(rows), 0
        self._go(min(at, max(len(rows) - 1, 0)))

    def step(self, by: int) -> None:
        """Down or up; past the ends by one row, round."""
        if self._rows:
            last = len(self._rows) - 1
            over = self._at + by
            self._go(over % (last + 1) if abs(by) == 1 else min(max(over, 0), last))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._go(self._at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        if row is not None:
            self._go(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go(row)
            self.pressed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        most = max(len(self._rows) - self._seen, 0)
        turned = round(event.angleDelta().y() / NOTCH)
        self._first = min(max(self._first - turned, 0), most)
        self.update()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, height = self._look.theme, self._height
        with QPainter(self) as painter:
            if not self._rows:
                none = Paragraph(self._nothing, self._look, BODY)
                none.draw(painter, self._padding, (height - BODY.line) / 2, theme.ink2)
            for place in range(self._first, min(self._first + self._seen, len(self._rows))):
                top = (place - self._first) * height
                if place == self._at:
                    ground = QRectF(0, top, self.width(), height)
                    chosen_ground(painter, ground, CONTROL_RADIUS, theme)
                self._paint_row(painter, self._rows[place], top)

    @property
    def _seen(self) -> int:
        return max(self.height() // self._height, 1)

    def _row_at(self, event: QMouseEvent) -> int | None:
        row = self._first + int(event.position().y()) // self._height
        return row if row < len(self._rows) else None

    def _go(self, row: int) -> None:
        self._at = row
        self._first = min(max(self._first, row - self._seen + 1), row)
        self.update()
