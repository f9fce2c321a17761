"""The agenda as it is listed: the parts of a plan with their times, each where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from canvasapp.domain.plan_parts import minutes_of, name_of, runs_of
from canvasapp.facilitation.schedule import Schedule, Timed, Turn

_BEHIND = (Turn.DONE, Turn.PASSED, Turn.SKIPPED)


@dataclass(frozen=True, slots=True)
class TimedPart:
    """A part of the plan; `minutes` is how long it is planned to take."""

    title: str
    minutes: int
    steps: tuple[Timed, ...]

    @property
    def start(self) -> datetime:
        """When it began, or will; of what was passed over, now."""
        ran = [each for each in self.steps if each.turn in (Turn.DONE, Turn.NOW)]
        return (ran or self.steps)[0].start

    @property
    def turn(self) -> Turn:
        turns = {each.turn for each in self.steps}
        if Turn.NOW in turns:
            return Turn.NOW
        if turns == {Turn.SKIPPED}:
            return Turn.SKIPPED
        if not turns.issubset(_BEHIND):
            return Turn.AHEAD
        return Turn.DONE if Turn.DONE in turns else Turn.PASSED

    @property
    def entry(self) -> str:
        """The id of the step with which it is taken up: the first that is not skipped, if there is one."""
        open_ = [each for each in self.steps if not each.step.skipped]
        return (open_ or self.steps)[0].step.id


def parts_of(timed: Schedule) -> list[TimedPart]:
    """The parts in the order of the plan."""
    by_id = {each.step.id: each for each in timed.steps}
    return [
        TimedPart(name_of(run), minutes_of(run), tuple(by_id[each.id] for each in run))
        for run in runs_of([each.step for each in timed.steps])
    ]
