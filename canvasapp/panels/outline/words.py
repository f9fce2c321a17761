"""What the rows of the outline say: on the screen in one line, aloud in full."""

from __future__ import annotations

from collections.abc import Mapping

from canvasapp.domain.board import Board
from canvasapp.domain.markup import plain_text
from canvasapp.domain.outline import Branch
from canvasapp.domain.records import Note, NoteKind, Seen
from canvasapp.domain.template import Perspective

VIEWS: Mapping[Perspective | None, str] = {
    Perspective.OUR: "Our view",
    Perspective.CUSTOMER: "Customer’s view",
}
OFF_BLOCKS = "Off the blocks"
KINDS = {NoteKind.NOTE: "note", NoteKind.HEADING: "heading", NoteKind.IMAGE: "image"}
WITHOUT_WORDS = {
    NoteKind.NOTE: "Empty note",
    NoteKind.HEADING: "Empty heading",
    NoteKind.IMAGE: "Image without a description",
}
LONGEST = 200
"""No row is so wide that it shows more characters of a note."""

LONGEST_ALOUD = 2_000


def counted(count: int) -> str:
    return "1 note" if count == 1 else f"{count} notes"


def title_of(branch: Branch) -> str:
    """Of the place that the branch's row stands for: a lane, or all that is off the blocks."""
    return VIEWS.get(branch.perspective, OFF_BLOCKS)


def shown(note: Note) -> str:
    """The beginning of what the note says, on one line."""
    return " ".join(plain_text(note.text[:LONGEST]).split()) or WITHOUT_WORDS[note.kind]


def said(note: Note) -> str:
    return plain_text(note.text).strip()[:LONGEST_ALOUD] or WITHOUT_WORDS[note.kind]


def facts_of(board: Board, branch: Branch, row: int) -> str:
    """Kind, view, party and place in its lane, such as "note, our view, Telecom, 3 of 12"."""
    note = branch.notes[row]
    party = board.parties.get(note.party) if note.party else None
    facts = (
        KINDS[note.kind],
        title_of(branch).lower(),
        party.name if party else "",
        f"{row + 1} of {len(branch.notes)}",
        "locked" if note.locked else "",
        "" if note.seen is Seen.SHOWN else note.seen.value,
    )
    return ", ".join(fact for fact in facts if fact)
