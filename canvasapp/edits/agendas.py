"""Plans for a board's own agendas: made of any steps, then edited, put in order, skipped and taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import new_id
from canvasapp.domain.session import LONGEST_STEP, MOST_STEPS, Plan, PlanStep
from canvasapp.edits.wording import clean_title, free_title

Steps = tuple[PlanStep, ...]


class UnfitPlanError(ExpectedError):
    """The plan can not be so."""


def add_plan(
    board: Board, title: str, steps: Iterable[PlanStep], plan_id: str | None = None
) -> Edit:
    """A plan of the board's own with these steps, such as those of its canvas. Raises UnfitPlanError."""
    taken = {plan.title for plan in board.plans.values()}
    wanted = free_title(clean_title(title) or "Plan", taken)
    plan = Plan(plan_id or new_id(), board.id, wanted, _fit(tuple(steps)))
    return Edit("Add plan", (Change(None, plan),))


def rename_plan(board: Board, plan_id: str, title: str) -> Edit:
    """The plan under another title. Without a title nothing happens."""
    plan, cleaned = board.plans.get(plan_id), clean_title(title)
    if plan is None or cleaned in ("", plan.title):
        return Edit("Rename plan", ())
    return Edit("Rename plan", (Change(plan, replace(plan, title=cleaned)),))


def remove_plan(board: Board, plan_id: str) -> Edit:
    plan = board.plans.get(plan_id)
    return Edit("Remove plan", (Change(plan, None),) if plan else ())


def change_step(board: Board, plan_id: str, step: PlanStep) -> Edit:
    """The step of this id as it is given. Raises UnfitPlanError."""
    return change_steps(
        board,
        plan_id,
        "Change step",
        lambda steps: tuple(step if each.id == step.id else each for each in steps),
    )


def set_seconds(board: Board, plan_id: str, step_id: str, seconds: int) -> Edit:
    """The step takes so long: those behind it shift. Raises UnfitPlanError."""
    return _changed(board, plan_id, step_id, lambda step: replace(step, seconds=seconds))


def skip_step(board: Board, plan_id: str, step_id: str, *, skipped: bool = True) -> Edit:
    """The step passed over, or not any more; it stays in the plan. Raises UnfitPlanError when none is left."""
    return _changed(board, plan_id, step_id, lambda step: replace(step, skipped=skipped))


def insert_step(board: Board, plan_id: str, step: PlanStep, before: str | None = None) -> Edit:
    """A new step before the step of this id, or at the end; it gets an id of its own if its own is taken.

    Raises UnfitPlanError.
    """

    def inserted(steps: Steps) -> Steps:
        ids = [each.id for each in steps]
        new = replace(step, id=new_id()) if step.id in ids else step
        at = ids.index(before) if before in ids else len(steps)
        return (*steps[:at], new, *steps[at:])

    return change_steps(board, plan_id, "Insert step", inserted)


def move_step(board: Board, plan_id: str, step_id: str, to: int) -> Edit:
    """The step at another place of the plan, counted from 0."""

    def moved(steps: Steps) -> Steps:
        chosen = tuple(each for each in steps if each.id == step_id)
        others = tuple(each for each in steps if each.id != step_id)
        at = min(max(to, 0), len(others))
        return (*others[:at], *chosen, *others[at:])

    return change_steps(board, plan_id, "Move step", moved)


def remove_step(board: Board, plan_id: str, step_id: str) -> Edit:
    """The plan without the step. Raises UnfitPlanError when it is the last one."""
    return change_steps(
        board, plan_id, "Remove step", lambda s: tuple(each for each in s if each.id != step_id)
    )


def change_steps(board: Board, plan_id: str, label: str, change: Callable[[Steps], Steps]) -> Edit:
    """The plan with its steps changed; nothing when there is no such plan. Raises UnfitPlanError."""
    plan = board.plans.get(plan_id)
    if plan is None:
        return Edit(label, ())
    after = replace(plan, steps=change(plan.steps))
    if after == plan:
        return Edit(label, ())
    return Edit(label, (Change(plan, replace(after, steps=_fit(after.steps))),))


def _changed(
    board: Board, plan_id: str, step_id: str, change: Callable[[PlanStep], PlanStep]
) -> Edit:
    return change_steps(
        board,
        plan_id,
        "Change step",
        lambda steps: tuple(change(each) if each.id == step_id else each for each in steps),
    )


def _fit(steps: Steps) -> Steps:
    """The steps with clean titles. Raises UnfitPlanError when they make no plan."""
    if not any(not each.skipped for each in steps):
        raise UnfitPlanError("A plan needs a step that is not skipped.")
    if len(steps) > MOST_STEPS:
        raise UnfitPlanError(f"A plan takes at most {MOST_STEPS} steps.")
    for each in steps:
        if not 1 <= each.seconds <= LONGEST_STEP:
            hours = LONGEST_STEP // 3600
            raise UnfitPlanError(f"A step takes from a second to {hours} hours.")
    return tuple(replace(each, title=clean_title(each.title) or "Step") for each in steps)
