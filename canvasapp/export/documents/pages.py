"""Fills A4 pages with a record, as pictures: what stands on screen and paper is made of the same letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from canvasapp.domain.geometry import Point, Rect
from canvasapp.export.documents.page_rows import (
    HEIGHT,
    LEFT,
    SMALL,
    TOP,
    WIDTH,
    Column,
    Row,
    heading_row,
    line_row,
    table_rows,
    text_row,
)
from canvasapp.export.documents.record import Element, Heading, Line, Poster, Record, Table
from canvasapp.picture.shapes import Box, Kind, Part, Picture, Shape
from canvasapp.picture.shapes import Line as Stroke
from canvasapp.picture.theme import LIGHT
from canvasapp.picture.words import one_line, words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import PT, lay_out

PAGE = Rect(0.0, 0.0, 210.0, 297.0)
FOOT = 284.0
"""Where the line at the foot of a page stands, in mm."""

MOST_KEPT = HEIGHT / 3
"""A row that is lower goes to the next page whole, in mm."""

POSTER, BY_BLOCK = ": poster", ": block by block"
"""What pages of a canvas are called after its name; those that only go on have no title."""

_BOTTOM = TOP + HEIGHT
_RULE = 0.2
_KINDS = {1: Kind.TITLE, 2: Kind.BLOCK, 3: Kind.LANE}
"""As what a reader is told of headings with what stands under them, by their level."""


def pages_of(record: Record) -> Iterator[Picture]:
    """The pages in order; posters are pages of their own size."""
    book = _Book(record)
    yield _title_page(record)
    for element in record.elements:
        yield from book.add(element)
    yield from book.turned()


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """A row's part on the page, and the level of its heading."""

    part: Part
    level: int


class _Book:
    """Pages in the making: each is given away when it is full."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._chapter = self._title = ""
        self._number = 1
        self._y = TOP
        self._placed: list[_Placed] = []
        self._waiting: list[Row] = []

    def add(self, element: Element) -> Iterator[Picture]:
        match element:
            case Heading(level=1, text=text):
                yield from self.turned()
                self._chapter = self._title = text
                yield from self._put(heading_row(element))
            case Heading():
                yield from self._put(heading_row(element))
            case Line():
                yield from self._put(line_row(element))
            case Table():
                head, rows = table_rows(element)
                yield from self._put(head)
                for row in rows:
                    yield from self._put(row, head)
            case Poster(picture=picture):
                yield from self.turned()
                self._number += 1
                self._title = f"{self._chapter}{BY_BLOCK}"
                yield replace(picture, title=f"{self._chapter}{POSTER}")

    def turned(self) -> Iterator[Picture]:
        """The page that is being filled, when something stands on it."""
        if self._placed and self._room(*self._waiting) < 0:
            yield from self._next_page(None)
        self._settle()
        if self._placed:
            yield from self._next_page(None)

    def _put(self, row: Row, head: Row | None = None) -> Iterator[Picture]:
        """Places the row, on as many pages as it needs; on a new one under `head`. One that leads on waits for it."""
        if row.leads_on:
            self._waiting.append(row)
            return
        if self._room(*self._waiting) < min(row.height, MOST_KEPT) and self._placed:
            yield from self._next_page(None if self._waiting else head)
        self._settle()
        rest: Row | None = row
        while rest is not None:
            room = self._room()
            if rest.height <= room:
                self._place(rest)
                return
            first, rest = rest.split(room)
            self._place(first)
            if rest is not None:
                yield from self._next_page(head)

    def _room(self, *above: Row) -> float:
        """What is left of the page below these rows, in mm."""
        return _BOTTOM - self._y - sum(row.before + row.height for row in above)

    def _settle(self) -> None:
        """Places what has waited."""
        for row in self._waiting:
            self._place(row)
        self._waiting = []

    def _next_page(self, head: Row | None) -> Iterator[Picture]:
        """The page so far; what waits goes to the next one, which begins with `head`."""
        self._number += 1
        yield _page(self._record, self._title, self._number, self._placed)
        self._placed, self._y, self._title = [], TOP, ""
        if head is not None:
            self._place(head)

    def _place(self, row: Row) -> None:
        top = self._y + (row.before if self._placed else 0.0)
        bottom = top + row.height
        number = len(self._placed)
        for at, column in enumerate(row.columns):
            parts = _parts(column, row, top, f"{number}/{at}")
            self._placed.extend(_Placed(part, row.level) for part in parts)
        if row.rule is not None:
            ends = (Point(LEFT, bottom), Point(LEFT + WIDTH, bottom))
            line = Stroke(ends, row.rule, _RULE)
            rect = Rect(LEFT, bottom, WIDTH, 0.0)
            self._placed.append(_Placed(Part(Kind.SHEET, "rule", "", rect, (line,)), 0))
        self._y = bottom


def _parts(column: Column, row: Row, top: float, cell: str) -> Iterator[Part]:
    """The pieces of a cell, each as a part."""
    x, y = LEFT + column.x, top + row.padding
    for at, piece in enumerate(column.pieces):
        y += piece.before
        marks: tuple[Shape, ...] = tuple(_moved(mark, x, y) for mark in column.mark if not at)
        rect = Rect(x, y, column.width, piece.layout.height)
        shapes = (*marks, *piece.shapes(x, y))
        kind = _KINDS.get(row.level, row.kind)
        yield Part(kind, f"{cell}/{at}", piece.layout.text, rect, shapes)
        y += piece.layout.height


def _moved(mark: Shape, x: float, y: float) -> Shape:
    assert isinstance(mark, Box)
    return replace(mark, rect=mark.rect.moved(x, y))


def _page(record: Record, title: str, number: int, placed: list[_Placed]) -> Picture:
    parts = (
        _sheet(),
        *(_reaching(each, placed[at + 1 :]) for at, each in enumerate(placed)),
        _foot(record, number),
    )
    return Picture(PAGE.w, PAGE.h, title, record.language, parts)


def _reaching(each: _Placed, below: list[_Placed]) -> Part:
    """A heading's part with all that belongs to it in its rectangle: down to the next one of its level or above."""
    if each.level < 2:  # noqa: PLR2004  # the title of a page stands for all of it
        return each.part
    ends = (other.part.rect.y for other in below if 0 < other.level <= each.level)
    top = each.part.rect.y
    return replace(each.part, rect=Rect(LEFT, top, WIDTH, next(ends, _BOTTOM) - top))


def _sheet() -> Part:
    return Part(Kind.SHEET, "page", "", PAGE, (Box(PAGE, fill=LIGHT.sheet),))


def _foot(record: Record, number: int) -> Part:
    said = one_line(f"{record.title}  ·  {record.subtitle}", WIDTH - 20.0, SMALL, Style.PLAIN)
    count = lay_out(str(number), 20.0, SMALL, Style.PLAIN)
    rect = Rect(LEFT, FOOT, WIDTH, said.height)
    right = Point(rect.right - count.used_width, FOOT)
    shapes = (words(Point(LEFT, FOOT), said, LIGHT.ink3), words(right, count, LIGHT.ink3))
    return Part(Kind.FOOTER, f"foot {number}", f"Page {number}", rect, shapes)


def _title_page(record: Record) -> Picture:
    y, parts = 90.0, [_sheet()]
    rows = [text_row(record.title, 34 * PT, Style.TITLE, LIGHT.ink, 0.0)]
    rows.append(text_row(record.subtitle, 16 * PT, Style.PLAIN, LIGHT.ink2, 4.0))
    if record.day:
        rows.append(text_row(record.day, 12 * PT, Style.PLAIN, LIGHT.ink2, 10.0))
    if record.parties:
        rows.append(text_row(", ".join(record.parties), 12 * PT, Style.PLAIN, LIGHT.ink2, 4.0))
    for number, row in enumerate(rows):
        y += row.before
        made = list(
            _parts(row.columns[0], replace(row, level=0 if number else 1), y, f"{number}/0")
        )
        parts += made
        y += row.height
    return Picture(PAGE.w, PAGE.h, record.title, record.language, tuple(parts))
