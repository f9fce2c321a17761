"""Menus: square shadows of the system give way to a rounded sheet with a hairline."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from canvasapp.controls.look import Look
from canvasapp.controls.painting import (
    CHIP_HEIGHT,
    CHIP_WIDTH,
    FLOAT_RADIUS,
    chip,
)

UNFRAMED = Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint


class Menu(QMenu):
    """A menu in the window's look. Its corners are cut by a mask: translucent windows need a compositor."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setWindowFlags(self.windowFlags() | UNFRAMED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), FLOAT_RADIUS, FLOAT_RADIUS)
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))


def chip_icon(look: Look, initials: str, slot: int | None, ratio: float) -> QIcon:
    """A party's chip for a menu entry, for a screen with `ratio` device pixels a logical one."""
    pixmap = QPixmap(round(CHIP_WIDTH * ratio), round(CHIP_HEIGHT * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    chip(painter, QRectF(0, 0, CHIP_WIDTH, CHIP_HEIGHT), initials, slot, look)
    painter.end()
    return QIcon(pixmap)
