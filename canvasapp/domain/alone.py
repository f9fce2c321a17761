"""One board of a workshop as a workshop of its own, with what it needs and nothing of the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from canvasapp.domain.audience import workshop_for
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.records import Attachment, Entry, OwnCanvas, Seen, canvas_key
from canvasapp.domain.register import words_in


def alone(workshop: Workshop, board: Board, seen: Seen = Seen.SHOWN) -> Workshop:
    """The board with its canvas, the parties and images of its notes, and the entries that speak of them.

    It is for others: notes that are more hidden than `seen` stay here, and so does the log of sessions.
    """
    workshop = workshop_for(replace(workshop, boards={**workshop.boards, board.id: board}), seen)
    board = workshop.boards[board.id]
    entries = _entries(board)
    named = {note.party for note in board.notes.values()}
    said = {
        word for entry in (*entries.values(), *board.entries.values()) for word in _words(entry)
    }
    parties = {key: each for key, each in workshop.parties.items() if key in named | said}
    attachments = _attachments(board, workshop.attachments, said)
    kept = replace(board, parties=parties, attachments=attachments, in_common=entries)
    return replace(
        workshop,
        parties=parties,
        boards={board.id: kept},
        attachments=attachments,
        entries=entries,
        canvases=_canvases(board, workshop.canvases),
        sessions={},
        log={},
        ticks={},
    )


def _entries(board: Board) -> dict[str, Entry]:
    """Of the entries in common those of the board's notes, those that tell of them, and those that these name."""
    about = {note.content for note in board.notes.values()} | {board.id, *board.entries}
    named = {word for entry in board.entries.values() for word in _words(entry)}
    kept: dict[str, Entry] = {}
    while found := {
        key: each
        for key, each in board.in_common.items()
        if key not in kept
        and (each.note in about or key in named or not about.isdisjoint(_words(each)))
    }:
        kept |= found
        named |= {word for each in found.values() for word in _words(each)}
    return kept


def _words(entry: Entry) -> Iterable[str]:
    return words_in(entry.values)


def _attachments(
    board: Board, known: Mapping[str, Attachment], said: set[str]
) -> dict[str, Attachment]:
    wanted = {note.image for note in board.notes.values()} | said
    return {key: each for key, each in known.items() if key in wanted}


def _canvases(board: Board, known: Mapping[str, OwnCanvas]) -> dict[str, OwnCanvas]:
    key = canvas_key(board.head.template, board.head.template_version)
    return {key: known[key]} if key in known else {}
