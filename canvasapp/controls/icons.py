"""The icons: outlines on a grid of 24, drawn 1.5 px wide at any size, in the colour asked for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from canvasapp.picture.shapes import Colour
from canvasapp.resources import resource

GRID = 24
STROKE = 1.5
WRITTEN_STROKE = 'stroke-width="2"'
IN_BAR, IN_BUTTON, IN_TEXT = 18, 16, 14
KEPT = 256


@lru_cache(maxsize=KEPT)
def icon(name: str, size: int, colour: Colour, ratio: float = 1.0) -> QPixmap:
    """The icon `name`, `size` logical px wide and high, for a screen with `ratio` device pixels a logical one.

    Raises FileNotFoundError when there is no such icon.
    """
    drawing = QSvgRenderer(QByteArray(_drawing(name, size, colour)))
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.render(painter, QRectF(pixmap.rect()))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def draw_icon(painter: QPainter, name: str, x: float, y: float, size: int, colour: Colour) -> None:
    """Paint the icon with its top left at (x, y), crisp on whatever screen `painter` paints for."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(round(x), round(y), icon(name, size, colour, ratio))


def _drawing(name: str, size: int, colour: Colour) -> bytes:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    stroke = f'stroke-width="{STROKE * GRID / size:.3f}"'
    return drawing.replace("currentColor", colour).replace(WRITTEN_STROKE, stroke).encode()
