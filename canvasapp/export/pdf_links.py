"""The links of a PDF that lead out of it (ISO 32000-1, 12.5.6.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from canvasapp.domain.geometry import Rect
from canvasapp.export.addresses import addresses
from canvasapp.export.page import Page
from canvasapp.picture.shapes import Part

_KEPT = "%/:?#[]@!$&'()*+,;=~"
"""What stays as it is in an address; letters beyond ASCII do not (RFC 3986, 2)."""

Edges = tuple[float, float, float, float]
"""Left, bottom, right and top in points from the lower left of a page."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link on a page: the part in which its address stands, and its annotation."""

    part: Part
    target: str
    entries: PDFDictionary
    annotation: PDFObjectReference


def page_links(document: PDFDocument, page: Page, points: float) -> list[PageLink]:
    """The annotations of a page, with `points` to a mm; they are to be put on it and among its tags."""
    return [_link(document, *each) for each in _found(page, points)]


def edges(rect: Rect, page: Page, points: float) -> Edges:
    """A rectangle in mm from the top left of the page."""
    left, right = points * rect.x, points * rect.right
    return left, points * (page.height - rect.bottom), right, points * (page.height - rect.y)


def _found(page: Page, points: float) -> Iterator[tuple[Part, str, Edges]]:
    for layer in page.layers:
        for part in () if layer.is_furniture else layer.picture.parts:
            for each in addresses(part):
                seen = layer.place(each.rect)
                if seen is not None:
                    yield part, each.target, edges(seen, page, points)


def _link(document: PDFDocument, part: Part, target: str, place: Edges) -> PageLink:
    action = {
        "Type": PDFName("Action"),
        "S": PDFName("URI"),
        "URI": PDFString(quote(target, safe=_KEPT)),
    }
    entries = PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray(place),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,  # printed with the page, so that archives take it
            "Contents": PDFString(target),
            "A": PDFDictionary(action),
        }
    )
    return PageLink(part, target, entries, document.Reference(entries))
