"""Paints a page as it will come out with a Qt painter: for what is shown before printing, and for printers."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from canvasapp.domain.geometry import Rect
from canvasapp.export.exporter import Check, go_on
from canvasapp.export.page import Layer, Page, cut_out
from canvasapp.painting import PicturePainter
from canvasapp.picture.shapes import Picture


def paint_page(
    painter: QPainter, page: Page, pictures: PicturePainter, check: Check = go_on
) -> None:
    """One unit of `painter` is one mm, its origin the page's top left corner; what is beyond the page is cut off."""
    whole = Rect(0.0, 0.0, page.width, page.height)
    for layer in page.layers:
        check()
        painter.save()
        window = layer.window or whole
        painter.setClipRect(QRectF(window.x, window.y, window.w, window.h))
        painter.translate(layer.dx, layer.dy)
        painter.scale(layer.scale, layer.scale)
        for part in _seen(layer, window).parts:
            check()
            pictures.paint_part(painter, part)
        painter.restore()


def _seen(layer: Layer, window: Rect) -> Picture:
    scale = layer.scale
    x, y = (window.x - layer.dx) / scale, (window.y - layer.dy) / scale
    return cut_out(layer.picture, Rect(x, y, window.w / scale, window.h / scale))
