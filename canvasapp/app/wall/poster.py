"""The wall's picture in pixels: painted once, and anew only where a part of it has become another one."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from canvasapp.domain.geometry import Point, Rect
from canvasapp.painting.qt_painter import PicturePainter
from canvasapp.picture.shapes import Part
from canvasapp.picture.wall_picture import WallPicture


class Poster:
    """Pixels are device pixels."""

    def __init__(self, pictures: PicturePainter) -> None:
        self._pictures = pictures
        self.shown: WallPicture | None = None
        self.pixmap = QPixmap()

    def take(self, other: Poster) -> None:
        """Shows from now on what another one has been prepared to show."""
        self.shown, self.pixmap = other.shown, other.pixmap

    def show(self, wall: WallPicture, size: QSize) -> QRect:
        """Shows another picture, as large as it is said; gives back where it looks different."""
        before, self.shown = self.shown, wall
        whole = QRect(0, 0, size.width(), size.height())
        if before is None or self.pixmap.size() != size or before.scale != wall.scale:
            self.pixmap = QPixmap(size)
            return self._paint(whole)
        changed = {*before.picture.parts} ^ {*wall.picture.parts}
        if not changed:
            return QRect()
        return self._paint(whole.intersected(self.pixels(_around(changed)).toAlignedRect()))

    def refresh(self) -> None:
        """Paints all of it anew: an image has come."""
        if self.shown is not None:
            self._paint(self.pixmap.rect())

    def pixels(self, rect: Rect) -> QRectF:
        """Where something on the wall (mm) is."""
        scale = self._scale
        return QRectF(rect.x * scale, rect.y * scale, rect.w * scale, rect.h * scale)

    def pixel(self, at: Point) -> tuple[float, float]:
        return at.x * self._scale, at.y * self._scale

    @property
    def _scale(self) -> float:
        assert self.shown is not None  # nothing is asked before
        return self.pixmap.width() / self.shown.picture.width

    def _paint(self, area: QRect) -> QRect:
        assert self.shown is not None  # set by who calls
        scale = self._scale
        margin = math.ceil(scale)  # for lines that stand over their part's edge
        area = area.adjusted(-margin, -margin, margin, margin).intersected(self.pixmap.rect())
        seen = Rect(area.x() / scale, area.y() / scale, area.width() / scale, area.height() / scale)
        parts = [part for part in self.shown.picture.parts if part.rect.meets(seen)]
        with QPainter(self.pixmap) as painter:
            painter.setClipRect(area)
            painter.scale(scale, scale)
            self._pictures.paint(painter, parts)
        return area


def _around(parts: set[Part]) -> Rect:
    first, *others = (part.rect for part in parts)
    for rect in others:
        first = first.united(rect)
    return first
