"""What the panel speaks of: a note, an entry, several notes, or everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from canvasapp.domain.board import Workshop
from canvasapp.domain.entries import entry_by_id
from canvasapp.domain.trace import Thread, thread_of, threads_from
from canvasapp.panels.evidence.listed import Lister, Section, contents_of


@dataclass(frozen=True, slots=True)
class Subject:
    """`things` are the contents of notes or the id of an entry that new evidence and decisions are about."""

    kind: str
    title: str
    things: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


OVERVIEW = Subject("Everything that is known", "Evidence and decisions")


def subject_of(workshop: Workshop, lister: Lister, spoken: str, selected: Sequence[str]) -> Subject:
    """What was asked for, else what is selected, else everything."""
    entry = entry_by_id(workshop, spoken) if spoken else None
    contents = contents_of(workshop, [spoken]) or contents_of(workshop, selected)
    things = [entry.id] if entry is not None else contents
    threads = [thread for each in things if (thread := thread_of(workshop, each)) is not None]
    if not threads:
        return OVERVIEW
    about = threads_from(workshop, entry) if entry is not None else []
    sections = lister.sections(threads, about)
    return Subject(*_named(lister, threads), tuple(things), sections)


def _named(lister: Lister, threads: list[Thread]) -> tuple[str, str]:
    if len(threads) > 1:
        return "Evidence and decisions", f"{len(threads)} notes"
    line = lister.subject(threads[0])
    return f"Evidence and decisions · {line.head}", line.words
