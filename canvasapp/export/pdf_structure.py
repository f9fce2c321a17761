"""Tags a PDF (ISO 32000-1, 14.7): what is a heading, what a paragraph, and in which order they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from canvasapp.export.pdf_links import PageLink
from canvasapp.export.reading import Section
from canvasapp.picture.shapes import Kind, Part

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page whose content marks `parts` with their places in this sequence, and the links in their words."""

    page: PDFObjectReference
    parts: Sequence[Part]
    texts: Sequence[Section]
    links: Sequence[PageLink]


def add_structure(document: PDFDocument, pages: Sequence[MarkedPage]) -> None:
    """Hang the tags of all pages into the document's catalog."""
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    top = _Element(document, "Document", document.Reference(root))
    tags = [_PageTags(document, page) for page in pages]
    owners: list[object] = [each.add_to(top) for each in tags]
    for each in (link for tag in tags for link in tag.links):
        each.annotation["StructParent"] = len(owners)
        owners.append(each.tag)
    root["K"] = top.reference
    root["ParentTree"] = document.Reference(
        PDFDictionary({"Nums": PDFArray([each for pair in enumerate(owners) for each in pair])})
    )
    root["ParentTreeNextKey"] = len(owners)
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


@dataclass(frozen=True, slots=True)
class _LinkTag:
    """A link's annotation and the tag that owns it."""

    annotation: PDFDictionary
    tag: PDFObjectReference


class _Element:
    """One tag; `kids` are filled in later."""

    def __init__(self, document: PDFDocument, role: str, parent: PDFObjectReference) -> None:
        self.kids: list[object] = []
        kids = PDFArray([])
        kids.sequence = self.kids
        self.entries = PDFDictionary({"S": PDFName(role), "P": parent, "K": kids})
        self.reference: PDFObjectReference = document.Reference(self.entries)


class _PageTags:
    """Makes the tags of one page and notes which of them owns each marked part."""

    def __init__(self, document: PDFDocument, marked: MarkedPage) -> None:
        self._document = document
        self._marked = marked
        self._numbers = {part: number for number, part in enumerate(marked.parts)}
        self._owners: list[object] = ["null"] * len(marked.parts)
        self._links: dict[Part, list[PageLink]] = {}
        for link in marked.links:
            self._links.setdefault(link.part, []).append(link)
        self.links: list[_LinkTag] = []

    def add_to(self, top: _Element) -> PDFArray:
        """Gives the owners, in the order of the marks."""
        for text in self._marked.texts:
            self._section(text, top, level=1)
        return PDFArray(self._owners)

    def _section(self, section: Section, parent: _Element, level: int) -> None:
        if section.heading is not None and section.heading in self._numbers:
            self._leaf(section.heading, f"H{level}", parent)
        told = (
            each for each in section.content if isinstance(each, Section) or each in self._numbers
        )
        for cells, group in groupby(told, _is_cell):
            if cells:
                self._table([each for each in group if isinstance(each, Part)], parent)
                continue
            for each in group:
                if isinstance(each, Part):
                    self._leaf(each, _role(each, level), parent)
                else:
                    self._section(each, self._inner("Sect", parent), level + 1)

    def _table(self, parts: Sequence[Part], parent: _Element) -> None:
        """Rows and columns are told by the ids of the parts; a cell in which nothing stands is there too."""
        table = self._inner("Table", parent)
        count = 1 + max(int(_column(part)) for part in parts)
        for _, row in groupby(parts, _row):
            line = self._inner("TR", table)
            cells = {int(column): list(cell) for column, cell in groupby(row, _column)}
            for column in range(count):
                self._cell(cells.get(column, []), line)

    def _cell(self, parts: Sequence[Part], line: _Element) -> None:
        is_head = any(part.kind is Kind.HEAD_CELL for part in parts)
        cell = self._inner("TH" if is_head else "TD", line)
        if is_head:
            scope = {"O": PDFName("Table"), "Scope": PDFName("Column")}
            cell.entries["A"] = PDFDictionary(scope)
        for part in parts:
            self._leaf(part, "P", cell)

    def _inner(self, role: str, parent: _Element) -> _Element:
        element = _Element(self._document, role, parent.reference)
        parent.kids.append(element.reference)
        return element

    def _leaf(self, part: Part, role: str, parent: _Element) -> None:
        number = self._numbers[part]
        element = _Element(self._document, role, parent.reference)
        element.kids.append(number)
        element.entries["Pg"] = self._marked.page
        if part.kind is Kind.IMAGE:
            element.entries["Alt"] = PDFString(part.label)
        parent.kids.append(element.reference)
        self._owners[number] = element.reference
        for link in self._links.get(part, ()):
            self._link(link, element)

    def _link(self, link: PageLink, parent: _Element) -> None:
        element = _Element(self._document, "Link", parent.reference)
        annotation = {"Type": PDFName("OBJR"), "Obj": link.annotation, "Pg": self._marked.page}
        element.kids.append(PDFDictionary(annotation))
        element.entries["Alt"] = PDFString(link.target)
        parent.kids.append(element.reference)
        self.links.append(_LinkTag(link.entries, element.reference))


def _is_cell(each: Part | Section) -> bool:
    return isinstance(each, Part) and each.kind in (Kind.CELL, Kind.HEAD_CELL)


def _row(part: Part) -> str:
    return part.id.split("/")[0]


def _column(part: Part) -> str:
    return part.id.split("/")[1]


def _role(part: Part, level: int) -> str:
    """What stands in a section with a heading of this level."""
    match part.kind:
        case Kind.IMAGE:
            return "Figure"
        case Kind.HEADING:
            return f"H{min(level + 1, DEEPEST)}"
        case _:
            return "P"
