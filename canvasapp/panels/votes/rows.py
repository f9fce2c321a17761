"""The rows of the votes panel: a note or assumption with its place and its dots, and a party that gives dots."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from canvasapp.controls.control import Control
from canvasapp.controls.letters import BODY, COUNT, COUNT_STRONG, ROW, ROW_STRONG
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CHIP_HEIGHT, CHIP_WIDTH, chip, rounded
from canvasapp.controls.words import Paragraph
from canvasapp.domain.records import Party

PADDING = 8
LEAD = 38
DISC = 24
MOST_LINES = 3
PARTY_HEIGHT = 32


@dataclass(frozen=True, slots=True)
class Ranked:
    """What a row says: its place or code, its words, and how many dots it has; "" or 0 for none."""

    lead: str
    words: str
    dots: int


class RankedRow(Control):
    """Press it to go there."""

    def __init__(self, look: Look, shown: Ranked) -> None:
        dots = "1 dot" if shown.dots == 1 else f"{shown.dots} dots"
        counted = f", {dots}" if shown.dots else ""
        super().__init__(look, f"{shown.lead} {shown.words}{counted}")
        self.shown = shown
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def cut_words(self) -> str:
        return self.shown.words if self._words(self.width()).is_cut else ""

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def heightForWidth(self, width: int) -> int:
        return max(self._words(width).height, DISC) + 2 * PADDING

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            rounded(painter, QRectF(self.rect()), self.radius, self.ground())
            lead = Paragraph(self.shown.lead, self.look, COUNT_STRONG, LEAD, 1)
            middle = PADDING + DISC / 2
            lead.draw(painter, PADDING, middle - COUNT_STRONG.line / 2, theme.ink2)
            words = self._words(self.width())
            top = PADDING + max((DISC - words.height) / 2, 0)
            words.draw(painter, PADDING + LEAD, top, theme.ink)
            if self.shown.dots:
                self._paint_dots(painter)

    def _paint_dots(self, painter: QPainter) -> None:
        """A filled disc with the figure, as on the note itself."""
        theme, said = self.look.theme, str(self.shown.dots)
        width = self._disc_width
        disc = QRectF(self.width() - PADDING - width, PADDING, width, DISC)
        rounded(painter, disc, DISC / 2, theme.ink)
        painter.setFont(self.look.font(COUNT_STRONG))
        painter.setPen(QColor(theme.on_ink))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, said)

    @property
    def _disc_width(self) -> int:
        figure = Paragraph(str(self.shown.dots), self.look, COUNT_STRONG)
        return max(math.ceil(figure.width) + 14, DISC)

    def _words(self, width: int) -> Paragraph:
        room = width - LEAD - 2 * PADDING - (self._disc_width + PADDING if self.shown.dots else 0)
        return Paragraph(self.shown.words, self.look, BODY, max(room, 1), MOST_LINES)


class GiverRow(Control):
    """A party, and how many dots it has left. Checked, it is the one whose dots are entered."""

    def __init__(self, look: Look, party: Party) -> None:
        super().__init__(look, party.name)
        self.party, self._left = party, 0
        self.setCheckable(True)
        self.setFixedHeight(PARTY_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_left(self, left: int) -> None:
        self._left = left
        self.setAccessibleDescription(f"{left} left")
        self.update()

    def nextCheckState(self) -> None:
        """Only the panel says whose turn it is."""

    def sizeHint(self) -> QSize:
        return QSize(208, PARTY_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme, middle = self.look.theme, self.height() / 2
            self.paint_ground(painter)
            place = QRectF(PADDING, middle - CHIP_HEIGHT / 2, CHIP_WIDTH, CHIP_HEIGHT)
            chip(painter, place, self.party.initials, self.party.slot, self.look)
            left = Paragraph(f"{self._left} left", self.look, COUNT)
            x = PADDING + CHIP_WIDTH + PADDING
            room = max(self.width() - x - math.ceil(left.width) - 2 * PADDING, 1)
            letters = ROW_STRONG if self.isChecked() else ROW
            name = Paragraph(self.party.name, self.look, letters, room, 1)
            name.draw(painter, x, middle - letters.line / 2, theme.ink)
            left_x = self.width() - PADDING - math.ceil(left.width)
            left.draw(painter, left_x, middle - COUNT.line / 2, theme.ink2)
