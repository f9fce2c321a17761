"""The whole board in a corner of the window, and in it a frame around what is seen, which one moves."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap

from canvasapp.controls.look import Look
from canvasapp.controls.painting import FLOAT_DEPTH, FLOAT_RADIUS
from canvasapp.controls.surface import Float
from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note, NoteKind
from canvasapp.picture.theme import Theme
from canvasapp.view.board_view import BoardView

LONGEST = 192
"""The longer side of the sheet, in px."""
PADDING = 6
SOON_MS = 60
FRAME = 2.0
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
        super().paintEvent(event)
        if self._shown != self._wanted and not self._soon.isActive():
            self._soon.start()
        with QPainter(self) as painter:
            painter.drawPixmap(PADDING, PADDING, self._picture)
            self._paint_frame(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        theme = self.look.theme
        sheet = self._inside
        seen = self._frame().intersected(sheet)
        outside, hole = QPainterPath(), QPainterPath()
        outside.addRect(sheet)
        hole.addRect(seen)
        cover = QColor(theme.desk)
        cover.setAlphaF(OUTSIDE)
        painter.fillPath(outside.subtracted(hole), cover)
        painter.setPen(QPen(QColor(theme.accent), FRAME))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = FRAME / 2
        painter.drawRoundedRect(seen.adjusted(half, half, -half, -half), FRAME, FRAME)

    def _repaint_picture(self) -> None:
        self._shown = board, theme, ratio = self._wanted
        inside = self._inside.size()
        picture = QPixmap((inside * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(theme.sheet))
        with QPainter(picture) as painter:
            painter.scale(self._scale, self._scale)
            paint_small(painter, board, theme)
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


def paint_small(painter: QPainter, board: Board, theme: Theme) -> None:
    """The blocks and notes of a board as plain rectangles, in mm."""
    painter.setPen(Qt.PenStyle.NoPen)
    for block in board.template.blocks:
        for lane in block.lanes:
            painter.fillRect(_rect(lane.rect), QColor(theme.view(lane.perspective).tint))
    papers: dict[str, list[QRectF]] = {}
    for note in board.pile():
        papers.setdefault(_colour(note, board, theme), []).append(_rect(note.rect))
    for colour, rects in papers.items():
        painter.setBrush(QColor(colour))
        painter.drawRects(rects)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.line2), 0))
    painter.drawRects([_rect(block.rect) for block in board.template.blocks])


def _colour(note: Note, board: Board, theme: Theme) -> str:
    if note.kind is not NoteKind.NOTE:
        return theme.ink3 if note.kind is NoteKind.HEADING else theme.field
    party = board.parties.get(note.party) if note.party else None
    colours = theme.party(party.slot if party else None)
    return colours.chip if theme.plain_paper else colours.paper


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.w, rect.h)
