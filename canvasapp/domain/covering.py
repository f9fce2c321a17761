"""Whether notes that were put somewhere lie over others."""

from __future__ import annotations

from collections.abc import Iterable

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change
from canvasapp.domain.records import Note


def covers(board: Board, ids: Iterable[str]) -> bool:
    """Whether one of these notes lies over another note: there was too little room for all."""
    notes = board.notes.values()
    put = [board.notes[each] for each in ids]
    return any(a.rect.meets(n.rect) for a in put for n in notes if a is not n)


def has_moved(change: Change) -> bool:
    """Whether it lays a note elsewhere."""
    match change:
        case Change(before=Note() as before, after=Note() as after):
            return before.rect != after.rect
    return False
