"""What the panel of the log says: lines of a session, and what going back to before an exercise does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from canvasapp.domain.board import Workshop
from canvasapp.domain.logbook import lines_of
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Entry, Link, Note, Record, SetAside, Waiver
from canvasapp.domain.session import Dots, Event, LogLine, SealedBlock, VoteRound
from canvasapp.edits.rewinding import Rewind
from canvasapp.facilitation.recording import record_of

WORDLESS = "Note without words"
MOST_LEFT = 6
KINDS: dict[type, str] = {
    Note: "note",
    Link: "link",
    Entry: "entry",
    Dots: "count of dots",
    VoteRound: "vote",
    SealedBlock: "finished block",
    SetAside: "question set aside",
    Waiver: "finding left as it is",
}
PLURALS = {
    "entry": "entries",
    "count of dots": "counts of dots",
    "question set aside": "questions set aside",
    "finding left as it is": "findings left as they are",
}
_UNTOLD = (Event.SESSION_BEGUN, Event.SESSION_ENDED, Event.STEP_ENDED)
_SAID = {
    Event.STEP_BEGUN: "",
    Event.VOTE_OPENED: "Vote opened: ",
    Event.VOTE_CLOSED: "Vote closed: ",
    Event.DECIDED: "",
    Event.REVEALED: "Revealed: ",
    Event.FINISHED: "Finished: ",
    Event.REOPENED: "Opened again: ",
    Event.TAKEN_BACK: "Taken back: ",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A line as it is shown; `took` is how long a step took, once it has ended."""

    line: LogLine
    time: str
    words: str
    took: str

    @property
    def is_step(self) -> bool:
        return self.line.event is Event.STEP_BEGUN


def told_lines(workshop: Workshop, session_id: str) -> Iterator[Told]:
    """What happened in a session, in order."""
    lines = [each for each in lines_of(workshop, session_id) if each.event not in _UNTOLD]
    for line, happened in zip(lines, record_of(workshop, session_id).happened, strict=True):
        words = f"{_SAID[line.event]}{line.words}"
        yield Told(line, f"{happened.at.astimezone():%H:%M}", words, _minutes(happened.took))


def when(workshop: Workshop, session_id: str) -> str:
    """The day, from when to when, and how long that was."""
    record = record_of(workshop, session_id)
    began = f"{record.began.astimezone():%Y-%m-%d, %H:%M}"
    if record.ended is None:
        return f"{began}, still on"
    took = _minutes(record.ended - record.began)
    return f"{began} to {record.ended.astimezone():%H:%M}, {took}"


def what_it_does(rewind: Rewind) -> str:
    """In a sentence or three."""
    sets: dict[str, Counter[str]] = {
        each: Counter() for each in ("Removes", "Brings back", "Sets back")
    }
    for change in rewind.edit.changes:
        verb = "Removes" if change.after is None else "Sets back"
        verb = "Brings back" if change.before is None else verb
        sets[verb][KINDS.get(type(change.record), "record")] += 1
    said = [f"{verb} {_listed(found)}." for verb, found in sets.items() if found]
    return " ".join(said) or "Nothing of it is there any more."


def what_stays(left: Sequence[Record]) -> list[str]:
    """What was touched since, each in words."""
    notes = [_words(each) for each in left if isinstance(each, Note)]
    others = Counter(KINDS.get(type(each), "record") for each in left if not isinstance(each, Note))
    said = notes[:MOST_LEFT]
    if len(notes) > MOST_LEFT:
        said.append(f"and {len(notes) - MOST_LEFT} more notes")
    return [*said, *([_listed(others)] if others else [])]


def _words(note: Note) -> str:
    return " ".join(plain_text(note.text).split()) or WORDLESS


def _listed(found: Counter[str]) -> str:
    """Such as 3 notes, 1 link and 2 votes."""
    parts = [
        f"1 {kind}" if count == 1 else f"{count} {PLURALS.get(kind, kind + 's')}"
        for kind, count in found.items()
    ]
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]


def _minutes(took: timedelta | None) -> str:
    return "" if took is None else f"{round(took / timedelta(minutes=1))} min"
