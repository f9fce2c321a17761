"""Which questions of a board are answered: those to which a note has been put."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from canvasapp.domain.board import Board
from canvasapp.domain.template import Block, Perspective, Question


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions are asked, and how many of them are answered."""

    answered: int
    asked: int

    @property
    def open(self) -> int:
        return self.asked - self.answered


def tally(board: Board) -> Tally:
    """Of the whole board."""
    return _tallied(board, board.template.questions())


def block_tally(board: Board, block: Block, perspective: Perspective | None = None) -> Tally:
    """Of one block, from one point of view or from both."""
    asked = block.questions if perspective is None else block.questions_of(perspective)
    return _tallied(board, ((block, question) for question in asked))


def is_answered(board: Board, block: Block, question: Question) -> bool:
    return (block.id, question.id) in board.answered


def next_open(
    board: Board, block: Block, after: Question | None = None
) -> tuple[Block, Question] | None:
    """The first open question from `block` on, or from the one behind its question `after`, in facilitation order.

    Past the last block it goes on with the first one. None: no question is open.
    """
    asked = list(board.template.questions())
    places = [place for place, (each, _) in enumerate(asked) if each.id == block.id]
    start = places[0] if places else 0
    if after is not None:
        start = asked.index((block, after)) + 1
    for each, question in (*asked[start:], *asked[:start]):
        if not is_answered(board, each, question):
            return each, question
    return None


def _tallied(board: Board, asked: Iterable[tuple[Block, Question]]) -> Tally:
    states = [is_answered(board, block, question) for block, question in asked]
    return Tally(sum(states), len(states))
