"""A note as the panels show it: its paper, its words, its party."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.letters import NOTE, SMALL
from canvasapp.controls.look import Look
from canvasapp.controls.painting import (
    SMALL_CHIP_HEIGHT,
    SMALL_CHIP_WIDTH,
    chip,
    edge_width,
    rounded,
)
from canvasapp.controls.words import Paragraph
from canvasapp.domain.records import Note, Party
from canvasapp.picture.theme import NOTE_INK

RADIUS = 4
PADDING_X, PADDING_Y = 8, 6
CHIP_GAP, PARTY_GAP = 6, 4
MOST_LINES = 8
EMPTY = "Empty note"
RING, RING_GROUND = 2.0, 1.5


class NoteCard(Control):
    """Press it to find the note on the board."""

    radius = RADIUS

    def __init__(
        self,
        look: Look,
        note: Note,
        party: Party | None,
        *,
        selected: bool,
        parent: QWidget | None = None,
    ) -> None:
        whose = f", {party.name}" if party else ""
        super().__init__(look, f"Note: {note.text or EMPTY}{whose}", parent)
        self.note, self._party, self._selected = note, party, selected
        self._fitted: tuple[int, Paragraph] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_selected(self, *, selected: bool) -> None:
        if selected != self._selected:
            self._selected = selected
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(168, self.heightForWidth(168))

    def heightForWidth(self, width: int) -> int:
        party = PARTY_GAP + SMALL.line if self._party else 0
        return self._text(width).height + party + 2 * PADDING_Y

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paper(painter)
            self._text(self.width()).draw(painter, PADDING_X, PADDING_Y, NOTE_INK)
            if self._party:
                self._whose(painter, self._party)

    def _paper(self, painter: QPainter) -> None:
        theme = self.look.theme
        colours = theme.party(self._party.slot if self._party else None)
        rect = QRectF(self.rect())
        if self._selected:
            rounded(painter, rect, RADIUS, theme.raised, theme.accent, width=RING)
            inset = RING + RING_GROUND
            rounded(painter, rect.adjusted(inset, inset, -inset, -inset), RADIUS - 2, colours.paper)
            return
        edge = colours.fold if self.underMouse() else colours.edge
        width = edge_width(theme, hovered=self.underMouse())
        rounded(painter, rect, RADIUS, colours.paper, edge, width=width)

    def _whose(self, painter: QPainter, party: Party) -> None:
        top = self.height() - PADDING_Y - SMALL.line
        centred = top + (SMALL.line - SMALL_CHIP_HEIGHT) / 2
        box = QRectF(PADDING_X, centred, SMALL_CHIP_WIDTH, SMALL_CHIP_HEIGHT)
        chip(painter, box, party.initials, party.slot, self.look)
        x = box.right() + CHIP_GAP
        name = Paragraph(party.name, self.look, SMALL, self.width() - x - PADDING_X, 1)
        name.draw(painter, x, top, NOTE_INK)

    def _text(self, width: int) -> Paragraph:
        if self._fitted is None or self._fitted[0] != width:
            words = self.note.text or EMPTY
            inner = max(width - 2 * PADDING_X, 1)
            self._fitted = width, Paragraph(words, self.look, NOTE, inner, MOST_LINES)
        return self._fitted[1]
