"""The records a workshop is made of. Frozen: a changed record is a new one."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import StrEnum

from canvasapp.domain.geometry import Rect
from canvasapp.domain.template import Perspective

MAX_TEXT = 100_000
"""The longest text of a note, in characters."""


def new_id() -> str:
    """An id that no other record has, on this machine or any other: 80 random bits."""
    return secrets.token_hex(10)


@dataclass(frozen=True, slots=True)
class WorkshopHead:
    """The workshop itself: there is exactly one in a file."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class BoardHead:
    """A board's own row. `position` orders the boards of a workshop (see `domain.order`)."""

    id: str
    template: str
    template_version: int
    title: str
    profile: str
    position: str


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation or role at the table. `slot` (from 1) chooses its colour and pattern and its key."""

    id: str
    name: str
    initials: str
    slot: int


class NoteKind(StrEnum):
    """A sticky note, large text without paper, or a picture that lies on the board by itself."""

    NOTE = "note"
    HEADING = "heading"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Note:
    """What lies on a board: place and size in mm, `z` its place in the pile (see `domain.order`).

    `block` and `perspective` follow from where the centre lay when it was dropped; both are None off the blocks.
    `question` is the question of that block and perspective which the note answers, if any. Notes of one `group` are
    chosen together; a `locked` one stays as it is until it is unlocked. `image` is the attachment that stands over the
    text; for the kind IMAGE it is all that is seen, and `text` is what those are told who can not see it.
    """

    id: str
    board: str
    block: str | None
    perspective: Perspective | None
    question: str | None
    text: str
    party: str | None
    x: float
    y: float
    w: float
    h: float
    z: str
    kind: NoteKind = NoteKind.NOTE
    group: str | None = None
    locked: bool = False
    image: str | None = None

    @property
    def rect(self) -> Rect:
        return Rect(self.x, self.y, self.w, self.h)


class LinkKind(StrEnum):
    """What a link says of the two notes it joins."""

    LEADS_TO = "leads-to"
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    SAME_AS = "same-as"


@dataclass(frozen=True, slots=True)
class Link:
    """A line from one note to another, on one board."""

    id: str
    board: str
    source: str
    target: str
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or file kept in the workshop. Its id is the SHA-256 of its content, so each content is kept once."""

    id: str
    name: str
    media_type: str
    size: int


Record = WorkshopHead | BoardHead | Party | Note | Link | Attachment
