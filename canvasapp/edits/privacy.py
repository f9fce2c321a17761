"""Plans for who sees a note: everybody, everybody once it is revealed, or only the facilitator.

A lock holds what a note says and where it lies, not who sees it: locked notes are hidden and revealed like others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Note, Seen, new_id
from canvasapp.edits import pile
from canvasapp.edits.laying import new_note
from canvasapp.edits.plan import changed, present


def hide_notes(board: Board, ids: Iterable[str]) -> Edit:
    """The notes hidden until they are revealed; those that are private stay so."""
    shown = (note for note in present(board, ids) if note.seen is Seen.SHOWN)
    return changed("Hide {}", _seen(shown, Seen.HIDDEN))


def show_notes(board: Board, ids: Iterable[str]) -> Edit:
    """The notes seen by everybody, also those that were private."""
    return changed("Show {}", _seen(present(board, ids), Seen.SHOWN))


def make_private(board: Board, ids: Iterable[str]) -> Edit:
    """The notes as the facilitator's own."""
    return changed("Make {} private", _seen(present(board, ids), Seen.PRIVATE))


def add_private(board: Board, rect: Rect, text: str) -> Edit:
    """A new note that only the facilitator sees. Raises TextTooLongError."""
    (z,) = pile.keys_on_top(board, 1)
    note = new_note(board, new_id(), rect, text, None, z)
    return Edit("Add private note", (Change(None, replace(note, seen=Seen.PRIVATE)),))


def private_notes(board: Board, block: str | None) -> list[Note]:
    """The facilitator's own in a block, or (None) outside of all, in reading order."""
    return [note for note in board.notes_in(block) if note.seen is Seen.PRIVATE]


def reveal(board: Board, block: str | None = None) -> Edit:
    """All hidden notes of a block, or of the whole board, shown at once; private ones stay private."""
    return changed("Reveal {}", _seen(hidden_notes(board, block), Seen.SHOWN))


def hidden_notes(board: Board, block: str | None = None) -> list[Note]:
    """Those that wait to be revealed, of a block or of the whole board."""
    notes = board.notes.values() if block is None else board.notes_in(block)
    return [note for note in notes if note.seen is Seen.HIDDEN]


def _seen(notes: Iterable[Note], seen: Seen) -> Iterable[tuple[Note, Note]]:
    return ((note, replace(note, seen=seen)) for note in notes)
