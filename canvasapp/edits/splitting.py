"""Plans that make several notes of one and one of several."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.geometry import Rect
from canvasapp.domain.listed import lines_of
from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import Link, Note, NoteKind, Seen, new_id
from canvasapp.edits import pile
from canvasapp.edits.laying import grown, new_note
from canvasapp.edits.marks import clean_tags
from canvasapp.edits.merging import merged_dots, merged_entries
from canvasapp.edits.placing import GAP_DOWN, free_places
from canvasapp.edits.plan import counted, free
from canvasapp.edits.wording import clean_text

FEWEST = 2


def split_note(board: Board, note_id: str) -> Edit:
    """A note for each line of its text: the first stays, the others go to free places of the lane or below it."""
    notes = [note for note in free(board, [note_id]) if note.kind is NoteKind.NOTE]
    lines = [line for note in notes for line in lines_of(note.text)]
    if len(lines) < FEWEST:
        return Edit("Split note", ())
    (note,), (first, *others) = notes, lines
    changes = [Change(note, replace(note, text=first))]
    keys = pile.keys_on_top(board, len(others))
    for text, z, rect in zip(others, keys, _places(board, note, len(others)), strict=True):
        new = new_note(board, new_id(), rect, text, note.party, z)
        same_lane = (new.block, new.perspective) == (note.block, note.perspective)
        question = note.question if same_lane else None
        new = replace(new, question=question, status=note.status, tags=note.tags, seen=note.seen)
        changes.append(Change(None, new))
    return Edit("Split note", tuple(changes))


HeightFor = Callable[[Note, str], float]
"""How high (mm) a note must be to say a text."""


def merge_notes(board: Board, ids: Iterable[str], height_for: HeightFor) -> Edit:
    """The notes made one, which is the first in reading order and says each text on lines of its own.

    It keeps its party, and the first image, status and entry there are, and is as hidden as the most hidden of them;
    links and dots of the others lead to it now, and what was said about them is said about it. Raises TextTooLongError.
    """
    notes = _mergeable(board, ids)
    if len(notes) < FEWEST:
        return Edit("Merge notes", ())
    first, *others = notes
    text = clean_text("\n".join(note.text for note in notes if note.text.strip()))
    image = next((note.image for note in notes if note.image), None)
    status = next((note.status for note in notes if note.status), None)
    tags = clean_tags(tag for note in notes for tag in note.tags)
    seen = max((note.seen for note in notes), key=list(Seen).index)
    kept = replace(first, text=text, image=image, status=status, tags=tags, seen=seen)
    kept = grown(board, kept, first.w, max(first.h, height_for(kept, text)))
    gone = {note.id for note in others}
    changes = [*_relinked(board, gone, first.id), *(Change(note, None) for note in others)]
    changes += [*merged_entries(board, first, others), *merged_dots(board, first, others)]
    if kept != first:
        changes.append(Change(first, kept))
    return Edit(counted("Merge {}", len(notes)), tuple(changes))


def _mergeable(board: Board, ids: Iterable[str]) -> list[Note]:
    return reading_order(note for note in free(board, ids) if note.kind is NoteKind.NOTE)


def _places(board: Board, note: Note, count: int) -> list[Rect]:
    if note.block is not None and note.perspective is not None:
        return free_places(board, note.block, note.perspective, count, (note.w, note.h))
    step = note.h + GAP_DOWN
    return [note.rect.moved(0, step * number) for number in range(1, count + 1)]


def _relinked(board: Board, gone: set[str], kept: str) -> list[Change]:
    """The links at notes that go, led to the one that is kept; those that are there already go too."""
    changes: list[Change] = []
    joined = {_ends(link) for link in board.links.values() if not gone & {link.source, link.target}}
    for link in board.links.values():
        if gone & {link.source, link.target}:
            source = kept if link.source in gone else link.source
            target = kept if link.target in gone else link.target
            led = replace(link, source=source, target=target)
            needed = source != target and _ends(led) not in joined
            joined.add(_ends(led))
            changes.append(Change(link, led if needed else None))
    return changes


def _ends(link: Link) -> tuple[str, str, str]:
    return link.source, link.target, link.kind
