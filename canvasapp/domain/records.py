"""The records a workshop is made of. Frozen: a changed record is a new one."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from enum import StrEnum

from canvasapp.domain.geometry import Rect
from canvasapp.domain.register import Value, Values
from canvasapp.domain.session import (
    Dots,
    LogLine,
    Plan,
    SealedBlock,
    Session,
    Tick,
    VoteRound,
)
from canvasapp.domain.template import CanvasFile, Perspective, Template

MAX_TEXT = 100_000
"""The longest text of a note, in characters."""


def new_id() -> str:
    """An id that no other record has, on this machine or any other: 80 random bits."""
    return secrets.token_hex(10)


def is_id(word: str) -> bool:
    """Whether the word looks like a record's id: nothing that a person writes does."""
    return re.fullmatch("[0-9a-f]{20}", word) is not None


@dataclass(frozen=True, slots=True)
class WorkshopHead:
    """The workshop itself: there is exactly one in a file."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class OwnCanvas:
    """One version of a canvas of the workshop's own. `id` is its `canvas_key`, so each version is there once."""

    id: str
    file: CanvasFile

    @property
    def template(self) -> Template:
        return self.file.template


def canvas_key(template_id: str, version: int) -> str:
    return f"{template_id}@{version}"


@dataclass(frozen=True, slots=True)
class BoardHead:
    """A board's own row. `position` orders the boards of a workshop (see `domain.order`)."""

    id: str
    template: str
    template_version: int
    title: str
    profile: str
    position: str


class PartyKind(StrEnum):
    """Where a party stands to those who hold the workshop."""

    TEAM = "internal team"
    PARTNER = "partner"
    CUSTOMER = "customer"
    AUTHORITY = "authority"


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation or role at the table. `slot` (from 1) chooses its colour and pattern and its key."""

    id: str
    name: str
    initials: str
    slot: int
    kind: PartyKind | None = None


class NoteKind(StrEnum):
    """A sticky note, large text without paper, or a picture that lies on the board by itself."""

    NOTE = "note"
    HEADING = "heading"
    IMAGE = "image"


class NoteStatus(StrEnum):
    """How far what a note says has come from being only said."""

    IDEA = "idea"
    ASSUMPTION = "assumption"
    EVIDENCED = "evidenced"
    DECIDED = "decided"
    PARKED = "parked"


class Seen(StrEnum):
    """Who sees a note: everybody, everybody once it is revealed, or only the facilitator. From least to most hidden."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Note:
    """What lies on a board: place and size in mm, `z` its place in the pile (see `domain.order`).

    `block` and `perspective` follow from where the centre lay when it was dropped; both are None off the blocks.
    `question` is the question of that block and perspective which the note answers, if any. Notes of one `group` are
    chosen together; a `locked` one stays as it is until it is unlocked. `image` is the attachment that stands over the
    text; for the kind IMAGE it is all that is seen, and `text` is what those are told who can not see it. Notes of one
    `shared` are one note seen in several places: what they say is always the same (see `TWINNED`).
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
    status: NoteStatus | None = None
    tags: tuple[str, ...] = ()
    shared: str | None = None
    seen: Seen = Seen.SHOWN

    @property
    def rect(self) -> Rect:
        return Rect(self.x, self.y, self.w, self.h)

    @property
    def content(self) -> str:
        """The id of what the note says, which its entry and all that is said about it refer to."""
        return self.shared or self.id


TWINNED = ("text", "party", "kind", "image", "status", "tags", "seen")
"""The fields of a note in which it is alike in all places where it is shown."""


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


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a register: a guarantee, a risk, a piece of evidence (see `domain.register`).

    `note` is the `Note.content` of the note that it makes testable; an entry of a board or of the workshop as a whole
    has none. `board` is the board it lies on: none for one of the workshop, or of a note that several boards show.
    `code` is its short name, such as G3: no other entry of the workshop has it.
    """

    id: str
    board: str | None
    register: str
    note: str | None
    code: str
    values: Values = ()

    def get(self, field: str) -> Value | None:
        """What the field holds; None while it is empty."""
        for name, value in self.values:
            if name == field:
                return value
        return None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A question of a board that is not to be answered there, and why."""

    id: str
    board: str
    block: str
    question: str
    reason: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding of a check that is left as it is, and why. `about` is what the finding speaks of (see `checks`)."""

    id: str
    board: str
    check: str
    about: str
    reason: str


Record = (
    WorkshopHead
    | OwnCanvas
    | BoardHead
    | Party
    | Attachment
    | Note
    | Link
    | Entry
    | SetAside
    | Waiver
    | Plan
    | VoteRound
    | Dots
    | SealedBlock
    | Session
    | LogLine
    | Tick
)
