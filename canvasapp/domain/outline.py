"""A board in words: its blocks in the order they are worked through, their lanes, and the notes as they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from canvasapp.domain.board import Board
from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import Note
from canvasapp.domain.template import Block, Perspective


@dataclass(frozen=True, eq=False)
class Branch:
    """The notes of a lane in reading order; without a block those that lie off the blocks.

    `lying` are the same notes in the board's own order.
    """

    block: Block | None
    perspective: Perspective | None
    notes: tuple[Note, ...]
    lying: Sequence[Note] = ()

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """Which place, from 0, a note has by its id."""
        return {note.id: row for row, note in enumerate(self.notes)}


def outline_of(board: Board, before: Sequence[Branch] = ()) -> tuple[Branch, ...]:
    """Two branches for each block, last the one off the blocks; what is as `before` is the same object."""
    known = {_key(branch.block, branch.perspective): branch for branch in before}
    places: list[tuple[Block | None, Perspective | None]] = [
        (block, each) for block in board.template.blocks_in_order() for each in Perspective
    ]
    return tuple(
        _branch(board, block, perspective, known.get(_key(block, perspective)))
        for block, perspective in [*places, (None, None)]
    )


def _key(
    block: Block | None, perspective: Perspective | None
) -> tuple[str | None, Perspective | None]:
    return block.id if block else None, perspective


def _branch(
    board: Board, block: Block | None, perspective: Perspective | None, old: Branch | None
) -> Branch:
    lying = board.lanes.get(_key(block, perspective), ())
    if old is not None and old.block is block and old.lying == lying:
        return old
    return Branch(block, perspective, tuple(reading_order(lying)), lying)
