"""What entries say: their values with the text of their note and what follows from them, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.records import Entry, Note
from canvasapp.domain.register import Field, Register, Scope, Value


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with the board it lies on and the note it belongs to.

    One of a note that several boards show is listed with the first of them; one of the whole workshop has neither.
    """

    entry: Entry
    board: Board | None = None
    note: Note | None = None


def value_of(register: Register, entry: Entry, note: Note | None, field_id: str) -> Value | None:
    """What a field holds, wherever it is kept; None while it is empty.

    The main field of an entry that belongs to a note is the note's text; a computed one follows from the others.
    """
    if field_id == register.main and entry.note is not None:
        return (note.text.strip() or None) if note else None
    compute = COMPUTED.get((register.id, field_id))
    return compute(entry) if compute else entry.get(field_id)


def missing(register: Register, entry: Entry, note: Note | None) -> tuple[Field, ...]:
    """The required fields that are empty, in their order."""
    return tuple(
        field
        for field in register.fields
        if field.required and value_of(register, entry, note, field.id) is None
    )


def offered(board: Board, note: Note, registers: Mapping[str, Register]) -> list[Register]:
    """The registers that the note's block names and a note can be an entry of, in the block's order."""
    if note.block is None:
        return []
    named = board.template.block(note.block).registers
    known = [registers[each] for each in named if each in registers]
    return [register for register in known if register.scope is Scope.BLOCK]


def register_rows(workshop: Workshop, register: str) -> list[Row]:
    """The entries of a register: those of the workshop, then board by board, each in the order of their codes."""
    shown = _first_shown(workshop)
    rows = [Row(each, *shown.get(each.note, (None, None))) for each in workshop.entries.values()]
    by_content = {content: note for content, (_, note) in shown.items()}
    for board in workshop.boards_in_order():
        rows += [Row(each, board, by_content.get(each.note)) for each in board.entries.values()]
    place = {board.id: at for at, board in enumerate(workshop.boards_in_order(), 1)}
    return sorted(
        (row for row in rows if row.entry.register == register),
        key=lambda row: (place[row.board.id] if row.board else 0, *code_order(row.entry.code)),
    )


def code_order(code: str) -> tuple[str, int]:
    """What codes are sorted by: G2 comes before G10."""
    letters = code.rstrip("0123456789")
    return letters, int(code[len(letters) :] or 0)


def entries(workshop: Workshop) -> Iterable[Entry]:
    """All entries: of the workshop and of its boards."""
    yield from workshop.entries.values()
    for board in workshop.boards.values():
        yield from board.entries.values()


def entry_by_id(workshop: Workshop, entry_id: str) -> Entry | None:
    """The workshop's entry of this id, on whatever board."""
    return next((each for each in entries(workshop) if each.id == entry_id), None)


def notes_of(workshop: Workshop, content: str | None) -> list[Note]:
    """The notes with this content, on the boards in their order."""
    boards = workshop.boards_in_order()
    return [note for b in boards for note in b.notes.values() if note.content == content]


def _first_shown(workshop: Workshop) -> dict[str | None, tuple[Board, Note]]:
    """Each note by its content, with the first board that shows it."""
    shown: dict[str | None, tuple[Board, Note]] = {}
    for board in workshop.boards_in_order():
        for note in board.notes.values():
            shown.setdefault(note.content, (board, note))
    return shown


def _realised(entry: Entry) -> Value | None:
    """The value a customer realises, from our capability and their effort against what they expected."""
    capability, effort = entry.get("capability"), entry.get("effort")
    match capability, effort:
        case (None, _) | (_, None):
            return None
        case ("below expectation", _) | ("as expected", "more than expected"):
            return "low"
        case ("above expectation", "as expected" | "less than expected"):
            return "high"
        case ("as expected", "less than expected"):
            return "high"
    return "met"


COMPUTED: Mapping[tuple[str, str], Callable[[Entry], Value | None]] = MappingProxyType(
    {("expectation", "realised"): _realised}
)
"""What follows from the other values of an entry, by register and field."""
