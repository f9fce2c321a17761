"""Which questions of its block a step shows."""

from __future__ import annotations

from canvasapp.domain.answers import Standing, asides_of, standing
from canvasapp.domain.board import Board
from canvasapp.domain.session import Asks, PlanStep
from canvasapp.domain.template import Block, Perspective, Question


def visible_questions(board: Board, step: PlanStep) -> tuple[Question, ...]:
    """Those of the views that the step's lens shows, as many as it asks; none where it has no block."""
    block = next((each for each in board.template.blocks if each.id == step.block), None)
    if block is None:
        return ()
    views = Perspective if step.lens is None else (step.lens,)
    match step.asks:
        case Asks.NOTHING:
            return ()
        case Asks.FIRST:
            return tuple(q for view in views for q in block.questions_of(view)[:1])
        case Asks.ALL:
            return tuple(q for view in views for q in block.questions_of(view))
        case Asks.OPEN:
            return tuple(q for view in views for q in _open(board, block, view))


def _open(board: Board, block: Block, view: Perspective) -> list[Question]:
    asides = asides_of(board)
    asked = block.questions_of(view)
    return [q for q in asked if standing(board, block, q, asides) is Standing.OPEN]
