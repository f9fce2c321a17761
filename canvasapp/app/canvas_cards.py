"""The canvases as cards: press one and a workshop begins on it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.canvas_drawing import draw_canvas
from canvasapp.controls.card_grid import CardGrid
from canvasapp.controls.control import Control
from canvasapp.controls.letters import QUESTION, SMALL, STRONG, Letters
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CARD_RADIUS, CONTROL_RADIUS, edge_width, rounded
from canvasapp.controls.words import Paragraph
from canvasapp.domain.template import Template

NARROWEST = 208
PADDING = 8
DRAWING_HEIGHT = 152
DRAWING_PADDING = 6
WORDS_INSET = 16
WORDS_TOP = PADDING + DRAWING_HEIGHT + 12
SUMMARY = Letters(QUESTION.size, QUESTION.line)
SUMMARY_LINES = 2
HEIGHT = WORDS_TOP + STRONG.line + 2 + SUMMARY_LINES * SUMMARY.line + 6 + SMALL.line + 16


class CanvasCard(Control):
    """One canvas: its drawing, its name, what it is for, how much it asks."""

    radius = CARD_RADIUS

    def __init__(self, look: Look, template: Template, parent: QWidget) -> None:
        super().__init__(look, f"New workshop on {template.name}", parent)
        self.template = template
        questions = sum(1 for _ in template.questions())
        self._size = f"{len(template.blocks)} blocks · {questions} questions"
        self.setAccessibleDescription(f"{template.summary} {self._size}")

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            edge = theme.line2 if self.underMouse() else theme.line
            ground = theme.press if self.isDown() else theme.raised
            width = edge_width(theme, hovered=self.underMouse())
            rounded(painter, QRectF(self.rect()), CARD_RADIUS, ground, edge, width=width)
            frame = QRectF(PADDING, PADDING, self.width() - 2 * PADDING, DRAWING_HEIGHT)
            rounded(painter, frame, CONTROL_RADIUS, theme.desk)
            inset = DRAWING_PADDING
            into = frame.adjusted(inset, inset, -inset, -inset)
            draw_canvas(painter, self.template, into, self.look, numbered=True)
            self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        theme = self.look.theme
        width = self.width() - 2 * WORDS_INSET
        name = Paragraph(self.template.short_name, self.look, STRONG, width, 1)
        name.draw(painter, WORDS_INSET, WORDS_TOP, theme.ink)
        y = WORDS_TOP + STRONG.line + 2
        summary = Paragraph(self.template.summary, self.look, SUMMARY, width, SUMMARY_LINES)
        summary.draw(painter, WORDS_INSET, y, theme.ink2)
        y += SUMMARY_LINES * SUMMARY.line + 6
        size = Paragraph(self._size, self.look, SMALL, width, 1)
        size.draw(painter, WORDS_INSET, y, theme.ink3)


class CanvasCards(CardGrid):
    """A card for each canvas."""

    chosen = Signal(str)

    def __init__(self, look: Look, templates: Iterable[Template]) -> None:
        super().__init__(NARROWEST, HEIGHT)
        cards = [CanvasCard(look, template, self) for template in templates]
        for card in cards:
            card.clicked.connect(lambda _=False, card=card: self.chosen.emit(card.template.id))
        self.show_cards(cards)
