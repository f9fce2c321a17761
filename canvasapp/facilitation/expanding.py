"""The plan of a canvas as steps: each part of its agenda with the cycle that is for it."""

from __future__ import annotations

from collections.abc import Iterator

from canvasapp.domain.agenda import FOR_ANY, FOR_BLOCKS, CycleStep, Facilitation
from canvasapp.domain.board import Board
from canvasapp.domain.session import PlanStep
from canvasapp.domain.template import AgendaStep, Perspective, Template

CUSTOMER_FIRST, OURS_FIRST = "show-customer-only", "show-our-only"
"""The tools of which a part names one when a view is to have the first word."""
GRID, FINE = 15, 1
"""Steps end at multiples of so many seconds; those of parts shorter than SHORT at any second."""
SHORT = 300


def steps_of(board: Board, plan_id: str | None, facilitation: Facilitation) -> tuple[PlanStep, ...]:
    """The steps of a plan of the board (None, or one that is gone: that of its canvas)."""
    plan = board.plans.get(plan_id or "")
    return plan.steps if plan else expanded(board.template, facilitation)


def expanded(template: Template, facilitation: Facilitation) -> tuple[PlanStep, ...]:
    """The agenda of a canvas as steps, which take as long together. Their ids are always the same."""
    return tuple(
        step
        for number, part in enumerate(template.agenda, 1)
        for step in _of_part(number, part, facilitation)
    )


def _of_part(number: int, part: AgendaStep, facilitation: Facilitation) -> Iterator[PlanStep]:
    cycle = _cycle_for(part, facilitation)
    blocks: tuple[str | None, ...] = part.blocks or (None,)
    turns = [(block, each) for block in blocks for each in cycle]
    shares = [each.share for _, each in turns]
    lengths = divided(part.minutes * 60, shares)
    for (block, each), seconds in zip(turns, lengths, strict=True):
        yield PlanStep(
            id="/".join([str(number), *([block] if block else []), each.id]),
            title=each.title or part.title,
            seconds=seconds,
            part=part.title,
            wall=each.wall,
            block=block,
            lens=each.lens,
            asks=each.asks,
            hides=each.hides,
            hint=each.hint,
            aim=part.facilitator,
            needs=each.needs,
        )


def _cycle_for(part: AgendaStep, facilitation: Facilitation) -> tuple[CycleStep, ...]:
    if part.blocks:
        return _in_turn(facilitation.cycles[FOR_BLOCKS], part)
    named = (each for each in facilitation.cycles if each in part.needs)
    return facilitation.cycles[next(named, FOR_ANY)]


def _in_turn(cycle: tuple[CycleStep, ...], part: AgendaStep) -> tuple[CycleStep, ...]:
    """The cycle, with the customer’s view before ours where the part asks for that."""
    if CUSTOMER_FIRST not in part.needs or OURS_FIRST in part.needs:
        return cycle
    ours = [at for at, each in enumerate(cycle) if each.lens is Perspective.OUR]
    theirs = [at for at, each in enumerate(cycle) if each.lens is Perspective.CUSTOMER]
    order = list(range(len(cycle)))
    for one, other in zip(ours, theirs, strict=False):
        order[one], order[other] = other, one
    return tuple(cycle[at] for at in order)


def divided(seconds: int, shares: list[int]) -> list[int]:
    """So many seconds cut by these shares into whole ones, each at least one, which make all of them together."""
    grid = GRID if seconds >= SHORT else FINE
    whole = sum(shares)
    ends = [
        round(seconds * sum(shares[: at + 1]) / whole / grid) * grid for at in range(len(shares))
    ]
    ends[-1] = seconds
    starts = [0, *ends[:-1]]
    return [max(end - start, 1) for start, end in zip(starts, ends, strict=True)]
