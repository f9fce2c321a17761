"""Tells how a print reads: from how far, which images are coarse, and which characters no font has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from canvasapp.cli.terminal import counted
from canvasapp.domain.board import Board
from canvasapp.domain.errors import ExpectedError
from canvasapp.export import ExportOptions
from canvasapp.export.imposition import poster_placement
from canvasapp.export.legibility import LEAST_DPI, Legibility, legibility
from canvasapp.painting.image_files import image_facts
from canvasapp.picture.shapes import Picture
from canvasapp.text.missing import Missing, missing_in


def print_report(
    boards: Sequence[Board], pictures: Sequence[Picture], options: ExportOptions
) -> Iterator[str]:
    """A line for each thing that is to be known before the file goes to a printer."""
    sizes = dict(_sizes(boards, options))
    read = [legibility(each, poster_placement(each, options), sizes) for each in pictures]
    yield from _smallest(read)
    coarse = {each.id for reading in read for each in reading.coarse}
    if coarse:
        yield f"{counted(len(coarse), 'image')} with less than {LEAST_DPI:.0f} dpi on this paper."
    shown = {part.id for picture in pictures for part in picture.parts}
    notes = [note for board in boards for note in board.notes.values() if note.id in shown]
    yield from map(_as_code, missing_in(notes))


def _smallest(read: Sequence[Legibility]) -> Iterator[str]:
    found = [each for each in read if each.smallest is not None]
    if found:
        worst = min(found, key=lambda each: each.smallest or 0.0)
        yield f"Smallest text {worst.smallest:.1f} mm, readable to {worst.readable_at:.1f} m."


def _as_code(each: Missing) -> str:
    name = f" ({each.name.lower()})" if each.name else ""
    return f"U+{each.code}{name} is in no font: printed as its code in {counted(len(each.notes), 'note')}."


def _sizes(
    boards: Sequence[Board], options: ExportOptions
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Of the images that can be read."""
    for each in {image for board in boards for image in board.attachments}:
        with suppress(ExpectedError):
            facts = image_facts(options.images(each))
            yield each, (facts.width, facts.height)
