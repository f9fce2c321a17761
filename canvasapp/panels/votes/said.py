"""What the votes panel says of a round, and what it lists."""

from __future__ import annotations

from collections.abc import Iterator

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Entry, Note
from canvasapp.domain.session import VoteRound
from canvasapp.domain.voting import allowed, results, spent
from canvasapp.edits.voting import VOTES
from canvasapp.facilitation.riskiest import riskiest
from canvasapp.panels.votes.rows import Ranked

WORDLESS = "Note without words"
MOST_RISKY = 5


def state_of(board: Board, vote: VoteRound) -> str:
    """Whether it is open, and how many dots have been given."""
    given, all_of_them = spent(board, vote), allowed(vote)
    if vote.is_open:
        return f"Open, {given} of {all_of_them} dots given."
    return f"Closed, {given} of {all_of_them} dots given."


def who_votes(vote: VoteRound) -> str:
    """Who has how many dots."""
    dots = "1 dot" if vote.dots == 1 else f"{vote.dots} dots"
    if vote.parties:
        count = len(vote.parties)
        return f"{dots} for the party" if count == 1 else f"{dots} for each of {count} parties"
    return f"{dots} for one" if vote.voters == 1 else f"{dots} for each of {vote.voters} people"


def ranking(workshop: Workshop, vote: VoteRound) -> Iterator[tuple[Note, Ranked]]:
    """The notes with dots, the most first; ties are places such as 2=."""
    for each in results(workshop, vote):
        yield each.note, Ranked(each.place, words_of(each.note), each.dots)


def to_test_first(workshop: Workshop) -> Iterator[tuple[Entry, Ranked]]:
    """The riskiest assumptions."""
    for entry in riskiest(workshop)[:MOST_RISKY]:
        dots, said = entry.get(VOTES), entry.get("statement")
        words = plain_text(said) if isinstance(said, str) else ""
        given = int(dots) if isinstance(dots, int | float) else 0
        yield entry, Ranked(entry.code, words or "Assumption without words", given)


def words_of(note: Note) -> str:
    return " ".join(plain_text(note.text).split()) or WORDLESS
