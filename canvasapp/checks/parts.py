"""The parts of a workshop that checks read: a part that is as before is the same object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from canvasapp.checks.finding import Poster
from canvasapp.checks.rows import Rows, rows_of, shown_on
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
    """The parts of one board; one that is missing is empty.

    What they are made of is kept for the next time: the notes of each block as they lie, and the rows of each board.
    """

    board: Board
    parts: Mapping[Key, object]
    lying: Mapping[str, tuple[Note, ...]]
    of_boards: Mapping[str, tuple[Board, Rows]]

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
    of_boards = dict(_of_boards(workshop, registers, before))
    of_all = rows_of(workshop.entries.values(), {}, registers)
    visiting = _visiting(workshop, board, registers)
    lying = _lying(board, before)
    made: dict[Key, object] = {
        ("parties", ""): board.parties,
        ("links", ""): board.links,
        ("profile", ""): board.head.profile,
        ("poster", ""): poster,
        ("entries", ""): _entries_of_notes([of_boards[board.id][1], visiting]),
    }
    made |= _notes(lying, before)
    made |= _rows("rows", [of_boards[board.id][1], visiting, of_all])
    made |= _rows("everywhere", [of_all, *(rows for _, rows in of_boards.values())])
    return Parts(board, _as_before(made, before), lying, of_boards)


def _visiting(workshop: Workshop, board: Board, registers: Mapping[str, Register]) -> Rows:
    """The entries of other boards whose notes are shown on this one, too."""
    shared = {note.shared: note for note in board.notes.values() if note.shared}
    others = [other for other in workshop.boards.values() if other is not board and shared]
    visitors = (each for other in others for each in other.entries.values() if each.note in shared)
    return rows_of(visitors, shared, registers)


def _entries_of_notes(sources: list[Rows]) -> dict[str, str]:
    """The id of the entry of each note that has one, by `Note.content`."""
    every = (row.entry for rows in sources for of_one in rows.values() for row in of_one)
    return {entry.note: entry.id for entry in every if entry.note}


def _of_boards(
    workshop: Workshop, registers: Mapping[str, Register], before: Parts | None
) -> Iterator[tuple[str, tuple[Board, Rows]]]:
    for board in workshop.boards.values():
        known = before.of_boards.get(board.id) if before else None
        if known and _same_rows(known[0], board):
            yield board.id, (board, known[1])
        else:
            rows = rows_of(board.entries.values(), shown_on(board), registers)
            yield board.id, (board, rows)


def _same_rows(one: Board, other: Board) -> bool:
    return one.notes is other.notes and one.entries is other.entries


def _lying(board: Board, before: Parts | None) -> Mapping[str, tuple[Note, ...]]:
    """The notes of each block in no order; headings and pictures say nothing that is checked."""
    if before and before.board.notes is board.notes:
        return before.lying
    blocks: dict[str, list[Note]] = {}
    for note in board.notes.values():
        if note.kind is NoteKind.NOTE:
            blocks.setdefault(note.block or NOWHERE, []).append(note)
    return {block: tuple(notes) for block, notes in blocks.items()}


def _notes(lying: Mapping[str, tuple[Note, ...]], before: Parts | None) -> dict[Key, object]:
    """The notes of each block in reading order."""
    made: dict[Key, object] = {}
    for block, notes in lying.items():
        key = ("notes", block)
        alike = before is not None and before.lying.get(block) == notes
        made[key] = before.get(key) if before and alike else tuple(reading_order(notes))
    return made


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
