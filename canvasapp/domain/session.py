"""The records of a session in the room: its plan and state, and what it has voted, finished and done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from canvasapp.domain.template import Perspective
from canvasapp.domain.timer import Timer

MOST_STEPS = 500
"""A plan has no more of them."""
LONGEST_STEP = 8 * 60 * 60
"""In seconds."""
MOST_DOTS = 1_000
"""So many dots, people or dots on one note are the most there may be."""


class Wall(StrEnum):
    """What the wall shows: where the facilitator is, what it shows now, all of the board, or a part of it."""

    FOLLOW = "follow"
    STAY = "stay"
    WHOLE = "whole"
    BLOCK = "block"
    COMPARE = "compare"
    RESULTS = "results"
    BREAK = "break"


class Asks(StrEnum):
    """Which questions of its block a step shows: the first of each view, all, or those that nothing answers yet."""

    NOTHING = "nothing"
    FIRST = "first"
    ALL = "all"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step of a plan; its id is unique in the plan. It is one of a `part`, which is what the agenda calls it.

    `lens` is the only view that is shown (None: both). Notes that are written in a step that `hides` them are hidden
    until they are revealed. `hint` says what the facilitator does, `aim` what the part is for; `needs` names tools.
    """

    id: str
    title: str
    seconds: int
    part: str = ""
    wall: Wall = Wall.FOLLOW
    block: str | None = None
    lens: Perspective | None = None
    asks: Asks = Asks.NOTHING
    hides: bool = False
    hint: str = ""
    aim: str = ""
    needs: tuple[str, ...] = ()
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan that a board has of its own, besides that of its canvas."""

    id: str
    board: str
    title: str
    steps: tuple[PlanStep, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """The session that runs: there is one at most. `plan` is a plan of the board (None: that of its canvas).

    `block` is the one the wall shows; new notes are hidden while it `hides` them. `began` and `ends` are ISO 8601 in
    UTC; `left` and `ends` are the timer's.
    """

    id: str
    board: str
    plan: str | None
    step: str
    wall: Wall
    block: str | None
    began: str
    left: float
    ends: str | None
    hides: bool

    @property
    def timer(self) -> Timer:
        return Timer(self.left, moment_of(self.ends) if self.ends else None)


class Event(StrEnum):
    """What the log of a session tells."""

    SESSION_BEGUN = "session begun"
    SESSION_ENDED = "session ended"
    STEP_BEGUN = "step begun"
    STEP_ENDED = "step ended"
    VOTE_OPENED = "vote opened"
    VOTE_CLOSED = "vote closed"
    DECIDED = "decided"
    REVEALED = "revealed"
    FINISHED = "finished"
    REOPENED = "opened again"
    TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of a session's log: it is written once and stays. `number` orders the lines of a workshop.

    `about` is the id of the step, round, entry or block it tells of, `words` how that was called then, `at` ISO 8601 in
    UTC. Of steps, `seq` is the newest edit there was; `left` is how much of its time an ended one had left, in seconds.
    """

    id: str
    session: str
    number: int
    at: str
    event: Event
    board: str
    about: str
    words: str
    seq: int | None = None
    left: float | None = None


@dataclass(frozen=True, slots=True)
class VoteRound:
    """A vote on a board: each of so many `voters`, or each of the `parties`, has so many `dots` to give.

    The counts are secret until they are `shown`. `number` (from 1) orders the rounds of a board.
    """

    id: str
    board: str
    number: int
    title: str
    dots: int
    voters: int
    parties: tuple[str, ...] = ()
    shown: bool = False
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Dots:
    """What a note has been given in a round, by a party when these vote. `note` is the `Note.content` of the note."""

    id: str
    board: str
    round: str
    note: str
    party: str | None
    count: int


@dataclass(frozen=True, slots=True)
class SealedBlock:
    """A block of a board that is finished: its notes stay as they are until it is opened again."""

    id: str
    board: str
    block: str


@dataclass(frozen=True, slots=True)
class Tick:
    """An item of a checklist that is done. `id` is the item's; `at` is ISO 8601 in UTC."""

    id: str
    at: str


def moment_of(text: str) -> datetime:
    """The moment that a record tells."""
    return datetime.fromisoformat(text)


def told(moment: datetime) -> str:
    """The moment as records tell it, to the millisecond. Raises ValueError when it has no time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
