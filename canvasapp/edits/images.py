"""Plans for images: on the board by themselves, or on a note over its text.

The content is in the store before any of these is committed.
"""

from __future__ import annotations

from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Attachment, NoteKind, Record, new_id
from canvasapp.edits import pile
from canvasapp.edits.laying import MIN_SIZE, grown, new_note
from canvasapp.edits.plan import free
from canvasapp.edits.wording import clean_title

PIXEL = 25.4 / 96
"""The size in mm of a pixel of a new image, as long as that is neither too small nor too large."""
LONGEST = 200.0
"""The longer side of a new image, in mm, is at most so long."""


def image_rect(width: int, height: int, at: Point) -> Rect:
    """Where a new image of so many pixels lies, in its proportions, with its middle at `at`."""
    smallest = max(PIXEL, MIN_SIZE[0] / width, MIN_SIZE[1] / height)
    scale = min(smallest, LONGEST / max(width, height))
    w, h = width * scale, height * scale
    return Rect(at.x - w / 2, at.y - h / 2, w, h)


def add_image(
    board: Board, attachment: Attachment, rect: Rect, *, note_id: str | None = None
) -> Edit:
    """The image by itself, on top of the pile; until somebody describes it, its name is its text."""
    (z,) = pile.keys_on_top(board, 1)
    name = clean_title(attachment.name)
    note = new_note(board, note_id or new_id(), rect, name, None, z, NoteKind.IMAGE)
    shown = Change(None, replace(note, image=attachment.id))
    return Edit("Add image", (*_kept(board, attachment), shown))


def set_image(
    board: Board, note_id: str, attachment: Attachment | None, height: float | None = None
) -> Edit:
    """The note with this image over its text, or with none; it grows when it needs more `height` (mm) than it has."""
    label = "Remove image" if attachment is None else "Put image on note"
    image = attachment.id if attachment else None
    changes: list[Change] = []
    for note in free(board, [note_id]):
        if note.kind is NoteKind.NOTE and note.image != image:
            after = replace(grown(board, note, note.w, max(note.h, height or 0)), image=image)
            changes.append(Change(note, after))
    if changes and attachment is not None:
        changes = [*_kept(board, attachment), *changes]
    return Edit(label, tuple(changes))


def _kept(board: Board, attachment: Attachment) -> tuple[Change, ...]:
    """The record of the attachment, unless the workshop has it."""
    known = attachment.id in board.attachments
    new: Record = attachment
    return () if known else (Change(None, new),)
