"""Small image files."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage


def encoded(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind, 95)  # type: ignore[call-overload]  # the binding wants bytes, Qt a name
    return bytes(buffer.data().data())


def flat(width: int, height: int) -> QImage:
    """All in one red."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 30, 60))
    return image


def _half_clear() -> QImage:
    """Blue on the left, transparent on the right."""
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    for x in range(32):
        for y in range(64):
            image.setPixelColor(x, y, QColor(0, 0, 255))
    return image


JPEG = encoded(flat(64, 64), "JPG")
PNG_HALF_CLEAR = encoded(_half_clear(), "PNG")
