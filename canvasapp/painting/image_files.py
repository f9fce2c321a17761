"""What an image file is before it is decoded: its format, its size in pixels, and whether it is taken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from canvasapp.domain.errors import ExpectedError

MEDIA_TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "gif": "image/gif",
    "bmp": "image/bmp",
}
"""By Qt's name of the format. Drawings such as SVG are left out: they may name files, or grow without end."""

MOST_PIXELS = 64_000_000
"""Of a larger image Qt's own limit of 256 MB for one image would not let all be read."""
QUALITY = 92
"""Of a photo that is written anew, turned upright, in percent."""

UNREADABLE = "This image can not be read: save it as PNG or JPEG first."

_UPRIGHT = QImageIOHandler.Transformation.TransformationNone


class ImageError(ExpectedError):
    """An image can not be read; the message says so to the user."""


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """What the head of an image file tells; `upright` when its pixels are stored as they shall be seen."""

    media_type: str
    width: int
    height: int
    upright: bool


def image_facts(content: bytes) -> ImageFacts:
    """Raises ImageError for what is no image, or none that is taken."""
    with reading(content) as reader:
        return facts_of(reader)


@contextmanager
def reading(content: bytes) -> Iterator[QImageReader]:
    """A reader of the image, which must not be used after this."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    yield QImageReader(buffer)
    buffer.close()


def facts_of(reader: QImageReader) -> ImageFacts:
    """Raises ImageError."""
    form = bytes(reader.format().data()).decode()
    media_type, size = MEDIA_TYPES.get(form), reader.size()
    if media_type is None and form:
        raise ImageError(f"{form.upper()} images are not taken: save it as PNG or JPEG first.")
    if media_type is None or size.isEmpty():
        raise ImageError(UNREADABLE)
    if size.width() * size.height() > MOST_PIXELS:
        raise ImageError(
            f"This image has {size.width():,} × {size.height():,} pixels, and at most"
            f" {MOST_PIXELS // 1_000_000} million are taken: make it smaller first."
        )
    return ImageFacts(media_type, size.width(), size.height(), reader.transformation() == _UPRIGHT)


def turned_upright(content: bytes) -> bytes:
    """The image written anew as it shall be seen: a photo as JPEG, all else as PNG. Raises ImageError.

    So no program that shows it needs to know which way up the camera was held.
    """
    with reading(content) as reader:
        facts = facts_of(reader)
        reader.setAutoTransform(True)
        image = reader.read()
    if image.isNull():
        raise ImageError(UNREADABLE)
    return written(image, "JPG" if facts.media_type == "image/jpeg" else "PNG")


def written(image: QImage, form: str = "PNG") -> bytes:
    """The file of an image. Raises ImageError when it can not be written."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    quality = QUALITY if form == "JPG" else -1
    if not image.save(buffer, form, quality):  # type: ignore[call-overload]  # the binding wants bytes, Qt a name
        raise ImageError("This image can not be kept: save it as PNG or JPEG first.")
    return bytes(buffer.data().data())
