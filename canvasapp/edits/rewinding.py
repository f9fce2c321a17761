"""The plan that takes a board back to before an exercise and leaves alone what was touched since.

What is new since then and hangs on a note of the exercise counts as touching it: a note with a later link, entry or dot
stays. `Journal.since` tells the past that is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from canvasapp.domain.board import OF_BOARD, Board, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.logbook import Span
from canvasapp.domain.records import Entry, Link, Note, Record
from canvasapp.domain.session import Dots, Plan
from canvasapp.edits import pile

Key = tuple[type[Record], str]
Records = dict[Key, Record]


@dataclass(frozen=True, slots=True)
class Rewind:
    """What taking an exercise back does. `left` are its records that stay because they were touched since."""

    edit: Edit
    left: tuple[Record, ...]


def rewind(
    workshop: Workshop, board_id: str, span: Span, past: Sequence[tuple[int, Edit]]
) -> Rewind:
    """Takes back what was changed on the board in `span`; `past` is what `Journal.since(span.begun)` gives.

    The order of plans is no part of an exercise. Raises KeyError when there is no such board.
    """
    board = workshop.boards[board_id]
    during, since = _told(past, span, board_id)
    now = _on_board(board)
    before = {key: each for key, each in during.items() if now.get(key) != each}
    touched = since | {key for key in before if _hung_on(key, since, now)}
    wanted = {key: each for key, each in before.items() if key not in touched}
    kept = _that_fit(wanted, now, workshop)
    left = [now.get(key) or each for key, each in before.items() if key not in kept]
    edit = Edit("Rewind exercise", tuple(_changes(board, now, kept)))
    return Rewind(edit, tuple(each for each in left if each is not None))


def _told(
    past: Sequence[tuple[int, Edit]], span: Span, board_id: str
) -> tuple[dict[Key, Record | None], set[Key]]:
    """The records touched in the exercise as they were before it, and the keys of those touched since."""
    during: dict[Key, Record | None] = {}
    since: set[Key] = set()
    for seq, back in past:
        is_later = span.ended is not None and seq > span.ended
        for change in back.changes:
            if not _lies_on(change.record, board_id):
                continue
            key = type(change.record), change.record.id
            if is_later:
                since.add(key)
            else:
                during[key] = change.after
    return during, since


def _lies_on(record: Record, board_id: str) -> bool:
    lying = type(record) in OF_BOARD and not isinstance(record, Plan)
    return lying and getattr(record, "board", None) == board_id


def _on_board(board: Board) -> Records:
    return {
        (kind, record.id): record
        for kind, name in OF_BOARD.items()
        for record in getattr(board, name).values()
    }


def _hung_on(key: Key, since: Iterable[Key], now: Mapping[Key, Record]) -> bool:
    """Whether something that came or changed since refers to the record, and is still there."""
    record = now.get(key)
    names = {key[1], record.content} if isinstance(record, Note) else {key[1]}
    later = (now[each] for each in since if each in now)
    return any(names & set(_referred(each)) for each in later)


def _referred(record: Record) -> Iterator[str]:
    """The notes, contents and rounds that a record can not be without."""
    match record:
        case Link(source=source, target=target):
            yield from (source, target)
        case Entry(note=str() as note):
            yield note
        case Dots(note=note, round=vote):
            yield from (note, vote)


def _that_fit(
    wanted: Mapping[Key, Record | None], now: Records, workshop: Workshop
) -> dict[Key, Record | None]:
    """What can be so again: without what refers to something that is not there any more."""
    outcome = [each for each in {**now, **wanted}.values() if each is not None]
    there = {each.id for each in outcome}
    there |= {each.content for each in outcome if isinstance(each, Note)}
    there |= {n.content for board in workshop.boards.values() for n in board.notes.values()}
    return {
        key: each for key, each in wanted.items() if each is None or set(_referred(each)) <= there
    }


def _changes(board: Board, now: Records, kept: Mapping[Key, Record | None]) -> Iterator[Change]:
    """The records as they were: what comes back lies where nothing has taken its place in the pile."""
    taken = {note.z for note in board.notes.values()}
    back = [each for key, each in kept.items() if key not in now and isinstance(each, Note)]
    doubled = [note for note in back if note.z in taken]
    keys = dict(zip([n.id for n in doubled], pile.keys_on_top(board, len(doubled)), strict=True))
    for key, each in kept.items():
        if isinstance(each, Note):
            party = each.party if each.party in board.parties else None
            yield Change(now.get(key), replace(each, party=party, z=keys.get(each.id, each.z)))
        else:
            yield Change(now.get(key), each)
