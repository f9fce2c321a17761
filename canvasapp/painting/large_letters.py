"""Paints letters that Qt keeps no pictures of, outline by outline: as one path a text took three times as long."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPaintEngine, QPainter, QPainterPath, QRawFont, QTransform

from canvasapp.domain.geometry import Point
from canvasapp.painting.made import Made
from canvasapp.picture.shapes import Glyphs
from canvasapp.text.fonts import EM, FACES, qt_font

LEAST = 64
"""In device pixels (`QT_MAX_CACHED_GLYPH_SIZE`): smaller letters Qt draws once and copies."""

KEPT_OUTLINES = 4_096
RISE, DEPTH = 1.5, 0.6
"""How far letters of the bundled faces go up and down from where they stand, in letter sizes."""


class LargeLetters:
    """Outlines of letters, each kept once for all texts. Belongs to the thread that made it."""

    def __init__(self) -> None:
        self._fonts = Made[str, QRawFont](_font, limit=len(FACES))
        self._outlines = Made(self._outline, limit=KEPT_OUTLINES)

    def paint(self, painter: QPainter, runs: Iterable[Glyphs], at: Point, brush: QBrush) -> None:
        """Those lines of a text that the device shows. The painter's pen and brush are changed, and its transform."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        sheet = painter.worldTransform()
        rows = _rows(painter)
        for glyphs in runs:
            scale, size = glyphs.size / EM, glyphs.size
            top, bottom = at.y + min(glyphs.ys) - RISE * size, at.y + max(glyphs.ys) + DEPTH * size
            if top < rows.bottom() and bottom > rows.top():
                painter.setWorldTransform(QTransform(scale, 0.0, 0.0, scale, at.x, at.y) * sheet)
                self._line(painter, glyphs, EM / glyphs.size)

    def _line(self, painter: QPainter, glyphs: Glyphs, units: float) -> None:
        left = base = 0.0
        for glyph, x, y in zip(glyphs.ids, glyphs.xs, glyphs.ys, strict=True):
            painter.translate((x - left) * units, (y - base) * units)
            left, base = x, y
            painter.drawPath(self._outlines[glyphs.face, glyph])

    def _outline(self, letter: tuple[str, int]) -> QPainterPath:
        face, glyph = letter
        outline = self._fonts[face].pathForGlyph(glyph)
        outline.setFillRule(Qt.FillRule.WindingFill)  # letters may cross themselves
        return outline


def are_outlines(painter: QPainter) -> bool:
    """Whether large letters become outlines on this device; a printer takes them as text."""
    return painter.paintEngine().type() == QPaintEngine.Type.Raster


def _rows(painter: QPainter) -> QRectF:
    """What of the sheet the device shows."""
    to_sheet, _ = painter.combinedTransform().inverted()
    return to_sheet.mapRect(QRectF(painter.viewport()))


def _font(face: str) -> QRawFont:
    return QRawFont.fromFont(qt_font(face))
