"""From how far a print is read: the smallest letters, and the distance on a scale."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.layouts import column
from canvasapp.controls.letters import BODY, PAGE_TITLE, SMALL, SMALL_LABEL
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.painting import rounded
from canvasapp.controls.words import Paragraph, Words
from canvasapp.export.legibility import COMFORTABLE, LEAST

NEAREST, FARTHEST = 0.5, 4.0
MARKS = (0.5, 1.0, 2.0, 4.0)
"""In m; the scale doubles from mark to mark."""
BAR, TICK = 6, 14


def place_on_scale(metres: float) -> float:
    """From 0 for NEAREST, or less, to 1 for FARTHEST, or more."""
    kept = min(max(metres, NEAREST), FARTHEST)
    return math.log(kept / NEAREST) / math.log(FARTHEST / NEAREST)


class Scale(QWidget):
    """A bar that is filled as far as one can read."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._metres = look, 0.0
        self.setFixedHeight(TICK + 4 + SMALL.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_distance(self, metres: float) -> None:
        self._metres = metres
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, top = self._look.theme, (TICK - BAR) / 2
        reach = place_on_scale(self._metres) * self.width()
        with QPainter(self) as painter:
            edge = theme.line if theme.plain_paper else None
            whole = QRectF(0, top, self.width(), BAR)
            rounded(painter, whole, BAR / 2, theme.press, edge)
            if reach:
                rounded(painter, QRectF(0, top, reach, BAR), BAR / 2, theme.ink)
            x = min(max(reach - 1, 0), self.width() - 2)
            painter.fillRect(QRectF(x, 0, 2, TICK), QColor(theme.ink))
            for mark in MARKS:
                words = Paragraph(f"{mark:g} m", self._look, SMALL)
                at = place_on_scale(mark) * self.width() - words.width / 2
                at = min(max(at, 0), self.width() - words.width)
                place = QPointF(at, TICK + 4)
                words.draw(painter, place.x(), place.y(), theme.ink2)


class Meter(QWidget):
    """Says nothing where there is nothing to be read."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._figure = Words(look, "", PAGE_TITLE, ink, most=1)
        self._said = Words(look, "", BODY, ink)
        self._eased = Words(look, "", SMALL, ink2)
        self._scale = Scale(look)
        heading = Words(look, "Legibility", SMALL_LABEL, ink2)
        self.setLayout(column(heading, 4, self._figure, self._said, 8, self._scale, 4, self._eased))

    def show_letters(self, smallest: float | None) -> None:
        """The size in mm of the smallest letters that are read; None for none."""
        for figure in (self._figure, self._scale, self._eased):
            figure.setVisible(smallest is not None)
        if smallest is None:
            self._said.say("No notes, headings or questions to read")
            return
        self._figure.say(f"{smallest:.1f} mm")
        far = smallest / LEAST
        self._said.say(f"smallest text, readable to {far:.1f} m")
        self._eased.say(f"Without effort to {smallest / COMFORTABLE:.1f} m.")
        self._scale.show_distance(far)
        self.setAccessibleName("Legibility")
        self.setAccessibleDescription(f"{self._figure.text()} {self._said.text()}")
