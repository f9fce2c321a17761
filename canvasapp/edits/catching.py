"""Plans that catch what the room says: notes parked, a decision in one line, two notes that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.geometry import Rect
from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import LinkKind, Note, NoteKind, NoteStatus, new_id
from canvasapp.domain.register import Register
from canvasapp.edits import pile
from canvasapp.edits.entries import add_entry
from canvasapp.edits.laying import laid, new_note
from canvasapp.edits.links import add_link
from canvasapp.edits.parking import APART, HEADING_HEIGHT, OUT_OF_SIGHT, ROW
from canvasapp.edits.placing import GAP_ACROSS, GAP_DOWN
from canvasapp.edits.plan import counted, free
from canvasapp.edits.values import UnfitValueError

PARKED = "Parking area"
"""What the heading over parked notes says."""


def park_notes(board: Board, ids: Iterable[str]) -> Edit:
    """The notes in the parking area beside the sheet, in rows under its heading; what they were asked is forgotten.

    Notes have the status `parked` there. Those that lie there already stay where they are.
    """
    heading, new = _heading(board)
    area = _area(heading)
    notes = [n for n in reading_order(free(board, ids)) if not _is_parked(n, area)]
    if not notes:
        return Edit(counted("Park {}", 0), ())
    others = [n.rect for n in board.notes.values() if _is_parked(n, area) and n.id != heading.id]
    below = max((rect.bottom for rect in others), default=heading.rect.bottom) + GAP_DOWN
    changes = [Change(None, heading)] if new else []
    x, y, bottom = area.x, below, below
    for note in notes:
        if x > area.x and x + note.w > area.right:
            x, y = area.x, bottom + GAP_DOWN
        changes.append(Change(note, _parked(board, note, Rect(x, y, note.w, note.h))))
        x, bottom = x + note.w + GAP_ACROSS, max(bottom, y + note.h)
    return Edit(counted("Park {}", len(notes)), tuple(changes))


def decide(
    workshop: Workshop,
    register: Register,
    what: str,
    why: str,
    by_role: str,
    day: date,
    about: Sequence[str] = (),
) -> Edit:
    """A decision in one line, about these notes (by `Note.content`) or entries; `register` is that of decisions.

    Raises UnfitValueError without words, and TextTooLongError.
    """
    line = " ".join(what.split())
    if not line:
        raise UnfitValueError("Say in a line what is decided.")
    values = (
        ("about", tuple(about)),
        ("by_role", by_role),
        ("date", day.isoformat()),
        ("what", line),
        ("why", why),
    )
    return replace(add_entry(workshop, register, values=values), label="Decide")


def mark_gap(board: Board, one: str, other: str) -> Edit:
    """Two notes as contradicting each other: a pair of the gap list. Nothing for a pair that is one already."""
    gaps = [link for link in board.links.values() if link.kind is LinkKind.CONTRADICTS]
    if any({one, other} == {link.source, link.target} for link in gaps):
        return Edit("Mark gap", ())
    return replace(add_link(board, one, other, LinkKind.CONTRADICTS), label="Mark gap")


def _heading(board: Board) -> tuple[Note, bool]:
    """The heading of the parking area, and whether it is a new one, right of the sheet and of what lies there."""
    for note in board.pile():
        if note.kind is NoteKind.HEADING and note.block is None and note.text == PARKED:
            return note, False
    rights = (note.rect.right for note in board.notes.values())
    width = board.template.sheet.width
    left = max([width, *(each for each in rights if each < OUT_OF_SIGHT)]) + APART
    rect = Rect(left, board.template.sheet.margin, ROW, HEADING_HEIGHT)
    (z,) = pile.keys_on_top(board, 1)
    return new_note(board, new_id(), rect, PARKED, None, z, NoteKind.HEADING), True


def _area(heading: Note) -> Rect:
    """The column under the heading, however long it becomes."""
    return Rect(heading.x, heading.y, max(heading.w, ROW), OUT_OF_SIGHT)


def _is_parked(note: Note, area: Rect) -> bool:
    return note.block is None and area.contains(note.rect.centre)


def _parked(board: Board, note: Note, rect: Rect) -> Note:
    there = laid(board, note, rect)
    return replace(there, status=NoteStatus.PARKED) if note.kind is NoteKind.NOTE else there
