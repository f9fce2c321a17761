"""When the steps of a session were and will be: what runs over shifts all that comes after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from canvasapp.domain.logbook import has_run, left_of
from canvasapp.domain.session import Event, LogLine, PlanStep, Session, moment_of

_MINUTE = timedelta(minutes=1)


class Turn(StrEnum):
    """Where a step stands. What is PASSED lies behind without having been taken."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"
    PASSED = "passed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Timed:
    """A step with its time: as it was, or as it will be when all goes as planned from now on."""

    step: PlanStep
    turn: Turn
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Schedule:
    """The steps in the order of the plan; `behind` is how much later the end is than it was planned to be."""

    steps: tuple[Timed, ...]
    ends: datetime
    behind: timedelta


def planned(steps: Sequence[PlanStep], start: datetime) -> Schedule:
    """The times of a plan that begins at this moment."""
    at, timed = start, []
    for step in steps:
        length = timedelta(seconds=0 if step.skipped else step.seconds)
        timed.append(Timed(step, Turn.SKIPPED if step.skipped else Turn.AHEAD, at, at + length))
        at += length
    return Schedule(tuple(timed), at, timedelta(0))


def schedule(
    steps: Sequence[PlanStep], session: Session, log: Sequence[LogLine], now: datetime
) -> Schedule:
    """The times of the plan of a session that runs; `log` are its lines (see `domain.logbook.lines_of`).

    The present step ends when its timer does, now if that has ended; those ahead follow one after the other. A step
    that is taken again has the time it had left.
    """
    timed = tuple(_timed(steps, session, log, now))
    ends = timed[-1].end if timed else now
    ends = max([ends, *(each.end for each in timed if each.turn in (Turn.NOW, Turn.AHEAD))])
    return Schedule(timed, ends, ends - planned(steps, moment_of(session.began)).ends)


def _timed(
    steps: Sequence[PlanStep], session: Session, log: Sequence[LogLine], now: datetime
) -> Iterator[Timed]:
    """The steps one by one; `at` is when the next one that is ahead begins."""
    at = now + timedelta(seconds=session.timer.remaining(now))
    if session.step not in [each.id for each in steps]:
        at = now
    ids = [each.id for each in steps]
    present = ids.index(session.step) if session.step in ids else -1
    for place, step in enumerate(steps):
        if place == present:
            yield Timed(step, Turn.NOW, _last(step, Event.STEP_BEGUN, log, now), at)
        elif place > present and not step.skipped:
            start, at = at, at + timedelta(seconds=left_of(step, log))
            yield Timed(step, Turn.AHEAD, start, at)
        else:
            yield _behind(step, log, now)


def _behind(step: PlanStep, log: Sequence[LogLine], now: datetime) -> Timed:
    """A step that is not to come: with the time when it was taken last, if it was."""
    if has_run(step, log):
        start, end = (
            _last(step, Event.STEP_BEGUN, log, now),
            _last(step, Event.STEP_ENDED, log, now),
        )
        return Timed(step, Turn.DONE, start, end)
    return Timed(step, Turn.SKIPPED if step.skipped else Turn.PASSED, now, now)


def _last(step: PlanStep, event: Event, log: Sequence[LogLine], now: datetime) -> datetime:
    moments = [moment_of(e.at) for e in log if (e.about, e.event) == (step.id, event)]
    return moments[-1] if moments else now


def behind_words(timed: Schedule) -> str:
    """How the session keeps to its plan: to the minute, so that it does not flicker."""
    minutes = round(timed.behind / _MINUTE)
    if minutes == 0:
        return "On time"
    unit = "minute" if abs(minutes) == 1 else "minutes"
    return f"{abs(minutes)} {unit} {'behind' if minutes > 0 else 'ahead of'} plan"


def ends_words(timed: Schedule, zone: tzinfo | None = None) -> str:
    """When the session ends, in this time zone (None: that of the computer)."""
    return f"Ends {timed.ends.astimezone(zone):%H:%M}"


def clock_words(seconds: float) -> str:
    """What a timer shows: 4:59, or 1:02:03. It shows 0:00 at its end only."""
    whole = int(-(-seconds // 1))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
