"""Paints the parts of a picture with a Qt painter that is scaled to millimetres."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

from canvasapp.domain.geometry import Point, Rect
from canvasapp.painting.glyph_runs import Coloured, GlyphRuns
from canvasapp.painting.images import Images, ScaledImages, no_images
from canvasapp.painting.large_letters import LEAST, LargeLetters, are_outlines
from canvasapp.painting.made import Made
from canvasapp.picture.shapes import Box, Colour, Image, Line, Part, Path, Segment, Shape, Text

Stroke = tuple[Colour, float, tuple[float, ...], bool]
"""Colour, width in mm, dash in mm, whether ends and joins are round."""

ORIGIN = QPointF()

BAR_HEIGHT = 0.42
BAR_RISE = 0.5
BAR_OPACITY = 0.45
KEPT_PENS = 512
KEPT_PATHS = 4_096


class PicturePainter:
    """Paints parts and keeps what Qt needs for them (glyph runs, pens, paths, images) from one painting to the next.

    Letters smaller than `bars_below` device pixels are painted as bars, 0 to paint every letter. Use one instance in
    one thread only.
    """

    def __init__(
        self,
        images: Images | None = None,
        *,
        bars_below: float = 0.0,
    ) -> None:
        self._bars_below = bars_below
        self._runs = GlyphRuns()
        self._large = LargeLetters()
        self._pens = Made(_pen, KEPT_PENS)
        self._brushes = Made(_brush, KEPT_PENS)
        self._bar_brushes = Made(_bar_brush, KEPT_PENS)
        self._paths = Made(_path, KEPT_PATHS)
        self._images = images or ScaledImages(no_images)

    def paint_part(self, painter: QPainter, part: Part) -> None:
        self.paint(painter, (part,))

    def paint(self, painter: QPainter, parts: Iterable[Part]) -> None:
        """Paint `parts` one over the other. One unit of `painter` is one mm; its pen and brush are changed."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pixel = 1 / abs(painter.deviceTransform().m11())
        smallest = self._bars_below * pixel
        for part in parts:
            for shape in part.shapes:
                self._shape(painter, shape, pixel, smallest)

    def prepare(self, text: Text) -> None:
        """Keeps what painting the text's letters needs."""
        self._runs.of(text.runs)

    def _shape(self, painter: QPainter, shape: Shape, pixel: float, smallest: float) -> None:
        match shape:
            case Text():
                self._text(painter, shape, pixel, smallest)
            case Box():
                self._box(painter, shape, pixel)
            case Line():
                self._line(painter, shape)
            case Path():
                self._outline(painter, shape)
            case Image():
                self._image(painter, shape, pixel, smallest)

    def _text(self, painter: QPainter, text: Text, pixel: float, smallest: float) -> None:
        if text.size < smallest:
            self._bars(painter, text)
            return
        if text.size >= LEAST * pixel and are_outlines(painter):
            self._large_letters(painter, text, pixel)
            return
        painter.setPen(self._pens[text.colour, 0.0, (), False])
        sheet = painter.worldTransform()
        for each in self._runs.of(text.runs):
            if isinstance(each, Coloured):
                painter.setWorldTransform(sheet)
                _emoji(painter, each, text.at, pixel)
                continue
            scale = each.scale
            painter.setWorldTransform(
                QTransform(scale, 0.0, 0.0, scale, text.at.x, text.at.y) * sheet
            )
            painter.drawGlyphRun(ORIGIN, each.run)
        painter.setWorldTransform(sheet)

    def _large_letters(self, painter: QPainter, text: Text, pixel: float) -> None:
        sheet = painter.worldTransform()
        letters, emoji = self._runs.parted(text.runs)
        self._large.paint(painter, letters, text.at, self._brushes[text.colour])
        painter.setWorldTransform(sheet)
        if emoji is not None:
            _emoji(painter, emoji, text.at, pixel)

    def _bars(self, painter: QPainter, text: Text) -> None:
        brush = self._bar_brushes[text.colour]
        height, rise = text.size * BAR_HEIGHT, text.size * BAR_RISE
        left, top = text.at.x, text.at.y - rise
        for line in text.lines:
            bar = QRectF(left + line.x, top + line.baseline, line.width, height)
            painter.fillRect(bar, brush)

    def _box(self, painter: QPainter, box: Box, pixel: float) -> None:
        rect = _rect(box.rect)
        if box.stroke is None and box.radius < pixel / 2:  # a corner no one sees costs eight times
            if box.fill is not None:
                painter.fillRect(rect, self._brushes[box.fill])
            return
        self._set_pen(painter, box.stroke, box.width, box.dash, rounded=False)
        painter.setBrush(self._brushes[box.fill])
        if box.radius:
            painter.drawRoundedRect(rect, box.radius, box.radius)
        else:
            painter.drawRect(rect)

    def _line(self, painter: QPainter, line: Line) -> None:
        self._set_pen(painter, line.stroke, line.width, line.dash, rounded=True)
        painter.drawPolyline(QPolygonF([QPointF(point.x, point.y) for point in line.points]))

    def _outline(self, painter: QPainter, path: Path) -> None:
        self._set_pen(painter, path.stroke, path.width, (), rounded=True)
        painter.setBrush(self._brushes[path.fill])
        painter.drawPath(self._paths[path.segments])

    def _image(self, painter: QPainter, shape: Image, pixel: float, smallest: float) -> None:
        image = self._images(shape.digest, max(shape.rect.w, shape.rect.h) / pixel)
        if image is not None:
            painter.drawImage(_rect(shape.rect.fitted(image.width(), image.height())), image)
            return
        for each in shape.instead:
            self._shape(painter, each, pixel, smallest)

    def _set_pen(
        self,
        painter: QPainter,
        stroke: Colour | None,
        width: float,
        dash: tuple[float, ...],
        *,
        rounded: bool,
    ) -> None:
        if stroke is None:
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            painter.setPen(self._pens[stroke, width, dash, rounded])


def _emoji(painter: QPainter, emoji: Coloured, at: Point, pixel: float) -> None:
    for each in emoji.glyphs:
        picture = emoji.face.picture(each.id, each.rect.w / pixel)
        painter.drawImage(_rect(each.rect.moved(at.x, at.y)), picture)


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.w, rect.h)


def _pen(stroke: Stroke) -> QPen:
    colour, width, dash, rounded = stroke
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if rounded else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if rounded else Qt.PenJoinStyle.MiterJoin)
    if dash:
        pen.setDashPattern([length / width for length in dash])  # Qt counts in pen widths
    return pen


def _brush(colour: Colour | None) -> QBrush:
    return QBrush(Qt.BrushStyle.NoBrush) if colour is None else QBrush(QColor(colour))


def _bar_brush(colour: Colour) -> QBrush:
    mixed = QColor(colour)
    mixed.setAlphaF(BAR_OPACITY)
    return QBrush(mixed)


def _path(segments: tuple[Segment, ...]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for segment in segments:
        match segment:
            case ("M", x, y):
                path.moveTo(x, y)
            case ("L", x, y):
                path.lineTo(x, y)
            case ("C", x1, y1, x2, y2, x, y):
                path.cubicTo(x1, y1, x2, y2, x, y)
            case ("Z",):
                path.closeSubpath()
    return path
