"""Makes what a past session has left in the worked example: votes and the session's log, the same each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from hashlib import blake2s

from canvasapp.domain.board import Board
from canvasapp.domain.records import BoardHead, Entry, Record
from canvasapp.domain.session import Dots, Event, LogLine, VoteRound, told
from canvasapp.templates.example import Example, ExampleBoard
from canvasapp.templates.example_about import ExampleEvent


def id_of(example: Example, *names: str) -> str:
    """A record's id that is always the same: 80 bits, as those of `new_id`."""
    return blake2s("/".join([example.id, *names]).encode(), digest_size=10).hexdigest()


def votes_of(
    example: Example, filled: ExampleBoard, board: Board, contents: Mapping[str, str]
) -> Iterator[Record]:
    """The rounds of a board and their dots; `contents` are those of its notes by their texts."""
    for number, vote in enumerate(filled.votes, 1):
        round_id = _round_id(example, filled.template, vote.title)
        yield VoteRound(
            id=round_id,
            board=board.id,
            number=number,
            title=vote.title,
            dots=vote.dots,
            voters=vote.voters,
            shown=True,
            is_open=False,
        )
        for text, count in vote.given:
            dots_id = id_of(example, filled.template, "dots", vote.title, text)
            yield Dots(dots_id, board.id, round_id, contents[text], None, count)


def session_records(example: Example, records: Iterable[Record]) -> Iterator[LogLine]:
    """The log of the example's session, if its board is among the records."""
    session, made = example.session, list(records)
    homes = {each.template: each for each in made if isinstance(each, BoardHead)}
    if session is None or session.template not in homes:
        return
    home = homes[session.template]
    codes = {each.code: each.id for each in made if isinstance(each, Entry)}
    session_id = id_of(example, "session")
    events = [ExampleEvent(0, Event.SESSION_BEGUN, home.title), *_with_ends(session.events)]
    for number, each in enumerate(events, 1):
        about = {
            Event.DECIDED: codes.get(each.words.split()[0], session_id),
            Event.VOTE_OPENED: _round_id(example, session.template, each.words),
            Event.VOTE_CLOSED: _round_id(example, session.template, each.words),
            Event.STEP_BEGUN: id_of(example, "step", each.words),
            Event.STEP_ENDED: id_of(example, "step", each.words),
        }
        yield LogLine(
            id=id_of(example, "log", str(number)),
            session=session_id,
            number=number,
            at=told(session.began + timedelta(minutes=each.minute)),
            event=each.event,
            board=home.id,
            about=about.get(each.event, home.id),
            words=each.words,
        )


def _with_ends(events: Iterable[ExampleEvent]) -> Iterator[ExampleEvent]:
    """The events, with the end of each step before the next one begins, and before the session ends."""
    present: ExampleEvent | None = None
    for each in events:
        if each.event in (Event.STEP_BEGUN, Event.SESSION_ENDED):
            if present is not None:
                yield ExampleEvent(each.minute, Event.STEP_ENDED, present.words)
            present = each
        yield each


def _round_id(example: Example, template: str, title: str) -> str:
    return id_of(example, template, "vote", title)
