"""Paints what controls are made of: rounded grounds with hairlines, floats, perspective marks and party chips."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from canvasapp.controls.letters import CHIP, SMALL_CHIP
from canvasapp.controls.look import Look
from canvasapp.domain.template import Perspective
from canvasapp.picture.shapes import Colour
from canvasapp.picture.theme import DARK, Theme, mix

CONTROL_RADIUS = 6
FLOAT_RADIUS = 8
CARD_RADIUS = 10
FLOAT_SHADE = ((4, 0.02), (2, 0.04))
CHOSEN_EDGE = 2.0
FLOAT_DEPTH = 4
"""How far the shade of a float reaches below it, in px."""

CHIP_WIDTH, CHIP_HEIGHT = 19, 14
SMALL_CHIP_WIDTH, SMALL_CHIP_HEIGHT = 16, 12
CHIP_RADIUS = 0.28
STRIPE = 1.0
MARK_RADIUS = 1.5
MARK_LINE = 1.5


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: Colour | None,
    stroke: Colour | None = None,
    *,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle; its stroke lies wholly inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    if stroke is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(QColor(stroke), width)
        if dashed:
            pen.setDashPattern([3.0 / width, 2.5 / width])
        painter.setPen(pen)
        inner = width / 2
        rect = rect.adjusted(inner, inner, -inner, -inner)
        radius -= inner
    painter.drawRoundedRect(rect, radius, radius)


def chosen_ground(painter: QPainter, rect: QRectF, radius: float, theme: Theme) -> None:
    """Under what is selected or in use: soft accent, and its outline where softness does not show."""
    edge = theme.accent if theme.plain_paper else None
    rounded(painter, rect, radius, theme.accent_soft, edge, width=CHOSEN_EDGE)


def edge_width(theme: Theme, *, hovered: bool) -> float:
    """Of what shows by its edge that the pointer is on it: where all lines are black, the edge grows."""
    return CHOSEN_EDGE if hovered and theme.plain_paper else 1.0


def faded(theme: Theme) -> Colour:
    """The colour of an icon that can not be pressed now."""
    return mix(theme.ink3, theme.panel, 0.45) if theme.plain_paper else theme.line2


def raised_float(
    painter: QPainter, rect: QRectF, theme: Theme, radius: float = FLOAT_RADIUS
) -> None:
    """A surface over others; its shade takes FLOAT_DEPTH px below `rect`, in the dark a hairline is enough."""
    if theme is not DARK:
        for down, share in FLOAT_SHADE:
            shade = QColor(0, 0, 0)
            shade.setAlphaF(share)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(rect.translated(0, down), radius, radius)
    rounded(painter, rect, radius, theme.raised, theme.line)


def mark(
    painter: QPainter, perspective: Perspective, x: float, centre: float, size: float, theme: Theme
) -> None:
    """The perspective's sign, `size` px, from `x` to the right and centred on the height `centre`."""
    colour = theme.view(perspective).ink
    square = QRectF(x, centre - size / 2, size, size)
    if perspective is Perspective.OUR:
        rounded(painter, square, MARK_RADIUS, colour)
    else:
        rounded(painter, square, size / 2, None, colour, width=MARK_LINE)


def chip(
    painter: QPainter,
    rect: QRectF,
    initials: str,
    slot: int | None,
    look: Look,
) -> None:
    """A party's colour and two letters, with the stripes of its slot under and over them."""
    colours = look.theme.party(slot)
    rounded(painter, rect, rect.height() * CHIP_RADIUS, colours.chip)
    low = QRectF(rect.x() + 4, rect.bottom() - 2, rect.width() - 8, STRIPE)
    for place in (low, low.translated(0, 3 - rect.height()))[: colours.stripes]:
        painter.fillRect(place, QColor(colours.chip_ink))
    painter.setFont(look.font(CHIP if rect.height() >= CHIP_HEIGHT else SMALL_CHIP))
    painter.setPen(QColor(colours.chip_ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials)


def hairline(painter: QPainter, start: QPointF, end: QPointF, colour: Colour) -> None:
    """One px from `start` towards `end`, level or upright, filled so that it never blurs."""
    across = start.y() == end.y()
    width, height = (end.x() - start.x(), 1.0) if across else (1.0, end.y() - start.y())
    painter.fillRect(QRectF(start.x(), start.y(), width, height), QColor(colour))
