"""Pages as images of so many pixels, for the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from canvasapp.export.page import Page
from canvasapp.export.page_painting import paint_page
from canvasapp.painting import ImageSource, PicturePainter, ScaledImages

BARS_BELOW = 2.5
"""Letters smaller than so many pixels are bars: nobody reads them, and they take longest."""


class PageDrawer:
    """For one thread: what it needs of fonts and images is kept from page to page."""

    def __init__(self, source: ImageSource) -> None:
        self._pictures = PicturePainter(ScaledImages(source), bars_below=BARS_BELOW)

    def draw(self, page: Page, width: float, height: float, ratio: float) -> QImage:
        """The page as large as fits in `width` by `height` px of a screen with `ratio` device pixels a px."""
        scale = scale_of(page, width, height) * ratio
        size = max(round(page.width * scale), 1), max(round(page.height * scale), 1)
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)  # paper
        with QPainter(image) as painter:
            painter.scale(size[0] / page.width, size[1] / page.height)
            paint_page(painter, page, self._pictures)
        image.setDevicePixelRatio(ratio)
        return image


def scale_of(page: Page, width: float, height: float) -> float:
    """How many px a mm of the page has in that room."""
    return max(min(width / page.width, height / page.height), 1e-3)
