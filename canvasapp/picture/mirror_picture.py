"""How one block looks with its two lanes side by side at the same scale, so that the views can be read across."""

from __future__ import annotations

from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Note
from canvasapp.domain.template import Block, Lane, Perspective, Split
from canvasapp.picture.board_picture import block_parts, link_parts, note_parts
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Picture

TITLE = 34.0
"""How high the block's title is, in mm."""
LOWEST = 220.0
"""How high the lanes are at least, in mm."""
BELOW = 82.0
"""How much room is left below the lowest note, in mm: one more finds its place there."""


def mirrored(board: Board, block: Block) -> Board:
    """The board as if it were this block alone: ours at the left, the customer's at the right, from one upper edge.

    The notes lie in their lanes as they did; notes of other blocks are left out. In mm from the block's corner.
    """
    notes = [note for note in board.notes_in(block.id) if note.perspective is not None]
    height = max([LOWEST, *(_depth(note, block) for note in notes)])
    lanes, left = [], 0.0
    for lane in (block.lane(each) for each in Perspective):
        lanes.append(Lane(lane.perspective, Rect(left, TITLE, lane.rect.w, height)))
        left += lane.rect.w
    whole = Rect(0.0, 0.0, left, TITLE + height)
    alone = replace(block, rect=whole, split=Split.COLUMNS, lanes=tuple(lanes))
    sheet = replace(board.template.sheet, width=whole.w, height=whole.h, margin=0.0)
    template = replace(board.template, blocks=(alone,), sheet=sheet)
    moved = {note.id: _moved(note, block, alone) for note in notes}
    return replace(board, template=template, notes=moved)


def mirror_picture(side_by_side: Board, options: PictureOptions) -> Picture:
    """What `mirrored` has made of a board, as one picture: its frame, lanes, links and notes."""
    sheet, template = side_by_side.template.sheet, side_by_side.template
    parts = (
        *block_parts(side_by_side, options),
        *link_parts(side_by_side, options),
        *note_parts(side_by_side, options),
    )
    return Picture(sheet.width, sheet.height, template.blocks[0].title, template.language, parts)


def _depth(note: Note, block: Block) -> float:
    """How far below the upper edge of its lane there must be room, in mm."""
    assert note.perspective is not None  # it lies in a lane
    return note.rect.bottom - block.lane(note.perspective).rect.y + BELOW


def _moved(note: Note, block: Block, alone: Block) -> Note:
    assert note.perspective is not None  # it lies in a lane
    here, there = block.lane(note.perspective).rect, alone.lane(note.perspective).rect
    return replace(note, x=note.x + there.x - here.x, y=note.y + there.y - here.y)
