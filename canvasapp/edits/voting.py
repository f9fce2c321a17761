"""Plans for votes: rounds opened and closed, dots given and taken back, and what becomes of the winners."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from canvasapp.domain.assumptions import ASSUMPTION, IMPORTANCE
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import Entry, Note, NoteKind, Record, new_id
from canvasapp.domain.register import Register, with_value
from canvasapp.domain.session import MOST_DOTS, Dots, VoteRound
from canvasapp.domain.voting import (
    Result,
    allowed,
    counted,
    dots_on,
    results,
    rounds_in_order,
    spent,
    winners,
)
from canvasapp.edits.assumptions import assume
from canvasapp.edits.tidy import sort_by_key
from canvasapp.edits.values import fit_value
from canvasapp.edits.wording import clean_title

VOTES = "votes"
"""The field of an assumption that says how many dots it has."""
TOP = 5
"""So many winners come to the assumption matrix, unless told otherwise."""


class VoteError(ExpectedError):
    """The vote does not go so."""


def start_vote(
    board: Board,
    title: str,
    dots: int,
    voters: int = 1,
    parties: Iterable[str] = (),
    round_id: str | None = None,
) -> Edit:
    """A round in which each of so many people, or each of these parties, has so many dots; an open one is closed.

    Raises VoteError.
    """
    chosen = tuple(dict.fromkeys(each for each in parties if each in board.parties))
    for number, what in ((dots, "Dots"), (len(chosen) or voters, "Voters")):
        if not 1 <= number <= MOST_DOTS:
            raise VoteError(f"{what} are from 1 to {MOST_DOTS:,}.")
    number = max((each.number for each in board.rounds.values()), default=0) + 1
    vote = VoteRound(
        id=round_id or new_id(),
        board=board.id,
        number=number,
        title=clean_title(title) or f"Round {number}",
        dots=dots,
        voters=len(chosen) or voters,
        parties=chosen,
    )
    still_open = [each for each in rounds_in_order(board) if each.is_open]
    closed = (Change(each, replace(each, is_open=False)) for each in still_open)
    return Edit("Start vote", (*closed, Change(None, vote)))


def give_dots(
    board: Board, round_id: str, note_id: str, number: int = 1, party: str | None = None
) -> Edit:
    """A dot on the note, or so many, or with a number below 0 taken back; by one of the parties where these vote.

    Raises VoteError when the round is closed, when there are not so many left, and when it is unknown who votes.
    """
    vote, note = board.rounds.get(round_id), board.notes.get(note_id)
    label = "Give dot" if number > 0 else "Take dot back"
    if vote is None or note is None or note.kind is not NoteKind.NOTE:
        return Edit(label, ())
    _refuse(board, vote, number, party)
    old = dots_on(board, vote.id, note.content, party)
    count = (old.count if old else 0) + number
    if old is None:
        new = Dots(new_id(), board.id, vote.id, note.content, party, count) if count > 0 else None
    else:
        new = replace(old, count=count) if count > 0 else None
    return Edit(label, (Change(old, new),) if new != old else ())


def set_dots(
    board: Board, round_id: str, note_id: str, count: int, party: str | None = None
) -> Edit:
    """The note with so many dots. Raises VoteError as `give_dots` does."""
    note = board.notes.get(note_id)
    old = dots_on(board, round_id, note.content, party) if note else None
    return give_dots(board, round_id, note_id, max(count, 0) - (old.count if old else 0), party)


def close_vote(board: Board, round_id: str) -> Edit:
    """No more dots are taken."""
    return _changed(board, round_id, "Close vote", is_open=False)


def reopen_vote(board: Board, round_id: str) -> Edit:
    """Dots are taken again."""
    return _changed(board, round_id, "Open vote again", is_open=True)


def show_counts(board: Board, round_id: str, *, shown: bool = True) -> Edit:
    """The counts are seen by everybody, or secret again."""
    return _changed(board, round_id, "Show votes" if shown else "Hide votes", shown=shown)


def remove_vote(board: Board, round_id: str) -> Edit:
    """The round and all its dots taken away."""
    vote = board.rounds.get(round_id)
    given = [each for each in board.dots.values() if each.round == round_id]
    gone: list[Record] = [*given, vote] if vote else []
    return Edit("Remove vote", tuple(Change(each, None) for each in gone))


def sort_by_votes(board: Board, ids: Iterable[str], round_id: str) -> Edit:
    """The chosen notes of each lane in rows, those with most dots first (see `edits.tidy`)."""
    counts = counted(board, round_id)
    return sort_by_key(board, ids, lambda note: -counts.get(note.content, 0))


def send_to_matrix(
    workshop: Workshop,
    register: Register,
    board_id: str,
    round_id: str,
    most: int = TOP,
    importance: int = 5,
) -> Edit:
    """The winners of a round as assumptions of this importance, with their dots; `register` is that of assumptions.

    A tie is not cut in two. The assumption that there is about a note already gets its dots, and an importance if it
    has none.
    """
    label = "Send winners to the matrix"
    board = workshop.boards.get(board_id)
    vote = board.rounds.get(round_id) if board else None
    if vote is None:
        return Edit(label, ())
    changes: list[Change] = []
    weights = {IMPORTANCE: importance}
    for won in winners(results(workshop, vote), most):
        known = _assumption_about(workshop, won.note)
        if known is not None:
            weighed = _weighed(workshop, register, known, won, weights)
            changes += [Change(known, weighed)] if weighed != known else []
            continue
        for change in assume(workshop, register, won.note.board, [won.note.id]).changes:
            if isinstance(change.after, Entry):
                after = _weighed(workshop, register, change.after, won, weights)
                changes.append(Change(None, after))
            else:
                changes.append(change)
    return Edit(label, tuple(changes))


def _refuse(board: Board, vote: VoteRound, number: int, party: str | None) -> None:
    if not vote.is_open:
        raise VoteError(f"{vote.title} is closed: open it again to change its dots.")
    if vote.parties and party not in vote.parties:
        raise VoteError("Choose the party that gives this dot: parties vote in this round.")
    if party is not None and party not in vote.parties:
        raise VoteError("People vote in this round, not parties.")
    total, given = allowed(vote, party), spent(board, vote, party)
    if number > total - given:
        raise VoteError(_none_left(board, vote, party, total - given))


def _none_left(board: Board, vote: VoteRound, party: str | None, left: int) -> str:
    """Why there are not so many dots."""
    rest = "none is" if left <= 0 else f"only {left} {'is' if left == 1 else 'are'}"
    if party is not None:
        name = board.parties[party].name if party in board.parties else "This party"
        return f"{name} has {_dots(vote.dots)}, and {rest} left."
    return f"{vote.voters} people have {_dots(vote.dots)} each, and {rest} left."


def _dots(number: int) -> str:
    return "1 dot" if number == 1 else f"{number} dots"


def _changed(board: Board, round_id: str, label: str, **fields: bool) -> Edit:
    vote = board.rounds.get(round_id)
    if vote is None:
        return Edit(label, ())
    after = replace(vote, **fields)  # type: ignore[arg-type]  # the callers name fields
    return Edit(label, (Change(vote, after),) if after != vote else ())


def _assumption_about(workshop: Workshop, note: Note) -> Entry | None:
    """The first assumption that is about the note."""
    known = [e for e in workshop.entries.values() if e.register == ASSUMPTION]
    for entry in known:
        about = entry.get("about")
        if isinstance(about, tuple) and note.content in about:
            return entry
    return None


def _weighed(
    workshop: Workshop, register: Register, entry: Entry, won: Result, weights: dict[str, int]
) -> Entry:
    """The assumption with its dots, and with these weights where it has none."""
    missing = {name: value for name, value in weights.items() if entry.get(name) is None}
    values = entry.values
    for name, value in {**missing, VOTES: won.dots}.items():
        values = with_value(values, name, fit_value(workshop, register.field(name), float(value)))
    return replace(entry, values=values)
