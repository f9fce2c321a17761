"""The parts of a workshop that checks read: a part that is as before is the same object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from canvasapp.checks.finding import Poster
from canvasapp.checks.rows import Row, Rows, rows_of
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import Note, NoteKind
from canvasapp.domain.register import Register

Key = tuple[str, str]
"""What a part is of, and which: ("notes", a block's id), ("rows", a register's id), ("links", "") and the like."""
NOWHERE = ""
"""Stands for the block of the notes that lie off the blocks."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one board, and of the boards beside it their rows. A part that is missing is empty."""

    workshop: Workshop
    board: Board
    parts: Mapping[Key, object]
    elsewhere: Mapping[str, tuple[Board, Rows]]

    def get(self, key: Key) -> object:
        return self.parts.get(key, ())


def parts_of(
    workshop: Workshop,
    board: Board,
    registers: Mapping[str, Register],
    poster: Poster | None,
    before: Parts | None = None,
) -> Parts:
    """The parts of a board of this workshop; those that are as they were `before` are the same objects."""
    elsewhere = dict(_elsewhere(workshop, registers, before))
    own, of_all = elsewhere[board.id][1], rows_of(workshop.entries.values(), board, registers)
    made: dict[Key, object] = {
        ("parties", ""): board.parties,
        ("links", ""): board.links,
        ("profile", ""): board.head.profile,
        ("poster", ""): poster,
    }
    made |= _notes(board, before)
    made |= _rows("rows", [own, of_all])
    made |= _rows("everywhere", [of_all, *(rows for _, rows in elsewhere.values())])
    return Parts(workshop, board, _as_before(made, before), elsewhere)


def _elsewhere(
    workshop: Workshop, registers: Mapping[str, Register], before: Parts | None
) -> Iterator[tuple[str, tuple[Board, Rows]]]:
    for board in workshop.boards.values():
        known = before.elsewhere.get(board.id) if before else None
        if known and _same_rows(known[0], board):
            yield board.id, (board, known[1])
        else:
            yield board.id, (board, rows_of(board.entries.values(), board, registers))


def _same_rows(one: Board, other: Board) -> bool:
    return one.notes is other.notes and one.entries is other.entries


def _notes(board: Board, before: Parts | None) -> dict[Key, object]:
    """The notes of each block in reading order; headings and pictures say nothing that is checked."""
    if before and before.board.notes is board.notes:
        return {key: part for key, part in before.parts.items() if key[0] == "notes"}
    blocks: dict[str, list[Note]] = {}
    for note in board.notes.values():
        if note.kind is NoteKind.NOTE:
            blocks.setdefault(note.block or NOWHERE, []).append(note)
    return {("notes", block): tuple(reading_order(notes)) for block, notes in blocks.items()}


def _rows(name: str, sources: list[Rows]) -> dict[Key, object]:
    named = {register for rows in sources for register in rows}
    return {
        (name, register): tuple(chain.from_iterable(rows.get(register, ()) for rows in sources))
        for register in named
    }


def _as_before(made: dict[Key, object], before: Parts | None) -> dict[Key, object]:
    if before is None:
        return made
    old = before.parts
    return {
        key: old[key] if key in old and old[key] == part else part for key, part in made.items()
    }


def rows_in(part: object) -> tuple[Row, ...]:
    """The rows of a part that holds rows."""
    assert isinstance(part, tuple)
    return part
