"""Plans for notes: what a person does to them, as edits for the journal to commit.

What is not there is passed over, be it a note, a party or a question: it may have gone since it was chosen. So is a
locked note, in these and all other plans. A plan that changes nothing returns an edit without changes.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Attachment, Entry, Note, NoteKind, Record, new_id
from canvasapp.domain.template import Perspective
from canvasapp.edits import pile
from canvasapp.edits.laying import (
    MIN_HEADING as MIN_HEADING,
)
from canvasapp.edits.laying import (
    MIN_SIZE as MIN_SIZE,
)
from canvasapp.edits.laying import (
    Size,
    asked,
    clipped,
    grown,
    kept_question,
    laid,
    large_enough,
    new_note,
    place_of,
)
from canvasapp.edits.placing import WIDE as WIDE
from canvasapp.edits.plan import added, changed, counted, free, present
from canvasapp.edits.wording import clean_text

SMALL: Size = (50.0, 50.0)
MEDIUM: Size = (64.0, 64.0)
LARGE: Size = (76.0, 76.0)
HEADING: Size = (200.0, 16.94)
"""Room for a line of letters of 40 pt."""


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
    (z,) = pile.keys_on_top(board, 1)
    note = new_note(board, note_id or new_id(), rect, text, party, z)
    answer = asked(board, place_of(note), question)
    return Edit("Add note", (Change(None, replace(note, question=answer)),))


def add_notes(
    board: Board, placed_texts: Iterable[tuple[Rect, str]], *, party: str | None = None
) -> Edit:
    """New notes on top of the pile, the last one topmost. Raises TextTooLongError."""
    wanted = list(placed_texts)
    keys = pile.keys_on_top(board, len(wanted))
    return added(
        "Add {}",
        (
            new_note(board, new_id(), rect, text, party, z)
            for (rect, text), z in zip(wanted, keys, strict=True)
        ),
    )


def add_heading(board: Board, rect: Rect, text: str = "", *, note_id: str | None = None) -> Edit:
    """Large text without paper, on top of the pile; it is written as large as `rect` is high.

    Raises TextTooLongError.
    """
    (z,) = pile.keys_on_top(board, 1)
    note = new_note(board, note_id or new_id(), rect, text, None, z, NoteKind.HEADING)
    return Edit("Add heading", (Change(None, note),))


def move_notes(board: Board, ids: Iterable[str], dx: float, dy: float) -> Edit:
    """The notes moved by `dx` and `dy` mm, into another block or lane if their centres lie there."""
    return changed(
        "Move {}",
        ((note, laid(board, note, note.rect.moved(dx, dy))) for note in free(board, ids)),
    )


def drop_notes(board: Board, ids: Iterable[str], dx: float, dy: float) -> Edit:
    """The notes moved and let go: where others would lie over them they come to lie on top of the pile."""
    edit = move_notes(board, ids, dx, dy)
    moved = [change.after for change in edit.changes if isinstance(change.after, Note)]
    if not pile.is_covered(moved, board.notes.values()):
        return edit
    lowest_first = sorted(moved, key=pile.height)
    keys = pile.keys_on_top(board, len(moved))
    on_top = {note.id: replace(note, z=z) for note, z in zip(lowest_first, keys, strict=True)}
    return replace(
        edit, changes=tuple(Change(each.before, on_top[each.record.id]) for each in edit.changes)
    )


def resize_note(board: Board, note_id: str, rect: Rect) -> Edit:
    """The note at `rect`, which is made no smaller than MIN_SIZE, a heading no smaller than MIN_HEADING."""
    return changed(
        "Resize {}",
        (
            (note, laid(board, note, large_enough(rect, note.kind)))
            for note in free(board, [note_id])
        ),
    )


def set_text(board: Board, note_id: str, text: str, height: float | None = None) -> Edit:
    """The note with this text; it grows when the text needs more `height` (mm) than it has.

    A heading takes the height it is given, as its letters are as large as it is high. Raises TextTooLongError.
    """
    cleaned = clean_text(text)
    return changed(
        "Type text",
        (
            (note, replace(grown(board, note, note.w, _height(note, height)), text=cleaned))
            for note in free(board, [note_id])
        ),
    )


def set_party(board: Board, ids: Iterable[str], party_id: str | None) -> Edit:
    """The notes as this party's, or as nobody's; headings and pictures have no paper to show whose they are."""
    known = party_id is None or party_id in board.parties
    return changed(
        "Change party of {}",
        (
            (note, replace(note, party=party_id))
            for note in free(board, ids)
            if known and note.kind is NoteKind.NOTE
        ),
    )


def set_perspective(board: Board, ids: Iterable[str], perspective: Perspective) -> Edit:
    """The notes in the other lane of their block, where they were in the first. Notes off the blocks stay."""
    return changed(
        "Change view of {}",
        (
            (note, laid(board, note, _across(board, note.block, note.rect, perspective)))
            for note in free(board, ids)
            if note.block is not None and note.perspective is not perspective
        ),
    )


def set_question(board: Board, ids: Iterable[str], question_id: str | None) -> Edit:
    """The notes as answers to this question, those it is asked of; or as answers to none."""
    return changed(
        "Change question of {}",
        (
            (note, replace(note, question=question_id))
            for note in free(board, ids)
            if question_id is None or asked(board, place_of(note), question_id)
        ),
    )


def restack(board: Board, ids: Iterable[str], stack: Stack) -> Edit:
    """The notes higher or lower in the pile, in the order they have among themselves."""
    chosen = {note.id for note in free(board, ids)}
    label, reordered = _STACKINGS[stack]
    return changed(label, pile.rekeyed(reordered(board.pile(), chosen), chosen))


def remove_notes(board: Board, ids: Iterable[str]) -> Edit:
    """The notes and the links at them taken away; an entry goes with the last note that shows it."""
    gone = {note.id: note for note in free(board, ids)}
    loose = [link for link in board.links.values() if link.source in gone or link.target in gone]
    records: list[Record] = [*loose, *gone.values()]
    changes = tuple(Change(record, None) for record in records)
    return Edit(counted("Remove {}", len(gone)), changes)


def paste(
    board: Board,
    notes: Iterable[Note],
    dx: float,
    dy: float,
    attachments: Iterable[Attachment] = (),
    entries: Iterable[Entry] = (),
) -> Edit:
    """Copies of `notes`, from this or any other board, moved by `dx` and `dy` mm, on top of the pile.

    A party, question or picture that is unknown here is left behind, but for pictures whose records are brought along
    in `attachments`. Copies are not locked, and form groups of their own; those of notes with one of the `entries` have
    a copy of it. Raises TextTooLongError.
    """
    brought = {each.id: each for each in attachments if each.id not in board.attachments}
    copies = list(_copies(board, notes, dx, dy, {*board.attachments, *brought}))
    used = {copy.image for _, copy in copies}
    new: list[Record] = [each for each in brought.values() if each.id in used]
    changes = tuple(Change(None, record) for record in (*new, *with_entries(copies, entries)))
    return Edit(counted("Paste {}", len(copies)), changes)


def duplicate_notes(board: Board, ids: Iterable[str], dx: float, dy: float) -> Edit:
    """Copies of the board's own notes and their entries, moved by `dx` and `dy` mm, on top of the pile."""
    copies = list(_copies(board, present(board, ids), dx, dy, board.attachments))
    held = board.entry_of.values()
    changes = tuple(Change(None, record) for record in with_entries(copies, held))
    return Edit(counted("Duplicate {}", len(copies)), changes)


_STACKINGS = {
    Stack.FRONT: ("Bring {} to front", pile.to_front),
    Stack.BACK: ("Send {} to back", pile.to_back),
    Stack.FORWARD: ("Bring {} forward", pile.forward),
    Stack.BACKWARD: ("Send {} backward", pile.backward),
}


def _height(note: Note, wanted: float | None) -> float:
    if note.kind is NoteKind.HEADING:
        return max(wanted or note.h, MIN_HEADING[1])
    return max(note.h, wanted or 0)


def _copies(
    board: Board, notes: Iterable[Note], dx: float, dy: float, images: Container[str]
) -> Iterator[tuple[Note, Note]]:
    """Each of the notes, from the lowest to the topmost, with a copy of it."""
    originals = [n for n in notes if n.kind is not NoteKind.IMAGE or n.image in images]
    originals.sort(key=pile.height)
    groups: dict[str | None, str] = {n.group: new_id() for n in originals if n.group}
    for note, z in zip(originals, pile.keys_on_top(board, len(originals)), strict=True):
        rect = note.rect.moved(dx, dy)
        copy = new_note(board, new_id(), rect, note.text, note.party, z, note.kind)
        copy = replace(
            copy,
            question=kept_question(board, note, place_of(copy)),
            group=groups.get(note.group),
            image=note.image if note.image in images else None,
            status=note.status,
            tags=note.tags,
            seen=note.seen,
        )
        yield note, copy


def with_entries(copies: Iterable[tuple[Note, Note]], entries: Iterable[Entry]) -> Iterator[Record]:
    """The copies, each with one of the entry that its original has; the journal gives that a code of its own."""
    held = {entry.note: entry for entry in entries}
    for note, copy in copies:
        yield copy
        entry = held.get(note.content)
        if entry is not None:
            yield replace(entry, id=new_id(), board=copy.board, note=copy.id)


def _across(board: Board, block_id: str, rect: Rect, perspective: Perspective) -> Rect:
    """Where `rect` lies in the lane of `perspective` if it keeps its place relative to the lane it lies in."""
    block = board.template.block(block_id)
    here = min((lane.rect for lane in block.lanes), key=lambda lane: lane.distance_to(rect.centre))
    there = block.lane(perspective).rect
    way = Point(there.x - here.x, there.y - here.y)
    x = clipped(rect.x + way.x, rect.w, there.x, there.right)
    y = clipped(rect.y + way.y, rect.h, there.y, there.bottom)
    return Rect(x, y, rect.w, rect.h)
