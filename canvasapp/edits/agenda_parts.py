"""Plans for the parts of a board's own agenda: all the steps of a part are renamed, moved, skipped together.

`at` is a part's place in the plan, counted from 0. Without such a plan or part nothing happens; what
would leave no plan raises UnfitPlanError.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.plan_parts import Run, name_of, runs_of
from canvasapp.domain.records import new_id
from canvasapp.domain.session import PlanStep, Wall
from canvasapp.edits.agendas import change_steps
from canvasapp.edits.wording import clean_title

Runs = list[Run]


def rename_part(board: Board, plan_id: str, at: int, title: str) -> Edit:
    """The part under another title; without a title nothing happens."""
    name = clean_title(title)
    if not name:
        return Edit("Rename step", ())
    return _with_part(board, plan_id, "Rename step", at, lambda run: _named(run, name))


def set_minutes(board: Board, plan_id: str, at: int, minutes: int) -> Edit:
    """The part takes so long, its steps with the same shares as before; those behind it shift."""
    return _with_part(board, plan_id, "Change minutes", at, lambda run: _lasting(run, minutes * 60))


def skip_part(board: Board, plan_id: str, at: int, *, skipped: bool) -> Edit:
    """The part passed over, or not any more; it stays in the plan."""
    label = "Skip step" if skipped else "Take step"
    return _with_part(
        board, plan_id, label, at, lambda run: tuple(replace(e, skipped=skipped) for e in run)
    )


def remove_part(board: Board, plan_id: str, at: int) -> Edit:
    return _with_part(board, plan_id, "Remove step", at, lambda _: ())


def move_part(board: Board, plan_id: str, at: int, to: int) -> Edit:
    """The part at another place."""

    def moved(runs: Runs) -> Runs:
        others = [*runs[:at], *runs[at + 1 :]]
        place = min(max(to, 0), len(others))
        return [*others[:place], *runs[at : at + 1], *others[place:]]

    return _with_runs(board, plan_id, "Move step", moved)


def add_part(board: Board, plan_id: str, title: str, minutes: int, at: int) -> Edit:
    """A part of one step, which shows the whole canvas, before the one at this place."""
    name = clean_title(title) or "Step"
    step = PlanStep(new_id(), name, minutes * 60, part=name, wall=Wall.WHOLE)
    return _with_runs(board, plan_id, "Add step", lambda runs: [*runs[:at], (step,), *runs[at:]])


def _named(run: Run, name: str) -> Run:
    """A step that was called as its part is called as that still."""
    old = name_of(run)
    return tuple(
        replace(each, part=name, title=name if each.title == old else each.title) for each in run
    )


def _lasting(run: Run, seconds: int) -> Run:
    whole, passed, end = sum(each.seconds for each in run), 0, 0
    steps = []
    for each in run:
        passed, begun = passed + each.seconds, end
        end = max(round(seconds * passed / whole), begun + 1)
        steps.append(replace(each, seconds=end - begun))
    return tuple(steps)


def _with_part(
    board: Board, plan_id: str, label: str, at: int, change: Callable[[Run], Run]
) -> Edit:
    return _with_runs(
        board,
        plan_id,
        label,
        lambda runs: [change(run) if place == at else run for place, run in enumerate(runs)],
    )


def _with_runs(board: Board, plan_id: str, label: str, change: Callable[[Runs], Runs]) -> Edit:
    return change_steps(
        board,
        plan_id,
        label,
        lambda steps: tuple(each for run in change(runs_of(steps)) for each in run),
    )
