"""Plans for images: on the board by themselves, or on a note over its text.

The content is in the store before any of these is committed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil, sqrt

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Attachment, NoteKind, Record, new_id
from canvasapp.edits import pile
from canvasapp.edits.laying import MIN_SIZE, grown, new_note
from canvasapp.edits.plan import changed, free
from canvasapp.edits.wording import clean_title

Pixels = tuple[int, int]
"""Width and height of an image."""

PIXEL = 25.4 / 96
"""The size in mm of a pixel of a new image, as long as that is neither too small nor too large."""
LONGEST = 200.0
"""The longer side of a new image, in mm, is at most so long."""
GAP = 10.0
"""Between new images that are added together, in mm."""


def image_rect(width: int, height: int, at: Point) -> Rect:
    """Where a new image of so many pixels lies, in its proportions, with its middle at `at`."""
    smallest = max(PIXEL, MIN_SIZE[0] / width, MIN_SIZE[1] / height)
    scale = min(smallest, LONGEST / max(width, height))
    w, h = width * scale, height * scale
    return Rect(at.x - w / 2, at.y - h / 2, w, h)


def image_rects(sizes: Sequence[Pixels], at: Point) -> list[Rect]:
    """Where new images of so many pixels lie: the only one with its middle at `at`, several in rows about it."""
    columns = ceil(sqrt(len(sizes)))
    step = LONGEST + GAP
    across, down = columns - 1, ceil(len(sizes) / max(columns, 1)) - 1
    first = Point(at.x - across * step / 2, at.y - down * step / 2)
    return [
        image_rect(w, h, Point(first.x + place % columns * step, first.y + place // columns * step))
        for place, (w, h) in enumerate(sizes)
    ]


def fitted_rect(size: Pixels, drawn: Rect) -> Rect:
    """An image in its proportions as large as the rectangle drawn for it allows, in its middle."""
    rect = drawn.fitted(*size)
    scale = max(1.0, MIN_SIZE[0] / rect.w, MIN_SIZE[1] / rect.h)
    w, h = rect.w * scale, rect.h * scale
    return Rect(rect.centre.x - w / 2, rect.centre.y - h / 2, w, h)


def add_images(board: Board, placed: Iterable[tuple[Attachment, Rect]]) -> Edit:
    """Images by themselves, on top of the pile; until somebody describes one, its name is its text."""
    wanted = list(placed)
    keys = pile.keys_on_top(board, len(wanted))
    shown = [
        replace(
            new_note(board, new_id(), rect, clean_title(each.name), None, z, NoteKind.IMAGE),
            image=each.id,
        )
        for (each, rect), z in zip(wanted, keys, strict=True)
    ]
    images = {each.id: each for each, _ in wanted}
    kept = [change for each in images.values() for change in _kept(board, each)]
    label = "Add image" if len(wanted) == 1 else f"Add {len(wanted)} images"
    return Edit(label, (*kept, *(Change(None, note) for note in shown)))


def set_image(
    board: Board, note_id: str, attachment: Attachment, height: float | None = None
) -> Edit:
    """The note with this image over its text; it grows when it needs more `height` (mm) than it has."""
    changes = [
        Change(
            note, replace(grown(board, note, note.w, max(note.h, height or 0)), image=attachment.id)
        )
        for note in free(board, [note_id])
        if note.kind is NoteKind.NOTE and note.image != attachment.id
    ]
    kept = _kept(board, attachment) if changes else ()
    return Edit("Put image on note", (*kept, *changes))


def remove_images(board: Board, ids: Iterable[str]) -> Edit:
    """The notes without the images over their texts; images by themselves stay."""
    return changed(
        "Remove image of {}",
        (
            (note, replace(note, image=None))
            for note in free(board, ids)
            if note.kind is NoteKind.NOTE
        ),
    )


def _kept(board: Board, attachment: Attachment) -> tuple[Change, ...]:
    """The record of the attachment, unless the workshop has it."""
    known = attachment.id in board.attachments
    new: Record = attachment
    return () if known else (Change(None, new),)
