"""Writes pictures as a PDF for print: pages of exact size, vectors only, fonts embedded and subset."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
    PDFZCompress,
)

from canvasapp.export.exporter import Check, ExportOptions, go_on
from canvasapp.export.imposition import imposed
from canvasapp.export.page import Page
from canvasapp.export.pdf_embedding import embed
from canvasapp.export.pdf_fonts import Fonts
from canvasapp.export.pdf_images import PageImages
from canvasapp.export.pdf_links import PageLink, edges, page_links
from canvasapp.export.pdf_metadata import add_metadata
from canvasapp.export.pdf_outline import Bookmark, add_outline, add_page_labels
from canvasapp.export.pdf_page import POINTS, PageContent
from canvasapp.export.pdf_structure import MarkedPage, add_structure
from canvasapp.export.reading import as_text
from canvasapp.picture.shapes import Kind, Picture
from canvasapp.text.fonts import FACES

VERSION = (1, 7)
LIBRARY = ("reportlab", str(reportlab.__version__))
"""For the self-test."""


def write_pdf(
    pictures: Sequence[Picture], stream: BinaryIO, options: ExportOptions, check: Check = go_on
) -> None:
    """The same pictures give the same bytes, on any machine and at any time."""
    writer = _Writer(options, check)
    for picture, pages in zip(pictures, imposed(pictures, options), strict=True):
        writer.add_picture(picture, pages)
    writer.finish()
    add_metadata(writer.document, pictures, options)
    stream.write(writer.document.format())


class _Writer:
    """A document in the making."""

    def __init__(self, options: ExportOptions, check: Check) -> None:
        self.document = PDFDocument(dummyoutline=1, invariant=1, pdfVersion=VERSION)
        self.document.signature = hashlib.md5(usedforsecurity=False)  # reportlab's knows the time
        self._fonts = Fonts(FACES)
        self._images = PageImages(options.images)
        self._content = PageContent(self._fonts, self._images, check)
        self._image_names = PDFDictionary()
        self._pages: list[MarkedPage] = []
        self._labels: list[str] = []
        self._bookmarks: list[Bookmark] = []

    def add_picture(self, picture: Picture, pages: Sequence[Page]) -> None:
        """All pages of one picture. One without a title goes on with the one before."""
        references = [(page, self._add_page(page)) for page in pages]
        first, reference = references[0]
        place = edges(first.trim, first, POINTS)
        inner = list(_bookmarks(picture, references))
        if picture.title or not self._bookmarks:
            self._bookmarks.append(Bookmark(picture.title, reference, place, inner))
        else:
            before = self._bookmarks[-1]
            self._bookmarks[-1] = replace(before, inner=[*before.inner, *inner])

    def finish(self) -> None:
        """Write what all pages share."""
        document = self.document
        fonts = document.idToObject[BasicFonts]  # reportlab makes it in any case
        for typeface in self._fonts.values():
            fonts.dict.update(embed(document, typeface))
        self._image_names.dict.update(self._images.embed(document))
        add_structure(document, self._pages)
        boards = self._bookmarks
        add_outline(document, boards if len(boards) > 1 else boards[0].inner)
        add_page_labels(document, self._labels)
        document.Catalog.ViewerPreferences = PDFDictionary(
            {"DisplayDocTitle": "true", "PrintScaling": PDFName("None")}
        )

    def _add_page(self, page: Page) -> PDFObjectReference:
        painted = self._content.paint(page)
        self.document.updateSignature(painted)
        links = page_links(self.document, page, POINTS)
        reference = self._page(page, painted, links)
        read = (layer.picture for layer in page.layers if not layer.is_furniture)
        texts = [as_text(picture) for picture in read]
        self._pages.append(MarkedPage(reference, self._content.marked, texts, links))
        self._labels.append(page.label)
        return reference

    def _page(self, page: Page, painted: bytes, links: Sequence[PageLink]) -> PDFObjectReference:
        document = self.document
        stream = PDFStream(content=painted, filters=[PDFZCompress])
        resources = {
            "Font": PDFObjectReference(BasicFonts),
            "XObject": document.Reference(self._image_names),
        }
        entries = {
            "Type": PDFName("Page"),
            "Parent": document.Reference(document.Pages),
            "MediaBox": PDFArray([0, 0, page.width * POINTS, page.height * POINTS]),
            "BleedBox": PDFArray(edges(page.bleed, page, POINTS)),
            "TrimBox": PDFArray(edges(page.trim, page, POINTS)),
            "Contents": document.Reference(stream),
            "Resources": PDFDictionary(resources),
            "StructParents": len(self._pages),
            "Tabs": PDFName("S"),
        }
        if links:
            entries["Annots"] = PDFArray([link.annotation for link in links])
        reference: PDFObjectReference = document.Reference(PDFDictionary(entries))
        document.Pages.addPage(reference)
        return reference


def _bookmarks(
    picture: Picture, pages: Sequence[tuple[Page, PDFObjectReference]]
) -> Iterator[Bookmark]:
    """One for each block, in the picture's order, to the page on which most of it is seen."""
    blocks = [part.id for part in picture.parts if part.kind is Kind.BLOCK]
    shown: dict[str, list[tuple[float, Bookmark]]] = {block: [] for block in blocks}
    for page, reference in pages:
        for layer in page.layers:
            for block in (part for part in layer.picture.parts if part.kind is Kind.BLOCK):
                seen = layer.place(block.rect)
                if seen is not None:
                    mark = Bookmark(block.label, reference, edges(seen, page, POINTS))
                    shown[block.id].append((seen.w * seen.h, mark))
    for places in filter(None, shown.values()):
        yield max(places, key=lambda each: each[0])[1]
