"""Where notes go that have lost their blocks: beside the sheet, in rows under headings that say where they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Rect
from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import Note, NoteKind, new_id
from canvasapp.domain.template import Perspective
from canvasapp.edits import pile
from canvasapp.edits.placing import GAP_ACROSS, GAP_DOWN

ROW = 640.0
"""How wide the rows become, in mm."""
HEADING_HEIGHT = 16.94
"""A line of letters of 40 pt, in mm."""
APART = 40.0
"""Between the sheet, or what lies beside it, and the rows, in mm."""
OUT_OF_SIGHT = 100_000.0
"""Notes that lie farther to the right, in mm, do not push the rows away."""
OFF_THE_BLOCKS = "Off the blocks"


@dataclass(frozen=True, slots=True)
class Parking:
    """The notes in their new places, and new headings over them."""

    notes: tuple[Note, ...]
    headings: tuple[Note, ...]


def parked_beside(
    board: Board, stranded: Iterable[Note], width: float, others: Iterable[Note]
) -> Parking:
    """The notes to the right of a sheet of this `width` (mm) and of the `others`, which stay on the board."""
    groups = list(_by_block(board, list(stranded)))
    rights = (note.rect.right for note in others)
    left = max([width, *(each for each in rights if each < OUT_OF_SIGHT)]) + APART
    y = board.template.sheet.margin
    notes: list[Note] = []
    headings: list[Note] = []
    for (title, group), z in zip(groups, pile.keys_on_top(board, len(groups)), strict=True):
        headings.append(_heading(board, title, Rect(left, y, ROW, HEADING_HEIGHT), z))
        rows = list(_rows(group, left, y + HEADING_HEIGHT + GAP_DOWN))
        notes += rows
        y = max(note.rect.bottom for note in rows) + APART
    return Parking(tuple(notes), tuple(headings))


def _by_block(board: Board, stranded: list[Note]) -> Iterator[tuple[str, list[Note]]]:
    """The notes of each block as the facilitation goes, our view first, and what the heading says of them."""
    titles: dict[str | None, str] = {
        block.id: f"No longer on the canvas: {block.number} {block.title}"
        for block in board.template.blocks_in_order()
    }
    unknown = sorted({note.block for note in stranded if note.block} - titles.keys())
    titles |= {block: f"No longer on the canvas: {block}" for block in unknown}
    titles[None] = OFF_THE_BLOCKS
    for block, title in titles.items():
        of_block = [note for note in stranded if note.block == block]
        if of_block:
            lanes = (
                [n for n in of_block if n.perspective is each] for each in (*Perspective, None)
            )
            yield title, [note for lane in lanes for note in reading_order(lane)]


def _heading(board: Board, title: str, rect: Rect, z: str) -> Note:
    return Note(
        id=new_id(),
        board=board.id,
        block=None,
        perspective=None,
        question=None,
        text=title,
        party=None,
        x=rect.x,
        y=rect.y,
        w=rect.w,
        h=rect.h,
        z=z,
        kind=NoteKind.HEADING,
    )


def _rows(notes: list[Note], left: float, top: float) -> Iterator[Note]:
    """The notes off all blocks, side by side in rows from this corner on."""
    x, y, bottom = left, top, top
    for note in notes:
        if x > left and x + note.w > left + ROW:
            x, y = left, bottom + GAP_DOWN
        yield replace(note, x=x, y=y, block=None, perspective=None, question=None)
        x += note.w + GAP_ACROSS
        bottom = max(bottom, y + note.h)
