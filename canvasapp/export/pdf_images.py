"""Embeds the images of a PDF: photos keep their JPEG bytes, all else is packed without loss on white."""

from __future__ import annotations

import struct
import zlib

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
)

from canvasapp.painting import ImageSource
from canvasapp.painting.images import rgb_on_white

COLOUR_SPACES = {1: "DeviceGray", 3: "DeviceRGB"}
"""By the number of components; CMYK photos are not passed on, as programs disagree on what their zero is."""

FRAMES = {0xC0, 0xC1, 0xC2}
"""The JPEG markers (ITU T.81, B.1.1.3) of a frame that every PDF reader decodes."""


class PageImages:
    """The images that a document uses, each written once."""

    def __init__(self, source: ImageSource) -> None:
        self._source = source
        self._names: dict[str, str] = {}

    def name(self, digest: str) -> str:
        """The image's name on the page."""
        return self._names.setdefault(digest, f"I{len(self._names) + 1}")

    def embed(self, document: PDFDocument) -> dict[str, PDFObjectReference]:
        """Adds the images to `document`; gives each by its name on the page."""
        return {
            name: document.Reference(_image(self._source(digest)))
            for digest, name in self._names.items()
        }


def _image(content: bytes) -> PDFStream:
    frame = _jpeg_frame(content)
    if frame is not None and frame[2] in COLOUR_SPACES:
        return PDFStream(_dictionary(*frame, "DCTDecode"), content)
    width, height, rows = rgb_on_white(content)
    return PDFStream(_dictionary(width, height, 3, "FlateDecode"), zlib.compress(rows))


def _dictionary(width: int, height: int, components: int, packed: str) -> PDFDictionary:
    return PDFDictionary(
        {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": width,
            "Height": height,
            "BitsPerComponent": 8,
            "ColorSpace": PDFName(COLOUR_SPACES[components]),
            "Filter": PDFName(packed),
        }
    )


def _jpeg_frame(content: bytes) -> tuple[int, int, int] | None:
    """Width, height and number of components; None when `content` is no JPEG file."""
    at = 2 if content.startswith(b"\xff\xd8") else len(content)
    while at + 10 <= len(content):
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if marker in FRAMES:
            height, width, components = struct.unpack_from(">HHB", content, at + 5)
            return width, height, components
        at += 2 + length
    return None
