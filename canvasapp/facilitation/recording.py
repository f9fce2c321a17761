"""The record of sessions: when each was, its steps with the time they took, and what was voted and decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from canvasapp.domain.board import Workshop
from canvasapp.domain.logbook import lines_of, session_ids
from canvasapp.domain.session import Event, LogLine, moment_of

_MARKS = (Event.SESSION_BEGUN, Event.SESSION_ENDED, Event.STEP_ENDED)
"""What is told by the session's own times and by those of its steps."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened; a step with the time it took, if it has ended."""

    at: datetime
    event: Event
    words: str
    took: timedelta | None = None


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A session, on the board that was called `title` then. `ended` is None while it runs."""

    id: str
    board: str
    title: str
    began: datetime
    ended: datetime | None
    happened: tuple[Happened, ...]


def records(workshop: Workshop) -> list[SessionRecord]:
    """The sessions of a workshop, the latest last."""
    return [record_of(workshop, each) for each in session_ids(workshop)]


def record_of(workshop: Workshop, session_id: str) -> SessionRecord:
    """Raises KeyError when there has been no such session."""
    lines = lines_of(workshop, session_id)
    if not lines:
        raise KeyError(session_id)
    ends = [moment_of(each.at) for each in lines if each.event is Event.SESSION_ENDED]
    begun = next((each for each in lines if each.event is Event.SESSION_BEGUN), lines[0])
    return SessionRecord(
        id=session_id,
        board=begun.board,
        title=begun.words,
        began=moment_of(lines[0].at),
        ended=ends[-1] if ends else None,
        happened=tuple(_happened(lines)),
    )


def words_of(happened: Happened) -> str:
    """One line of the record, without its time."""
    if happened.event is Event.STEP_BEGUN:
        return happened.words
    return f"{happened.event.capitalize()}: {happened.words}"


def _happened(lines: Sequence[LogLine]) -> Iterator[Happened]:
    for place, line in enumerate(lines):
        if line.event not in _MARKS:
            at = moment_of(line.at)
            took = _took(line, lines[place:]) if line.event is Event.STEP_BEGUN else None
            yield Happened(at, line.event, line.words, took)


def _took(line: LogLine, later: Sequence[LogLine]) -> timedelta | None:
    ended = (e for e in later if (e.about, e.event) == (line.about, Event.STEP_ENDED))
    end = next(ended, None)
    return moment_of(end.at) - moment_of(line.at) if end else None
