"""Plans for what is said of a note besides its text: how far it has come, and its tags."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.records import NoteKind, NoteStatus
from canvasapp.edits.plan import changed, free
from canvasapp.edits.wording import clean_title

MOST_TAGS = 100
"""A note has no more of them."""


def set_status(board: Board, ids: Iterable[str], status: NoteStatus | None) -> Edit:
    """How far these notes have come, or nothing about that; headings and pictures have no status."""
    return changed(
        "Change status of {}",
        (
            (note, replace(note, status=status))
            for note in free(board, ids)
            if note.kind is NoteKind.NOTE
        ),
    )


def set_tags(board: Board, ids: Iterable[str], tags: Iterable[str]) -> Edit:
    """The notes with these tags and no others, in this order."""
    cleaned = clean_tags(tags)
    return changed("Tag {}", ((n, replace(n, tags=cleaned)) for n in free(board, ids)))


def add_tags(board: Board, ids: Iterable[str], tags: Iterable[str]) -> Edit:
    """The notes with these tags besides their own."""
    more = clean_tags(tags)
    notes = free(board, ids)
    return changed("Tag {}", ((n, replace(n, tags=clean_tags((*n.tags, *more)))) for n in notes))


def remove_tags(board: Board, ids: Iterable[str], tags: Iterable[str]) -> Edit:
    """The notes without these tags, however they are capitalised."""
    gone = {tag.casefold() for tag in clean_tags(tags)}
    return changed(
        "Untag {}",
        (
            (note, replace(note, tags=tuple(t for t in note.tags if t.casefold() not in gone)))
            for note in free(board, ids)
        ),
    )


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags on one line each, none twice or empty, as they were first written; at most MOST_TAGS."""
    cleaned = [clean_title(tag) for tag in tags]
    first = {tag.casefold(): tag for tag in reversed(cleaned) if tag}
    kept = dict.fromkeys(first[tag.casefold()] for tag in cleaned if tag)
    return tuple(kept)[:MOST_TAGS]
