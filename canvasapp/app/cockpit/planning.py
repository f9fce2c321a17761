"""Plans of a board in the cockpit: which one is gone by, and what one does to it. The canvas's own is never changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.controls.look import Look
from canvasapp.controls.menus import Menu
from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.plan_parts import runs_of
from canvasapp.domain.records import new_id
from canvasapp.domain.session import PlanStep, Wall
from canvasapp.edits import agenda_parts
from canvasapp.edits.agendas import add_plan, remove_plan, rename_plan
from canvasapp.facilitation.parts import TimedPart
from canvasapp.facilitation.schedule import Turn

CANVAS, OWN = "Agenda", "Own plan"
NEW_STEP, USUAL = "New step", 5
"""What a new step is called and how many minutes it takes."""
LONGEST = 480
NO_MINUTES = f"A step takes from 1 to {LONGEST} minutes."


class NoMinutesError(ExpectedError):
    """What was written is no time that a step may take."""


class Planning:
    """The first change makes a plan of the board's own of that of its canvas; all changes can be undone."""

    def __init__(
        self, look: Look, conduct: Conduct, parent: QWidget, ask_name: Callable[[], object]
    ) -> None:
        self._conduct, self._ask_name = conduct, ask_name
        self._focus: int | None = None
        self.menu = Menu(look, parent=parent, marked=True)
        self.menu.aboutToShow.connect(self._fill)

    @property
    def name(self) -> str:
        """What the plan is called that is gone by."""
        plan = self._conduct.board.plans.get(self._conduct.plan or "")
        return plan.title if plan else CANVAS

    def take_focus(self, had: int | None) -> int | None:
        """Which row has the keyboard now, when `had` had it before the list was made anew."""
        goal, self._focus = self._focus, None
        return had if goal is None else goal

    def rename(self, title: str) -> None:
        """The plan that is gone by, if it is the board's own."""
        self._conduct.perform(
            lambda: rename_plan(self._conduct.board, self._conduct.plan or "", title)
        )

    def add(self, at: int) -> None:
        """A step at the end."""
        self._focus = at
        if not self._conduct.steps:
            step = PlanStep(new_id(), NEW_STEP, USUAL * 60, part=NEW_STEP, wall=Wall.WHOLE)
            self._make_plan((step,))
        else:
            self._change(lambda b, p: agenda_parts.add_part(b, p, NEW_STEP, USUAL, at))

    def rename_part(self, at: int, title: str) -> None:
        self._change(lambda b, p: agenda_parts.rename_part(b, p, at, title))

    def set_minutes(self, at: int, said: str) -> None:
        self._change(lambda b, p: agenda_parts.set_minutes(b, p, at, _minutes(said)))

    def move(self, at: int, to: int) -> None:
        if 0 <= to < len(runs_of(self._conduct.steps)) and to != at:
            self._focus = to
            self._change(lambda b, p: agenda_parts.move_part(b, p, at, to))

    def turn_skip(self, at: int, part: TimedPart) -> None:
        skipped = part.turn is not Turn.SKIPPED
        self._change(lambda b, p: agenda_parts.skip_part(b, p, at, skipped=skipped))

    def remove_part(self, at: int) -> None:
        self._focus = max(at - 1, 0)
        self._change(lambda b, p: agenda_parts.remove_part(b, p, at))

    def _change(self, plan: Callable[[Board, str], Edit]) -> None:
        """On the plan of the board's own, which is made when there is none."""
        if self._conduct.plan is None:
            self._make_plan(self._conduct.steps)
        own = self._conduct.plan
        if own is not None:
            self._conduct.perform(lambda: plan(self._conduct.board, own))

    def _make_plan(self, steps: tuple[PlanStep, ...]) -> None:
        plan_id = new_id()
        if self._conduct.perform(lambda: add_plan(self._conduct.board, OWN, steps, plan_id)):
            self._conduct.use_plan(plan_id)

    def _fill(self) -> None:
        menu, conduct = self.menu, self._conduct
        menu.clear()
        plans = sorted(conduct.board.plans.values(), key=lambda each: each.title)
        for plan_id, title in ((None, "The plan of the canvas"), *((p.id, p.title) for p in plans)):
            entry = menu.add_name(title)
            entry.setCheckable(True)
            entry.setChecked(plan_id == conduct.plan)
            entry.triggered.connect(partial(conduct.use_plan, plan_id))
        menu.addSeparator()
        menu.addAction("New plan from this one", lambda: self._make_plan(conduct.steps))
        own = conduct.plan
        if own is not None:
            menu.addAction("Rename this plan", self._ask_name)
            menu.addAction("Delete this plan", lambda: self._remove(own))
        if conduct.session is not None:
            menu.addSeparator()
            menu.addAction("End the session", conduct.end)

    def _remove(self, plan: str) -> None:
        if self._conduct.perform(lambda: remove_plan(self._conduct.board, plan)):
            self._conduct.use_plan(None)


def _minutes(said: str) -> int:
    """Raises NoMinutesError."""
    figure = said.removesuffix("min").strip()
    if not figure.isdecimal() or not 1 <= int(figure) <= LONGEST:
        raise NoMinutesError(NO_MINUTES)
    return int(figure)
