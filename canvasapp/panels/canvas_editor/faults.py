"""What keeps the draft from being saved, a line each; pressed, it leads there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import column, holding
from canvasapp.controls.letters import BODY, SMALL_LABEL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.painting import rounded
from canvasapp.controls.surface import Scroll, Surface
from canvasapp.controls.words import Paragraph, Words
from canvasapp.templates.drafting import Fault

PADDING, ASIDE = 8, 6
TEXT_X = PADDING + IN_TEXT + 8
HIGHEST = 190
WIDTH = 308
"""What a row is wide, in px, before it is laid out."""


class FaultRow(Control):
    """As high as its sentence."""

    def __init__(self, look: Look, fault: Fault) -> None:
        super().__init__(look, fault.sentence)
        self.fault = fault
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self.heightForWidth(WIDTH))

    def heightForWidth(self, width: int) -> int:
        return self._words(width).height + 2 * ASIDE

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            rounded(painter, QRectF(self.rect()), self.radius, self.ground())
            sign_y = ASIDE + (BODY.line - IN_TEXT) / 2
            draw_icon(painter, "triangle-alert", PADDING, sign_y, IN_TEXT, theme.warn)
            self._words(self.width()).draw(painter, TEXT_X, ASIDE, theme.ink)

    def _words(self, width: int) -> Paragraph:
        room = max(width - TEXT_X - PADDING, 1)
        return Paragraph(self.fault.sentence, self.look, BODY, room)


class FaultList(Surface):
    """Hidden while the draft is fit."""

    asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, Qt.Edge.TopEdge)
        self._head = Words(look, "", SMALL_LABEL, ink2, most=1)
        self._lines = column(margins=(8, 0, 8, 8))
        self.rows: list[FaultRow] = []
        self._shown: tuple[Fault, ...] = ()
        head = holding(column(self._head, margins=(16, 10, 16, 4)))
        self._scroll = Scroll(holding(self._lines))
        self.setLayout(column(head, self._scroll, margins=(0, 1, 0, 0)))
        self.hide()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        if tuple(faults) == self._shown:
            return
        self._shown = tuple(faults)
        for gone in self.rows:
            self._lines.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.rows = [FaultRow(self.look, each) for each in faults]
        for line in self.rows:
            self._lines.addWidget(line)
            line.clicked.connect(lambda _=False, line=line: self.asked.emit(line.fault))
        count = len(faults)
        self._head.say("1 thing to put right" if count == 1 else f"{count} things to put right")
        height = sum(line.heightForWidth(WIDTH) for line in self.rows) + 8
        self._scroll.setFixedHeight(min(height, HIGHEST))
        self.setVisible(bool(faults))
