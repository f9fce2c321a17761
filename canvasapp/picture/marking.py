"""What is told of each note of a board by the marks in its corners and at its foot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from canvasapp.domain.board import Board
from canvasapp.domain.entries import missing
from canvasapp.domain.records import Entry, LinkKind, Note, Seen
from canvasapp.domain.register import Register
from canvasapp.domain.trace import ABOUT, EVIDENCE
from canvasapp.domain.voting import counted, shown_round
from canvasapp.picture.note_marks import NoteMarks

Told = defaultdict[str, dict[str, Any]]
"""What `NoteMarks` shall say, by the ids of notes."""


def marks_of(
    board: Board,
    *,
    locks: bool = False,
    badges: bool = True,
    registers: tuple[Register, ...] = (),
    votes: bool = True,
) -> dict[str, NoteMarks]:
    """The marks of those notes that have any; whether they are locked only when `locks` are wanted.

    With `badges` notes tell of their entries, of evidence and their status; entries of `registers` tell how much of
    them is missing. With `votes` they tell the dots they have in the latest round whose counts are shown.
    """
    told: Told = defaultdict(dict)
    marked = [note for lying in board.lanes.values() for note in lying.marked]
    for link in board.links.values():
        if link.kind is LinkKind.CONTRADICTS:
            told[link.source]["contradicted"] = told[link.target]["contradicted"] = True
    for note in [note for note in marked if note.seen is not Seen.SHOWN]:
        told[note.id]["seen"] = note.seen
    for note in [note for note in marked if locks and note.locked]:
        told[note.id]["locked"] = True
    for note, count in _voted(board, marked) if votes and board.rounds else ():
        told[note.id]["dots"] = count
    if badges:
        _tell_badges(board, marked, {register.id: register for register in registers}, told)
    return {note_id: NoteMarks(**marks) for note_id, marks in told.items()}


def _tell_badges(
    board: Board, marked: Iterable[Note], known: Mapping[str, Register], told: Told
) -> None:
    for note in [note for note in marked if note.status is not None]:
        told[note.id]["status"] = note.status
    for note, entry, evidenced in _entered(board, marked):
        told[note.id] |= _of_entry(note, entry, known)
        if evidenced:
            told[note.id]["evidenced"] = True


def _of_entry(note: Note, entry: Entry | None, known: Mapping[str, Register]) -> dict[str, Any]:
    if entry is None:
        return {}
    register = known.get(entry.register)
    empty = len(missing(register, entry, note)) if register else 0
    return {"code": entry.code, "missing": empty}


def _voted(board: Board, marked: Iterable[Note]) -> Iterator[tuple[Note, int]]:
    """The notes with dots in the round that is shown; most notes are never looked at."""
    vote = shown_round(board)
    counts = counted(board, vote.id) if vote else {}
    by_themselves = (note for each in counts if (note := board.notes.get(each)))
    for note in (*by_themselves, *(note for note in marked if note.shared is not None)):
        if count := counts.get(note.content):
            yield note, count


def _entered(board: Board, marked: Iterable[Note]) -> Iterator[tuple[Note, Entry | None, bool]]:
    """The notes that have an entry or evidence, with the entry and whether there is evidence."""
    entry_of, evidenced = board.entry_of, _evidenced(board)
    twins = [note for note in marked if note.shared is not None]
    contents = entry_of.keys() | evidenced
    named = [note for each in contents if (note := board.notes.get(each)) and note.shared is None]
    for note in (*named, *twins):  # most notes are never looked at
        entry = entry_of.get(note.content)
        has_evidence = note.content in evidenced or (entry is not None and entry.id in evidenced)
        if entry is not None or has_evidence:
            yield note, entry, has_evidence


def _evidenced(board: Board) -> set[str]:
    """What evidence is about: contents of notes and ids of entries."""
    found: set[str] = set()
    for entry in (*board.in_common.values(), *board.entries.values()):
        about = entry.get(ABOUT) if entry.register == EVIDENCE else None
        if isinstance(about, tuple):
            found.update(about)
    return found
