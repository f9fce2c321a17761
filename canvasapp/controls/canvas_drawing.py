"""The small drawing of a canvas, or of a board: its blocks and lanes, painted from the template, and its notes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import reduce

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from canvasapp.controls.letters import Letters
from canvasapp.controls.look import Look
from canvasapp.controls.painting import rounded
from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Note, NoteKind
from canvasapp.domain.template import Block, Perspective, Template

NUMBERS = Letters(10, 12, 500)
BLOCK_RADIUS = 2
NOTE_RADIUS, NOTE_EDGE = 1, 0.5
NUMBER_AT = QPointF(6, 4)


def draw_canvas(
    painter: QPainter, template: Template, into: QRectF, look: Look, *, numbered: bool = False
) -> None:
    """Paint the blocks as large as they fit into the middle of `into` (px), with their numbers if `numbered`."""
    with _fitted(painter, template, into) as scale:
        _draw_blocks(painter, template, scale, look, numbered=numbered)


def draw_board(painter: QPainter, board: Board, into: QRectF, look: Look) -> None:
    """The same with the papers of the board's notes; what lies outside of `into` is left out."""
    painter.save()
    painter.setClipRect(into)
    with _fitted(painter, board.template, into) as scale:
        _draw_blocks(painter, board.template, scale, look, numbered=False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for note in board.pile():
            _draw_note(painter, board, note, scale, look)
    painter.restore()


@contextmanager
def _fitted(painter: QPainter, template: Template, into: QRectF) -> Iterator[float]:
    """The painter moved to where the canvas is as large as it fits; gives the px in a millimetre."""
    whole = reduce(Rect.united, (block.rect for block in template.blocks))
    scale = min(into.width() / whole.w, into.height() / whole.h)
    painter.save()
    painter.translate(
        into.x() + (into.width() - whole.w * scale) / 2 - whole.x * scale,
        into.y() + (into.height() - whole.h * scale) / 2 - whole.y * scale,
    )
    yield scale
    painter.restore()


def _draw_blocks(
    painter: QPainter, template: Template, scale: float, look: Look, *, numbered: bool
) -> None:
    for block in template.blocks:
        _draw_block(painter, block, scale, look)
        if numbered:
            _draw_number(painter, block, scale, look)


def _draw_note(painter: QPainter, board: Board, note: Note, scale: float, look: Look) -> None:
    rect = _pixels(note.rect, scale)
    if note.kind is NoteKind.NOTE:
        party = board.parties.get(note.party) if note.party else None
        colours = look.theme.party(party.slot if party else None)
        paper = colours.chip if look.theme.plain_paper else colours.paper
        rounded(painter, rect, NOTE_RADIUS, paper, colours.fold, width=NOTE_EDGE)
    else:
        tone = look.theme.ink3 if note.kind is NoteKind.HEADING else look.theme.field
        painter.fillRect(rect, QColor(tone))


def _draw_block(painter: QPainter, block: Block, scale: float, look: Look) -> None:
    theme = look.theme
    outer = _pixels(block.rect, scale).adjusted(0.5, 0.5, -0.5, -0.5)
    rounded(painter, outer, BLOCK_RADIUS, theme.sheet)
    inside = outer.adjusted(1, 1, -1, -1)
    for lane in block.lanes:
        rect = _pixels(lane.rect, scale).adjusted(0.5, 0.5, -0.5, -0.5)
        lane_rect = rect.intersected(inside)
        view = theme.view(lane.perspective)
        painter.fillRect(lane_rect, QColor(view.tint))
        if theme.plain_paper:  # the tints are white there
            rounded(painter, lane_rect, 0, None, view.ink)
    rounded(painter, outer, BLOCK_RADIUS, None, theme.line2)


def _draw_number(painter: QPainter, block: Block, scale: float, look: Look) -> None:
    lane = _pixels(block.lane(Perspective.OUR).rect, scale)
    painter.setFont(look.font(NUMBERS))
    painter.setPen(QColor(look.theme.view(Perspective.OUR).ink))
    at = QRectF(
        lane.topLeft() + NUMBER_AT, lane.bottomRight() + QPointF(NUMBERS.size, NUMBERS.size)
    )
    painter.drawText(at, str(block.number))


def _pixels(rect: Rect, scale: float) -> QRectF:
    return QRectF(rect.x * scale, rect.y * scale, rect.w * scale, rect.h * scale)
