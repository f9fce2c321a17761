"""What plans share: the notes that are meant, and changed or new notes made into an edit."""

from __future__ import annotations

from collections.abc import Iterable

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import Note


def present(board: Board, ids: Iterable[str]) -> list[Note]:
    """The board's notes among `ids`, each once."""
    return [board.notes[each] for each in dict.fromkeys(ids) if each in board.notes]


def free(board: Board, ids: Iterable[str]) -> list[Note]:
    """The same without those that are locked: no plan changes them before they are unlocked."""
    return [note for note in present(board, ids) if not note.locked]


def changed(label: str, pairs: Iterable[tuple[Note, Note]]) -> Edit:
    """Notes before and after; `{}` in `label` becomes "note" or "3 notes"."""
    changes = tuple(Change(before, after) for before, after in pairs if after != before)
    return Edit(counted(label, len(changes)), changes)


def added(label: str, notes: Iterable[Note]) -> Edit:
    changes = tuple(Change(None, note) for note in notes)
    return Edit(counted(label, len(changes)), changes)


def counted(label: str, count: int) -> str:
    return label.format("note" if count == 1 else f"{count} notes")
