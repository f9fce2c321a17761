"""The painted list of the palette: as many rows as there is room for, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from canvasapp.app.key_sheet import shown
from canvasapp.app.offers import Ranked
from canvasapp.controls.choice_list import ROWS, ChoiceList
from canvasapp.controls.letters import BODY, KEYS, SMALL, STRONG, Letters
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CHIP_HEIGHT, CHIP_WIDTH, chip
from canvasapp.controls.words import Paragraph
from canvasapp.picture.shapes import Colour

ROW = 36
PADDING = 12
GAP = 16


class OfferList(ChoiceList[Ranked]):
    """The keys come from the field above it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, ROW, PADDING, "Nothing found", self._paint_offer)
        self.setAccessibleName("Commands that fit")

    def sizeHint(self) -> QSize:
        return QSize(0, ROWS * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, ROW)

    def _paint_offer(self, painter: QPainter, row: Ranked, top: int) -> None:
        theme, offer = self._look.theme, row.offer
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
