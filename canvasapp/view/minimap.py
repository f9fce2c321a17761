"""The whole board in a corner of the window, and in it a frame around what is seen, which one moves."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap

from canvasapp.controls.look import Look
from canvasapp.controls.painting import FLOAT_DEPTH, FLOAT_RADIUS, raised_float
from canvasapp.controls.surface import Float
from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import NoteKind
from canvasapp.picture.theme import Theme
from canvasapp.view.board_view import BoardView
from canvasapp.view.scene import EVERYWHERE, Scene
from canvasapp.view.sprites import FIELDS, draw_fragments

LONGEST = 192
"""The longer side of the sheet, in px."""
PADDING = 6
SOON_MS = 60
FRAME = 2.0
CELL = 4
OUTSIDE = 0.45
"""How much of what is not seen the desk's colour covers."""


class Minimap(Float):
    """Its picture is painted once after each edit, while nothing else happens; a frame of the board costs a blit."""

    def __init__(self, look: Look, view: BoardView) -> None:
        super().__init__(look, radius=FLOAT_RADIUS)
        self._view = view
        self._picture = QPixmap()
        self._shown: tuple[Board, Theme, float] | None = None
        self._grip = QPointF()
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._repaint_picture)
        self.setAccessibleName("Minimap")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        view.bench.viewpoint.changed.connect(self.update)
        self.hide()

    def follow(self) -> None:
        """The board may look different now."""
        if self.isVisible():
            self.update()

    def sizeHint(self) -> QSize:
        sheet, scale = self._view.board.template.sheet.rect, self._scale
        width, height = round(sheet.w * scale), round(sheet.h * scale)
        return QSize(width + 2 * PADDING, height + 2 * PADDING + FLOAT_DEPTH)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The frame is taken where it is; pressed beside it, it comes there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._view.bench.navigation.leave()
            frame = self._frame()
            held = frame.contains(event.position())
            self._grip = event.position() - frame.center() if held else QPointF()
            self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            at = event.position() - self._grip - QPointF(PADDING, PADDING)
            self._view.bench.viewpoint.centre(Point(at.x() / self._scale, at.y() / self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A blit, and plain rectangles: it comes with each frame of the board that moves under it."""
        if self._shown != self._wanted and not self._soon.isActive():
            self._soon.start()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            self._paint_frame(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        theme, sheet = self.look.theme, self._inside
        seen = self._frame().intersected(sheet)
        cover = QColor(theme.desk)
        cover.setAlphaF(OUTSIDE)
        for part in around(sheet, seen):
            painter.fillRect(part, cover)
        line = min(FRAME, seen.width() / 2, seen.height() / 2)
        for part in around(seen, seen.adjusted(line, line, -line, -line)):
            painter.fillRect(part, QColor(theme.accent))

    def _repaint_picture(self) -> None:
        self._shown = _, theme, ratio = self._wanted
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        surface = QRectF(self.rect()).adjusted(0, 0, 0, -FLOAT_DEPTH)
        with QPainter(picture) as painter:
            raised_float(painter, surface, theme)
            painter.fillRect(self._inside, QColor(theme.sheet))
            painter.translate(PADDING, PADDING)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            paint_small(painter, self._view.bench.scene, self._scale)
        self._picture = picture
        self.update()

    @property
    def _wanted(self) -> tuple[Board, Theme, float]:
        return self._view.board, self.look.theme, self.devicePixelRatioF()

    @property
    def _scale(self) -> float:
        """Px in a millimetre."""
        sheet = self._view.board.template.sheet.rect
        return LONGEST / max(sheet.w, sheet.h)

    @property
    def _inside(self) -> QRectF:
        size = self.sizeHint()
        width, height = size.width() - 2 * PADDING, size.height() - 2 * PADDING - FLOAT_DEPTH
        return QRectF(PADDING, PADDING, width, height)

    def _frame(self) -> QRectF:
        """What the window shows, in px of this widget."""
        seen, scale = self._view.bench.viewpoint.camera.seen, self._scale
        return QRectF(
            PADDING + seen.x * scale, PADDING + seen.y * scale, seen.w * scale, seen.h * scale
        )


def around(outer: QRectF, inner: QRectF) -> list[QRectF]:
    """What of `outer` is not `inner`, which lies in it: above, below, left and right."""
    top, bottom = inner.top() - outer.top(), outer.bottom() - inner.bottom()
    left, right = inner.left() - outer.left(), outer.right() - inner.right()
    return [
        QRectF(outer.left(), outer.top(), outer.width(), top),
        QRectF(outer.left(), inner.bottom(), outer.width(), bottom),
        QRectF(outer.left(), inner.top(), left, inner.height()),
        QRectF(inner.right(), inner.top(), right, inner.height()),
    ]


def paint_small(painter: QPainter, scene: Scene, scale: float) -> None:
    """The blocks and notes of a board as plain rectangles, at `scale` px a millimetre."""
    theme, template = scene.options.theme, scene.board.template
    for block in template.blocks:
        for lane in block.lanes:
            painter.fillRect(_rect(lane.rect, scale), QColor(theme.view(lane.perspective).tint))
    _stamp_notes(painter, scene, scale)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.line2), 0))
    painter.drawRects([_rect(block.rect, scale) for block in template.blocks])


def _stamp_notes(painter: QPainter, scene: Scene, scale: float) -> None:
    """All notes in one go, each from the cell of a page that has its colour."""
    index = scene.index
    rows = index.meeting(EVERYWHERE)
    if not len(rows):
        return
    cells: dict[tuple[NoteKind, str | None], int] = {}
    notes = (note for row in rows if (note := index.notes[row]))
    place = [cells.setdefault((note.kind, note.party), len(cells)) for note in notes]
    page = QPixmap(CELL * len(cells), CELL)
    with QPainter(page) as painted:
        for (kind, party), cell in cells.items():
            colour = QColor(_colour(kind, party, scene))
            painted.fillRect(CELL * cell, 0, CELL, CELL, colour)
    left, top, right, bottom = (each[rows] * scale for each in index.edges)
    fragments = np.zeros((len(rows), FIELDS))
    fragments[:, 0], fragments[:, 1] = (left + right) / 2, (top + bottom) / 2
    fragments[:, 2] = np.array(place) * CELL
    fragments[:, 4:6] = CELL
    fragments[:, 6] = np.maximum(right - left, 1) / CELL
    fragments[:, 7] = np.maximum(bottom - top, 1) / CELL
    fragments[:, 9] = 1.0
    draw_fragments(painter, fragments, page)


def _colour(kind: NoteKind, party_id: str | None, scene: Scene) -> str:
    theme = scene.options.theme
    if kind is not NoteKind.NOTE:
        return theme.ink3 if kind is NoteKind.HEADING else theme.field
    party = scene.board.parties.get(party_id) if party_id else None
    colours = theme.party(party.slot if party else None)
    return colours.chip if theme.plain_paper else colours.paper


def _rect(rect: Rect, scale: float) -> QRectF:
    return QRectF(rect.x * scale, rect.y * scale, rect.w * scale, rect.h * scale)
