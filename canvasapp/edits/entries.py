"""Plans for structured entries: a note made testable, what its fields hold, and entries without a note.

What is not there is passed over. What follows for other records is in `edits.consequences`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.entries import entries, entry_by_id, notes_of
from canvasapp.domain.records import Entry, Note, NoteKind, new_id
from canvasapp.domain.register import Register, Scope, Value, Values, with_value
from canvasapp.domain.thresholds import refusal
from canvasapp.edits.consequences import next_code
from canvasapp.edits.notes import set_text
from canvasapp.edits.plan import present
from canvasapp.edits.values import UnfitValueError, fit_value


def make_entry(
    workshop: Workshop, board_id: str, note_id: str, register: Register, entry_id: str | None = None
) -> Edit:
    """The note as an entry of this register, whose main field is the note's text from now on.

    One that is an entry of another register keeps its id and the values that fit.
    """
    label = f"Make {register.title}"
    note = _note(workshop, board_id, note_id)
    if note is None or note.kind is not NoteKind.NOTE or register.scope is not Scope.BLOCK:
        return Edit(label, ())
    old = workshop.boards[board_id].entry_of.get(note.content)
    if old is not None and old.register == register.id:
        return Edit(label, ())
    code = next_code(register.code, (each.code for each in entries(workshop)))
    if old is not None:
        values = tuple(_fitting(workshop, register, old.values))
        new = replace(old, register=register.id, code=code, values=values)
    else:
        lying = None if note.shared else board_id
        new = Entry(entry_id or new_id(), lying, register.id, note.content, code)
    return Edit(label, (Change(old, new),))


def unmake_entries(board: Board, note_ids: Iterable[str]) -> Edit:
    """The notes as plain notes again: their text stays, what their entries held besides goes."""
    found = (board.entry_of.get(note.content) for note in present(board, note_ids))
    return Edit("Make plain note", tuple(Change(each, None) for each in found if each is not None))


def add_entry(
    workshop: Workshop,
    register: Register,
    board_id: str | None = None,
    values: Values = (),
    entry_id: str | None = None,
) -> Edit:
    """An entry without a note: of a board, or of the workshop, as the register's scope says.

    Raises UnfitValueError and TextTooLongError.
    """
    label = f"Add {register.title}"
    known = board_id in workshop.boards
    if register.scope is Scope.BLOCK or (register.scope is Scope.CANVAS and not known):
        return Edit(label, ())
    fit = ((name, fit_value(workshop, register.field(name), value)) for name, value in values)
    held = tuple(sorted((name, value) for name, value in fit if value is not None))
    code = next_code(register.code, (each.code for each in entries(workshop)))
    lying = board_id if register.scope is Scope.CANVAS else None
    entry = Entry(entry_id or new_id(), lying, register.id, None, code, held)
    _refuse_if_closed(None, entry)
    return Edit(label, (Change(None, entry),))


def remove_entries(workshop: Workshop, ids: Iterable[str]) -> Edit:
    """The entries taken away; notes that they belong to stay as plain notes.

    Raises UnfitValueError when one of them is agreed.
    """
    found = [entry_by_id(workshop, each) for each in dict.fromkeys(ids)]
    for each in found:
        _refuse_if_closed(each, None)
    changes = tuple(Change(each, None) for each in found if each is not None)
    return Edit("Remove entry" if len(changes) == 1 else f"Remove {len(changes)} entries", changes)


def set_value(
    workshop: Workshop,
    register: Register,
    entry_id: str,
    field_id: str,
    value: Value | None,
    height: float | None = None,
) -> Edit:
    """The field of an entry with this value, or empty.

    The main field of a note's entry is the note's text: the note grows when that needs more `height` (mm).
    Raises UnfitValueError and TextTooLongError, and KeyError when the register has no such field.
    """
    field = register.field(field_id)
    entry = entry_by_id(workshop, entry_id)
    label = f"Change {field.label}"
    if entry is None or entry.register != register.id:
        return Edit(label, ())
    fit = fit_value(workshop, field, value)
    if field_id == register.main and entry.note is not None:
        return Edit(label, _retold(workshop, entry.note, str(fit or ""), height))
    changed = replace(entry, values=with_value(entry.values, field_id, fit))
    _refuse_if_closed(entry, changed)
    return Edit(label, (Change(entry, changed),) if changed != entry else ())


def _refuse_if_closed(before: Entry | None, after: Entry | None) -> None:
    """Raises UnfitValueError when what was agreed would change."""
    if why := refusal(before, after):
        raise UnfitValueError(why)


def _note(workshop: Workshop, board_id: str, note_id: str) -> Note | None:
    board = workshop.boards.get(board_id)
    return board.notes.get(note_id) if board else None


def _fitting(workshop: Workshop, register: Register, values: Values) -> Iterator[tuple[str, Value]]:
    """The values that the register has fields for."""
    known = {field.id: field for field in register.fields if field.id != register.main}
    for name, value in values:
        if name in known:
            try:
                fit = fit_value(workshop, known[name], value)
            except UnfitValueError:
                continue
            if fit == value:
                yield name, value


def _retold(
    workshop: Workshop, content: str, text: str, height: float | None
) -> tuple[Change, ...]:
    """The first note of this content that is not locked, with another text: its twins follow."""
    for note in notes_of(workshop, content):
        if not note.locked:
            return set_text(workshop.boards[note.board], note.id, text, height).changes
    return ()
