"""Writes pictures as a PDF for print: one page a picture at its exact size, vectors only, fonts embedded and subset."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import BinaryIO

import reportlab
from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from canvasapp.domain.geometry import Rect
from canvasapp.export.exporter import Check, ExportOptions, go_on
from canvasapp.export.paper import Placement, placed
from canvasapp.export.pdf_embedding import embed
from canvasapp.export.pdf_fonts import Fonts
from canvasapp.export.pdf_images import PageImages
from canvasapp.export.pdf_outline import Bookmark, add_outline
from canvasapp.export.pdf_page import POINTS, PageContent
from canvasapp.export.pdf_structure import MarkedPage, add_structure
from canvasapp.export.reading import as_text
from canvasapp.picture.shapes import Kind, Picture
from canvasapp.text.fonts import FACES

VERSION = (1, 7)
CREATOR = "canvasapp"
LIBRARY = ("reportlab", str(reportlab.__version__))
"""For the self-test."""


def write_pdf(
    pictures: Sequence[Picture], stream: BinaryIO, options: ExportOptions, check: Check = go_on
) -> None:
    """The same pictures give the same bytes, on any machine and at any time."""
    writer = _Writer(options, check)
    for picture in pictures:
        writer.add_page(picture)
    writer.finish(pictures[0])
    stream.write(writer.document.format())


class _Writer:
    """A document in the making."""

    def __init__(self, options: ExportOptions, check: Check) -> None:
        self.document = PDFDocument(dummyoutline=1, invariant=1, pdfVersion=VERSION)
        self.document.signature = hashlib.md5(usedforsecurity=False)  # reportlab's knows the time
        self._options = options
        self._check = check
        self._fonts = Fonts(FACES)
        self._images = PageImages(options.images)
        self._image_names = PDFDictionary()
        self._pages: list[MarkedPage] = []
        self._bookmarks: list[Bookmark] = []

    def add_page(self, picture: Picture) -> None:
        placement = placed(picture, self._options.paper)
        content = PageContent(self._fonts, self._images, self._check)
        painted = content.paint(picture, placement)
        self.document.updateSignature(painted)
        page = self._page(placement, painted)
        self._pages.append(MarkedPage(page, content.marked, as_text(picture)))
        self._bookmarks.append(_bookmark(picture, placement, page))

    def finish(self, first: Picture) -> None:
        """Write what all pages share."""
        document = self.document
        fonts = document.idToObject[BasicFonts]  # reportlab makes it in any case
        for typeface in self._fonts.values():
            fonts.dict.update(embed(document, typeface))
        self._image_names.dict.update(self._images.embed(document))
        add_structure(document, self._pages)
        boards = self._bookmarks
        add_outline(document, boards if len(boards) > 1 else boards[0].inner)
        document.Catalog.Lang = PDFString(first.language)
        document.Catalog.ViewerPreferences = PDFDictionary(
            {"DisplayDocTitle": "true", "PrintScaling": PDFName("None")}
        )
        document.info = _info(first, self._options)

    def _page(self, placement: Placement, painted: bytes) -> PDFObjectReference:
        document = self.document
        size = PDFArray([0, 0, placement.width * POINTS, placement.height * POINTS])
        stream = PDFStream(content=painted, filters=[PDFZCompress])
        resources = {
            "Font": PDFObjectReference(BasicFonts),
            "XObject": document.Reference(self._image_names),
        }
        page = {
            "Type": PDFName("Page"),
            "Parent": document.Reference(document.Pages),
            "MediaBox": size,
            "TrimBox": size,
            "Contents": document.Reference(stream),
            "Resources": PDFDictionary(resources),
            "StructParents": len(self._pages),
            "Tabs": PDFName("S"),
        }
        reference: PDFObjectReference = document.Reference(PDFDictionary(page))
        document.Pages.addPage(reference)
        return reference


def _bookmark(picture: Picture, placement: Placement, page: PDFObjectReference) -> Bookmark:
    def place(rect: Rect) -> tuple[float, float, float, float]:
        left = placement.dx + rect.x * placement.scale
        top = placement.height - placement.dy - rect.y * placement.scale
        right, bottom = left + rect.w * placement.scale, top - rect.h * placement.scale
        return left * POINTS, bottom * POINTS, right * POINTS, top * POINTS

    blocks = [part for part in picture.parts if part.kind is Kind.BLOCK]
    inner = [Bookmark(block.label, page, place(block.rect)) for block in blocks]
    return Bookmark(picture.title, page, place(Rect(0, 0, picture.width, picture.height)), inner)


def _info(first: Picture, options: ExportOptions) -> PDFDictionary:
    entries = {
        "Title": first.title,
        "Author": options.author,
        "Subject": options.subject,
        "Creator": CREATOR,
    }
    return PDFDictionary({key: PDFString(text) for key, text in entries.items() if text})
