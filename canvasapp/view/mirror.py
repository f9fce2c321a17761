"""The block under discussion with its two lanes side by side, in the place of the board: for reading."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look
from canvasapp.controls.words import Paragraph
from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Point
from canvasapp.domain.records import Note
from canvasapp.domain.template import Block
from canvasapp.painting.qt_painter import PicturePainter
from canvasapp.picture.mirror_picture import mirror_picture, mirrored
from canvasapp.picture.shapes import Picture
from canvasapp.picture.theme import Theme
from canvasapp.view.board_view import BoardView
from canvasapp.view.camera import PER_MM
from canvasapp.view.lens import Lens

MARGIN, FOOT = 24, 56
"""What stays free around the block and at the foot, where the words stand, in px."""
NEAREST = 2.0 * PER_MM
"""Px in a millimetre at most: larger, a block of few words looks lost."""
SAID = "For reading. Press a note to work on it, PgUp and PgDn go from block to block."

Shown = tuple[Board, Block, Theme]


class Mirror(QWidget):
    """Covers `view` while that looks through the mirror, and has the keyboard instead of it."""

    def __init__(self, look: Look, view: BoardView) -> None:
        super().__init__()
        self._look, self._view = look, view
        self._pictures = PicturePainter(view.bench.images)
        self._made: tuple[Shown, Board, Picture] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        view.bench.lenses.changed.connect(self._follow)
        view.block_changed.connect(lambda _: self.follow())
        view.bench.images.came.connect(lambda _: self.update())
        self.hide()

    @property
    def block(self) -> Block:
        """The one under discussion, or the first one while none is."""
        blocks = self._view.board.template.blocks_in_order()
        return next((each for each in blocks if each.id == self._view.current_block), blocks[0])

    def follow(self) -> None:
        """Board, block or theme may be other ones."""
        if self.isVisible():
            self.setAccessibleName(f"Both views of {self.block.title}, side by side")
            self.setAccessibleDescription(SAID)
            self.update()

    def note_at(self, at: QPointF) -> Note | None:
        """The topmost note there, as it lies side by side."""
        scale, corner = self._placed()
        place = Point((at.x() - corner.x()) / scale, (at.y() - corner.y()) / scale)
        pile = self._side_by_side()[0].pile()
        return next((each for each in reversed(pile) if each.rect.contains(place)), None)

    def place_of(self, note_id: str) -> QPointF:
        """Where the middle of a note is, in px."""
        scale, corner = self._placed()
        middle = self._side_by_side()[0].note(note_id).rect.centre
        return corner + QPointF(middle.x * scale, middle.y * scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self._look.theme
            painter.fillRect(self.rect(), QColor(theme.desk))
            self._paint_words(painter)
            scale, corner = self._placed()
            painter.translate(corner)
            painter.scale(scale, scale)
            self._pictures.paint(painter, self._side_by_side()[1].parts)

    def showEvent(self, event: QShowEvent) -> None:
        self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        note = self.note_at(event.position())
        if note is not None and event.button() is Qt.MouseButton.LeftButton:
            self._view.select([note.id])  # and so both views come back

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.note_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageDown:
                self._view.step_block(1)
            case Qt.Key.Key_PageUp:
                self._view.step_block(-1)
            case Qt.Key.Key_Escape:
                self._view.bench.lenses.show(Lens.BOTH)
            case _:
                super().keyPressEvent(event)

    def _follow(self, lens: str) -> None:
        """Covers the board, or gives it back, with the keyboard if it had it."""
        shown = lens == Lens.MIRROR
        had_it = self.hasFocus() or self._view.hasFocus()
        self._view.setFocusProxy(self if shown else None)  # type: ignore[arg-type]  # None takes it back
        self.setVisible(shown)
        if had_it:
            self._view.setFocus()

    def _side_by_side(self) -> tuple[Board, Picture]:
        options = self._view.bench.scene.options
        wanted = self._view.board, self.block, options.theme
        if self._made is None or self._made[0] != wanted:
            board = mirrored(self._view.board, self.block)
            self._made = wanted, board, mirror_picture(board, options)
        return self._made[1], self._made[2]

    def _placed(self) -> tuple[float, QPointF]:
        """Px in a millimetre, and where the block's corner is."""
        picture = self._side_by_side()[1]
        width, height = self.width() - 2 * MARGIN, self.height() - MARGIN - FOOT
        scale = min(width / picture.width, height / picture.height, NEAREST)
        left = (self.width() - picture.width * scale) / 2
        top = MARGIN + max(height - picture.height * scale, 0) / 2
        return scale, QPointF(left, top)

    def _paint_words(self, painter: QPainter) -> None:
        said = Paragraph(SAID, self._look, BODY, max(self.width() - 2 * MARGIN, 1), 1)
        x = (self.width() - said.width) / 2
        said.draw(painter, x, self.height() - (FOOT + BODY.line) / 2, self._look.theme.ink2)
