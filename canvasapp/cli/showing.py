"""Prints boards and notes, to be read by people or, as JSON, by programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from canvasapp.cli.choosing import choose_board
from canvasapp.cli.files import read_workshop
from canvasapp.cli.terminal import counted, table, write, write_json
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.records import Note, Party
from canvasapp.domain.template import Perspective

VIEWS = {Perspective.OUR: "our view", Perspective.CUSTOMER: "customer's view"}
_DECIMALS = 3
"""Lengths are told to the thousandth of a millimetre."""


def show_boards(file: Path, *, as_json: bool) -> None:
    """Raises ExpectedError."""
    boards = list(enumerate(read_workshop(file).boards_in_order(), 1))
    if as_json:
        write_json([_board_json(number, board) for number, board in boards])
    else:
        rows = [
            (number, board.head.title, board.template.id, counted(len(board.notes), "note"))
            for number, board in boards
        ]
        write(table(rows))


def show_board(file: Path, wanted: str | None, *, as_json: bool) -> None:
    """Raises ExpectedError."""
    workshop = read_workshop(file)
    board = choose_board(workshop, wanted)
    if as_json:
        write_json(_content_json(workshop, board))
    else:
        write(_board_lines(workshop, board))


def _board_json(number: int, board: Board) -> dict[str, object]:
    return {
        "number": number,
        "id": board.id,
        "title": board.head.title,
        "template": board.template.id,
        "profile": board.head.profile,
        "notes": len(board.notes),
    }


def _content_json(workshop: Workshop, board: Board) -> dict[str, object]:
    number = workshop.boards_in_order().index(board) + 1
    return {
        "workshop": {"id": workshop.head.id, "title": workshop.head.title},
        "board": _board_json(number, board),
        "parties": [
            {"id": each.id, "name": each.name, "initials": each.initials, "slot": each.slot}
            for each in workshop.parties_in_order()
        ],
        "notes": [_note_json(note) for note in _in_order(board)],
        "links": [
            {"id": each.id, "source": each.source, "target": each.target, "kind": each.kind}
            for each in board.links.values()
        ],
    }


def _note_json(note: Note) -> dict[str, object]:
    lengths = {"x": note.x, "y": note.y, "w": note.w, "h": note.h}
    return {
        "id": note.id,
        "kind": note.kind,
        "block": note.block,
        "perspective": note.perspective,
        "question": note.question,
        "party": note.party,
        "text": note.text,
        **{name: round(length, _DECIMALS) for name, length in lengths.items()},
    }


def _in_order(board: Board) -> Iterator[Note]:
    """The notes block by block as the facilitation goes, then those off the blocks."""
    for block in board.template.blocks_in_order():
        for perspective in Perspective:
            yield from board.notes_in(block.id, perspective)
    yield from board.notes_in(None)


def _board_lines(workshop: Workshop, board: Board) -> Iterator[str]:
    yield f"{workshop.head.title} / {board.head.title}"
    yield f"{board.template.name}, {counted(len(board.notes), 'note')}"
    for block in board.template.blocks_in_order():
        notes = {each: board.notes_in(block.id, each) for each in Perspective}
        if any(notes.values()):
            yield from ("", f"{block.number} {block.title}")
        for perspective, lane in notes.items():
            yield from _lane_lines(VIEWS[perspective], lane, board)
    yield from _lane_lines("Off the blocks", board.notes_in(None), board, margin="")


def _lane_lines(title: str, notes: list[Note], board: Board, margin: str = "  ") -> Iterator[str]:
    if notes:
        yield from ([""] if not margin else [])
        yield margin + title
    for note in notes:
        first, *others = note.text.split("\n")
        yield f"{margin}  {_initials(board.parties.get(note.party or '')):4}{first}".rstrip()
        yield from (f"{margin}      {line}".rstrip() for line in others)


def _initials(party: Party | None) -> str:
    return party.initials if party else ""
