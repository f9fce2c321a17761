"""Reads the facilitation plan of a canvas and tells when each block has its turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from canvasapp.domain.template import AgendaStep
from canvasapp.templates.reader import Reader

AGENDA_MINUTES = 120
"""How long the plan of every canvas takes."""

_STEP = ("minutes", "title", "blocks", "facilitator", "needs")


@dataclass(frozen=True, slots=True)
class Turn:
    """When a block has its turn: its place in the order of the plan, from 1, and the minutes it is given."""

    order: int
    minutes: int


def read_agenda(reader: Reader, blocks: tuple[str, ...]) -> tuple[AgendaStep, ...]:
    """The steps one after the other: they take 120 minutes and give each of `blocks` a turn."""
    steps = _steps(reader, blocks, least=1)
    minutes = sum(step.minutes for step in steps)
    if minutes != AGENDA_MINUTES:
        reader.refuse(
            f"takes {minutes} minutes", f"Give its steps {AGENDA_MINUTES} minutes together"
        )
    visited = {block for step in steps for block in step.blocks}
    for block in blocks:
        if block not in visited:
            reader.refuse(f"gives block {block!r} no turn", "Name it in one of the steps")
    return steps


def read_free_agenda(reader: Reader, blocks: tuple[str, ...]) -> tuple[AgendaStep, ...]:
    """Steps of any length for some of `blocks`, perhaps none."""
    return _steps(reader, blocks)


def turns(agenda: Iterable[AgendaStep], blocks: Iterable[str]) -> dict[str, Turn]:
    """The turn of each block, by its id. A block that several steps name has its turn in the first.

    Those of `blocks` that no step names come last, in their order, and are given no time.
    """
    minutes: dict[str, int] = {}
    for step in agenda:
        for block in step.blocks:
            minutes[block] = minutes.get(block, 0) + step.minutes
    minutes |= {block: 0 for block in blocks if block not in minutes}
    return {block: Turn(order, given) for order, (block, given) in enumerate(minutes.items(), 1)}


def _steps(reader: Reader, blocks: tuple[str, ...], least: int = 0) -> tuple[AgendaStep, ...]:
    steps: list[AgendaStep] = []
    start = 0
    for each in reader.items(60, least):
        steps.append(_step(each, start, blocks))
        start += steps[-1].minutes
    return tuple(steps)


def _step(reader: Reader, start: int, blocks: tuple[str, ...]) -> AgendaStep:
    given = reader.fields(_STEP)
    named = given["blocks"].identifiers(len(blocks))
    for block in given["blocks"].items(len(blocks)):
        if block.value not in blocks:
            block.refuse(f"is {block.value!r}, which is no block", "Write the id of a block")
    return AgendaStep(
        start=start,
        minutes=given["minutes"].whole(1, AGENDA_MINUTES),
        title=given["title"].text(120),
        blocks=named,
        facilitator=given["facilitator"].text(500),
        needs=given["needs"].identifiers(40),
    )
