"""The parts of a plan: steps one after the other that the agenda calls by one name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from canvasapp.domain.session import PlanStep

Run = tuple[PlanStep, ...]


def runs_of(steps: Sequence[PlanStep]) -> list[Run]:
    """The steps by their parts, in the order of the plan; a step without a part is one by itself."""
    return [tuple(run) for _, run in groupby(steps, key=lambda step: (step.part, _own(step)))]


def name_of(run: Run) -> str:
    """What the agenda calls these steps."""
    return run[0].part or run[0].title


def minutes_of(run: Run) -> int:
    """How long they take, in whole minutes: at least one."""
    return max(round(sum(each.seconds for each in run) / 60), 1)


def _own(step: PlanStep) -> str:
    return "" if step.part else step.id
