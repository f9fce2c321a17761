"""What is asked before a vote: what it is about, how many dots, and who has them."""

from __future__ import annotations

from collections.abc import Mapping

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.register import Field, FieldType, Value
from canvasapp.domain.session import MOST_DOTS
from canvasapp.domain.voting import rounds_in_order
from canvasapp.edits.voting import start_vote

FIELDS = (
    Field("title", "What is voted on", FieldType.TEXT),
    Field("dots", "Dots for each", FieldType.INT, least=1, most=9),
    Field("voters", "People", FieldType.INT, least=1, most=MOST_DOTS),
    Field(
        "parties",
        "Or parties",
        FieldType.PARTIES,
        help="Each of them has so many dots then, and people are not counted.",
    ),
)
USUAL: Mapping[str, Value] = {"dots": 3, "voters": 5}


def proposed(board: Board) -> dict[str, Value]:
    """Who voted last, with as many dots."""
    known = rounds_in_order(board)
    if not known:
        return dict(USUAL)
    last = known[-1]
    values: dict[str, Value] = {"dots": last.dots, "voters": last.voters}
    if parties := tuple(each for each in last.parties if each in board.parties):
        values |= {"parties": parties, "voters": USUAL["voters"]}
    return values


def started(board: Board, given: Mapping[str, Value], round_id: str) -> Edit:
    """The round that was asked for. Raises VoteError."""
    parties = given.get("parties")
    return start_vote(
        board,
        str(given.get("title", "")),
        _number(given, "dots"),
        _number(given, "voters"),
        parties if isinstance(parties, tuple) else (),
        round_id,
    )


def _number(given: Mapping[str, Value], name: str) -> int:
    value = given.get(name, 0)
    return int(value) if isinstance(value, int | float) else 0
