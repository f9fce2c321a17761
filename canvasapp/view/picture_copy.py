"""The selected notes, or the whole board, as a picture on the clipboard: for a mail or a slide."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QClipboard, QImage, QPainter

from canvasapp.domain.audience import is_for
from canvasapp.domain.board import Board
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.geometry import Rect
from canvasapp.painting import ImageSource, PicturePainter, ScaledImages
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Kind, Part

DOTS = 150 / 25.4
"""Pixels in a mm, where that is not too many."""
LONGEST = 4096
"""Pixels of the longer side: mails and slides take no more."""
EDGE = 2.0
"""What is seen around the notes, in mm."""


class UnseenError(ExpectedError):
    """All that should be copied is hidden or private."""


class PictureCopy:
    """Paints what is copied at once; `source` gives the images that notes show."""

    def __init__(self, clipboard: QClipboard, source: ImageSource) -> None:
        self._clipboard = clipboard
        self._source = source

    def copy(self, board: Board, ids: Collection[str], options: PictureOptions) -> None:
        """The notes of `ids` on nothing, or the whole sheet when there are none. Raises UnseenError."""
        ids = to_be_seen(board, ids, options)
        parts, rect = shown_parts(board, ids, options)
        # Qt makes what lies on the clipboard of an image by itself: it outlives whatever Python has
        self._clipboard.setImage(painted(parts, rect, ScaledImages(self._source)))


def to_be_seen(board: Board, ids: Collection[str], options: PictureOptions) -> list[str]:
    """Those of the notes that others may see."""
    seen = [each for each in ids if is_for(board.note(each), options.seen)]
    if ids and not seen:
        raise UnseenError("Hidden notes are in no picture: show them before they are copied.")
    return seen


def shown_parts(
    board: Board, ids: Collection[str], options: PictureOptions
) -> tuple[list[Part], Rect]:
    """What is painted, and the part of the sheet that the picture covers, in mm."""
    picture = board_picture(board, options)
    if not ids:
        return list(picture.parts), Rect(0, 0, picture.width, picture.height)
    wanted, notes = {*ids}, (Kind.NOTE, Kind.HEADING, Kind.IMAGE)
    parts = [part for part in picture.parts if part.kind in notes and part.id in wanted]
    lie = reduce(Rect.united, (board.note(each).rect for each in ids))
    return parts, reduce(Rect.united, (part.rect for part in parts), lie).inset(-EDGE)


def painted(parts: list[Part], rect: Rect, images: ScaledImages) -> QImage:
    """At 150 dpi, or as large as LONGEST allows."""
    scale = min(DOTS, LONGEST / max(rect.w, rect.h))
    size = QSize(round(rect.w * scale), round(rect.h * scale)).expandedTo(QSize(1, 1))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDotsPerMeterX(round(1000 * scale))
    image.setDotsPerMeterY(round(1000 * scale))
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as canvas:
        canvas.scale(scale, scale)
        canvas.translate(-rect.x, -rect.y)
        PicturePainter(images).paint(canvas, parts)
    return image
