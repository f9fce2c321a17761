"""Adds notes to a block of a board, a note for each text, in the free room of the where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from canvasapp.cli.choosing import choose_block, choose_board, choose_party
from canvasapp.cli.faults import InputError
from canvasapp.cli.files import change_workshop
from canvasapp.cli.headless import without_display
from canvasapp.cli.terminal import counted, lines_of_input, write
from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.template import Perspective
from canvasapp.edits.notes import add_notes
from canvasapp.edits.placing import places_for
from canvasapp.edits.wording import clean_text
from canvasapp.picture.note_picture import grown_height

FROM_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where notes go and whose they are, as it was typed."""

    board: str | None
    block: str
    perspective: Perspective
    party: str | None


def add_texts(file: Path, where: Destination, arguments: Sequence[str]) -> None:
    """Raises ExpectedError."""
    texts = [clean_text(text) for text in _texts(arguments)]
    if not texts:
        raise InputError("There is no text to add.")
    with without_display():
        written = change_workshop(file, lambda workshop: _plan(workshop, where, texts))
    write([f"{counted(len(texts), 'note')} added to {written}."])


def _texts(arguments: Sequence[str]) -> list[str]:
    """The texts, with the lines of standard input in the place of `-`; what is blank is no note."""
    texts: list[str] = []
    for argument in arguments:
        texts += lines_of_input() if argument == FROM_INPUT else [argument]
    return [text for text in texts if text.strip()]


def _plan(workshop: Workshop, where: Destination, texts: list[str]) -> Edit:
    board = choose_board(workshop, where.board)
    block = choose_block(board.template, where.block)
    party = choose_party(workshop, where.party).id if where.party is not None else None
    places = places_for(board, block.id, where.perspective, texts, grown_height)
    return add_notes(board, zip(places, texts, strict=True), party=party)
