"""The small drawing of a canvas: its blocks and lanes, painted from the template."""

from __future__ import annotations

from functools import reduce

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from canvasapp.controls.letters import Letters
from canvasapp.controls.look import Look
from canvasapp.controls.painting import rounded
from canvasapp.domain.geometry import Rect
from canvasapp.domain.template import Block, Perspective, Template

NUMBERS = Letters(10, 12, 500)
BLOCK_RADIUS = 2
NUMBER_AT = QPointF(6, 4)


def draw_canvas(
    painter: QPainter, template: Template, into: QRectF, look: Look, *, numbered: bool = False
) -> None:
    """Paint the blocks as large as they fit into the middle of `into` (px), with their numbers if `numbered`."""
    whole = reduce(Rect.united, (block.rect for block in template.blocks))
    scale = min(into.width() / whole.w, into.height() / whole.h)
    painter.save()
    painter.translate(
        into.x() + (into.width() - whole.w * scale) / 2 - whole.x * scale,
        into.y() + (into.height() - whole.h * scale) / 2 - whole.y * scale,
    )
    for block in template.blocks:
        _draw_block(painter, block, scale, look)
        if numbered:
            _draw_number(painter, block, scale, look)
    painter.restore()


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
