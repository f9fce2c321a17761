"""Reads image files as every surface shows them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter

from canvasapp.domain.errors import ExpectedError

ImageSource = Callable[[str], bytes]
"""Gives the content of an image file by its digest."""


class ImageError(ExpectedError):
    """An image can not be read; the message says so to the user."""


def no_images(digest: str) -> bytes:
    """The source of pictures that have none."""
    raise ImageError(f"The image {digest[:12]} is missing: insert it again.")


def decoded(content: bytes) -> QImage:
    """Raises ImageError for content that is no image."""
    image = QImage.fromData(QByteArray(content))
    if image.isNull():
        raise ImageError("An image can not be read: insert it again, as PNG or JPEG.")
    return image


def rgb_on_white(content: bytes) -> tuple[int, int, bytes]:
    """Width and height in pixels, and the rows from the top, three bytes a pixel."""
    image = decoded(content)
    opaque = QImage(image.size(), QImage.Format.Format_RGB888)
    opaque.fill(Qt.GlobalColor.white)
    with QPainter(opaque) as painter:
        painter.drawImage(0, 0, image)
    line, rows = 3 * opaque.width(), memoryview(opaque.constBits())
    step = opaque.bytesPerLine()
    packed = b"".join(rows[at * step : at * step + line] for at in range(opaque.height()))
    return opaque.width(), opaque.height(), packed
