"""How a lane looks when it is asked how far its view has come: its tint rises with what is answered."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache

from canvasapp.domain.board import Board
from canvasapp.domain.gaps import LaneFigures, lane_figures, letters_of, pairs_of
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.template import Block, Lane, Sheet
from canvasapp.picture.block_picture import LANE_PADDING, LANE_RADIUS, lane_rect, mark_shape
from canvasapp.picture.shapes import Box, Kind, Line, Part, Shape
from canvasapp.picture.theme import Theme, mix
from canvasapp.picture.words import words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import PT, lay_out

NOTHING = "Nothing yet"
HEAD = 27.0
"""From the top of a lane to its first chip, in mm."""

_EDGE = 0.6
_MARK = 10.0
_COUNT = 56 * PT
_SHARE = 38 * PT
_WORDS = 36 * PT
_FOOT = 6.0
_CHIPS = ((36.0, 24.0), (27.0, 18.0), (18.0, 12.0), (12.0, 8.0), (6.0, 4.0))
_CHIP_GAP = 6.0
_DISC = 10.0
_LETTER = 30 * PT
_STRIPE = 7.0
_FILLED, _HATCH_LINE = 0.7, 4.5


@dataclass(frozen=True, slots=True)
class Chip:
    """A note in small: whose paper it has, and the letters of the pairs it stands in."""

    slot: int | None
    letters: tuple[str, ...] = ()


def gap_lane(
    board: Board, block: Block, lane: Lane, letters: Mapping[str, tuple[str, ...]], theme: Theme
) -> Part:
    """The lane with its figures, its notes as chips and the letters of those in pairs."""
    notes = board.notes_in(block.id, lane.perspective)
    slots = {party.id: party.slot for party in board.parties.values()}
    chips = tuple(Chip(slots.get(note.party or ""), letters.get(note.id, ())) for note in notes)
    figures = lane_figures(board, block, lane.perspective)
    return _lane(block, lane, board.template.sheet, figures, chips, theme)


def gap_notes_at(board: Board, at: Point) -> tuple[str, ...]:
    """The notes that a sign at this place of the sheet (mm) stands for: the pair of a letter, the note of a chip."""
    place = board.template.place_at(at)
    if place is None:
        return ()
    block = board.template.block(place.block)
    notes = board.notes_in(block.id, place.perspective)
    rect = lane_rect(block, block.lane(place.perspective), board.template.sheet)
    chips = list(zip(_places(rect, len(notes)), notes, strict=False))
    pairs = pairs_of(board)
    letters, pair_of = letters_of(pairs), {pair.letter: pair for pair in pairs}
    for chip, note in chips:
        for number, letter in enumerate(letters.get(note.id, ())):
            if math.dist((at.x, at.y), astuple(_disc_at(chip, number))) <= _DISC:
                return pair_of[letter].first.id, pair_of[letter].second.id
    return next(((note.id,) for chip, note in chips if chip.contains(at)), ())


@lru_cache(maxsize=512)
def _lane(
    block: Block,
    lane: Lane,
    sheet: Sheet,
    figures: LaneFigures,
    chips: tuple[Chip, ...],
    theme: Theme,
) -> Part:
    rect = lane_rect(block, lane, sheet)
    ground = _risen(rect, figures, theme) if chips else _hatched(rect, theme)
    shapes = (*ground, *_figures(lane, rect, figures, theme), *_chips(rect, chips, theme))
    tally = figures.tally
    label = f"{figures.notes} notes, {tally.answered} of {tally.asked} questions answered"
    if not chips:
        label = f"{NOTHING}, {tally.answered} of {tally.asked} questions answered"
    return Part(Kind.LANE, f"{block.id}/{lane.perspective}", label, rect, shapes)


def _risen(rect: Rect, figures: LaneFigures, theme: Theme) -> Iterator[Shape]:
    """Bare paper, and the tint up to the answered share of the lane, with its level drawn as a line."""
    view, inner = theme.view(figures.perspective), rect.inset(_EDGE / 2)
    edge = mix(view.ink, theme.raised, 1.0 if theme.plain_paper else 0.25)
    height = inner.h * figures.tally.share
    level = Rect(inner.x, inner.bottom - height, inner.w, height)
    yield Box(inner, LANE_RADIUS, fill=theme.raised)
    if height > 2 * LANE_RADIUS:
        yield Box(level, LANE_RADIUS, fill=view.tint)
    if LANE_RADIUS < height < inner.h:
        yield Line((Point(level.x, level.y), Point(level.right, level.y)), edge, _EDGE)
    yield Box(inner, LANE_RADIUS, stroke=edge, width=_EDGE)


def _hatched(rect: Rect, theme: Theme) -> Iterator[Shape]:
    """Stripes from the lower left to the upper right, and the words at the foot."""
    inner = rect.inset(_EDGE / 2)
    stripe = theme.gap if theme.plain_paper else theme.gap_soft
    width = _EDGE if theme.plain_paper else _HATCH_LINE
    yield Box(inner, LANE_RADIUS, fill=theme.raised)
    yield from (Line(ends, stripe, width) for ends in _stripes(inner.inset(width / 2 + _EDGE)))
    yield Box(inner, LANE_RADIUS, stroke=theme.gap, width=2 * _EDGE)
    said = lay_out(NOTHING, rect.w, _WORDS, Style.TITLE)
    at = Point(rect.x + LANE_PADDING, rect.bottom - _FOOT - said.height)
    plate = Rect(at.x, at.y, said.used_width, said.height).inset(-2.0)
    yield Box(plate, LANE_RADIUS, fill=theme.raised)
    yield words(at, said, theme.gap)


def _stripes(rect: Rect) -> Iterator[tuple[Point, Point]]:
    """Lines at 45 degrees inside `rect`, from its lower or left to its upper or right edges."""
    reach, step = rect.w + rect.h, _STRIPE * 2**0.5 * 1.2
    for number in range(1, int(reach / step) + 1):
        way = number * step
        start = Point(rect.x + max(way - rect.h, 0.0), rect.y + min(way, rect.h))
        end = Point(rect.x + min(way, rect.w), rect.y + max(way - rect.w, 0.0))
        yield start, end


def _figures(lane: Lane, rect: Rect, figures: LaneFigures, theme: Theme) -> Iterator[Shape]:
    """Mark, number of notes, and how many questions are answered of those asked."""
    middle, left = rect.y + HEAD / 2, rect.x + LANE_PADDING
    ink = theme.view(lane.perspective).ink
    count = lay_out(str(figures.notes), rect.w, _COUNT, Style.TITLE)
    tally = figures.tally
    share = lay_out(f"{tally.answered} of {tally.asked}", rect.w, _SHARE, Style.PLAIN)
    if not figures.notes:
        width = _MARK + count.used_width + share.used_width + 14.0
        plate = Rect(left - 2.0, middle - count.height / 2, width, count.height)
        yield Box(plate, LANE_RADIUS, fill=theme.raised)
    yield mark_shape(lane.perspective, Point(left, middle - _MARK / 2), _MARK, ink)
    x = left + _MARK + 4.0
    yield words(Point(x, middle - count.height / 2), count, theme.ink)
    x += count.used_width + 6.0
    yield words(Point(x, middle - share.height / 2), share, theme.ink2)


def _chips(rect: Rect, chips: Sequence[Chip], theme: Theme) -> Iterator[Shape]:
    """In rows at the foot of the lane, as large as there is room; the letters over all of them."""
    places = _places(rect, len(chips))
    shown = list(zip(places, chips, strict=False))
    for place, chip in shown:
        colours = theme.party(chip.slot)
        yield Box(place, 1.2, fill=colours.paper, stroke=colours.edge, width=0.35)
    for place, chip in shown:
        for number, letter in enumerate(chip.letters):
            yield from letter_disc(_disc_at(place, number), letter, theme)


def _disc_at(chip: Rect, number: int) -> Point:
    """The middle of a chip's letter; the later ones stand to the left."""
    return Point(chip.right - 2.0 - number * 1.6 * _DISC, chip.y)


def _places(rect: Rect, count: int) -> list[Rect]:
    """Where so many chips lie, in reading order."""
    room = Rect(rect.x + LANE_PADDING, rect.y + HEAD, rect.w - 2 * LANE_PADDING, rect.h - HEAD)
    for width, height in _CHIPS:
        gap = _CHIP_GAP * width / _CHIPS[0][0]
        columns = max(int((room.w + gap) / (width + gap)), 1)
        rows = -(-count // columns)
        top = room.bottom - _FOOT - rows * (height + gap) + gap
        if top >= room.y + _DISC / 2:
            break
    return [
        Rect(
            room.x + at % columns * (width + gap),
            top + at // columns * (height + gap),
            width,
            height,
        )
        for at in range(count)
        if top + (at // columns) * (height + gap) + height <= room.bottom
    ]


def letter_disc(middle: Point, letter: str, theme: Theme, size: float = _DISC) -> Iterator[Shape]:
    """A letter on a disc of `size` mm from its middle to its edge, ringed by the paper."""
    said = lay_out(letter, 100.0, _LETTER * size / _DISC, Style.TITLE)
    disc = Rect(middle.x, middle.y, 0.0, 0.0).inset(-size)
    yield Box(disc.inset(-1.2), size + 1.2, fill=theme.raised)
    yield Box(disc, size, fill=theme.gap)
    at = Point(middle.x - said.used_width / 2, middle.y - said.height / 2)
    yield words(at, said, theme.on_accent)
