"""How each question of a board stands: answered when a note has been put to it, open, or set aside with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from canvasapp.domain.board import Board
from canvasapp.domain.records import SetAside
from canvasapp.domain.template import Block, Perspective, Question

Asides = Mapping[tuple[str, str], SetAside]
"""The questions set aside, by their block's id and their own."""


class Standing(StrEnum):
    """A question that was set aside and is answered all the same counts as answered."""

    ANSWERED = "answered"
    OPEN = "open"
    ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions are to be answered, how many of them are, and how many besides are set aside."""

    answered: int
    asked: int
    aside: int = 0

    @property
    def open(self) -> int:
        return self.asked - self.answered

    @property
    def share(self) -> float:
        """How much of what is asked is answered, from 0 to 1; all of it when nothing is asked."""
        return self.answered / self.asked if self.asked else 1.0


def tally(board: Board, perspective: Perspective | None = None) -> Tally:
    """Of the whole board, from one point of view or from both."""
    asked = board.template.questions()
    wanted = (each for each in asked if perspective in (None, each[1].perspective))
    return _tallied(board, wanted)


def block_tally(board: Board, block: Block, perspective: Perspective | None = None) -> Tally:
    """Of one block, from one point of view or from both."""
    asked = block.questions if perspective is None else block.questions_of(perspective)
    return _tallied(board, ((block, question) for question in asked))


def is_answered(board: Board, block: Block, question: Question) -> bool:
    return (block.id, question.id) in board.answered


def asides_of(board: Board) -> Asides:
    """What is set aside on the board."""
    return {(each.block, each.question): each for each in board.set_aside.values()}


def open_questions(board: Board) -> list[tuple[Block, Question]]:
    """Those that nothing answers and nobody has set aside, in facilitation order."""
    asides = asides_of(board)
    asked = board.template.questions()
    return [(b, q) for b, q in asked if standing(board, b, q, asides) is Standing.OPEN]


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
    still_open = {(each.id, question.id) for each, question in open_questions(board)}
    for each, question in (*asked[start:], *asked[:start]):
        if (each.id, question.id) in still_open:
            return each, question
    return None


def standing(board: Board, block: Block, question: Question, asides: Asides) -> Standing:
    """How a question stands, given all that is set aside on the board."""
    if is_answered(board, block, question):
        return Standing.ANSWERED
    return Standing.ASIDE if (block.id, question.id) in asides else Standing.OPEN


def _tallied(board: Board, asked: Iterable[tuple[Block, Question]]) -> Tally:
    asides = asides_of(board)
    standings = [standing(board, block, question, asides) for block, question in asked]
    aside = standings.count(Standing.ASIDE)
    return Tally(standings.count(Standing.ANSWERED), len(standings) - aside, aside)
