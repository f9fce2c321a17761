"""Words on a line height of their own: laid out once per width, wrapped, cut with an ellipsis when asked."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from canvasapp.controls.letters import BODY, Letters
from canvasapp.controls.look import Look, Tone, ink
from canvasapp.picture.shapes import Colour

UNBOUND = 1e6
ELLIPSIS = "…"


class Paragraph:
    """A text broken into lines no wider than `width` px; past `most` lines the rest is an ellipsis (0: no end)."""

    def __init__(
        self, text: str, look: Look, letters: Letters, width: float = UNBOUND, most: int = 0
    ) -> None:
        self._letters = letters
        self._font = look.font(letters)
        self._metrics = QFontMetricsF(self._font)
        self._layout = self._laid_out(text, width)
        if most and self._layout.lineCount() > most:
            self._layout = self._laid_out(self._cut(text, width, most), width)
            self.is_cut = True
        else:
            self.is_cut = False

    @property
    def text(self) -> str:
        """What is shown of the text."""
        return self._layout.text()

    @property
    def height(self) -> int:
        return self._layout.lineCount() * self._letters.line

    @property
    def width(self) -> float:
        """How wide the widest line is, in px."""
        lines = range(self._layout.lineCount())
        return max((self._layout.lineAt(i).naturalTextWidth() for i in lines), default=0.0)

    def draw(self, painter: QPainter, x: float, y: float, colour: Colour) -> None:
        """Paint the lines from the top left (x, y)."""
        painter.setPen(QColor(colour))
        self._layout.draw(painter, QPointF(x, y))

    def _laid_out(self, text: str, width: float) -> QTextLayout:
        layout = QTextLayout(text.replace("\n", "\u2028"), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        lead = (self._letters.line - self._metrics.ascent() - self._metrics.descent()) / 2
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, round(y + lead)))
            y += self._letters.line
        layout.endLayout()
        return layout

    def _cut(self, text: str, width: float, most: int) -> str:
        last = self._layout.lineAt(most - 1)
        start, end = last.textStart(), last.textStart() + last.textLength()
        tail = text[start:end].rstrip() + ELLIPSIS
        elided = self._metrics.elidedText(tail, Qt.TextElideMode.ElideRight, width)
        return text[:start] + elided


class Words(QLabel):
    """A text of the window. It wraps to the width it is given, at most `most` lines (0: no end)."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        letters: Letters = BODY,
        tone: Tone = ink,
        *,
        most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._letters, self._tone, self._most = look, letters, tone, most
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setWordWrap(most != 1)  # tells layouts that the height follows the width
        self._width, self._paragraph = -1.0, Paragraph("", look, letters)
        self.say(text)

    def say(self, text: str) -> None:
        """Show `text` instead."""
        self._width = -1.0
        self.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        whole = Paragraph(self.text(), self._look, self._letters)
        return QSize(math.ceil(whole.width), whole.height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._letters.line)

    def heightForWidth(self, width: int) -> int:
        return self._fitted(width).height

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._fitted(self.width()).draw(painter, 0, 0, self._tone(self._look.theme))

    def _fitted(self, width: float) -> Paragraph:
        if width != self._width:
            self._width = width
            self._paragraph = Paragraph(
                self.text(), self._look, self._letters, max(width, 1.0), self._most
            )
        return self._paragraph
