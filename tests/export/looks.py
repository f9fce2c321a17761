"""Compares what two ways of drawing look like."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage, QPainter

from canvasapp.painting import Images, PicturePainter
from canvasapp.picture.shapes import Picture

BLOCK = 32

Rows = npt.NDArray[np.int_]
"""Rows of pixels of red, green and blue."""


def painted(sheet: Picture, scale: float, images: Images | None = None) -> QImage:
    """The picture as the screen shows it, `scale` pixels a mm."""
    image = QImage(
        round(sheet.width * scale), round(sheet.height * scale), QImage.Format.Format_RGB32
    )
    image.fill(0xFFFFFFFF)
    canvas = QPainter(image)
    canvas.scale(scale, scale)
    PicturePainter(images).paint(canvas, sheet.parts)
    canvas.end()
    return image


def rows(image: QImage) -> Rows:
    shape = image.height(), image.width(), 4
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(shape)
    return pixels[:, :, 2::-1].astype(int)


def difference(first: Rows, other: Rows) -> float:
    """The largest difference of colour (0 to 255) between two blocks of 32 x 32 pixels at the same place."""
    height = min(len(first), len(other)) // BLOCK * BLOCK
    width = min(len(first[0]), len(other[0])) // BLOCK * BLOCK
    gap = _blocks(first[:height, :width]) - _blocks(other[:height, :width])
    return float(np.abs(gap).max())


def _blocks(pixels: Rows) -> npt.NDArray[np.float64]:
    height, width = pixels.shape[0] // BLOCK, pixels.shape[1] // BLOCK
    means: npt.NDArray[np.float64] = pixels.reshape(height, BLOCK, width, BLOCK, 3).mean(
        axis=(1, 3)
    )
    return means
