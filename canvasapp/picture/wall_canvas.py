"""The whole canvas on the wall: its blocks stretched to the wall's shape, their notes in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note
from canvasapp.domain.template import Block, Lane, Perspective, Sheet, Split
from canvasapp.picture.block_picture import (
    BARE_MARK,
    LANE_PADDING,
    block_part,
    lane_part,
    lane_rect,
)
from canvasapp.picture.shapes import Part
from canvasapp.picture.theme import Theme
from canvasapp.picture.wall_cells import Grid, grid_cells
from canvasapp.picture.wall_dimmed import dimmed
from canvasapp.picture.wall_notes import cut_to, note_height, placed, wall_note_part
from canvasapp.picture.wall_scale import WallScale
from canvasapp.picture.wall_state import WallState
from canvasapp.picture.wall_words import (
    TIMER,
    more_part,
    timer_part,
    title_part,
    title_room,
    views_part,
)
from canvasapp.text.fonts import Style
from canvasapp.text.layout import LEADING, PT, lay_out

LETTERS = 16.5
"""Of notes, in px of a wall 1920 wide, where the room asks for no larger ones."""
LINES = (5, 4, 3, 2)
"""A note has so many lines; fewer where all notes find room so."""
USUAL_LINES = 3
"""Where they do not."""
_MARGIN, _HEADER, _FOOT, _GUTTER = 44.0, 112.0, 36.0, 11.0
_TITLE, _BESIDE, _BLOCK_TITLE = 44.0, 26.0, 22.0
_NARROWEST = 148.0
_GAP = 8.0
_TWO_LINES = 0.84
"""Titles of two lines are set so much smaller."""

Places = tuple[tuple[Rect, Rect], ...]
"""What lies where on the sheet and where on the wall, in mm; what lies on top of others comes first."""


def canvas_scale(state: WallState, aspect: float) -> WallScale:
    smallest = state.room.smallest
    return WallScale(max(LETTERS, smallest), smallest, aspect)


def canvas_parts(board: Board, state: WallState, scale: WallScale) -> tuple[list[Part], Places]:
    """The parts above the ground, lowest first, and what lies where."""
    theme, sheet = state.theme, _sheet(board, scale)
    parts = [*_header(board, state, scale)]
    notes: Places = ()
    lanes: Places = ()
    blocks: Places = ()
    for block, own in _stretched(board, scale, sheet):
        made = [block_part(own, sheet, theme)]
        blocks = (*blocks, (block.rect, own.rect))
        for lane in own.lanes:
            made.append(lane_part(own, lane, sheet, theme, named=False))
            found, lying = _lane_notes(board, state, scale, own, lane, sheet)
            made.extend(found)
            notes = (*notes, *lying)
            tile = block.lane(lane.perspective).rect
            lanes = (*lanes, (tile, lane_rect(own, lane, sheet)))
        stands_back = state.lit not in (None, block.id)
        parts.extend([dimmed(each, theme) for each in made] if stands_back else made)
    return parts, (*notes, *lanes, *blocks)


def shown_notes(board: Board, state: WallState, block: str, perspective: Perspective) -> list[Note]:
    """The notes of a lane that the room may see, in reading order."""
    return [note for note in board.notes_in(block, perspective) if note.id not in state.hidden]


def note_parts(
    board: Board, notes: list[Note], cells: tuple[Rect, ...], scale: WallScale, theme: Theme
) -> Iterator[tuple[Note, Part]]:
    """The notes that have got a place, unsigned."""
    for note, cell in zip(notes, cells, strict=False):
        party = board.parties.get(note.party) if note.party else None
        yield note, wall_note_part(placed(note, cell), party, scale, theme, signed=False)


def _header(board: Board, state: WallState, scale: WallScale) -> Iterator[Part]:
    sheet, theme, margin = scale.sheet, state.theme, scale.mm(_MARGIN)
    middle = _header_height(scale) / 2
    legend = views_part(tuple(Perspective), Point(0.0, middle), scale, theme)
    right, reach = title_room(sheet, state.timer, legend.rect.w, margin, scale)
    yield views_part(tuple(Perspective), Point(right, middle), scale, theme)
    room = Rect(margin, 0.0, reach - margin, 2 * middle)
    sizes = scale.size(_TITLE), scale.size(_BESIDE)
    name = board.template.short_name
    beside = board.head.profile or (board.head.title if board.head.title != name else "")
    yield title_part(name, beside, room, sizes, theme)
    if state.timer:
        yield timer_part(state.timer, Point(sheet.right - margin, middle), scale, theme, TIMER)


def _header_height(scale: WallScale) -> float:
    return max(scale.mm(_HEADER), LEADING * scale.size(TIMER))


def _sheet(board: Board, scale: WallScale) -> Sheet:
    """The template's sheet in the wall's shape, with letters for the wall."""
    size = _title_size(scale) / PT
    types = replace(board.template.sheet.type_scale, block_title=size, block_number=size)
    whole, gutter = scale.sheet, scale.mm(_GUTTER)
    return replace(
        board.template.sheet, width=whole.w, height=whole.h, gutter=gutter, type_scale=types
    )


def _stretched(board: Board, scale: WallScale, sheet: Sheet) -> Iterator[tuple[Block, Block]]:
    """Each block, and as it lies on the wall: all together they fill it."""
    side = scale.mm(_MARGIN) - sheet.gutter / 2
    top, whole = _header_height(scale), scale.sheet
    area = Rect(side, top, whole.w - 2 * side, whole.h - top - scale.mm(_FOOT) + sheet.gutter / 2)
    blocks = board.template.blocks_in_order()
    around = blocks[0].rect
    for block in blocks:
        around = around.united(block.rect)
    across, down = area.w / around.w, area.h / around.h
    strip = 2 * LEADING * _TWO_LINES * _title_size(scale) + sheet.gutter / 2
    for block in blocks:
        rect = Rect(
            area.x + (block.rect.x - around.x) * across,
            area.y + (block.rect.y - around.y) * down,
            block.rect.w * across,
            block.rect.h * down,
        )
        title = _cut_title(block, rect.w - 2 * sheet.gutter, _title_size(scale))
        yield block, replace(block, title=title, rect=rect, lanes=_lanes(block, rect, strip))


def _title_size(scale: WallScale) -> float:
    """Of a block's title, in mm: set on two lines it can be read too."""
    return scale.mm(max(_BLOCK_TITLE, scale.smallest / _TWO_LINES))


def _cut_title(block: Block, width: float, size: float) -> str:
    """The title, cut where two lines beside the number can not hold it."""
    number = lay_out(str(block.number), width, size, Style.PLAIN).used_width
    room = width - number - 0.55 * size - LANE_PADDING * 1.5
    return cut_to(block.title, max(room, 1.0), 2, _TWO_LINES * size, Style.TITLE).text


def _lanes(block: Block, rect: Rect, strip: float) -> tuple[Lane, ...]:
    """The lanes under the title, with their shares of what is left."""
    room = Rect(rect.x, rect.y + strip, rect.w, max(rect.h - strip, 1.0))
    rows = block.split is Split.ROWS
    lengths = [lane.rect.h if rows else lane.rect.w for lane in block.lanes]
    lanes, passed = [], 0.0
    for lane, length in zip(block.lanes, lengths, strict=True):
        share = length / sum(lengths)
        if rows:
            own = Rect(room.x, room.y + passed * room.h, room.w, share * room.h)
        else:
            own = Rect(room.x + passed * room.w, room.y, share * room.w, room.h)
        lanes.append(replace(lane, rect=own))
        passed += share
    return tuple(lanes)


def _lane_notes(
    board: Board, state: WallState, scale: WallScale, block: Block, lane: Lane, sheet: Sheet
) -> tuple[list[Part], Places]:
    notes = shown_notes(board, state, block.id, lane.perspective)
    gap, size = scale.mm(_GAP), scale.size(0.0)
    rect = lane_rect(block, lane, sheet)
    left = BARE_MARK[0] + BARE_MARK[1] + gap
    room = Rect(rect.x + left, rect.y + gap, rect.w - left - gap, rect.h - 2 * gap)
    heights = tuple(note_height(lines, signed=False) for lines in LINES)
    usual = note_height(USUAL_LINES, signed=False)
    narrowest = min(scale.mm(_NARROWEST) * scale.letters / LETTERS, room.w)
    cells = grid_cells(room, len(notes), Grid(narrowest, heights, usual, gap), LEADING * size)
    made = list(note_parts(board, notes, cells, scale, state.theme))
    parts = [part for _, part in made]
    if left_out := len(notes) - len(cells):
        lane_id = f"{block.id}/{lane.perspective}"
        parts.append(more_part(lane_id, left_out, not cells, room, size, state.theme))
    return parts, tuple((note.rect, part.rect) for note, part in made)
