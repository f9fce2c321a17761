"""The tables of a workshop file as this version reads and writes them; the migrations make them."""

from __future__ import annotations

import warnings
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, LargeBinary, Text
from sqlmodel import Field, SQLModel

from canvasapp.domain.records import MAX_TEXT, LinkKind, NoteKind, NoteStatus, PartyKind, Seen
from canvasapp.domain.template import Perspective
from canvasapp.store.columns import (
    FOLDER_NAME,
    MAX_CANVAS_KEY,
    MAX_CONTENT,
    MAX_ID,
    MAX_KEY,
    MAX_TITLE,
    ORDER_KEY,
    SHA256,
    STRICT,
    counting,
    extending,
    identifying,
    key,
    longest,
    placing,
    referring,
    within,
    worded,
)
from canvasapp.store.lists import Canvas, FieldValues, Tags
from canvasapp.templates.reader import MAX_FILE


class WorkshopRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "workshop"
    __table_args__ = (longest("id", MAX_ID, 1), longest("title", MAX_TITLE), STRICT)

    id: str = key(MAX_ID, FOLDER_NAME)
    title: str = worded(MAX_TITLE)


class CanvasRow(SQLModel, table=True):
    """A version of a canvas that the workshop has of its own; `file` is the text of its data file."""

    __tablename__: ClassVar[Any] = "canvas"
    __table_args__ = (longest("id", MAX_CANVAS_KEY, 1), longest("file", MAX_FILE), STRICT)

    id: str = key(MAX_CANVAS_KEY)
    file: Canvas = Field(sa_type=Text)


class BoardRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "board"
    __table_args__ = (
        longest("id", MAX_ID, 1),
        longest("title", MAX_TITLE),
        longest("position", MAX_KEY, 1),
        STRICT,
    )

    id: str = key()
    template: str = identifying()
    template_version: int = counting()
    title: str = worded(MAX_TITLE)
    profile: str = worded(MAX_TITLE)
    position: str = worded(MAX_KEY, 2, ORDER_KEY)


class PartyRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "party"
    __table_args__ = (
        longest("id", MAX_ID, 1),
        longest("name", MAX_TITLE),
        CheckConstraint("slot >= 1"),
        CheckConstraint("kind IN ('internal team', 'partner', 'customer', 'authority')"),
        STRICT,
    )

    id: str = key()
    name: str = worded(MAX_TITLE)
    initials: str = worded(MAX_ID)
    slot: int = counting(1)
    kind: PartyKind | None = Field(sa_type=Text)


class AttachmentRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "attachment"
    __table_args__ = (CheckConstraint("size >= 0"), STRICT)

    id: str = Field(
        schema_extra={"pattern": SHA256},
        primary_key=True,
        sa_type=Text,
        sa_column_args=[ForeignKey("content.id", deferrable=True, initially="DEFERRED")],
    )
    name: str = worded(MAX_TITLE)
    media_type: str = worded(MAX_ID * 2)
    size: int = counting()


class NoteRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "note"
    __table_args__ = (
        longest("id", MAX_ID, 1),
        longest("text", MAX_TEXT),
        longest("z", MAX_KEY, 1),
        CheckConstraint("perspective IN ('our', 'customer')"),
        CheckConstraint("(block IS NULL) = (perspective IS NULL)"),
        *within("x", "y", "w", "h"),
        CheckConstraint("w > 0 AND h > 0"),
        CheckConstraint("kind IN ('note', 'heading', 'image')"),
        CheckConstraint("locked IN (0, 1)"),
        CheckConstraint("kind <> 'heading' OR image IS NULL"),
        CheckConstraint("kind <> 'image' OR image IS NOT NULL"),
        CheckConstraint("status IN ('idea', 'assumption', 'evidenced', 'decided', 'parked')"),
        CheckConstraint("tags LIKE '[%]'"),
        CheckConstraint("seen IN ('shown', 'hidden', 'private')"),
        STRICT,
    )

    id: str = key()
    board: str = referring("board")
    block: str | None = identifying()
    perspective: Perspective | None = Field(sa_type=Text)
    question: str | None = identifying()
    text: str = worded(MAX_TEXT)
    party: str | None = referring("party")
    x: float = placing()
    y: float = placing()
    w: float = extending()
    h: float = extending()
    z: str = worded(MAX_KEY, 2, ORDER_KEY)
    kind: NoteKind = Field(sa_type=Text)
    group: str | None = identifying()
    locked: bool = Field(sa_type=Integer)
    image: str | None = referring("attachment")
    status: NoteStatus | None = Field(sa_type=Text)
    tags: Tags = Field(sa_type=Text)
    shared: str | None = identifying()
    seen: Seen = Field(sa_type=Text)


class LinkRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "link"
    __table_args__ = (
        longest("id", MAX_ID, 1),
        CheckConstraint("kind IN ('leads-to', 'supports', 'contradicts', 'same-as')"),
        Index("link_source", "source"),
        Index("link_target", "target"),
        STRICT,
    )

    id: str = key()
    board: str = referring("board")
    source: str = referring("note")
    target: str = referring("note")
    kind: LinkKind = Field(sa_type=Text)


with warnings.catch_warnings():
    # Every row class has a method of this name, which nothing here calls.
    warnings.filterwarnings("ignore", 'Field name "register"', UserWarning)

    class EntryRow(SQLModel, table=True):
        """`note` is the content of a note, which several notes may have: no id in a table."""

        __tablename__: ClassVar[Any] = "entry"
        __table_args__ = (
            longest("id", MAX_ID, 1),
            CheckConstraint("\"values\" LIKE '{%}'"),
            STRICT,
        )

        id: str = key()
        board: str | None = referring("board")
        register: str = identifying()
        note: str | None = identifying()
        code: str = identifying()
        values: FieldValues = Field(sa_type=Text)


class SetAsideRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "set_aside"
    __table_args__ = (longest("id", MAX_ID, 1), longest("reason", MAX_TITLE), STRICT)

    id: str = key()
    board: str = referring("board")
    block: str = identifying()
    question: str = identifying()
    reason: str = worded(MAX_TITLE)


class WaiverRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "waiver"
    __table_args__ = (longest("id", MAX_ID, 1), longest("reason", MAX_TITLE), STRICT)

    id: str = key()
    board: str = referring("board")
    check: str = identifying()
    about: str = worded(MAX_TITLE)
    reason: str = worded(MAX_TITLE)


class ContentRow(SQLModel, table=True):
    """The bytes of an attachment under their SHA-256. Kept for good: the journal may bring an attachment back."""

    __tablename__: ClassVar[Any] = "content"
    __table_args__ = (CheckConstraint("length(id) = 64"), STRICT)

    id: str = Field(schema_extra={"pattern": SHA256}, primary_key=True, sa_type=Text)
    body: bytes = Field(max_length=MAX_CONTENT, sa_type=LargeBinary)


class OpRow(SQLModel, table=True):
    """One edit as it happened. Rows are only ever added."""

    __tablename__: ClassVar[Any] = "op"
    __table_args__ = (
        CheckConstraint("kind IN ('start', 'do', 'undo', 'redo', 'follow')"),
        STRICT,
    )

    seq: int = counting(1, primary_key=True)
    lamport: int = counting(1)
    actor: str = identifying()
    at: str = identifying()
    kind: str = identifying()
    label: str = worded(MAX_TITLE)
    patch: str = Field(sa_type=Text)


class MetaRow(SQLModel, table=True):
    """What a file says of itself: its seal (see `store.seal`)."""

    __tablename__: ClassVar[Any] = "meta"
    __table_args__ = (STRICT,)

    name: str = key()
    value: str = worded(MAX_TITLE)
