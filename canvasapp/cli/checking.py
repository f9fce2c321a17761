"""Prints what a reviewer would say about boards, to be read by people or, as JSON, by programs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from canvasapp.checks import Checked, Checker, Finding, Poster, load_rules
from canvasapp.cli.choosing import choose_board
from canvasapp.cli.files import read_workshop
from canvasapp.cli.headless import without_display
from canvasapp.cli.terminal import counted, write, write_json
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.check import Severity
from canvasapp.domain.entries import entry_by_id
from canvasapp.picture.note_picture import written
from canvasapp.picture.theme import LIGHT
from canvasapp.templates import load_registers
from canvasapp.text.layout import PT

NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "hint"}
WHOLE_BOARD = "The whole board"


def check_boards(file: Path, wanted: str | None, *, as_json: bool) -> None:
    """Checks the board that was typed (None: all of them) as if it were to be printed now. Raises ExpectedError."""
    workshop = read_workshop(file)
    boards = workshop.boards_in_order() if wanted is None else [choose_board(workshop, wanted)]
    registers = load_registers()
    checker = Checker(load_rules(registers, workshop.templates), registers)
    with without_display():
        checked = [checker.check(workshop, board.id, poster=poster_of(board)) for board in boards]
    if as_json:
        write_json([_board_json(workshop, each) for each in checked])
    else:
        write(_lines(workshop, checked))


def poster_of(board: Board) -> Poster:
    """The sheet of a board as it would be printed in its own size. Needs a QGuiApplication."""
    drawn = {note.id: written(note, LIGHT) for note in board.notes.values()}
    letters = {note: texts[0].size / PT for note, texts in drawn.items() if texts}
    return Poster(board.template.attribution, letters)


def _board_json(workshop: Workshop, checked: Checked) -> dict[str, object]:
    board = checked.board
    return {
        "number": workshop.boards_in_order().index(board) + 1,
        "id": board.id,
        "title": board.head.title,
        "template": board.template.id,
        "findings": [_finding_json(finding) for finding in checked.findings],
    }


def _finding_json(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.check,
        "severity": finding.severity,
        "block": finding.block,
        "notes": finding.notes,
        "entries": finding.entries,
        "message": finding.message,
        "ignored": finding.waiver.reason if finding.waiver else None,
    }


def _lines(workshop: Workshop, checked: list[Checked]) -> Iterator[str]:
    for at, each in enumerate(checked):
        yield from [""] if at else []
        yield f"{workshop.head.title} / {each.board.head.title}"
        yield _sum(each)
        for severity, found in groupby(each.open, key=lambda finding: finding.severity):
            yield from ("", f"{NOUNS[severity]}s")
            yield from _by_block(workshop, each.board, list(found))
        yield from _ignored(each)


def _sum(checked: Checked) -> str:
    found = [finding.severity for finding in checked.open]
    counts = [counted(found.count(each), noun) for each, noun in NOUNS.items() if each in found]
    return ", ".join(counts) or "nothing found"


def _by_block(workshop: Workshop, board: Board, found: list[Finding]) -> Iterator[str]:
    titles = {block.id: f"{block.number} {block.title}" for block in board.template.blocks}
    for block, of_block in groupby(found, key=lambda finding: finding.block):
        yield f"  {titles.get(block or '', WHOLE_BOARD)}"
        for finding in of_block:
            yield f"    {finding.message} ({_named(workshop, finding)})"


def _named(workshop: Workshop, finding: Finding) -> str:
    """The rule, and the short names of the entries it speaks of."""
    entries = (entry_by_id(workshop, each) for each in finding.entries)
    return ", ".join([finding.check, *(entry.code for entry in entries if entry)])


def _ignored(checked: Checked) -> Iterator[str]:
    ignored = [finding for finding in checked.findings if finding.waiver]
    yield from ("", "ignored") if ignored else ()
    for finding in ignored:
        reason = finding.waiver.reason if finding.waiver else ""
        yield f"  {finding.message} ({finding.check}): {reason}"
