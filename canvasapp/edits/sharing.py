"""Plans that take notes to other boards: shown there too as one and the same note, copied or moved there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Link, Note, Record, new_id
from canvasapp.domain.template import Perspective, Place
from canvasapp.edits import pile
from canvasapp.edits.laying import laid, large_enough
from canvasapp.edits.notes import with_entries
from canvasapp.edits.placing import free_places
from canvasapp.edits.plan import counted, free, present


def show_on_board(
    workshop: Workshop,
    board_id: str,
    ids: Iterable[str],
    onto: str,
    block: str,
    view: Perspective | None = None,
) -> Edit:
    """The notes shown on the board `onto` as well, in free places of a block: what is said there is said here.

    Without a `view` each keeps its own; one that has none is taken for ours. Those that it shows already are passed
    over, and so are locked ones. Raises KeyError when its canvas has no such block.
    """
    board, other = workshop.boards.get(board_id), workshop.boards.get(onto)
    label = "Show {} on another board"
    if board is None or other is None:
        return Edit(counted(label, 0), ())
    notes = [note for note in free(board, ids) if not shows(other, note)]
    changes: list[Change] = []
    for note, twin in zip(notes, _laid_there(notes, board, other, block, view), strict=True):
        if note.shared is None:
            changes += [Change(note, replace(note, shared=note.id)), *_taken(board, note, None)]
        changes.append(Change(None, replace(twin, id=new_id(), shared=note.content, group=None)))
    return Edit(counted(label, len(notes)), tuple(changes))


def copy_to_board(
    workshop: Workshop,
    board_id: str,
    ids: Iterable[str],
    onto: str,
    block: str,
    view: Perspective | None = None,
) -> Edit:
    """Copies of the notes and their entries on the board `onto`: from then on each says what it says.

    They lie where `show_on_board` would show them. Raises KeyError when its canvas has no such block.
    """
    board, other = workshop.boards.get(board_id), workshop.boards.get(onto)
    label = "Copy {} to another board"
    if board is None or other is None:
        return Edit(counted(label, 0), ())
    notes = present(board, ids)
    laid_there = _laid_there(notes, board, other, block, view)
    copies = [replace(each, id=new_id(), shared=None, group=None) for each in laid_there]
    records = with_entries(zip(notes, copies, strict=True), board.entry_of.values())
    return Edit(counted(label, len(notes)), tuple(Change(None, record) for record in records))


def shows(board: Board, note: Note) -> bool:
    """Whether what the note says is shown on the board."""
    return any(each.content == note.content for each in board.notes.values())


def make_independent(workshop: Workshop, board_id: str, ids: Iterable[str]) -> Edit:
    """The notes as notes of their own: what is said of them here is not said elsewhere any more.

    Each takes a copy of its entry along, and the dots that it was given here. Those that are shown nowhere else are
    passed over.
    """
    board, label = workshop.boards.get(board_id), "Make {} independent"
    if board is None:
        return Edit(counted(label, 0), ())
    shown = Counter(n.shared for each in workshop.boards.values() for n in each.notes.values())
    ways = {n.id: new_id() for n in free(board, ids) if n.shared and shown[n.shared] > 1}
    changes: list[Change] = []
    for old, new in ways.items():
        note = board.note(old)
        changes += [Change(note, None), Change(None, replace(note, id=new, shared=None))]
        entry = board.entry_of.get(note.content)
        if entry is not None:
            changes.append(Change(None, replace(entry, id=new_id(), board=board_id, note=new)))
        dots = (each for each in board.dots.values() if each.note == note.content)
        changes += [Change(each, replace(each, note=new)) for each in dots]
    changes += [
        Change(each, led) for each in board.links.values() if (led := _led(each, ways)) != each
    ]
    return Edit(counted(label, len(ways)), tuple(changes))


def move_to_board(
    workshop: Workshop, board_id: str, ids: Iterable[str], onto: str, place: Place
) -> Edit:
    """The notes on the board `onto` instead, in free places of a lane, with the links between them.

    Those that it shows already are only taken away here. Raises KeyError when its canvas has no such block.
    """
    board, other = workshop.boards.get(board_id), workshop.boards.get(onto)
    label = "Move {} to another board"
    if board is None or other is None or board is other:
        return Edit(counted(label, 0), ())
    shown = {note.content for note in other.notes.values()}
    leaving = free(board, ids)
    notes = [note for note in leaving if note.content not in shown]
    moved = _laid_there(notes, board, other, place.block, place.perspective)
    links = [
        link
        for link in board.links.values()
        if {link.source, link.target} & {note.id for note in leaving}
    ]
    going = {note.id for note in notes}
    gone: list[Record] = [*links, *leaving]
    changes = [Change(record, None) for record in gone]
    changes += [Change(None, note) for note in moved]
    changes += [
        Change(None, replace(link, board=onto))
        for link in links
        if {link.source, link.target} <= going
    ]
    for note in notes:
        if note.shared is None:
            changes += _taken(board, note, onto)
    return Edit(counted(label, len(leaving)), tuple(changes))


def _led(link: Link, ways: Mapping[str, str]) -> Link:
    """The link between the notes that stand for those it joined."""
    source, target = ways.get(link.source, link.source), ways.get(link.target, link.target)
    return replace(link, source=source, target=target)


def _laid_there(
    notes: Sequence[Note], board: Board, other: Board, block: str, view: Perspective | None
) -> list[Note]:
    """The notes as they lie in free places of the other board, on top of its pile."""
    keys = pile.keys_on_top(other, len(notes))
    same = board.template is other.template
    rects: dict[str, Rect] = {}
    for lane in Perspective:
        seen = [each for each in notes if (view or each.perspective or Perspective.OUR) is lane]
        rects |= _places(other, Place(block, lane), seen)
    return [
        laid(
            other,
            replace(
                note, board=other.id, z=z, locked=False, question=note.question if same else None
            ),
            large_enough(rects[note.id], note.kind),
        )
        for note, z in zip(notes, keys, strict=True)
    ]


def _places(other: Board, place: Place, notes: Sequence[Note]) -> dict[str, Rect]:
    """Free places in a lane for so many notes, none larger than it was, by the notes' ids."""
    if not notes:
        return {}
    size = max(note.w for note in notes), max(note.h for note in notes)
    found = free_places(other, place.block, place.perspective, len(notes), size)
    return {
        note.id: Rect(rect.x, rect.y, min(note.w, rect.w), min(note.h, rect.h))
        for note, rect in zip(notes, found, strict=True)
    }


def _taken(board: Board, note: Note, onto: str | None) -> Iterator[Change]:
    """The note's entry taken to another board, or to none."""
    entry = board.entry_of.get(note.content)
    if entry is not None and entry.board != onto:
        yield Change(entry, None)
        yield Change(None, replace(entry, board=onto))
