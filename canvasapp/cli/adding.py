"""Adds notes to a block of a board, a note for each text, in the free room of the where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from canvasapp.cli.choosing import choose_block, choose_board, choose_party
from canvasapp.cli.faults import InputError, at_fault
from canvasapp.cli.files import change_workshop
from canvasapp.cli.headless import without_display
from canvasapp.cli.terminal import counted, lines_of_input, write
from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.geometry import Rect
from canvasapp.domain.template import Perspective
from canvasapp.edits.notes import add_notes
from canvasapp.edits.placing import free_places
from canvasapp.edits.wording import TextTooLongError, clean_text
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
    """Raises InputError."""
    with at_fault(TextTooLongError):
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
    room = block.lane(where.perspective).room
    places = free_places(board, block.id, where.perspective, len(texts))
    grown = (_grown(place, text, room) for place, text in zip(places, texts, strict=True))
    return add_notes(board, zip(grown, texts, strict=True), party=party)


def _grown(place: Rect, text: str, room: Rect) -> Rect:
    """The place high enough for the text, inside `room` or, if the text is longer than that, about its middle."""
    height = grown_height(text, place.w, place.h)
    highest = room.bottom - height if height <= room.h else room.centre.y - height / 2
    return Rect(place.x, min(place.y, highest), place.w, height)
