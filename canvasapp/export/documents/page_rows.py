"""A record's elements as rows of laid-out text, each as wide as the page: what pages are filled with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from canvasapp.domain.geometry import Point
from canvasapp.export.documents.record import Cell, Heading, Line, Table, Tone
from canvasapp.picture.block_picture import LABELS, mark_shape
from canvasapp.picture.shapes import Colour, Kind, Shape
from canvasapp.picture.theme import LIGHT
from canvasapp.picture.words import words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import PT, Layout, lay_out
from canvasapp.text.paragraphs import reads_right_to_left

LEFT, TOP, WIDTH, HEIGHT = 20.0, 20.0, 170.0, 252.0
"""Where text stands on an A4 page, in mm."""

BODY, SMALL = 9.5 * PT, 8.5 * PT
SIZES = {1: 22 * PT, 2: 13 * PT, 3: 10.5 * PT}
BEFORE = {1: 0.0, 2: 8.0, 3: 5.0}
"""Of headings by their level: letters, and the white above, in mm."""

MOST_LINES = 12
"""A longer paragraph is cut into pieces of so many lines, so that it can go on on the next page."""

_INDENT = 4.0
_MARK = 2.4
_BETWEEN = 4.0
_PADDING = 1.5
_STYLES = {Tone.STRONG: Style.MEDIUM}
_INKS = {Tone.QUIET: LIGHT.ink3}


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A paragraph or some lines of one, `before` mm below what stands above it. `at` is where it is from the left."""

    layout: Layout
    at: float
    ink: Colour
    before: float = 0.0
    signs: tuple[tuple[Layout, float], ...] = ()

    @property
    def height(self) -> float:
        return self.before + self.layout.height

    def shapes(self, x: float, y: float) -> Iterator[Shape]:
        """The piece with the left of its row at `x` and its top at `y`."""
        for sign, at in self.signs:
            yield words(Point(x + at, y), sign, self.ink)
        yield words(Point(x + self.at, y), self.layout, self.ink)


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """The pieces of one cell, one under the other; `x` is its left in mm from the row's, `mark` a sign before it."""

    x: float
    width: float
    pieces: tuple[Piece, ...]
    mark: tuple[Shape, ...] = ()

    @property
    def height(self) -> float:
        return sum(piece.height for piece in self.pieces)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """What stands side by side. `level` is that of a heading, 0 without; then `kind` tells what is in it.

    `before` and `padding` are white above it and around its cells, in mm, `rule` is the line below it. What leads on is
    never last on a page.
    """

    columns: tuple[Column, ...]
    level: int = 0
    before: float = 0.0
    padding: float = 0.0
    leads_on: bool = False
    rule: Colour | None = None
    kind: Kind = Kind.QUESTION

    @property
    def height(self) -> float:
        """Without the white above it."""
        return max(column.height for column in self.columns) + 2 * self.padding

    def split(self, room: float) -> tuple[Row, Row | None]:
        """What fits into `room` mm, at least a piece of each cell, and the rest."""
        parts = [_split(column, room - 2 * self.padding) for column in self.columns]
        rest = tuple(after for _, after in parts)
        if not any(column.pieces for column in rest):
            return self, None
        first = replace(self, columns=tuple(before for before, _ in parts), rule=None)
        return first, replace(self, columns=rest, before=0.0)


def heading_row(heading: Heading) -> Row:
    size = SIZES[heading.level]
    pieces = _laid_out(heading.text, WIDTH, size, Style.TITLE, LIGHT.ink)
    column = Column(0.0, WIDTH, (*pieces,))
    return Row((column,), heading.level, BEFORE[heading.level], padding=1.2, leads_on=True)


def line_row(line: Line) -> Row:
    column = Column(0.0, WIDTH, tuple(_pieces(line, WIDTH, BODY)))
    return Row((column,), before=1.0, padding=0.6, leads_on=line.tone is Tone.QUIET)


def table_rows(table: Table) -> tuple[Row, list[Row]]:
    """The head and the rows under it."""
    lefts = [sum(table.widths[:at]) * WIDTH for at in range(len(table.widths))]
    places = [(x, share * WIDTH - _BETWEEN) for x, share in zip(lefts, table.widths, strict=True)]
    named = zip(places, table.head, strict=True)
    head = Row(
        tuple(_named(x, width, text) for (x, width), text in named),
        before=2.0,
        padding=_PADDING,
        leads_on=True,
        rule=LIGHT.field,
        kind=Kind.HEAD_CELL,
    )
    return head, [_row(places, row) for row in table.rows]


def text_row(text: str, size: float, style: Style, ink: Colour, before: float) -> Row:
    """A text over the whole page, `before` mm below what stands above it."""
    return Row((Column(0.0, WIDTH, (*_laid_out(text, WIDTH, size, style, ink),)),), before=before)


def _row(places: list[tuple[float, float]], cells: tuple[Cell, ...]) -> Row:
    columns = (
        Column(x, width, tuple(_cell(cell, width)))
        for (x, width), cell in zip(places, cells, strict=True)
    )
    return Row(tuple(columns), padding=_PADDING, rule=LIGHT.line, kind=Kind.CELL)


def _cell(cell: Cell, width: float) -> Iterator[Piece]:
    for number, line in enumerate(cell):
        for at, piece in enumerate(_pieces(line, width, SMALL)):
            yield replace(piece, before=0.8) if number and not at else piece


def _named(x: float, width: float, text: str) -> Column:
    """The head of a column; one of a view has the view's sign and ink."""
    view = next((each for each, label in LABELS.items() if label == text), None)
    if view is None:
        return Column(x, width, tuple(_laid_out(text, width, SMALL, Style.MEDIUM, LIGHT.ink2)))
    ink = LIGHT.view(view).ink
    pieces = _laid_out(text, width - _INDENT, SMALL, Style.MEDIUM, ink)
    mark = mark_shape(view, Point(0.0, 0.6 * SMALL - _MARK / 2), _MARK, ink)
    return Column(x, width, tuple(replace(each, at=_INDENT) for each in pieces), (mark,))


def _pieces(line: Line, width: float, size: float) -> Iterator[Piece]:
    style, ink = _STYLES.get(line.tone, Style.PLAIN), _INKS.get(line.tone, LIGHT.ink)
    if line.tone is not Tone.ITEM:
        yield from _laid_out(line.text, width, size, style, ink)
        return
    leftwards = reads_right_to_left(line.text)
    sign = lay_out("•", _INDENT, size, style)
    at, edge = (0.0, width - sign.used_width) if leftwards else (_INDENT, 0.8)
    for number, piece in enumerate(_laid_out(line.text, width - _INDENT, size, style, ink)):
        yield replace(piece, at=at, signs=() if number else ((sign, edge),))


def _laid_out(text: str, width: float, size: float, style: Style, ink: Colour) -> Iterator[Piece]:
    """The text, cut at ends of lines: a piece that begins where a line began breaks as it did there."""
    layout = lay_out(text, width, size, style)
    if len(layout.lines) <= MOST_LINES:
        yield Piece(layout, 0.0, ink)
        return
    cuts = [*(line.start for line in layout.lines[::MOST_LINES]), len(text)]
    for start, end in pairwise(cuts):
        yield Piece(lay_out(text[start:end].rstrip(), width, size, style), 0.0, ink)


def _split(column: Column, room: float) -> tuple[Column, Column]:
    used, count = 0.0, 0
    for piece in column.pieces:
        used += piece.height
        if count and used > room:
            break
        count += 1
    first, rest = column.pieces[:count], column.pieces[count:]
    return replace(column, pieces=first), replace(column, pieces=rest, mark=())
