"""What the selected note can become: an entry of the registers that fit it, or a plain note again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from canvasapp.domain.assumptions import ASSUMPTION
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.entries import offered
from canvasapp.domain.records import Note, NoteKind
from canvasapp.domain.register import Register
from canvasapp.domain.trace import thread_of
from canvasapp.edits.assumptions import assume
from canvasapp.edits.entries import make_entry, unmake_entries


@dataclass(frozen=True, slots=True)
class EntryChoice:
    """One of them: in a menu as `label`, by itself as `sentence`. `is_so` when the note is one already."""

    id: str
    label: str
    sentence: str
    edit: Edit
    is_so: bool = False
    stops: bool = False


def entry_choices(
    workshop: Workshop,
    board: Board,
    selected: tuple[str, ...],
    registers: Mapping[str, Register],
) -> list[EntryChoice]:
    """For exactly one selected note; for several, only that they stop being entries."""
    notes = [board.notes[each] for each in selected if each in board.notes]
    found = [entry for note in notes if (entry := board.entry_of.get(note.content))]
    choices: list[EntryChoice] = []
    if len(notes) == 1 and notes[0].kind is NoteKind.NOTE:
        for register in offered(board, notes[0], registers):
            edit = make_entry(workshop, board.id, notes[0].id, register)
            is_so = any(entry.register == register.id for entry in found)
            sentence = f"Make this note {with_article(register.title)}"
            choices.append(
                EntryChoice(register.id, with_article(register.title), sentence, edit, is_so)
            )
        choices += _assumption(workshop, board, notes[0], registers)
    if found:
        kinds = {entry.register for entry in found}
        kind = registers.get(kinds.pop()) if len(kinds) == 1 else None
        stop = f"Stop being {with_article(kind.title)}" if kind else "Stop being entries"
        edit = unmake_entries(board, selected)
        choices.append(EntryChoice("", stop, stop, edit, stops=True))
    return choices


def _assumption(
    workshop: Workshop, board: Board, note: Note, registers: Mapping[str, Register]
) -> list[EntryChoice]:
    """Besides being an entry, what the note says can be believed."""
    register, thread = registers.get(ASSUMPTION), thread_of(workshop, note.content)
    if register is None or not note.text.strip():
        return []
    is_so = thread is not None and bool(thread.assumptions)
    edit = assume(workshop, register, board.id, [] if is_so else [note.id])
    return [
        EntryChoice(
            ASSUMPTION, "an assumption", "Make an assumption of this note", edit, is_so=is_so
        )
    ]


def with_article(title: str) -> str:
    """A title within a sentence: a service guarantee, an outcome, a KPI."""
    name = title if title[1:2].isupper() else title[:1].lower() + title[1:]
    return f"{'an' if name[:1] in 'aeio' else 'a'} {name}"
