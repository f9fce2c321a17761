"""The picture of one block as it would be: what would come to it is lit, the rest lies under a veil."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.look import Look
from canvasapp.controls.painting import FLOAT_RADIUS, rounded
from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Seen
from canvasapp.painting.images import Images
from canvasapp.painting.qt_painter import PicturePainter
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Part
from canvasapp.picture.theme import Theme

PADDING = 12
VEIL = 0.5
RING, RING_OUT = 2.0, 2.0
"""The accent around what is lit, and how far outside it begins, in px."""
NOTE_RADIUS = 1.6
BARS_BELOW = 4.0
LEAST = 200


class BlockPreview(QWidget):
    """As large as its room allows."""

    def __init__(self, look: Look, images: Images) -> None:
        super().__init__()
        self._look = look
        self._painter = PicturePainter(images, bars_below=BARS_BELOW)
        self._board: Board | None = None
        self._block, self._lit = Rect(0, 0, 1, 1), frozenset[str]()
        self._made: tuple[Board, Theme, tuple[Part, ...]] | None = None
        self.setMinimumHeight(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_block(self, board: Board, block_id: str, lit: AbstractSet[str]) -> None:
        """The block of a board that need not be in the workshop, with the notes whose ids are `lit`."""
        block = board.template.block(block_id)
        lying = {n.id: n for n in board.notes.values() if n.rect.meets(block.rect)}
        self._board, self._lit = replace(board, notes=lying, links={}), frozenset(lit)
        self._block = block.rect
        count = "1 note" if len(lit) == 1 else f"{len(lit)} notes"
        self.setAccessibleName(f"{block.title} with {count} more")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self._look.theme
            rounded(painter, QRectF(self.rect()), FLOAT_RADIUS, theme.desk)
            if self._board is None:
                return
            room, block = self._inside, self._block
            scale = min(room.width() / block.w, room.height() / block.h)
            painter.translate(room.center())
            painter.scale(scale, scale)
            painter.translate(-block.centre.x, -block.centre.y)
            painter.setClipRect(_rect(block))
            self._paint_parts(painter, self._parts(self._board, theme), 1 / scale)

    def _paint_parts(self, painter: QPainter, parts: tuple[Part, ...], pixel: float) -> None:
        theme = self._look.theme
        lit = [part for part in parts if part.id in self._lit]
        self._painter.paint(painter, [part for part in parts if part.id not in self._lit])
        if not lit:
            return
        veil = QColor(theme.sheet)
        veil.setAlphaF(VEIL)
        painter.fillRect(_rect(self._block), veil)
        for part in lit:
            out = RING_OUT * pixel + RING * pixel
            ring = _rect(part.rect).adjusted(-out, -out, out, out)
            self._painter.paint_part(painter, part)
            width = RING * pixel
            rounded(painter, ring, NOTE_RADIUS + out, None, theme.accent, width=width)

    def _parts(self, board: Board, theme: Theme) -> tuple[Part, ...]:
        """What of the board's picture lies on the block; made once."""
        if self._made is None or self._made[:2] != (board, theme):
            parts = board_picture(board, PictureOptions(theme=theme, seen=Seen.PRIVATE)).parts
            seen = tuple(part for part in parts if part.rect.meets(self._block))
            self._made = board, theme, seen
        return self._made[2]

    @property
    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(PADDING, PADDING, -PADDING, -PADDING)


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.w, rect.h)
