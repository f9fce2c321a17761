"""What the log of a session tells: its lines in order, when a step ran, and what was left of its time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from canvasapp.domain.board import Workshop
from canvasapp.domain.session import Event, LogLine, PlanStep


@dataclass(frozen=True, slots=True)
class Span:
    """What happened in an exercise: the edits after `begun`, up to `ended` (None: it goes on)."""

    begun: int
    ended: int | None


def lines_of(workshop: Workshop, session_id: str) -> list[LogLine]:
    """The lines of a session in the order in which they were written."""
    lines = (each for each in workshop.log.values() if each.session == session_id)
    return sorted(lines, key=lambda line: line.number)


def session_ids(workshop: Workshop) -> list[str]:
    """The sessions there have been, the latest last."""
    lines = sorted(workshop.log.values(), key=lambda line: line.number)
    return list(dict.fromkeys(line.session for line in lines))


def left_of(step: PlanStep, lines: Iterable[LogLine]) -> float:
    """The seconds a step has left when it is taken up: all of them, or what was left when it ended last."""
    ended = _last(lines, step.id, Event.STEP_ENDED)
    return float(step.seconds) if ended is None or ended.left is None else ended.left


def has_run(step: PlanStep, lines: Iterable[LogLine]) -> bool:
    """Whether the step has been taken."""
    return _last(lines, step.id, Event.STEP_BEGUN) is not None


def span_of(steps: Collection[str], lines: Sequence[LogLine]) -> Span | None:
    """From the first time that one of these steps began to the last time that one ended; None when none has begun."""
    mine = [each for each in lines if each.about in steps and each.seq is not None]
    begun = [each.seq for each in mine if each.event is Event.STEP_BEGUN]
    if not begun:
        return None
    ended = None if mine[-1].event is Event.STEP_BEGUN else mine[-1].seq
    return Span(begun[0] or 0, ended)


def _last(lines: Iterable[LogLine], step_id: str, event: Event) -> LogLine | None:
    found = [each for each in lines if each.about == step_id and each.event is event]
    return found[-1] if found else None
