"""What a vote says: dots that are given and left, and results in which a tie is a tie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.records import Note
from canvasapp.domain.session import Dots, VoteRound


@dataclass(frozen=True, slots=True)
class Result:
    """What a note has got in a round. Notes with as many dots share a `rank` (from 1), the next one follows them all.

    `note` is one of those with the content that was voted on: on the round's board if it can be.
    """

    note: Note
    dots: int
    rank: int
    tied: bool

    @property
    def place(self) -> str:
        """Such as "1", or "2=" where others have as many."""
        return f"{self.rank}=" if self.tied else str(self.rank)


def rounds_in_order(board: Board) -> list[VoteRound]:
    """The rounds of a board, the latest last."""
    return sorted(board.rounds.values(), key=lambda each: (each.number, each.id))


def open_round(board: Board) -> VoteRound | None:
    """The latest round in which votes are taken."""
    return next((each for each in reversed(rounds_in_order(board)) if each.is_open), None)


def shown_round(board: Board) -> VoteRound | None:
    """The latest round whose counts everybody sees."""
    return next((each for each in reversed(rounds_in_order(board)) if each.shown), None)


def counted(board: Board, round_id: str, party: str | None = None) -> Mapping[str, int]:
    """How many dots each note has in a round, by `Note.content`; of all voters or of one party."""
    counts: Counter[str] = Counter()
    for each in board.dots.values():
        if each.round == round_id and party in (None, each.party):
            counts[each.note] += each.count
    return counts


def dots_on(board: Board, round_id: str, content: str, party: str | None) -> Dots | None:
    """What a note has from a party, or from the people, in a round."""
    wanted = (round_id, content, party)
    return next((d for d in board.dots.values() if (d.round, d.note, d.party) == wanted), None)


def allowed(vote: VoteRound, party: str | None = None) -> int:
    """How many dots there are to give: by one party, or by all voters."""
    voters = len(vote.parties) if vote.parties else vote.voters
    return vote.dots if party is not None else vote.dots * voters


def spent(board: Board, vote: VoteRound, party: str | None = None) -> int:
    """How many of them have been given."""
    return sum(counted(board, vote.id, party).values())


def results(workshop: Workshop, vote: VoteRound) -> list[Result]:
    """The notes with dots, most dots first; those that have as many as they are read on their board."""
    board = workshop.boards[vote.board]
    counts = counted(board, vote.id)
    voted = [(note, counts[note.content]) for note in _shown(workshop, board, counts)]
    return ranked((note, dots) for note, dots in voted if dots)


def ranked(voted: Iterable[tuple[Note, int]]) -> list[Result]:
    """Notes and their dots as results."""
    in_order = sorted(voted, key=lambda each: -each[1])
    found: list[Result] = []
    for _, group in groupby(in_order, key=lambda each: each[1]):
        alike = list(group)
        rank, tied = len(found) + 1, len(alike) > 1
        found += [Result(note, dots, rank, tied) for note, dots in alike]
    return found


def winners(results: Iterable[Result], most: int) -> list[Result]:
    """The first so many; a tie that would be cut in two is left out, unless nothing would be left then."""
    found = list(results)
    kept = [each for each in found if each.rank + _alike(found, each) - 1 <= most]
    return kept or [each for each in found if each.rank == 1]


def _alike(results: list[Result], result: Result) -> int:
    return sum(each.rank == result.rank for each in results)


def _shown(workshop: Workshop, board: Board, wanted: Mapping[str, int]) -> list[Note]:
    """A note for each content, in reading order block by block: of this board, else of the first that shows it."""
    boards = [board, *(each for each in workshop.boards_in_order() if each is not board)]
    found: dict[str, Note] = {}
    for each in boards:
        for note in notes_as_read(each):
            if note.content in wanted:
                found.setdefault(note.content, note)
    return list(found.values())


def notes_as_read(board: Board) -> list[Note]:
    """The notes of a board block by block as the facilitation goes, then those off the blocks."""
    blocks = [block.id for block in board.template.blocks_in_order()]
    return [note for block in (*blocks, None) for note in board.notes_in(block)]
