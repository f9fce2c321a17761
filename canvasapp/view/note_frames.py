"""The frames around selected notes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from canvasapp.domain.geometry import Rect
from canvasapp.picture.note_picture import RADIUS
from canvasapp.picture.theme import Theme
from canvasapp.view.camera import Camera

GAP = 1.5
FRAME = 2.0
"""Between note and frame, and the frame itself, in logical pixels."""
MANY = 40
"""More frames than these have plain corners."""


def paint_frames(painter: QPainter, rects: list[QRectF], theme: Theme, camera: Camera) -> None:
    """A frame around each rectangle, in device pixels: a light line, then one in the accent."""
    ratio = camera.ratio
    rounded = len(rects) <= MANY
    for colour, width, out in (
        (theme.raised, GAP * ratio, GAP / 2 * ratio),
        (theme.accent, FRAME * ratio, (GAP + FRAME / 2) * ratio),
    ):
        use_line(painter, QColor(colour), width, smooth=rounded)
        frames = [rect.adjusted(-out, -out, out, out) for rect in rects]
        if not rounded:
            painter.drawRects(frames)
            continue
        radius = RADIUS * camera.scale + out
        for frame in frames:
            painter.drawRoundedRect(frame, radius, radius)


def use_line(painter: QPainter, colour: QColor, width: float, *, smooth: bool = True) -> None:
    """Draws lines of so many device pixels and fills nothing."""
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)


def pixels(rect: Rect, camera: Camera) -> QRectF:
    """Where in the view, in whole device pixels, the tiles show what lies at `rect` (mm)."""
    left, top = camera.origin
    scale = camera.scale
    return QRectF(
        left + round(rect.x * scale),
        top + round(rect.y * scale),
        round(rect.w * scale),
        round(rect.h * scale),
    )
