"""One block on the wall: its question in large type over each lane, the lanes side by side at the same scale."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note
from canvasapp.domain.template import Block, Perspective, Question
from canvasapp.picture.block_picture import LABELS, mark_shape
from canvasapp.picture.note_picture import CHIP_LETTERS
from canvasapp.picture.shapes import Box, Kind, Part, Shape
from canvasapp.picture.theme import Theme
from canvasapp.picture.wall_canvas import Places, shown_notes
from canvasapp.picture.wall_cells import Grid, grid_cells
from canvasapp.picture.wall_notes import note_height, placed, wall_note_part
from canvasapp.picture.wall_scale import WallScale
from canvasapp.picture.wall_state import WallMode, WallState
from canvasapp.picture.wall_words import (
    TIMER,
    fitting,
    line_in,
    middle_top,
    more_part,
    timer_part,
    title_part,
    title_room,
)
from canvasapp.picture.words import words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import LEADING, Layout, lay_out

LETTERS = (33.0, 29.0, 25.0, 21.0, 18.0)
"""Of notes, in px of a wall 1920 wide: the first at which all notes find room."""
LINES = (5, 4, 3)
_MARGIN, _HEADER, _FOOT = 56.0, 168.0, 56.0
_TITLE, _LABEL, _QUESTION = 64.0, 32.0, 47.0
_QUESTION_LINES = 2
_NEARLY = 0.88
"""A question that fits one line so much smaller is set so."""
_PADDING, _BETWEEN, _RADIUS = 44.0, 24.0, 14.0
_MARK = 22.0
_NARROWEST = 352.0 / 33.0
"""The width of a note over its letter size, at least."""
_GAP = 24.0 / 33.0
"""The gap between two notes over their letter size."""


def block_scale(board: Board, block: Block, state: WallState, aspect: float) -> WallScale:
    """The largest letters at which all notes find room, the same in both lanes."""
    smallest = state.room.smallest
    letters = (*(each for each in LETTERS if each > smallest), max(smallest, LETTERS[-1]))
    scale = WallScale(letters[0], smallest, aspect)
    for each in letters:
        scale = WallScale(each, smallest, aspect)
        if all(_all_fit(board, block, view, state, scale) for view in _views(state)):
            return scale
    return scale


def block_parts(
    board: Board, block: Block, state: WallState, scale: WallScale
) -> tuple[list[Part], Places]:
    """The parts above the ground, lowest first, and what lies where."""
    parts = [*_header(block, state, scale)]
    notes: Places = ()
    lanes: Places = ()
    for view, rect in _lanes(state, scale):
        asked = _question(block, view, rect.w, state, scale)
        parts.append(_lane(f"{block.id}/{view}", view, rect, asked, scale, state.theme))
        made, more = _notes(board, block, view, state, scale)
        parts.extend(part for _, part in made)
        parts.extend(more)
        notes = (*notes, *((note.rect, part.rect) for note, part in made))
        lanes = (*lanes, (block.lane(view).rect, rect))
    return parts, (*notes, *lanes)


def question_of(block: Block, view: Perspective, state: WallState) -> Question | None:
    """The question that stands over a lane."""
    asked = block.questions_of(view)
    if state.questions is not None:
        asked = tuple(each for each in asked if each.id in state.questions)
    return asked[0] if asked else None


def _views(state: WallState) -> tuple[Perspective, ...]:
    if state.mode is WallMode.COMPARE or state.perspective is None:
        return tuple(Perspective)
    return (state.perspective,)


def _header(block: Block, state: WallState, scale: WallScale) -> Iterator[Part]:
    sheet, margin, theme = scale.sheet, scale.mm(_MARGIN), state.theme
    middle, size = _header_height(scale) * 0.53, scale.size(_TITLE)
    _, reach = title_room(sheet, state.timer, 0.0, margin, scale)
    number = _number_part(block.number, Point(margin, middle), size, theme)
    yield number
    left = number.rect.right + 0.45 * size
    room = Rect(left, 0.0, reach - left, 2 * middle)
    yield title_part(block.title, "", room, (size, size), theme)
    if state.timer:
        yield timer_part(state.timer, Point(sheet.right - margin, middle), scale, theme, TIMER)


@lru_cache(maxsize=64)
def _number_part(number: int, at: Point, size: float, theme: Theme) -> Part:
    layout = lay_out(str(number), 1e4, size, Style.PLAIN)
    rect = Rect(at.x, at.y - size, layout.used_width, 2 * size)
    shape = words(Point(at.x, middle_top(at.y, size)), layout, theme.ink3)
    return Part(Kind.TITLE, "number", str(number), rect, (shape,))


def _header_height(scale: WallScale) -> float:
    return max(scale.mm(_HEADER), LEADING * scale.size(TIMER))


def _lanes(state: WallState, scale: WallScale) -> Iterator[tuple[Perspective, Rect]]:
    views, sheet = _views(state), scale.sheet
    margin, between, top = scale.mm(_MARGIN), scale.mm(_BETWEEN), _header_height(scale)
    width = (sheet.w - 2 * margin - (len(views) - 1) * between) / len(views)
    height = sheet.h - top - scale.mm(_FOOT)
    for number, view in enumerate(views):
        yield view, Rect(margin + number * (width + between), top, width, height)


@lru_cache(maxsize=256)
def _lane(
    lane_id: str,
    view: Perspective,
    rect: Rect,
    asked: Layout | None,
    scale: WallScale,
    theme: Theme,
) -> Part:
    """The tint of a lane with the mark and name of its view and the question."""
    padding, ink, size = scale.mm(_PADDING), theme.view(view).ink, scale.size(_LABEL)
    edge = theme.line2 if theme.plain_paper else None
    tint = Box(
        rect, scale.mm(_RADIUS), theme.view(view).tint, stroke=edge, width=0.5 if edge else 0.0
    )
    mark, left = scale.mm(_MARK), rect.x + padding
    middle = rect.y + padding + size * LEADING / 2
    shapes: list[Shape] = [tint, mark_shape(view, Point(left, middle - mark / 2), mark, ink)]
    beside = Point(left + mark + scale.mm(16.0), middle)
    shapes.append(line_in(LABELS[view], rect.w - 2 * padding, size, Style.MEDIUM, beside, ink))
    if asked is not None:
        top = rect.y + padding + size * LEADING + scale.mm(8.0)
        shapes.append(words(Point(left, top), asked, theme.ink))
    return Part(Kind.LANE, lane_id, LABELS[view], rect, tuple(shapes))


def _question(
    block: Block, view: Perspective, width: float, state: WallState, scale: WallScale
) -> Layout | None:
    """The question of a lane, in letters as large as those over the other lane: so both stand on one baseline."""
    asked = {each: question_of(block, each, state) for each in _views(state)}
    own, room = asked[view], width - 2 * scale.mm(_PADDING)
    if own is None:
        return None
    size = min(_question_size(each.text, room, scale) for each in asked.values() if each)
    return lay_out(own.text, room, size, Style.TITLE)


@lru_cache(maxsize=512)
def _question_size(text: str, room: float, scale: WallScale) -> float:
    size, floor = scale.size(_QUESTION), scale.size(_LABEL * 0.9)
    one = fitting(text, room, 1, size, max(_NEARLY * size, floor), Style.TITLE)
    if len(one.lines) == 1:
        return one.size
    return fitting(text, room, _QUESTION_LINES, size, floor, Style.TITLE).size


def _room(block: Block, rect: Rect, state: WallState, scale: WallScale) -> Rect:
    """Where the notes of a lane lie: in both lanes from the same height on, below the longer question."""
    padding, top = scale.mm(_PADDING), scale.size(_LABEL) * LEADING
    asked = [_question(block, view, rect.w, state, scale) for view in _views(state)]
    top += padding + scale.mm(8.0) + max(each.height if each else 0.0 for each in asked)
    top += scale.mm(28.0)
    inner = rect.inset(padding)
    return Rect(inner.x, rect.y + top, inner.w, rect.bottom - padding / 2 - rect.y - top)


def _cells(
    block: Block, view: Perspective, count: int, state: WallState, scale: WallScale
) -> tuple[Rect, tuple[Rect, ...]]:
    rect = next(rect for each, rect in _lanes(state, scale) if each is view)
    room = _room(block, rect, state, scale)
    gap, narrowest = scale.mm(_GAP * scale.letters), scale.mm(_NARROWEST * scale.letters)
    heights = tuple(note_height(lines, signed=_signed(scale)) for lines in LINES)
    grid = Grid(min(narrowest, room.w), heights, heights[-1], gap)
    return room, grid_cells(room, count, grid, LEADING * scale.size(_LABEL))


def _all_fit(
    board: Board, block: Block, view: Perspective, state: WallState, scale: WallScale
) -> bool:
    count = len(shown_notes(board, state, block.id, view))
    return len(_cells(block, view, count, state, scale)[1]) == count


def _notes(
    board: Board, block: Block, view: Perspective, state: WallState, scale: WallScale
) -> tuple[list[tuple[Note, Part]], list[Part]]:
    notes = shown_notes(board, state, block.id, view)
    room, cells = _cells(block, view, len(notes), state, scale)
    made = [
        (note, _note(board, note, cell, scale, state.theme))
        for note, cell in zip(notes, cells, strict=False)
    ]
    left_out = len(notes) - len(cells)
    size, lane_id = scale.size(_LABEL), f"{block.id}/{view}"
    more = [more_part(lane_id, left_out, not cells, room, size, state.theme)] if left_out else []
    return made, more


def _note(board: Board, note: Note, cell: Rect, scale: WallScale, theme: Theme) -> Part:
    party = board.parties.get(note.party) if note.party else None
    return wall_note_part(placed(note, cell), party, scale, theme, signed=_signed(scale))


def _signed(scale: WallScale) -> bool:
    """Whether the letters of a party's chip can be read."""
    return scale.reads(CHIP_LETTERS)
