"""What of a workshop is for whom: boards without notes and votes that are not to be seen, nor what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.records import Entry, Note, Seen
from canvasapp.domain.register import redirected

_ORDER = tuple(Seen)
"""From least to most hidden."""


def is_for(note: Note, seen: Seen) -> bool:
    """Whether the note is at most as hidden as `seen`."""
    return note.seen is seen or _ORDER.index(note.seen) < _ORDER.index(seen)


def board_for(board: Board, seen: Seen = Seen.SHOWN) -> Board:
    """The board without the notes that are more hidden than `seen`, and without secret votes; itself if it has none."""
    return _without(board, _gone([board], seen))


def workshop_for(workshop: Workshop, seen: Seen = Seen.SHOWN) -> Workshop:
    """The workshop without them and without the entries about them alone; itself when there are none."""
    gone = _gone(workshop.boards.values(), seen)
    if not gone:
        return workshop
    gone |= {entry.id for entry in _all_entries(workshop) if entry.note in gone}
    boards = {key: _without(each, gone) for key, each in workshop.boards.items()}
    return replace(workshop, boards=boards, entries=_entries(workshop.entries, gone))


def unseen_ids(board: Board) -> frozenset[str]:
    """The notes that the room does not see."""
    marked = (note for lying in board.lanes.values() for note in lying.marked)
    return frozenset(note.id for note in marked if note.seen is not Seen.SHOWN)


def _gone(boards: Iterable[Board], seen: Seen) -> set[str]:
    """The ids of the notes that are left out, of their contents, and of the votes that are still secret."""
    if seen is Seen.PRIVATE:
        return set()
    gone: set[str] = set()
    for board in boards:
        gone.update(vote.id for vote in board.rounds.values() if not vote.shown)
        for note in board.notes.values():
            if not is_for(note, seen):
                gone |= {note.id, note.content}
    return gone


def _all_entries(workshop: Workshop) -> Iterator[Entry]:
    yield from workshop.entries.values()
    for board in workshop.boards.values():
        yield from board.entries.values()


def _without(board: Board, gone: set[str]) -> Board:
    if not gone:
        return board
    known = (*board.in_common.values(), *board.entries.values())
    gone = gone | {entry.id for entry in known if entry.note in gone}
    links = board.links.items()
    waivers = board.waivers.items()
    return replace(
        board,
        notes={key: each for key, each in board.notes.items() if key not in gone},
        links={k: link for k, link in links if not {link.source, link.target} & gone},
        rounds={key: each for key, each in board.rounds.items() if key not in gone},
        dots={k: each for k, each in board.dots.items() if not {each.note, each.round} & gone},
        waivers={k: each for k, each in waivers if gone.isdisjoint(each.about.split("/"))},
        entries=_entries(board.entries, gone),
        in_common=_entries(board.in_common, gone),
    )


def _entries(entries: Mapping[str, Entry], gone: set[str]) -> dict[str, Entry]:
    """Those that are left; they do not name what is gone."""
    ways = dict.fromkeys(gone)
    return {
        key: replace(entry, values=redirected(entry.values, ways))
        for key, entry in entries.items()
        if key not in gone
    }
