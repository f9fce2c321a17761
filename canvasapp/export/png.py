"""Writes a picture as a PNG image, band by band, so that a wall-sized sheet needs little memory (PNG 3rd edition)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import BinaryIO

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from canvasapp.domain.geometry import Rect
from canvasapp.export.carrying import CHUNK, PIXELS, SIGNATURE, chunk
from canvasapp.export.exporter import Check, ExportError, ExportOptions, go_on
from canvasapp.export.paper import INCH, Placement, placed
from canvasapp.painting import PicturePainter, ScaledImages
from canvasapp.picture.shapes import Picture

LEAST_DPI, MOST_DPI = 10, 1200
MOST_PIXELS = 32_000
"""The longest side that common programs open."""

BAND = 256
"""Rows that are painted at once."""

RGB, NO_FILTER, PERCEPTUAL = 2, b"\0", 0


def write_png(
    picture: Picture, stream: BinaryIO, options: ExportOptions, check: Check = go_on
) -> None:
    """An opaque image in sRGB that knows its size on paper. Raises ExportError when it would be too large."""
    placement = placed(picture, options.paper, options.orientation)
    width, height = pixels(placement, options.dpi)
    per_metre = round(1000 * options.dpi / INCH)
    stream.write(SIGNATURE)
    stream.write(chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, RGB, 0, 0, 0)))
    stream.write(chunk(b"sRGB", struct.pack(">B", PERCEPTUAL)))
    stream.write(chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)))
    if options.carried:
        stream.write(chunk(CHUNK, options.carried))
    for packed in _packed(_bands(picture, placement, options, width, height)):
        check()
        stream.write(chunk(PIXELS, packed))
    stream.write(chunk(b"IEND", b""))


def pixels(placement: Placement, dpi: int) -> tuple[int, int]:
    """Width and height of the image. Raises ExportError for what can not or should not be made."""
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise ExportError(f"An image can have {LEAST_DPI} to {MOST_DPI} dpi, not {dpi}.")
    longest = max(placement.width, placement.height)
    most = int(MOST_PIXELS * INCH / longest)
    if dpi > most:
        raise ExportError(
            f"At {dpi} dpi the image would be {round(longest / INCH * dpi)} pixels long, more than"
            f" most programs open: choose at most {most} dpi, or write a PDF."
        )
    return round(placement.width / INCH * dpi), round(placement.height / INCH * dpi)


def _bands(
    picture: Picture, placement: Placement, options: ExportOptions, width: int, height: int
) -> Iterator[bytes]:
    """The rows of the image from the top, each behind its filter byte."""
    painter = PicturePainter(ScaledImages(options.images))
    resolution = options.dpi / INCH
    scale = resolution * placement.scale
    for top in range(0, height, BAND):
        image = QImage(width, min(BAND, height - top), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        first = (top / resolution - placement.dy) / placement.scale
        shown = Rect(0, first, picture.width, image.height() / scale).inset(-1 / scale)
        with QPainter(image) as canvas:  # or a picture that can not be read ends the process
            canvas.translate(placement.dx * resolution, placement.dy * resolution - top)
            canvas.scale(scale, scale)
            painter.paint(canvas, (part for part in picture.parts if part.rect.meets(shown)))
        yield _rows(image)


def _rows(image: QImage) -> bytes:
    tight = image.convertToFormat(QImage.Format.Format_RGB888)
    pixels, step, line = memoryview(tight.constBits()), tight.bytesPerLine(), 3 * tight.width()
    starts = range(0, step * tight.height(), step)
    return b"".join(part for at in starts for part in (NO_FILTER, pixels[at : at + line]))


def _packed(bands: Iterator[bytes]) -> Iterator[bytes]:
    """The bands as one deflated stream. A band is packed while the next is painted: zlib leaves Python alone."""
    packer = zlib.compressobj()
    with ThreadPoolExecutor(max_workers=1) as aside:
        waiting = aside.submit(packer.compress, next(bands))
        for band in bands:
            packed = waiting.result()
            waiting = aside.submit(packer.compress, band)
            yield packed
        yield waiting.result()
    yield packer.flush()
