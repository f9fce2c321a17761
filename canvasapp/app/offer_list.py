"""The painted list of the palette: as many rows as there is room for, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from canvasapp.app.key_sheet import shown
from canvasapp.app.offers import Ranked
from canvasapp.controls.letters import BODY, KEYS, SMALL, STRONG, Letters
from canvasapp.controls.look import Look
from canvasapp.controls.painting import (
    CHIP_HEIGHT,
    CHIP_WIDTH,
    CONTROL_RADIUS,
    chip,
    chosen_ground,
)
from canvasapp.controls.words import Paragraph
from canvasapp.picture.shapes import Colour

ROW = 36
ROWS = 9
PADDING = 12
GAP = 16
NOTCH = 120
"""How far a mouse's wheel turns for a row."""


class OfferList(QWidget):
    """`chosen` when a row is pressed; the keys come from the field above it."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: list[Ranked] = []
        self._first, self._at = 0, 0
        self.setMouseTracking(True)
        self.setAccessibleName("Commands that fit")

    @property
    def rows(self) -> tuple[Ranked, ...]:
        return tuple(self._rows)

    @property
    def current(self) -> Ranked | None:
        return self._rows[self._at] if self._rows else None

    def show_rows(self, rows: list[Ranked]) -> None:
        """These, the first one chosen."""
        self._rows, self._first = rows, 0
        self._go(0)

    def step(self, by: int) -> None:
        """Down or up; past the ends by one row, round."""
        if self._rows:
            last = len(self._rows) - 1
            over = self._at + by
            self._go(over % (last + 1) if abs(by) == 1 else min(max(over, 0), last))

    def sizeHint(self) -> QSize:
        return QSize(0, ROWS * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, ROW)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        if row is not None:
            self._go(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go(row)
            self.chosen.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        most = max(len(self._rows) - self._seen, 0)
        turned = round(event.angleDelta().y() / NOTCH)
        self._first = min(max(self._first - turned, 0), most)
        self.update()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if not self._rows:
                self._draw(painter, "Nothing found", BODY, PADDING, 0, self._look.theme.ink2)
            for place in range(self._first, min(self._first + self._seen, len(self._rows))):
                self._paint_row(painter, place, (place - self._first) * ROW)

    @property
    def _seen(self) -> int:
        return max(self.height() // ROW, 1)

    def _row_at(self, event: QMouseEvent) -> int | None:
        row = self._first + int(event.position().y()) // ROW
        return row if row < len(self._rows) else None

    def _go(self, row: int) -> None:
        self._at = row
        self._first = min(max(self._first, row - self._seen + 1), row)
        self.setAccessibleDescription(self.current.offer.label if self.current else "Nothing found")
        self.update()

    def _paint_row(self, painter: QPainter, place: int, top: int) -> None:
        theme, row = self._look.theme, self._rows[place]
        offer = row.offer
        if place == self._at:
            chosen_ground(painter, QRectF(0, top, self.width(), ROW), CONTROL_RADIUS, theme)
        right: float = self.width() - PADDING
        says = offer.why or (shown(offer.keys) if offer.keys else "")
        if says:
            letters = SMALL if offer.why else KEYS
            right = self._draw_before(painter, says, letters, right, top, theme.ink2)
        right = self._draw_before(painter, offer.kind, SMALL, right, top, theme.ink3)
        left: float = PADDING
        if offer.party is not None:
            middle = top + (ROW - CHIP_HEIGHT) / 2
            rect = QRectF(left, middle, CHIP_WIDTH, CHIP_HEIGHT)
            chip(painter, rect, offer.party.initials, offer.party.slot, self._look)
            left += CHIP_WIDTH + PADDING
        colour = theme.ink3 if offer.why else theme.ink
        self._draw_label(painter, row, (left, right - left), top, colour)

    def _draw_label(
        self, painter: QPainter, row: Ranked, room: tuple[float, float], top: int, colour: Colour
    ) -> None:
        """The letters that were typed are strong."""
        label = Paragraph(row.offer.label, self._look, STRONG, max(room[1], 1.0), 1).text
        x = room[0]
        for strong, run in runs(label, row.match.letters):
            x += self._draw(painter, run, STRONG if strong else BODY, x, top, colour)

    def _draw_before(
        self, painter: QPainter, text: str, letters: Letters, right: float, top: int, colour: Colour
    ) -> float:
        """Ends at `right`; gives back where what stands before it ends."""
        width = Paragraph(text, self._look, letters).width
        self._draw(painter, text, letters, right - width, top, colour)
        return right - width - GAP

    def _draw(
        self, painter: QPainter, text: str, letters: Letters, x: float, top: int, colour: Colour
    ) -> float:
        """Gives back how wide it is."""
        line = Paragraph(text, self._look, letters)
        line.draw(painter, x, top + (ROW - letters.line) / 2, colour)
        return self._advance(text, letters)

    def _advance(self, text: str, letters: Letters) -> float:
        """With the blanks at its end."""
        stop = Paragraph(f"{text}.", self._look, letters).width
        return stop - Paragraph(".", self._look, letters).width


def runs(label: str, letters: frozenset[int]) -> list[tuple[bool, str]]:
    """The label in pieces of letters that were meant and of such that were not."""
    pieces: list[tuple[bool, str]] = []
    for place, letter in enumerate(label):
        strong = place in letters
        if pieces and pieces[-1][0] is strong:
            pieces[-1] = strong, pieces[-1][1] + letter
        else:
            pieces.append((strong, letter))
    return pieces
