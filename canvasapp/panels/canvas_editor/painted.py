"""Paints a draft as its boards will look, and over that what is chosen, at fault and held."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from canvasapp.controls.letters import SECTION
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CARD_RADIUS, rounded
from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import BoardHead
from canvasapp.domain.template import Template
from canvasapp.painting.qt_painter import PicturePainter
from canvasapp.picture.board_picture import sheet_parts
from canvasapp.picture.options import PictureOptions, Questions
from canvasapp.picture.shapes import Part
from canvasapp.picture.theme import Theme
from canvasapp.view.camera import Camera
from canvasapp.view.handles import CORNERS, EDGES, SIZE
from canvasapp.view.snapping import Guide

EDGE = 2.0
"""The width of the frame around what is chosen, in logical pixels."""
INVITATION = "Draw the first block here"
SMALLEST_LETTERS = 3.0
"""Smaller letters are painted as bars, in device pixels."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is painted: the draft, the block that is chosen, those at fault, what is drawn now, and why it rests."""

    template: Template
    chosen: str = ""
    faulty: Collection[str] = field(default_factory=frozenset)
    drawn: Rect | None = None
    guides: tuple[Guide, ...] = ()


class DraftPainter:
    """Keeps what lies under the chosen block as an image, so that a drag paints one block."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._picture = PicturePainter(bars_below=SMALLEST_LETTERS)
        self._under: tuple[object, QPixmap] | None = None

    def paint(self, painter: QPainter, shown: Shown, camera: Camera, *, focused: bool) -> None:
        """Over the whole of the widget that `camera` looks through."""
        theme, template = self._look.theme, shown.template
        parts = _parts(template, theme)
        below = tuple(part for part in parts if not _is_of(part, shown.chosen))
        painter.drawPixmap(QPointF(), self._image(below, camera))
        painter.save()
        _scale(painter, camera)
        self._picture.paint(painter, (part for part in parts if _is_of(part, shown.chosen)))
        painter.restore()
        if theme.plain_paper:  # sheet and desk are both white there
            _outline(painter, _in_view(template.sheet.rect, camera), theme.line, 1.0)
        if not template.blocks and shown.drawn is None:
            self._invitation(painter, template, camera)
        for block in template.blocks:
            if block.id in shown.faulty:
                _outline(painter, _in_view(block.rect, camera), theme.warn, EDGE)
            if block.id == shown.chosen:
                self._choice(painter, block.rect, camera, focused=focused)
        if shown.drawn is not None:
            rect = _in_view(shown.drawn, camera)
            painter.fillRect(rect, _clear(theme.accent))
            _outline(painter, rect, theme.accent, EDGE)
        _guides(painter, shown.guides, camera, theme)

    def _image(self, parts: tuple[Part, ...], camera: Camera) -> QPixmap:
        key = (tuple(map(id, parts)), parts, camera, self._look.theme)
        if self._under is None or self._under[0] != key:
            pixmap = QPixmap(QSize(camera.width, camera.height))
            pixmap.setDevicePixelRatio(camera.ratio)
            pixmap.fill(QColor(self._look.theme.desk))
            with QPainter(pixmap) as painter:
                _scale(painter, camera)
                self._picture.paint(painter, parts)
            self._under = key, pixmap
        return self._under[1]

    def _invitation(self, painter: QPainter, template: Template, camera: Camera) -> None:
        """On a sheet without blocks: where they may lie, and what to do."""
        theme, rect = self._look.theme, _in_view(body_of(template), camera)
        rounded(painter, rect, CARD_RADIUS, None, theme.field, dashed=True)
        painter.setFont(self._look.font(SECTION))
        painter.setPen(QColor(theme.ink2))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, INVITATION)

    def _choice(self, painter: QPainter, block: Rect, camera: Camera, *, focused: bool) -> None:
        theme = self._look.theme
        _outline(painter, _in_view(block, camera), theme.accent, EDGE if focused else 1.0)
        painter.setPen(QPen(QColor(theme.accent), 1.0))
        painter.setBrush(QColor(theme.raised))
        for handle in (*CORNERS, *EDGES):
            x, y = handle.place(camera, block)
            painter.drawRect(QRectF(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE))


def body_of(template: Template) -> Rect:
    """What the frame leaves to the blocks between header and footer, in mm."""
    frame, top = template.sheet.frame, template.header.bottom
    return Rect(frame.x, top, frame.w, template.footer.y - top)


def _parts(template: Template, theme: Theme) -> tuple[Part, ...]:
    head = BoardHead("draft", template.id, template.version, template.short_name, "", "a0")
    options = PictureOptions(theme=theme, questions=Questions.ALL, blank=True)
    return sheet_parts(Board(head, template, {}), options)


def _is_of(part: Part, block_id: str) -> bool:
    return bool(block_id) and part.id.split("/")[0] == block_id


def _scale(painter: QPainter, camera: Camera) -> None:
    """From now on a unit is a millimetre on the sheet."""
    left, top = camera.origin
    painter.translate(left / camera.ratio, top / camera.ratio)
    painter.scale(camera.scale / camera.ratio, camera.scale / camera.ratio)


def _in_view(rect: Rect, camera: Camera) -> QRectF:
    left, top = camera.to_view(Point(rect.x, rect.y))
    right, bottom = camera.to_view(Point(rect.right, rect.bottom))
    return QRectF(left, top, right - left, bottom - top)


def _outline(painter: QPainter, rect: QRectF, colour: str, width: float) -> None:
    pen = QPen(QColor(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def _clear(colour: str) -> QColor:
    clear = QColor(colour)
    clear.setAlphaF(0.12)
    return clear


def _guides(painter: QPainter, guides: Iterable[Guide], camera: Camera, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.accent), 1.0))
    for guide in guides:
        start, end = camera.to_view(guide.start), camera.to_view(guide.end)
        painter.drawLine(QLineF(*start, *end))
