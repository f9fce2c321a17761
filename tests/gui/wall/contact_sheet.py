"""Small pictures of the wall on one sheet: drawn once, then compared with what is shown, block by block."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

WIDTH, HEIGHT, COLUMNS = 96, 54, 10
ACROSS, DOWN = 16, 9
"""So many blocks of a picture are compared by their mean colours."""
NEAR = 14
"""So far each of red, green and blue (0..255) may be: other machines smooth letters a little differently."""
DRAW = "CANVASAPP_DRAW_WALLS"
"""With this in the environment sheets are drawn anew instead."""


def thumbnail(image: QImage) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(WIDTH, HEIGHT, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return small.convertToFormat(QImage.Format.Format_RGB32)


def differing(shown: Sequence[QImage], sheet: Path) -> list[int]:
    """The numbers (from 0) of the pictures that look different from those on the sheet."""
    if os.environ.get(DRAW):
        _draw(shown, sheet)
    kept = QImage(str(sheet)).convertToFormat(QImage.Format.Format_RGB32)
    assert kept.height() == _rows(len(shown)) * HEIGHT, "there are more or fewer pictures"
    return [at for at, each in enumerate(shown) if not _alike(each, kept.copy(_place(at)))]


def _draw(shown: Sequence[QImage], sheet: Path) -> None:
    image = QImage(COLUMNS * WIDTH, _rows(len(shown)) * HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    with QPainter(image) as painter:
        for at, each in enumerate(shown):
            painter.drawImage(_place(at), each)
    image.save(str(sheet), "PNG", 0)  # type: ignore[call-overload]  # as small as it gets


def _rows(count: int) -> int:
    return -(-count // COLUMNS)


def _place(at: int) -> QRect:
    return QRect(at % COLUMNS * WIDTH, at // COLUMNS * HEIGHT, WIDTH, HEIGHT)


def _alike(one: QImage, other: QImage) -> bool:
    pairs = zip(_means(one), _means(other), strict=True)
    return all(abs(a - b) <= NEAR for a, b in pairs)


def _means(image: QImage) -> list[int]:
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(ACROSS, DOWN, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    colours = [small.pixelColor(x, y) for x in range(ACROSS) for y in range(DOWN)]
    return [part for each in colours for part in (each.red(), each.green(), each.blue())]
