"""Paints the rows of the outline: block with its number, lane with its sign, note with whose it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.letters import COUNT, ROW, ROW_STRONG, Letters
from canvasapp.controls.look import Look
from canvasapp.controls.painting import (
    CHIP_HEIGHT,
    CHIP_WIDTH,
    FLOAT_RADIUS,
    chip,
    chosen_ground,
    mark,
    rounded,
)
from canvasapp.controls.words import Paragraph
from canvasapp.domain.records import Note, NoteKind
from canvasapp.panels.outline.model import OutlineModel
from canvasapp.panels.outline.words import shown

HEIGHT = 28
STEP = 16
"""How far a row stands in from the one it hangs on, in px; its arrow stands before it in as much."""

GAP = 8
MARK = 7
RING = 2.0
RING_ROOM = 3.5
"""How far inside of the ring the row has its ground: chosen rows have an outline in some themes."""

SIGNS = {NoteKind.NOTE: "sticky-note", NoteKind.HEADING: "type", NoteKind.IMAGE: "image"}


class RowPainter:
    """Paints one row at a time; what it is told of `model` is what it shows."""

    def __init__(self, look: Look, model: OutlineModel) -> None:
        self._look, self._model = look, model

    def ground(self, painter: QPainter, rect: QRectF, *, chosen: bool, hovered: bool) -> None:
        theme = self._look.theme
        if chosen:
            chosen_ground(painter, rect, FLOAT_RADIUS, theme)
        elif hovered:
            rounded(painter, rect, FLOAT_RADIUS, theme.hover)

    def ring(self, painter: QPainter, rect: QRectF) -> None:
        """Around the row that has the keyboard."""
        rounded(painter, rect, FLOAT_RADIUS, None, self._look.theme.accent, width=RING)

    def arrow(self, painter: QPainter, rect: QRectF, *, is_open: bool) -> None:
        """Before the row whose words begin at `rect`."""
        name = "chevron-down" if is_open else "chevron-right"
        y = rect.center().y() - IN_TEXT / 2
        draw_icon(painter, name, rect.x() - IN_TEXT - 1, y, IN_TEXT, self._look.theme.ink2)

    def words(self, painter: QPainter, rect: QRectF, index: QModelIndex) -> None:
        note = self._model.note(index)
        if note is not None:
            self._draw_note(painter, rect, note)
            return
        room = self._draw_count(painter, rect, len(self._model.notes_under(index)))
        if not index.parent().isValid():
            self._draw_top(painter, room, index)
            return
        branch = self._model.branch(index)
        assert branch is not None
        assert branch.perspective is not None  # it hangs on a block
        mark(painter, branch.perspective, rect.x(), rect.center().y(), MARK, self._look.theme)
        self._line(painter, room.adjusted(MARK + GAP, 0, 0, 0), index.data(), ROW, quiet=True)

    def _draw_top(self, painter: QPainter, rect: QRectF, index: QModelIndex) -> None:
        block = self._model.block(index)
        if block is not None:
            number = Paragraph(str(block.number), self._look, COUNT)
            number.draw(painter, rect.x(), _top(rect, COUNT), self._look.theme.ink2)
        self._line(painter, rect.adjusted(MARK + GAP, 0, 0, 0), index.data(), ROW_STRONG)

    def _draw_count(self, painter: QPainter, rect: QRectF, count: int) -> QRectF:
        """At the right end; what room is left."""
        figure = Paragraph(str(count), self._look, COUNT)
        x = rect.right() - figure.width
        figure.draw(painter, x, _top(rect, COUNT), self._look.theme.ink2)
        return rect.adjusted(0, 0, -figure.width - GAP, 0)

    def _draw_note(self, painter: QPainter, rect: QRectF, note: Note) -> None:
        theme = self._look.theme
        y = rect.center().y() - IN_TEXT / 2
        if note.locked:
            draw_icon(painter, "lock", rect.right() - IN_TEXT, y, IN_TEXT, theme.ink2)
            rect = rect.adjusted(0, 0, -IN_TEXT - GAP, 0)
        party = self._model.board.parties.get(note.party) if note.party else None
        if party is not None:
            box = QRectF(rect.x(), rect.center().y() - CHIP_HEIGHT / 2, CHIP_WIDTH, CHIP_HEIGHT)
            chip(painter, box, party.initials, party.slot, self._look)
        else:
            draw_icon(painter, SIGNS[note.kind], rect.x() + 2, y, IN_TEXT, theme.ink2)
        room = rect.adjusted(CHIP_WIDTH + GAP, 0, 0, 0)
        letters = ROW_STRONG if note.kind is NoteKind.HEADING else ROW
        self._line(painter, room, shown(note), letters, quiet=not note.text.strip())

    def _line(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        letters: Letters,
        *,
        quiet: bool = False,
    ) -> None:
        theme = self._look.theme
        metrics = QFontMetricsF(self._look.font(letters))
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        line = Paragraph(fitting, self._look, letters)
        line.draw(painter, rect.x(), _top(rect, letters), theme.ink2 if quiet else theme.ink)


def _top(rect: QRectF, letters: Letters) -> float:
    return rect.center().y() - letters.line / 2
