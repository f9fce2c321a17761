"""The bookmarks of a PDF and what its pages are called (ISO 32000-1, 12.3.3 and 12.4.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A title and the place it leads to: a rectangle of a page in points (left, bottom, right, top)."""

    title: str
    page: PDFObjectReference
    place: tuple[float, float, float, float]
    inner: Sequence[Bookmark] = ()


def add_outline(document: PDFDocument, bookmarks: Sequence[Bookmark]) -> None:
    """Hang the bookmarks into the document's catalog."""
    if not bookmarks:
        document.Catalog.Outlines = None
        return
    root = PDFDictionary({"Type": PDFName("Outlines")})
    reference = document.Reference(root)
    _fill(document, root, reference, bookmarks)
    document.Catalog.Outlines = reference


def add_page_labels(document: PDFDocument, labels: Sequence[str]) -> None:
    """Hang what each page is called, in their order, into the document's catalog."""
    numbers = [
        each
        for number, label in enumerate(labels)
        for each in (number, PDFDictionary({"P": PDFString(label)}))
    ]
    document.Catalog.PageLabels = PDFDictionary({"Nums": PDFArray(numbers)})


def _fill(
    document: PDFDocument,
    parent: PDFDictionary,
    reference: PDFObjectReference,
    bookmarks: Sequence[Bookmark],
) -> None:
    entries = [_entry(each, reference) for each in bookmarks]
    references = [document.Reference(entry) for entry in entries]
    for before, after in zip(range(len(entries)), range(1, len(entries)), strict=False):
        entries[before]["Next"] = references[after]
        entries[after]["Prev"] = references[before]
    for entry, own, bookmark in zip(entries, references, bookmarks, strict=True):
        if bookmark.inner:
            _fill(document, entry, own, bookmark.inner)
    parent["First"], parent["Last"] = references[0], references[-1]
    parent["Count"] = len(entries) if "Title" not in parent else -len(entries)  # closed


def _entry(bookmark: Bookmark, parent: PDFObjectReference) -> PDFDictionary:
    destination = PDFArray([bookmark.page, PDFName("FitR"), *bookmark.place])
    return PDFDictionary(
        {"Title": PDFString(bookmark.title), "Parent": parent, "Dest": destination}
    )
