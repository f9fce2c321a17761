"""Embeds the images of a PDF: photos keep their JPEG bytes, all else is packed without loss."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
)

from canvasapp.domain.errors import ExpectedError
from canvasapp.painting.images import ImageSource, decoded, rgb_and_alpha

COLOUR_SPACES = {1: "DeviceGray", 3: "DeviceRGB"}
"""By the number of components; CMYK photos are not passed on, as programs disagree on what their zero is."""

FRAMES = {0xC0, 0xC1, 0xC2}
"""The JPEG markers (ITU T.81, B.1.1.3) of a frame that every PDF reader decodes."""

JPEG, PACKED = "DCTDecode", "FlateDecode"


@dataclass(frozen=True, slots=True)
class PageImage:
    """An image by its name on the page. `alpha`, packed, tells how opaque its pixels are; None is wholly."""

    name: str
    width: int
    height: int
    components: int
    filter: str
    content: bytes
    alpha: bytes | None = None

    def embed(self, document: PDFDocument) -> PDFObjectReference:
        image = self._dictionary(self.components, self.filter)
        if self.alpha is not None:
            mask = PDFStream(self._dictionary(1, PACKED), self.alpha)
            image["SMask"] = document.Reference(mask)
        reference: PDFObjectReference = document.Reference(PDFStream(image, self.content))
        return reference

    def _dictionary(self, components: int, packed: str) -> PDFDictionary:
        return PDFDictionary(
            {
                "Type": PDFName("XObject"),
                "Subtype": PDFName("Image"),
                "Width": self.width,
                "Height": self.height,
                "BitsPerComponent": 8,
                "ColorSpace": PDFName(COLOUR_SPACES[components]),
                "Filter": PDFName(packed),
            }
        )


class PageImages:
    """The images that a document uses, each written once."""

    def __init__(self, source: ImageSource) -> None:
        self._source = source
        self._images: dict[str, PageImage | None] = {}

    def image(self, digest: str) -> PageImage | None:
        """None when it is missing or can not be read."""
        if digest not in self._images:
            name = f"I{len(self._images) + 1}"
            try:
                self._images[digest] = _image(name, self._source(digest))
            except ExpectedError:
                self._images[digest] = None
        return self._images[digest]

    def embed(self, document: PDFDocument) -> dict[str, PDFObjectReference]:
        """Adds the images to `document`; gives each by its name on the page."""
        return {each.name: each.embed(document) for each in self._images.values() if each}


def _image(name: str, content: bytes) -> PageImage:
    """Raises ImageError."""
    image = decoded(content)
    frame = _jpeg_frame(content)
    if frame == (image.width(), image.height(), 3) or frame == (image.width(), image.height(), 1):
        return PageImage(name, *frame, JPEG, content)
    rows, alpha = rgb_and_alpha(image)
    packed = None if alpha is None else zlib.compress(alpha)
    return PageImage(name, image.width(), image.height(), 3, PACKED, zlib.compress(rows), packed)


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
