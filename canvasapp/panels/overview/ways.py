"""What may come over from one block to another, and the edit that brings it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.records import Note
from canvasapp.domain.template import Perspective
from canvasapp.edits.sharing import copy_to_board, show_on_board, shows
from canvasapp.panels.overview.flows import BoardBlock

SHOWN = "Shown there already"
LOCKED = "Locked: unlock it first"


@dataclass(frozen=True, slots=True)
class Way:
    """From a block to one of another board. `view` None: each note keeps its own. `copies`: not one note in both."""

    source: BoardBlock
    target: BoardBlock
    view: Perspective | None = None
    copies: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A note of the source. `why` says why it can not come along; one that is not `new` is shown there already."""

    note: Note
    why: str
    new: bool


def candidates(workshop: Workshop, way: Way) -> list[Candidate]:
    """The notes of the source in reading order: copies can be made of any, as often as one likes."""
    other = workshop.boards[way.target.board]
    found = []
    for note in workshop.boards[way.source.board].notes_in(way.source.block):
        new = not shows(other, note)
        why = "" if new else SHOWN
        if new and note.locked:
            why = LOCKED
        found.append(Candidate(note, "" if way.copies else why, new))
    return found


def proposed(found: Iterable[Candidate], preferred: Iterable[str] = ()) -> frozenset[str]:
    """The ids of those that are ticked to begin with: those `preferred` that may come, if any, else all that is new."""
    possible = {each.note.id for each in found if not each.why and each.new}
    return frozenset(possible & set(preferred) or possible)


def bringing(workshop: Workshop, way: Way, ids: Iterable[str]) -> Edit:
    plan = copy_to_board if way.copies else show_on_board
    source, target = way.source, way.target
    return plan(workshop, source.board, ids, target.board, target.block, way.view)


def arriving(edit: Edit, board_id: str) -> frozenset[str]:
    """The ids of the notes that are new on a board after the edit."""
    return frozenset(
        change.after.id
        for change in edit.changes
        if change.before is None
        and isinstance(change.after, Note)
        and change.after.board == board_id
    )
