"""Follows what is known and decided: from a decision to notes, evidence and questions, and back from each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from canvasapp.domain.board import Workshop
from canvasapp.domain.entries import code_order, entries, entry_by_id, notes_of
from canvasapp.domain.records import Entry, Note
from canvasapp.domain.register import words_in
from canvasapp.domain.template import Question

EVIDENCE = "evidence"
DECISION = "decision"
ASSUMPTION = "assumption"
ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Thread:
    """One thing with all that is said about it.

    `notes` are the places where the note is shown, the first board first; an entry without a note has none.
    `questions` are those it answers, and `evidence` and `decisions` what is known and decided about it;
    `assumptions` are what is believed about it so far.
    """

    notes: tuple[Note, ...]
    entry: Entry | None
    questions: tuple[Question, ...]
    evidence: tuple[Entry, ...]
    decisions: tuple[Entry, ...]
    assumptions: tuple[Entry, ...] = ()


def thread_of(workshop: Workshop, thing: str) -> Thread | None:
    """What is said about a note (its `Note.content`) or an entry (its id); None when there is neither."""
    entry = entry_by_id(workshop, thing)
    content = entry.note if entry else thing
    notes = tuple(notes_of(workshop, content)) if content else ()
    entry = entry or next((each for each in entries(workshop) if each.note == content), None)
    if entry is None and not notes:
        return None
    names = {content, entry.id if entry else None} - {None}
    used = set(words_in(entry.values)) if entry else set()
    said = [each for each in entries(workshop) if names & set(_about(each)) or each.id in used]
    return Thread(
        notes=notes,
        entry=entry,
        questions=tuple(q for note in notes if (q := _question(workshop, note)) is not None),
        evidence=_of(EVIDENCE, said),
        decisions=_of(DECISION, said),
        assumptions=_of(ASSUMPTION, said),
    )


def threads_from(workshop: Workshop, entry: Entry) -> list[Thread]:
    """The things that a decision or a piece of evidence is about, and what refers to it by one of its fields."""
    named = list(_about(entry))
    named += [each.id for each in entries(workshop) if entry.id in _referred(each)]
    threads: dict[str, Thread] = {}
    for thing in named:
        thread = thread_of(workshop, thing)
        if thread is not None:
            key = thread.notes[0].content if thread.notes else thing
            threads[key] = thread
    return list(threads.values())


def threads_to(workshop: Workshop, board_id: str, block: str, question: str) -> list[Thread]:
    """The notes that answer a question of a board, each with what is known and decided about it."""
    answers = workshop.boards[board_id].answers(block, question)
    threads = (thread_of(workshop, note.content) for note in answers)
    return [thread for thread in threads if thread is not None]


def _about(entry: Entry) -> tuple[str, ...]:
    about = entry.get(ABOUT)
    return about if isinstance(about, tuple) else ()


def _referred(entry: Entry) -> set[str]:
    """What an entry refers to otherwise than by being about it."""
    return set(words_in(tuple(each for each in entry.values if each[0] != ABOUT)))


def _of(register: str, said: Iterable[Entry]) -> tuple[Entry, ...]:
    of = [entry for entry in said if entry.register == register]
    return tuple(sorted(of, key=lambda entry: code_order(entry.code)))


def _question(workshop: Workshop, note: Note) -> Question | None:
    if note.block is None or note.question is None:
        return None
    return workshop.boards[note.board].template.block(note.block).question(note.question)
