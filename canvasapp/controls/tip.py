"""The short text that tells what a control does, after the pointer has rested on it."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.letters import SMALL
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CONTROL_RADIUS, rounded
from canvasapp.controls.words import Paragraph
from canvasapp.picture.theme import mix

WIDEST = 280
PADDING_X, PADDING_Y = 8, 4
KEYS_GAP = 12
BELOW = 6
MARGIN = 4


class Tip(QWidget):
    """Lies over the window of `control` until the pointer leaves the control."""

    def __init__(self, control: QWidget, text: str, keys: str, look: Look) -> None:
        super().__init__(control.window())
        self._look = look
        self._text = Paragraph(text, look, SMALL, WIDEST)
        self._keys = Paragraph(keys, look, SMALL)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setGeometry(self._placed(control))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), CONTROL_RADIUS, theme.ink)
            self._text.draw(painter, PADDING_X, PADDING_Y, theme.on_ink)
            keys_x = self.width() - PADDING_X - self._keys.width
            keys_y = self.height() - PADDING_Y - self._keys.height
            self._keys.draw(painter, keys_x, keys_y, mix(theme.on_ink, theme.ink, 0.72))

    def _placed(self, control: QWidget) -> QRect:
        """Under the middle of the control, above it where the window ends, never outside the window."""
        keys = self._keys.width + KEYS_GAP if self._keys.width else 0.0
        width = math.ceil(self._text.width + keys) + 2 * PADDING_X
        height = self._text.height + 2 * PADDING_Y
        window = control.window()
        top_left = control.mapTo(window, QPoint(0, 0))
        x = top_left.x() + (control.width() - width) // 2
        x = max(MARGIN, min(x, window.width() - width - MARGIN))
        y = top_left.y() + control.height() + BELOW
        if y + height > window.height() - MARGIN:
            y = top_left.y() - BELOW - height
        return QRect(x, y, width, height)
