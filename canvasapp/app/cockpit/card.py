"""The raised cards below the wall in the cockpit."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.look import Look
from canvasapp.controls.painting import CARD_RADIUS, rounded

PADDING = 20


class Card(QWidget):
    """A sheet with round corners and a hairline around it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            rounded(painter, QRectF(self.rect()), CARD_RADIUS, theme.raised, theme.line)
