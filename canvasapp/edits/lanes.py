"""Plans that speak of lanes instead of places: moved, pasted and changed in order where no pointer says where to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Entry, Note
from canvasapp.domain.template import Place
from canvasapp.edits.laying import clipped, laid, place_of
from canvasapp.edits.notes import paste
from canvasapp.edits.placing import free_places
from canvasapp.edits.plan import changed, free


def move_to_lane(board: Board, ids: Iterable[str], place: Place) -> Edit:
    """The notes in free room of a lane; those that are there already stay. Raises KeyError without such a block."""
    coming = [note for note in free(board, ids) if place_of(note) != place]
    rects = _rects(board, coming, place)
    pairs = zip(coming, rects, strict=True)
    return changed("Move {}", ((note, laid(board, note, rect)) for note, rect in pairs))


def paste_into_lane(
    board: Board, notes: Iterable[Note], place: Place, entries: Iterable[Entry] = ()
) -> Edit:
    """Copies of `notes` with their `entries`, from this or any other board, in free room of a lane.

    Raises TextTooLongError.
    """
    edit = paste(board, notes, 0, 0, entries=entries)
    copies = [each.after for each in edit.changes if isinstance(each.after, Note)]
    pairs = zip(copies, _rects(board, copies, place), strict=True)
    lain = [Change(None, laid(board, note, rect)) for note, rect in pairs]
    others = [each for each in edit.changes if not isinstance(each.after, Note)]
    return replace(edit, changes=(*lain, *others))


def exchange_places(board: Board, note_id: str, other_id: str) -> Edit:
    """Two notes, each where the other one was; nothing when one of them is locked."""
    both = free(board, [note_id, other_id])
    if len(both) != len({note_id, other_id}):
        return changed("Move {}", ())
    places = zip(both, reversed(both), strict=True)
    return changed(
        "Move {}", ((note, laid(board, note, _at(note, other))) for note, other in places)
    )


def _at(note: Note, other: Note) -> Rect:
    return Rect(other.x, other.y, note.w, note.h)


def _rects(board: Board, notes: Sequence[Note], place: Place) -> Iterator[Rect]:
    """Where so many notes find room, each in its own size and with its middle in the lane."""
    size = (max((n.w for n in notes), default=0), max((n.h for n in notes), default=0))
    lane = board.template.block(place.block).lane(place.perspective).rect
    cells = free_places(board, place.block, place.perspective, len(notes), size)
    for note, cell in zip(notes, cells, strict=True):
        x = clipped(cell.x, note.w, lane.x, lane.right)
        y = clipped(cell.y, note.h, lane.y, lane.bottom)
        yield Rect(x, y, note.w, note.h)
