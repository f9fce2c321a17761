"""A line of a thread: a sign, what it is, its words, and what else is known; pressed, it leads there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.letters import BODY, SMALL, SMALL_LABEL
from canvasapp.controls.look import Look
from canvasapp.controls.painting import rounded
from canvasapp.controls.words import Paragraph
from canvasapp.panels.evidence.listed import Line, Tone
from canvasapp.picture.shapes import Colour
from canvasapp.picture.theme import Theme

PADDING, ASIDE = 8, 6
TEXT_X = PADDING + IN_TEXT + 8
MOST_LINES = 4


class LineRow(Control):
    """As high as its words, up to MOST_LINES of them."""

    def __init__(self, look: Look, line: Line) -> None:
        super().__init__(look, ". ".join(each for each in (line.head, line.words) if each))
        self.line = line
        self._fitted: tuple[int, Paragraph] | None = None
        self.setAccessibleDescription(line.detail)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def cut_words(self) -> str:
        return self.line.words if self._words(self.width()).is_cut else ""

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def heightForWidth(self, width: int) -> int:
        detail = SMALL.line + 2 if self.line.detail else 0
        return SMALL_LABEL.line + 1 + self._words(width).height + detail + 2 * ASIDE

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme, line, width = self.look.theme, self.line, self.width()
            rounded(painter, QRectF(self.rect()), self.radius, self.ground())
            sign_y = ASIDE + (SMALL_LABEL.line - IN_TEXT) / 2
            draw_icon(painter, line.icon, PADDING, sign_y, IN_TEXT, _colour(line.tone, theme))
            head = Paragraph(line.head, self.look, SMALL_LABEL, self._room(width), 1)
            head.draw(painter, TEXT_X, ASIDE, theme.ink2)
            words = self._words(width)
            words.draw(painter, TEXT_X, ASIDE + SMALL_LABEL.line + 1, theme.ink)
            if line.detail:
                y = ASIDE + SMALL_LABEL.line + words.height + 3
                detail = Paragraph(line.detail, self.look, SMALL, self._room(width), 1)
                detail.draw(painter, TEXT_X, y, theme.ink2)

    def _words(self, width: int) -> Paragraph:
        if self._fitted is None or self._fitted[0] != width:
            room = self._room(width)
            self._fitted = width, Paragraph(self.line.words, self.look, BODY, room, MOST_LINES)
        return self._fitted[1]

    def _room(self, width: int) -> int:
        return max(width - TEXT_X - PADDING, 1)


def _colour(tone: Tone, theme: Theme) -> Colour:
    colours = {
        Tone.PLAIN: theme.ink2,
        Tone.FOR: theme.ok,
        Tone.AGAINST: theme.gap,
        Tone.MIXED: theme.warn,
    }
    return colours[tone]
