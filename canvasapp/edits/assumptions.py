"""Plans for assumptions: made of what a note says, and weighed by importance and evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from canvasapp.domain.assumptions import ASSUMPTION, EVIDENCE, IMPORTANCE, Cell
from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.entries import entry_by_id
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import NoteKind, NoteStatus
from canvasapp.domain.register import Register, with_value
from canvasapp.edits.entries import add_entry
from canvasapp.edits.marks import set_status
from canvasapp.edits.plan import present
from canvasapp.edits.values import fit_value

SAID_LESS = (None, NoteStatus.IDEA)
"""What a note's status is before it is known for an assumption."""


def weigh(workshop: Workshop, register: Register, entry_id: str, cell: Cell) -> Edit:
    """The assumption with another importance and evidence. Raises UnfitValueError off the scales."""
    entry = entry_by_id(workshop, entry_id)
    if entry is None or entry.register != ASSUMPTION:
        return Edit("Weigh assumption", ())
    values = entry.values
    for field, value in zip((IMPORTANCE, EVIDENCE), cell, strict=True):
        fit = fit_value(workshop, register.field(field), float(value))
        values = with_value(values, field, fit)
    weighed = replace(entry, values=values)
    return Edit("Weigh assumption", (Change(entry, weighed),) if weighed != entry else ())


def assume(workshop: Workshop, register: Register, board_id: str, ids: Iterable[str]) -> Edit:
    """An assumption about each of the notes, in its words; notes without words, pictures and headings have none.

    Their status follows when nothing more was said of them.
    """
    board = workshop.boards[board_id]
    notes = [n for n in present(board, ids) if n.kind is NoteKind.NOTE and n.text.strip()]
    changes: list[Change] = []
    for note in notes:
        words = " ".join(plain_text(note.text).split())
        values = (("about", (note.content,)), ("statement", words))
        changes += add_entry(workshop, register, values=values).changes
    less = [note.id for note in notes if note.status in SAID_LESS]
    changes += set_status(board, less, NoteStatus.ASSUMPTION).changes
    return Edit("Make assumption", tuple(changes))
