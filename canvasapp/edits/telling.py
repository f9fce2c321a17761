"""What the log of the session that runs tells of an edit: votes, decisions, reveals and finished blocks.

The journal asks after each edit, also one that takes another back, and writes the lines with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import Entry, Note, Seen, new_id
from canvasapp.domain.session import Event, LogLine, SealedBlock, Session, VoteRound, told

WHAT = "what"
"""The field of a decision that says it."""
LONGEST = 1_000
"""A line takes no more characters of it."""
Told = tuple[Event, str, str, str | None]
"""What happened, the id of what it is about, how that is called, and the board unless it is the session's."""


@dataclass(frozen=True, slots=True)
class LogBook:
    """Writes one line of a session after the other."""

    session: Session | None
    now: datetime
    seq: int | None
    numbers: Iterator[int]

    @classmethod
    def of(
        cls, workshop: Workshop, session: Session | None, now: datetime, seq: int | None = None
    ) -> LogBook:
        last = max((line.number for line in workshop.log.values()), default=0)
        return cls(session, now, seq, count(last + 1))

    def line(
        self,
        event: Event,
        about: str,
        words: str,
        left: float | None = None,
        board: str | None = None,
    ) -> Change:
        """A new line. Raises ValueError without a session."""
        if self.session is None:
            raise ValueError("there is no session to tell of")
        number, at = next(self.numbers), told(self.now)
        session, lying = self.session.id, board or self.session.board
        line = LogLine(new_id(), session, number, at, event, lying, about, words, self.seq, left)
        return Change(None, line)


def told_by(workshop: Workshop, edit: Edit, now: datetime) -> tuple[Change, ...]:
    """The new lines of the log, given the workshop before the edit; none while no session runs."""
    if workshop.session is None:
        return ()
    book = LogBook.of(workshop, workshop.session, now)
    return tuple(
        book.line(event, about, words, board=board)
        for event, about, words, board in (*_changes(workshop, edit), *_revealed(edit))
    )


def _changes(workshop: Workshop, edit: Edit) -> Iterator[Told]:
    for change in edit.changes:
        match change:
            case Change(before=None, after=VoteRound() as vote):
                yield Event.VOTE_OPENED, vote.id, vote.title, vote.board
            case Change(before=VoteRound() as vote, after=None):
                yield Event.TAKEN_BACK, vote.id, vote.title, vote.board
            case Change(before=VoteRound() as before, after=VoteRound() as vote):
                if before.is_open != vote.is_open:
                    event = Event.VOTE_OPENED if vote.is_open else Event.VOTE_CLOSED
                    yield event, vote.id, vote.title, vote.board
            case Change(before=None, after=Entry(register="decision") as entry):
                yield Event.DECIDED, entry.id, _said(entry), None
            case Change(before=Entry(register="decision") as entry, after=None):
                yield Event.TAKEN_BACK, entry.id, _said(entry), None
            case Change(before=None, after=SealedBlock() as seal):
                yield Event.FINISHED, seal.block, _title(workshop, seal), seal.board
            case Change(before=SealedBlock() as seal, after=None):
                yield Event.REOPENED, seal.block, _title(workshop, seal), seal.board


def _revealed(edit: Edit) -> Iterator[Told]:
    """How many notes have been revealed, board by board."""
    shown = Counter(
        change.before.board
        for change in edit.changes
        if isinstance(change.before, Note)
        and isinstance(change.after, Note)
        and (change.before.seen, change.after.seen) == (Seen.HIDDEN, Seen.SHOWN)
    )
    for board, number in shown.items():
        yield Event.REVEALED, board, "1 note" if number == 1 else f"{number} notes", board


def _said(entry: Entry) -> str:
    return f"{entry.code} {entry.get(WHAT) or ''}"[:LONGEST].strip()


def _title(workshop: Workshop, seal: SealedBlock) -> str:
    board = workshop.boards.get(seal.board)
    blocks = board.template.blocks if board else ()
    return next((block.title for block in blocks if block.id == seal.block), seal.block)
