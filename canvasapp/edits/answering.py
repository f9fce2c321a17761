"""Plans for notes that are put to questions, wherever they lie, and taken off them again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note
from canvasapp.domain.template import Place
from canvasapp.edits.lanes import move_to_lane
from canvasapp.edits.laying import laid
from canvasapp.edits.plan import changed, free


def answer_with(board: Board, ids: Iterable[str], block: str, question: str) -> Edit:
    """The notes as answers to a question; those that lie elsewhere come into the lane in which it is asked."""
    asked = board.template.block(block).question(question)
    label = "Answer with {}"
    if asked is None:
        return changed(label, ())
    notes = free(board, ids)
    moves = move_to_lane(board, [note.id for note in notes], Place(block, asked.perspective))
    moved = {each.record.id: each.after for each in moves.changes if isinstance(each.after, Note)}
    return changed(
        label, ((note, replace(moved.get(note.id, note), question=question)) for note in notes)
    )


def lay_back(board: Board, note_id: str, at: Point) -> Edit:
    """The note with its middle at a place on the sheet, in mm, as an answer to nothing."""
    return changed(
        "Lay {} back",
        (
            (note, replace(laid(board, note, _about(note, at)), question=None))
            for note in free(board, [note_id])
        ),
    )


def _about(note: Note, at: Point) -> Rect:
    return Rect(at.x - note.w / 2, at.y - note.h / 2, note.w, note.h)
