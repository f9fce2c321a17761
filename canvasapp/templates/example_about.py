"""Reads what the example says about its notes, which are named by their texts, and the session it looks back on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from canvasapp.domain.records import NoteStatus
from canvasapp.domain.session import MOST_DOTS, Event
from canvasapp.templates.blocks import LONGEST_TEXT
from canvasapp.templates.reader import Fields, Reader

MOST_EVENTS = 100
LONGEST_SESSION = 600
"""In minutes."""


@dataclass(frozen=True, slots=True)
class ExampleVote:
    """A closed round of votes on a board, and the dots of each note by its text."""

    title: str
    dots: int
    voters: int
    given: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ExampleEvent:
    """What happened so many minutes after the session began. A step is called by its words."""

    minute: int
    event: Event
    words: str


@dataclass(frozen=True, slots=True)
class ExampleSession:
    """A session on the board of a canvas: it ends with its last event. `began` is in UTC."""

    template: str
    began: datetime
    events: tuple[ExampleEvent, ...]


def read_statuses(given: Fields, texts: list[str]) -> dict[str, NoteStatus]:
    """How far the notes have come."""
    reader = given.get("statuses")
    held = reader.fields((), tuple(NoteStatus)) if reader else None
    found: dict[str, NoteStatus] = {}
    for status in NoteStatus if held else ():
        for each in held.items_of(status, 500) if held else ():
            found[_one_note(each, texts)] = status
    return found


def read_hidden(given: Fields, texts: list[str]) -> frozenset[str]:
    """The notes that wait to be revealed."""
    return frozenset(_one_note(each, texts) for each in given.items_of("hidden", 500))


def read_votes(given: Fields, texts: list[str]) -> tuple[ExampleVote, ...]:
    opened = (
        each.fields(("title", "dots", "voters", "given")) for each in given.items_of("votes", 20)
    )
    return tuple(_vote(each, texts) for each in opened)


def read_session(reader: Reader, templates: Collection[str]) -> ExampleSession:
    given = reader.fields(("template", "began", "events"))
    template = given["template"].identifier()
    if template not in templates:
        given["template"].refuse("has no board in the example", "Name one that has")
    opened = [
        each.fields(("minute", "event", "words"))
        for each in given["events"].items(MOST_EVENTS, least=1)
    ]
    events = tuple(
        ExampleEvent(
            each["minute"].whole(0, LONGEST_SESSION),
            each["event"].choice(Event),
            each["words"].text(200),
        )
        for each in opened
    )
    minutes = [each.minute for each in events]
    if minutes != sorted(minutes):
        given["events"].refuse("are not in order", "Sort them by their minutes")
    return ExampleSession(template, _moment(given["began"]), events)


def _vote(given: Fields, texts: list[str]) -> ExampleVote:
    dots, voters = given["dots"].whole(1, MOST_DOTS), given["voters"].whole(1, MOST_DOTS)
    opened = [each.fields(("note", "dots")) for each in given["given"].items(500)]
    dealt = tuple(
        (_one_note(each["note"], texts), each["dots"].whole(1, MOST_DOTS)) for each in opened
    )
    if sum(number for _, number in dealt) > dots * voters:
        given["given"].refuse("are more dots than people have", "Take some out")
    return ExampleVote(given["title"].text(120), dots, voters, dealt)


def _one_note(reader: Reader, texts: list[str]) -> str:
    """The text of the only note of the board that says it."""
    text = reader.text(LONGEST_TEXT)
    if texts.count(text) != 1:
        reader.refuse("is not the text of one note of the board", "Copy that text here")
    return text


def _moment(reader: Reader) -> datetime:
    try:
        moment = datetime.fromisoformat(reader.text(40))
    except ValueError:
        reader.refuse(f"is {reader.value!r}, which is no moment", "Write it as 2026-05-01T09:00Z")
    if moment.tzinfo is None:
        reader.refuse("has no time zone", "Add +00:00")
    return moment
