"""Something that is so or not: a box with a check, and what it means beside it."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CHOSEN_EDGE, edge_width, rounded
from canvasapp.controls.words import Paragraph

HEIGHT = 32
BOX = 18
RADIUS = 4
GAP = 12


class CheckBox(Control):
    """`toggled` tells that it was pressed, as of any button that is checked."""

    def __init__(
        self, look: Look, label: str, *, checked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, label, parent)
        self._label = label
        self.setCheckable(True)
        self.setChecked(checked)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def cut_words(self) -> str:
        return self._label if self._words().is_cut else ""

    def sizeHint(self) -> QSize:
        words = Paragraph(self._label, self.look, BODY)
        return QSize(BOX + GAP + math.ceil(words.width), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(BOX + GAP, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, top = self.look.theme, (self.height() - BOX) / 2
        box = QRectF(0, top, BOX, BOX)
        lit = self.isEnabled() and self.underMouse()
        with QPainter(self) as painter:
            if self.isChecked():
                rounded(painter, box, RADIUS, theme.ink if self.isEnabled() else theme.field)
                inset = (BOX - IN_TEXT) / 2
                draw_icon(painter, "check", inset, top + inset, IN_TEXT, theme.on_ink)
            else:
                width = max(edge_width(theme, hovered=lit), 1.5)
                ground = theme.hover if lit else theme.raised
                rounded(painter, box, RADIUS, ground, theme.field, width=min(width, CHOSEN_EDGE))
            tone = theme.ink if self.isEnabled() else theme.field
            y = (self.height() - BODY.line) / 2
            self._words().draw(painter, BOX + GAP, y, tone)

    def _words(self) -> Paragraph:
        room = max(self.width() - BOX - GAP, 1)
        return Paragraph(self._label, self.look, BODY, room, 1)
