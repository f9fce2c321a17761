"""A note laid somewhere on the sheet, new or moved: block, perspective and question follow from its centre."""

from __future__ import annotations

from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Note, NoteKind
from canvasapp.domain.template import Place
from canvasapp.edits.wording import clean_text

Size = tuple[float, float]
"""Width and height in mm."""

MIN_SIZE: Size = (24.0, 18.0)
"""Room for one line at the smallest letter size that is legible on the sheet."""
MIN_HEADING: Size = (24.0, 7.62)
"""The same without the paper around it."""

_SAME = 1e-6
"""What differs by less, in mm, lies at the same place."""


def new_note(
    board: Board,
    note_id: str,
    rect: Rect,
    text: str,
    party: str | None,
    z: str,
    kind: NoteKind = NoteKind.NOTE,
) -> Note:
    """A note that is not on the board yet; an unknown party is left out. Raises TextTooLongError."""
    known = party if party in board.parties else None
    note = Note(note_id, board.id, None, None, None, clean_text(text), known, 0, 0, 0, 0, z, kind)
    return laid(board, note, large_enough(rect, kind))


def laid(board: Board, note: Note, rect: Rect) -> Note:
    """The note at `rect`, in the block and perspective of its centre; it keeps a question that is asked there."""
    place = board.template.place_at(rect.centre)
    return replace(
        note,
        x=rect.x,
        y=rect.y,
        w=rect.w,
        h=rect.h,
        block=place.block if place else None,
        perspective=place.perspective if place else None,
        question=kept_question(board, note, place),
    )


def put(board: Board, note: Note, x: float, y: float) -> Note:
    """The note with its corner there; the very same note where that is where it lies."""
    if abs(x - note.x) < _SAME and abs(y - note.y) < _SAME:
        return note
    return laid(board, note, Rect(x, y, note.w, note.h))


def grown(board: Board, note: Note, w: float, h: float) -> Note:
    """The note of another size: it grows to the right and down, or about its middle if it would leave its lane."""
    if (w, h) == (note.w, note.h):
        return note
    lower = laid(board, note, Rect(note.x, note.y, w, h))
    if place_of(lower) == place_of(note):
        return lower
    return laid(board, note, Rect(note.x - (w - note.w) / 2, note.y - (h - note.h) / 2, w, h))


def large_enough(rect: Rect, kind: NoteKind) -> Rect:
    w, h = MIN_HEADING if kind is NoteKind.HEADING else MIN_SIZE
    return Rect(rect.x, rect.y, max(rect.w, w), max(rect.h, h))


def place_of(note: Note) -> Place | None:
    if note.block is None or note.perspective is None:
        return None
    return Place(note.block, note.perspective)


def kept_question(board: Board, note: Note, place: Place | None) -> str | None:
    """The note's question when `place` is where it was asked: other blocks use the same ids for other questions."""
    return asked(board, place, note.question) if place and place.block == note.block else None


def asked(board: Board, place: Place | None, question_id: str | None) -> str | None:
    """`question_id` when it is asked at `place`, else None."""
    if place is None or question_id is None:
        return None
    question = board.template.block(place.block).question(question_id)
    return question_id if question and question.perspective is place.perspective else None


def clipped(start: float, length: float, low: float, high: float) -> float:
    """The start nearest to `start` that keeps `length` between `low` and `high`; if too long, in their middle."""
    if length >= high - low:
        return (low + high - length) / 2
    return min(max(start, low), high - length)
