"""How far a board has come: notes, answers from both points of view, entries and contradictions, counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from canvasapp.domain.answers import Tally, tally
from canvasapp.domain.board import Board
from canvasapp.domain.entries import missing
from canvasapp.domain.records import Entry, LinkKind, Note
from canvasapp.domain.register import Register
from canvasapp.domain.template import Perspective


@dataclass(frozen=True, slots=True)
class BoardState:
    """The figures of one board. `complete` are those of its `entries` that miss nothing that is required."""

    title: str
    canvas: str
    notes: int
    tallies: Mapping[Perspective, Tally]
    entries: int
    complete: int
    contradictions: int


def board_state(board: Board, registers: Mapping[str, Register]) -> BoardState:
    """Entries of registers that are not known are left out; those of notes shown on several boards count on each."""
    known = [each for each in _entries(board) if each[0].register in registers]
    return BoardState(
        title=board.head.title,
        canvas=board.template.name,
        notes=len(board.notes),
        tallies={each: tally(board, each) for each in Perspective},
        entries=len(known),
        complete=sum(not missing(registers[entry.register], entry, note) for entry, note in known),
        contradictions=sum(link.kind is LinkKind.CONTRADICTS for link in board.links.values()),
    )


def _entries(board: Board) -> Iterator[tuple[Entry, Note | None]]:
    """The entries of the board's notes, each with the first of them, and those that belong to the board as a whole."""
    notes = {note.content: note for note in reversed(list(board.notes.values()))}
    for content, entry in board.entry_of.items():
        if content in notes:
            yield entry, notes[content]
    for entry in board.entries.values():
        if entry.note is None:
            yield entry, None
