"""Plans for holding notes together and holding them fast: groups and locks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.records import Note, new_id
from canvasapp.edits.plan import changed, free, present

SMALLEST_GROUP = 2


def with_groups(board: Board, ids: Iterable[str]) -> tuple[str, ...]:
    """The notes with these ids, each followed by the others of its group from the lowest to the topmost."""
    chosen = present(board, ids)
    members = _members(board, {note.group for note in chosen if note.group})
    closed = (each.id for note in chosen for each in (note, *members.get(note.group, ())))
    return tuple(dict.fromkeys(closed))


def group_notes(board: Board, ids: Iterable[str]) -> Edit:
    """Two notes or more as one group, whatever groups they were in; nothing for those of one group."""
    chosen = free(board, ids)
    groups = {note.group for note in chosen}
    if len(chosen) < SMALLEST_GROUP or (len(groups) == 1 and None not in groups):
        return changed("Group {}", ())
    group = new_id()
    return changed("Group {}", ((note, replace(note, group=group)) for note in chosen))


def ungroup_notes(board: Board, ids: Iterable[str]) -> Edit:
    """The groups that these notes are in taken apart."""
    chosen = free(board, with_groups(board, ids))
    return changed("Ungroup {}", ((note, replace(note, group=None)) for note in chosen))


def lock_notes(board: Board, ids: Iterable[str]) -> Edit:
    """The notes held fast: no plan moves, changes or removes them before they are unlocked."""
    return changed("Lock {}", ((n, replace(n, locked=True)) for n in present(board, ids)))


def unlock_notes(board: Board, ids: Iterable[str]) -> Edit:
    return changed("Unlock {}", ((n, replace(n, locked=False)) for n in present(board, ids)))


def _members(board: Board, groups: set[str]) -> dict[str | None, list[Note]]:
    members: dict[str | None, list[Note]] = {}
    for note in board.pile() if groups else ():
        if note.group in groups:
            members.setdefault(note.group, []).append(note)
    return members
