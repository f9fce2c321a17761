"""A page to print: the board with its gaps, and below it the list of them in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from canvasapp.domain.audience import board_for
from canvasapp.domain.board import Board
from canvasapp.domain.gaps import Gaps, gaps_of
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.markup import plain_text
from canvasapp.domain.template import Perspective
from canvasapp.picture.block_picture import mark_shape
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.gap_picture import letter_disc
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Box, Kind, Part, Picture, Shape
from canvasapp.picture.theme import Theme
from canvasapp.picture.words import words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import PT, Layout, lay_out

PROPORTION = 2**0.5
"""Of the page, as of any A size on its short side: the board takes the upper part."""
SIZES = tuple(pt * PT for pt in (60, 52, 44, 38, 32, 27, 23, 19, 16))
"""The letter sizes that are tried until the list finds room, in mm on a page as wide as the board's sheet."""

_COLUMNS = 3
_STEPS = 24
_GAP = 30.0
_COUNTS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
MISSING = {
    Perspective.OUR: "nothing from our side yet",
    Perspective.CUSTOMER: "nothing from the customer’s side yet",
}
"""What is said of a block that is seen from one side only, of the other one."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A paragraph of the list. `lead` stands before it: a number, a letter of a pair, or the sign of a view."""

    text: str
    style: Style = Style.PLAIN
    lead: str = ""
    view: Perspective | None = None
    is_pair: bool = False


def gap_page(board: Board, options: PictureOptions) -> Picture:
    """The board through the gap lens over its list, upright, as wide as the board's sheet."""
    board = board_for(board, options.seen)
    upper = board_picture(board, replace(options, gaps=True))
    height = upper.width * PROPORTION
    whole = Rect(0.0, 0.0, upper.width, height)
    margin = max(board.template.sheet.margin, 12.0)
    room = Rect(margin, upper.height, upper.width - 2 * margin, height - upper.height - margin)
    gaps = gaps_of(board)
    sheet = Part(Kind.SHEET, board.id, upper.title, whole, (Box(whole, fill=options.theme.sheet),))
    listed = Part(
        Kind.FOOTER,
        f"{board.id}/gaps",
        said_of(gaps),
        room,
        tuple(_list(gaps, room, options.theme)),
    )
    return replace(upper, height=height, parts=(sheet, *upper.parts, listed))


def said_of(gaps: Gaps) -> str:
    """All of it in a sentence."""
    blocks, pairs, asked = len(gaps.one_sided), len(gaps.pairs), len(gaps.open)
    return (
        f"{_count(blocks)} {'block is' if blocks == 1 else 'blocks are'} seen from one side only, "
        f"{_count(pairs).lower()} {'pair of notes disagrees' if pairs == 1 else 'pairs of notes disagree'}, "
        f"{_count(asked).lower()} {'question is' if asked == 1 else 'questions are'} open."
    )


def _count(number: int) -> str:
    return _COUNTS[number] if number < len(_COUNTS) else str(number)


def _list(gaps: Gaps, room: Rect, theme: Theme) -> Iterator[Shape]:
    """In columns, in the largest letters in which all of it fits; what still does not is counted."""
    items = list(_items(gaps))
    for size in SIZES:
        placed = _flow(items, room, size)
        if len(placed) == len(items):
            placed = _balanced(items, room, size)
            break
    for item, layout, at in placed:
        yield from _drawn(item, layout, at, theme)
    if len(placed) < len(items):
        said = lay_out(f"and {len(items) - len(placed)} more", room.w, size, Style.MEDIUM)
        yield words(Point(room.x, room.bottom + 1.0), said, theme.ink2)


def _items(gaps: Gaps) -> Iterator[_Item]:
    yield _Item(said_of(gaps), Style.TITLE)
    if gaps.one_sided:
        yield _Item("Seen from one side only", Style.MEDIUM)
    for one in gaps.one_sided:
        yield _Item(f"{one.block.title}: {MISSING[one.missing]}", lead=str(one.block.number))
    if gaps.pairs:
        yield _Item("Notes that disagree", Style.MEDIUM)
    for pair in gaps.pairs:
        first, view = plain_text(pair.first.text), pair.first.perspective
        yield _Item(first, lead=pair.letter, view=view, is_pair=True)
        yield _Item(plain_text(pair.second.text), view=pair.second.perspective)
    if gaps.open:
        yield _Item("Open questions", Style.MEDIUM)
    for block, question in gaps.open:
        yield _Item(question.text, lead=str(block.number), view=question.perspective)


def _balanced(items: list[_Item], room: Rect, size: float) -> list[tuple[_Item, Layout, Point]]:
    """All of them in columns as low as they can be, so that they are about equally long."""
    lower = (replace(room, h=room.h * step / _STEPS) for step in range(1, _STEPS + 1))
    flows = (_flow(items, each, size) for each in lower)
    return next(placed for placed in flows if len(placed) == len(items))


def _flow(items: list[_Item], room: Rect, size: float) -> list[tuple[_Item, Layout, Point]]:
    """As many as find room, column by column."""
    width = (room.w - (_COLUMNS - 1) * _GAP) / _COLUMNS
    placed: list[tuple[_Item, Layout, Point]] = []
    column, y = 0, room.y
    for item in items:
        layout = lay_out(item.text, width - _indent(item, size), size, item.style)
        before = size * (0.9 if item.style is not Style.PLAIN else 0.35) if y > room.y else 0.0
        leads_on = item.style is Style.MEDIUM or item.is_pair  # headings, and the first of a pair
        following = 3 * size if leads_on else 0.0
        if y + before + layout.height + following > room.bottom:
            column, y, before = column + 1, room.y, 0.0
        if column == _COLUMNS or layout.height > room.h:
            break
        y += before
        placed.append((item, layout, Point(room.x + column * (width + _GAP), y)))
        y += layout.height
    return placed


def _indent(item: _Item, size: float) -> float:
    """How far the words stand from the edge of their column, in mm."""
    return 0.0 if item.style is not Style.PLAIN else 3.4 * size


def _drawn(item: _Item, layout: Layout, at: Point, theme: Theme) -> Iterator[Shape]:
    size = layout.size
    middle = at.y + layout.lines[0].baseline - 0.36 * size
    if item.is_pair:
        yield from letter_disc(Point(at.x + 0.8 * size, middle), item.lead, theme, 0.75 * size)
    elif item.lead:
        lead = lay_out(item.lead, 1e4, size, Style.PLAIN)
        yield words(at, lead, theme.ink2)
    if item.view is not None:
        ink, side = theme.view(item.view).ink, 0.6 * size
        yield mark_shape(item.view, Point(at.x + 2.2 * size, middle - side / 2), side, ink)
    tone = theme.ink if item.style is not Style.MEDIUM else theme.ink2
    yield words(Point(at.x + _indent(item, size), at.y), layout, tone)
