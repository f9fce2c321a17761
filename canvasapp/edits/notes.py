"""Plans for notes: what a person does to them, as edits for the journal to commit.

What is not there is passed over, be it a note, a party or a question: it may have gone since it was chosen.
A plan that changes nothing returns an edit without changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.order import keys_between
from canvasapp.domain.records import Note, Record, new_id
from canvasapp.domain.template import Perspective, Place
from canvasapp.edits import pile
from canvasapp.edits.placing import WIDE as WIDE
from canvasapp.edits.wording import clean_text

Size = tuple[float, float]
"""Width and height in mm."""

SMALL: Size = (50.0, 50.0)
MEDIUM: Size = (64.0, 64.0)
LARGE: Size = (76.0, 76.0)
MIN_SIZE: Size = (24.0, 18.0)
"""Room for one line at the smallest letter size that is legible on the sheet."""


class Stack(StrEnum):
    """Where notes go in the pile; a step forward or backward is past the next note that overlaps."""

    FRONT = "front"
    BACK = "back"
    FORWARD = "forward"
    BACKWARD = "backward"


def add_note(
    board: Board,
    rect: Rect,
    text: str = "",
    *,
    party: str | None = None,
    question: str | None = None,
    note_id: str | None = None,
) -> Edit:
    """A new note on top of the pile; it answers `question` when that is asked where its centre lies.

    Raises TextTooLongError.
    """
    (z,) = _keys_on_top(board, 1)
    note = _new_note(board, note_id or new_id(), rect, text, party, z)
    place = board.template.place_at(note.rect.centre)
    return Edit("Add note", (Change(None, replace(note, question=_asked(board, place, question))),))


def add_notes(
    board: Board, placed_texts: Iterable[tuple[Rect, str]], *, party: str | None = None
) -> Edit:
    """New notes on top of the pile, the last one topmost. Raises TextTooLongError."""
    wanted = list(placed_texts)
    keys = _keys_on_top(board, len(wanted))
    return _added(
        "Add {}",
        (
            _new_note(board, new_id(), rect, text, party, z)
            for (rect, text), z in zip(wanted, keys, strict=True)
        ),
    )


def move_notes(board: Board, ids: Iterable[str], dx: float, dy: float) -> Edit:
    """The notes moved by `dx` and `dy` mm, into another block or lane if their centres lie there."""
    return _changed(
        "Move {}",
        ((note, _laid(board, note, note.rect.moved(dx, dy))) for note in _present(board, ids)),
    )


def drop_notes(board: Board, ids: Iterable[str], dx: float, dy: float) -> Edit:
    """The notes moved and let go: where others would lie over them they come to lie on top of the pile."""
    edit = move_notes(board, ids, dx, dy)
    moved = [change.after for change in edit.changes if isinstance(change.after, Note)]
    if not pile.is_covered(moved, board.notes.values()):
        return edit
    lowest_first = sorted(moved, key=pile.height)
    keys = _keys_on_top(board, len(moved))
    on_top = {note.id: replace(note, z=z) for note, z in zip(lowest_first, keys, strict=True)}
    return replace(
        edit, changes=tuple(Change(each.before, on_top[each.record.id]) for each in edit.changes)
    )


def resize_note(board: Board, note_id: str, rect: Rect) -> Edit:
    """The note at `rect`, which is made no smaller than MIN_SIZE."""
    return _changed(
        "Resize {}",
        ((note, _laid(board, note, _large_enough(rect))) for note in _present(board, [note_id])),
    )


def set_text(board: Board, note_id: str, text: str, height: float | None = None) -> Edit:
    """The note with this text; it grows when the text needs more `height` (mm) than it has.

    Raises TextTooLongError.
    """
    cleaned = clean_text(text)
    return _changed(
        "Type text",
        (
            (note, replace(_grown(board, note, height or 0), text=cleaned))
            for note in _present(board, [note_id])
        ),
    )


def set_party(board: Board, ids: Iterable[str], party_id: str | None) -> Edit:
    """The notes as this party's, or as nobody's."""
    known = party_id is None or party_id in board.parties
    return _changed(
        "Change party of {}",
        ((note, replace(note, party=party_id)) for note in _present(board, ids) if known),
    )


def set_perspective(board: Board, ids: Iterable[str], perspective: Perspective) -> Edit:
    """The notes in the other lane of their block, where they were in the first. Notes off the blocks stay."""
    return _changed(
        "Change view of {}",
        (
            (note, _laid(board, note, _across(board, note.block, note.rect, perspective)))
            for note in _present(board, ids)
            if note.block is not None and note.perspective is not perspective
        ),
    )


def set_question(board: Board, ids: Iterable[str], question_id: str | None) -> Edit:
    """The notes as answers to this question, those it is asked of; or as answers to none."""
    return _changed(
        "Change question of {}",
        (
            (note, replace(note, question=question_id))
            for note in _present(board, ids)
            if question_id is None or _asked(board, _place(note), question_id)
        ),
    )


def restack(board: Board, ids: Iterable[str], stack: Stack) -> Edit:
    """The notes higher or lower in the pile, in the order they have among themselves."""
    chosen = set(ids)
    label, reordered = _STACKINGS[stack]
    return _changed(label, pile.rekeyed(reordered(board.pile(), chosen), chosen))


def remove_notes(board: Board, ids: Iterable[str]) -> Edit:
    """The notes and the links at them taken away."""
    gone = {note.id: note for note in _present(board, ids)}
    loose = [link for link in board.links.values() if link.source in gone or link.target in gone]
    records: list[Record] = [*loose, *gone.values()]
    changes = tuple(Change(record, None) for record in records)
    return Edit(_counted("Remove {}", len(gone)), changes)


def paste(board: Board, notes: Iterable[Note], dx: float, dy: float) -> Edit:
    """Copies of `notes`, from this or any other board, moved by `dx` and `dy` mm, on top of the pile.

    A party or question that is unknown here is left behind. Raises TextTooLongError.
    """
    return _added("Paste {}", _copies(board, notes, dx, dy))


def duplicate_notes(board: Board, ids: Iterable[str], dx: float, dy: float) -> Edit:
    """Copies of the board's own notes, moved by `dx` and `dy` mm, on top of the pile."""
    return _added("Duplicate {}", _copies(board, _present(board, ids), dx, dy))


_STACKINGS = {
    Stack.FRONT: ("Bring {} to front", pile.to_front),
    Stack.BACK: ("Send {} to back", pile.to_back),
    Stack.FORWARD: ("Bring {} forward", pile.forward),
    Stack.BACKWARD: ("Send {} backward", pile.backward),
}


def _present(board: Board, ids: Iterable[str]) -> list[Note]:
    """The board's notes among `ids`, each once."""
    return [board.notes[each] for each in dict.fromkeys(ids) if each in board.notes]


def _changed(label: str, pairs: Iterable[tuple[Note, Note]]) -> Edit:
    changes = tuple(Change(before, after) for before, after in pairs if after != before)
    return Edit(_counted(label, len(changes)), changes)


def _added(label: str, notes: Iterable[Note]) -> Edit:
    changes = tuple(Change(None, note) for note in notes)
    return Edit(_counted(label, len(changes)), changes)


def _counted(label: str, count: int) -> str:
    return label.format("note" if count == 1 else f"{count} notes")


def _new_note(board: Board, note_id: str, rect: Rect, text: str, party: str | None, z: str) -> Note:
    known = party if party in board.parties else None
    note = Note(note_id, board.id, None, None, None, clean_text(text), known, 0, 0, 0, 0, z)
    return _laid(board, note, _large_enough(rect))


def _copies(board: Board, notes: Iterable[Note], dx: float, dy: float) -> Iterator[Note]:
    originals = sorted(notes, key=pile.height)
    for note, z in zip(originals, _keys_on_top(board, len(originals)), strict=True):
        copy = _new_note(board, new_id(), note.rect.moved(dx, dy), note.text, note.party, z)
        yield replace(copy, question=_kept_question(board, note, _place(copy)))


def _keys_on_top(board: Board, count: int) -> list[str]:
    top = max((note.z for note in board.notes.values()), default=None)
    return keys_between(top, None, count)


def _large_enough(rect: Rect) -> Rect:
    return Rect(rect.x, rect.y, max(rect.w, MIN_SIZE[0]), max(rect.h, MIN_SIZE[1]))


def _laid(board: Board, note: Note, rect: Rect) -> Note:
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
        question=_kept_question(board, note, place),
    )


def _place(note: Note) -> Place | None:
    if note.block is None or note.perspective is None:
        return None
    return Place(note.block, note.perspective)


def _kept_question(board: Board, note: Note, place: Place | None) -> str | None:
    """The note's question when `place` is where it was asked: other blocks use the same ids for other questions."""
    return _asked(board, place, note.question) if place and place.block == note.block else None


def _asked(board: Board, place: Place | None, question_id: str | None) -> str | None:
    """`question_id` when it is asked at `place`, else None."""
    if place is None or question_id is None:
        return None
    question = board.template.block(place.block).question(question_id)
    return question_id if question and question.perspective is place.perspective else None


def _grown(board: Board, note: Note, height: float) -> Note:
    """The note at least `height` mm high: it grows downwards, or both ways where that would change its lane."""
    if height <= note.h:
        return note
    lower = _laid(board, note, Rect(note.x, note.y, note.w, height))
    if _place(lower) == _place(note):
        return lower
    return _laid(board, note, Rect(note.x, note.y - (height - note.h) / 2, note.w, height))


def _across(board: Board, block_id: str, rect: Rect, perspective: Perspective) -> Rect:
    """Where `rect` lies in the lane of `perspective` if it keeps its place relative to the lane it lies in."""
    block = board.template.block(block_id)
    here = min((lane.rect for lane in block.lanes), key=lambda lane: lane.distance_to(rect.centre))
    there = block.lane(perspective).rect
    way = Point(there.x - here.x, there.y - here.y)
    x = _clipped(rect.x + way.x, rect.w, there.x, there.right)
    y = _clipped(rect.y + way.y, rect.h, there.y, there.bottom)
    return Rect(x, y, rect.w, rect.h)


def _clipped(start: float, length: float, low: float, high: float) -> float:
    """The start nearest to `start` that keeps `length` between `low` and `high`; if too long, in their middle."""
    if length >= high - low:
        return (low + high - length) / 2
    return min(max(start, low), high - length)
