"""Reads the images of a workshop as every surface shows them, and keeps them at about the size that is shown."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from canvasapp.domain.errors import ExpectedError
from canvasapp.painting.image_files import UNREADABLE, facts_of, reading
from canvasapp.painting.image_files import ImageError as ImageError

ImageSource = Callable[[str], bytes]
"""Gives the content of an image file by its digest, or raises an ExpectedError."""

Images = Callable[[str, float], QImage | None]
"""Gives an image by its digest, good enough to be shown so many device pixels long; None when there is none."""

KEPT_BYTES = 64 << 20
"""How many bytes of pixels are kept; what was shown longest ago goes first."""
LEAST = 64
"""The longer side, in pixels, of the smallest copy that is made."""


def no_images(digest: str) -> bytes:
    """The source of pictures that have none."""
    raise ImageError(f"The image {digest[:12]} is missing: insert it again.")


def decoded(content: bytes, longest: int | None = None) -> QImage:
    """The image, scaled down to have at most `longest` pixels at its longer side.

    Raises ImageError for content that is no image, or none that is taken.
    """
    with reading(content) as reader:
        facts_of(reader)
        size = reader.size()
        if longest is not None and max(size.width(), size.height()) > longest:
            fitting = size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio)
            reader.setScaledSize(fitting.expandedTo(QSize(1, 1)))
        image = reader.read()
    if image.isNull():
        raise ImageError(UNREADABLE)
    return image


def shown_copy(source: ImageSource, digest: str, longest: int) -> QImage | None:
    """The image with at most `longest` pixels at its longer side, fast to paint; None when it can not be read."""
    try:
        image = decoded(source(digest), longest)
    except ExpectedError:
        return None
    clear = image.hasAlphaChannel()
    fast = QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
    return image.convertToFormat(fast)


class ScaledImages:
    """The images of a source, each at the sizes at which it is shown, in steps of two. For one thread."""

    def __init__(self, source: ImageSource, kept_bytes: int = KEPT_BYTES) -> None:
        self._source = source
        self._kept_bytes = kept_bytes
        self._kept: OrderedDict[tuple[str, int], QImage | None] = OrderedDict()

    def __call__(self, digest: str, pixels: float) -> QImage | None:
        """As `Images`. What can not be shown is not tried again."""
        longest = LEAST
        while longest < pixels:
            longest *= 2
        key = (digest, longest)
        if key not in self._kept:
            self._kept[key] = self._read(digest, longest)
            self._make_room()
        self._kept.move_to_end(key)
        return self._kept[key]

    def _read(self, digest: str, longest: int) -> QImage | None:
        return shown_copy(self._source, digest, longest)

    def _make_room(self) -> None:
        used = sum(image.sizeInBytes() for image in self._kept.values() if image)
        while used > self._kept_bytes and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            used -= oldest.sizeInBytes() if oldest else 0


def rgb_and_alpha(image: QImage) -> tuple[bytes, bytes | None]:
    """The rows from the top, three bytes a pixel, and how opaque (0 to 255) each is where any is not wholly so."""
    alpha = _tight(image, QImage.Format.Format_Alpha8, 1) if image.hasAlphaChannel() else b""
    clear = len(alpha) > alpha.count(255)
    return _tight(image, QImage.Format.Format_RGB888, 3), alpha if clear else None


def _tight(image: QImage, form: QImage.Format, depth: int) -> bytes:
    """The bytes of the rows without what Qt fills them up with."""
    converted = image.convertToFormat(form)
    line, step = depth * converted.width(), converted.bytesPerLine()
    rows = memoryview(converted.constBits())
    return b"".join(rows[at * step : at * step + line] for at in range(converted.height()))
