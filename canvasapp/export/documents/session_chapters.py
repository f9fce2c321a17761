"""The chapters of a record that tell of the room: what was voted, and what happened in its sessions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.session import VoteRound
from canvasapp.domain.voting import results, rounds_in_order, spent
from canvasapp.export.documents.record import Cell, Element, Heading, Line, Table, Tone, in_one_line
from canvasapp.export.documents.said import shortened
from canvasapp.facilitation.recording import Happened, SessionRecord, records, words_of

NO_DOTS = "Nothing was given a dot."


def vote_chapter(workshop: Workshop) -> Iterator[Element]:
    """The rounds whose counts were shown, the latest first; no chapter without any."""
    voted = [
        (board, vote)
        for board in workshop.boards_in_order()
        for vote in reversed(rounds_in_order(board))
        if vote.shown
    ]
    if voted:
        yield Heading("Votes", 1)
    for board, vote in voted:
        yield Heading(f"{in_one_line(board.head.title)}: {in_one_line(vote.title)}", 2)
        yield Line(_who(board, vote), Tone.QUIET)
        yield from _ranking(workshop, vote)


def log_chapter(workshop: Workshop) -> Iterator[Element]:
    """The sessions, the first one first; no chapter without any."""
    found = records(workshop)
    if found:
        yield Heading("Log of the sessions", 1)
    for record in found:
        yield Heading(in_one_line(record.title), 2)
        yield Line(_when(record), Tone.QUIET)
        rows = tuple(_row(each) for each in record.happened)
        if rows:
            yield Table(("Time", "What happened", "Took"), (0.12, 0.72, 0.16), rows)


def _ranking(workshop: Workshop, vote: VoteRound) -> Iterator[Element]:
    found = results(workshop, vote)
    if not found:
        yield Line(NO_DOTS)
        return
    rows = tuple(
        ((Line(each.place, Tone.STRONG),), (Line(shortened(each.note)),), (Line(str(each.dots)),))
        for each in found
    )
    yield Table(("Place", "Note", "Dots"), (0.12, 0.72, 0.16), rows)


def _who(board: Board, vote: VoteRound) -> str:
    dots = "1 dot" if vote.dots == 1 else f"{vote.dots} dots"
    who = f"{len(vote.parties)} parties" if vote.parties else f"{vote.voters} people"
    still = " The vote is still open." if vote.is_open else ""
    return f"{dots} for each of {who}, {spent(board, vote)} given.{still}"


def _when(record: SessionRecord) -> str:
    began = f"{record.began.astimezone():%Y-%m-%d, %H:%M}"
    if record.ended is None:
        return f"{began}, not ended yet"
    return f"{began} to {record.ended.astimezone():%H:%M}"


def _row(happened: Happened) -> tuple[Cell, Cell, Cell]:
    took = happened.took
    minutes = "" if took is None else f"{round(took / timedelta(minutes=1))} min"
    time, words = f"{happened.at.astimezone():%H:%M}", in_one_line(words_of(happened))
    return (Line(time),), (Line(words),), ((Line(minutes),) if minutes else ())
