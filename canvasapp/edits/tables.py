"""Plans that make notes of a table: laid out as it is, or each of its columns in a block of the canvas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import new_id
from canvasapp.domain.template import SMALLEST_NOTE, Perspective
from canvasapp.edits import pile
from canvasapp.edits.laying import clipped, new_note
from canvasapp.edits.placing import GAP_ACROSS, GAP_DOWN, WIDE, HeightOf, places_for
from canvasapp.edits.plan import added

Table = Sequence[Sequence[str]]
"""Rows of equally many cells; an empty cell makes no note."""
PartyOf = Callable[[Perspective | None], str | None]
"""Whose a new note in a lane is; None is the perspective off the blocks, and nobody."""


class TooManyColumnsError(ExpectedError):
    """The table has more columns than the canvas has blocks."""


def add_grid(board: Board, table: Table, at: Point, height_of: HeightOf, party_of: PartyOf) -> Edit:
    """A note for each cell, in rows and columns about `at` (mm), on the sheet if they fit.

    A row is as high as its longest text needs. Raises TextTooLongError.
    """
    rects = _grid(board, table, at, height_of)
    texts = [text for row in table for text in row]
    return _added(board, [pair for pair in zip(rects, texts, strict=True) if pair[1]], party_of)


def add_columns(
    board: Board, table: Table, at: Point, height_of: HeightOf, party_of: PartyOf
) -> Edit:
    """The cells of each column as notes in free room of a block, in the perspective at `at` (mm).

    A first row that names blocks says which; a column that it does not name so goes with its heading to the block at
    `at`. Without such names the columns go to the blocks in facilitation order from the one at `at` on. Raises
    TooManyColumnsError and TextTooLongError.
    """
    place = board.template.place_at(at)
    perspective = place.perspective if place else Perspective.OUR
    placed: list[tuple[Rect, str]] = []
    for block, texts in _by_block(board, table, place.block if place else None).items():
        rects = places_for(board, block, perspective, texts, height_of)
        placed += zip(rects, texts, strict=True)
    return _added(board, placed, party_of)


def _grid(board: Board, table: Table, at: Point, height_of: HeightOf) -> list[Rect]:
    """A place for each cell, row by row; notes shrink to what the sheet has room for, to 50 mm at least."""
    sheet, columns = board.template.sheet.rect, len(table[0])
    w = _shared(sheet.w, columns, GAP_ACROSS, WIDE[0])
    h = _shared(sheet.h, len(table), GAP_DOWN, WIDE[1])
    heights = [max(height_of(text, w, h) if text else h for text in row) for row in table]
    whole_w = columns * (w + GAP_ACROSS) - GAP_ACROSS
    whole_h = sum(heights) + GAP_DOWN * (len(heights) - 1)
    left = clipped(at.x - whole_w / 2, whole_w, 0, sheet.right)
    top = clipped(at.y - whole_h / 2, whole_h, 0, sheet.bottom)
    rects = []
    for height in heights:
        rects += [Rect(left + each * (w + GAP_ACROSS), top, w, height) for each in range(columns)]
        top += height + GAP_DOWN
    return rects


def _shared(room: float, count: int, gap: float, most: float) -> float:
    """How long each of `count` things is that share `room` with gaps between them."""
    return max(min(most, (room + gap) / count - gap), SMALLEST_NOTE)


def _by_block(board: Board, table: Table, here: str | None) -> dict[str, list[str]]:
    """The texts that go to each block, by its id."""
    blocks = [block.id for block in board.template.blocks_in_order()]
    start = here or blocks[0]
    titles = {block.title.casefold(): block.id for block in board.template.blocks}
    named = [titles.get(text.casefold()) for text in table[0]]
    columns = list(zip(*table, strict=True))
    if any(named):
        pairs = zip(named, columns, strict=True)
        return _joined((name or start, col[1:] if name else col) for name, col in pairs)
    if len(columns) > len(blocks):
        raise TooManyColumnsError(
            f"The table has {len(columns)} columns and the canvas {len(blocks)} blocks: "
            "keep the grid, or copy fewer columns."
        )
    first = min(blocks.index(start), len(blocks) - len(columns))
    return _joined(zip(blocks[first:], columns, strict=False))


def _joined(pairs: Iterable[tuple[str, Sequence[str]]]) -> dict[str, list[str]]:
    joined: dict[str, list[str]] = {}
    for block, texts in pairs:
        joined.setdefault(block, []).extend(text for text in texts if text)
    return {block: texts for block, texts in joined.items() if texts}


def _added(board: Board, placed: Sequence[tuple[Rect, str]], party_of: PartyOf) -> Edit:
    """Each note is whose a new note in the lane of its middle is."""
    keys = pile.keys_on_top(board, len(placed))
    notes = []
    for (rect, text), z in zip(placed, keys, strict=True):
        place = board.template.place_at(rect.centre)
        party = party_of(place.perspective if place else None)
        notes.append(new_note(board, new_id(), rect, text, party, z))
    return added("Add {}", notes)
