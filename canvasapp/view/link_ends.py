"""The two ends of the selected link: where they are grasped, and how they look."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from canvasapp.domain.geometry import Point
from canvasapp.domain.records import Link
from canvasapp.picture.link_picture import Curve
from canvasapp.picture.theme import Theme
from canvasapp.view.camera import Camera
from canvasapp.view.handles import REACH, SIZE
from canvasapp.view.note_frames import use_line


class LinkEnd(Enum):
    """The note that a link comes from, and the one that it goes to."""

    SOURCE = "source"
    TARGET = "target"

    def place(self, curve: Curve) -> Point:
        return curve.start if self is LinkEnd.SOURCE else curve.end

    def stays(self, link: Link) -> str:
        """The note at the other end, by its id."""
        return link.target if self is LinkEnd.SOURCE else link.source


def end_at(camera: Camera, curve: Curve, x: float, y: float) -> LinkEnd | None:
    """The end of a link under a logical pixel."""
    for end in reversed(LinkEnd):
        end_x, end_y = camera.to_view(end.place(curve))
        if max(abs(x - end_x), abs(y - end_y)) <= SIZE / 2 + REACH:
            return end
    return None


def paint_ends(painter: QPainter, camera: Camera, curve: Curve, theme: Theme) -> None:
    """A disc at each end, in device pixels."""
    use_line(painter, QColor(theme.accent), 1.5 * camera.ratio)
    painter.setBrush(QColor(theme.raised))
    radius = (SIZE - 1) / 2 * camera.ratio
    left, top = camera.origin
    for end in LinkEnd:
        at = end.place(curve)
        middle = QPointF(left + at.x * camera.scale, top + at.y * camera.scale)
        painter.drawEllipse(middle, radius, radius)
