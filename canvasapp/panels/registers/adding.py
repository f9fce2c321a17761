"""Plans a new row of a register: with a note where it belongs to one, without where it does not."""

from __future__ import annotations

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.records import new_id
from canvasapp.domain.register import Register, Scope
from canvasapp.domain.template import Block, Perspective
from canvasapp.edits.entries import add_entry, make_entry
from canvasapp.edits.notes import add_note
from canvasapp.edits.placing import places_for
from canvasapp.picture.note_picture import grown_height


def home_of(board: Board, register: Register) -> Block | None:
    """The first block of the board that has this register, in the order they are worked through."""
    blocks = board.template.blocks_in_order()
    return next((block for block in blocks if register.id in block.registers), None)


def can_add(board: Board, register: Register) -> bool:
    """Whether a new row has a place: one that is a note needs a block."""
    return register.scope is not Scope.BLOCK or home_of(board, register) is not None


def added_row(workshop: Workshop, board: Board, register: Register, entry_id: str) -> Edit:
    """A new entry with this id; one that belongs to a note with a new note in free room, in our view."""
    if register.scope is not Scope.BLOCK:
        return add_entry(workshop, register, board.id, entry_id=entry_id)
    block = home_of(board, register)
    label = f"Add {register.title}"
    if block is None:
        return Edit(label, ())
    (place,) = places_for(board, block.id, Perspective.OUR, [""], grown_height)
    noted = add_note(board, place, note_id=new_id())
    (note_id,) = (change.record.id for change in noted.changes)
    made = make_entry(workshop.after(noted), board.id, note_id, register, entry_id)
    return Edit(label, noted.changes + made.changes)
