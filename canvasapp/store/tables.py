"""The tables of a workshop file as this version reads and writes them; the migrations make them."""

from __future__ import annotations

import warnings
from typing import Any, ClassVar

from sqlalchemy import REAL, CheckConstraint, ForeignKey, Index, Integer, LargeBinary, Text
from sqlmodel import Field, SQLModel

from canvasapp.domain.records import MAX_TEXT, LinkKind, NoteKind, NoteStatus, PartyKind
from canvasapp.domain.template import Perspective
from canvasapp.store.lists import NO_NUL, Canvas, FieldValues, Tags
from canvasapp.templates.reader import MAX_FILE

MAX_ID = 64
MAX_CANVAS_KEY = 100
MAX_TITLE = 1_000
MAX_KEY = 500
"""The longest order key (see `domain.order`), in characters."""
FARTHEST = 1_000_000.0
"""No note lies farther from the sheet's corner or is larger than this, in mm."""
MAX_CONTENT = 256 * 1024 * 1024
"""The largest attachment, in bytes."""

ORDER_KEY = "^[A-Za-z][0-9A-Za-z]+$"
SHA256 = "^[0-9a-f]{64}$"
FOLDER_NAME = "^[0-9A-Za-z_-]+$"
"""A workshop's id names its folders too."""


def _text(longest: int, shortest: int = 0, pattern: str = NO_NUL, **more: Any) -> Any:
    return Field(
        max_length=longest,
        min_length=shortest,
        schema_extra={"pattern": pattern},
        sa_type=Text,
        **more,
    )


def _id(**more: Any) -> Any:
    return _text(MAX_ID, 1, **more)


def _key(longest: int = MAX_ID, pattern: str = NO_NUL) -> Any:
    return _text(longest, 1, pattern, primary_key=True)


def _reference(table: str) -> Any:
    """An id in another table; looked at when the transaction ends, so that an edit's order does not matter."""
    foreign = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return _id(sa_column_args=[foreign])


def _place() -> Any:
    return Field(ge=-FARTHEST, le=FARTHEST, sa_type=REAL)


def _extent() -> Any:
    return Field(gt=0, le=FARTHEST, sa_type=REAL)


def _count(lowest: int = 0, **more: Any) -> Any:
    return Field(ge=lowest, le=2**53, sa_type=Integer, **more)


def _longest(column: str, length: int, shortest: int = 0) -> CheckConstraint:
    return CheckConstraint(f"length({column}) BETWEEN {shortest} AND {length}")


def _within(*columns: str) -> list[CheckConstraint]:
    return [CheckConstraint(f"{each} BETWEEN -1e6 AND 1e6") for each in columns]


STRICT = {"sqlite_strict": True}


class WorkshopRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "workshop"
    __table_args__ = (_longest("id", MAX_ID, 1), _longest("title", MAX_TITLE), STRICT)

    id: str = _key(MAX_ID, FOLDER_NAME)
    title: str = _text(MAX_TITLE)


class CanvasRow(SQLModel, table=True):
    """A version of a canvas that the workshop has of its own; `file` is the text of its data file."""

    __tablename__: ClassVar[Any] = "canvas"
    __table_args__ = (_longest("id", MAX_CANVAS_KEY, 1), _longest("file", MAX_FILE), STRICT)

    id: str = _key(MAX_CANVAS_KEY)
    file: Canvas = Field(sa_type=Text)


class BoardRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "board"
    __table_args__ = (
        _longest("id", MAX_ID, 1),
        _longest("title", MAX_TITLE),
        _longest("position", MAX_KEY, 1),
        STRICT,
    )

    id: str = _key()
    template: str = _id()
    template_version: int = _count()
    title: str = _text(MAX_TITLE)
    profile: str = _text(MAX_TITLE)
    position: str = _text(MAX_KEY, 2, ORDER_KEY)


class PartyRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "party"
    __table_args__ = (
        _longest("id", MAX_ID, 1),
        _longest("name", MAX_TITLE),
        CheckConstraint("slot >= 1"),
        CheckConstraint("kind IN ('internal team', 'partner', 'customer', 'authority')"),
        STRICT,
    )

    id: str = _key()
    name: str = _text(MAX_TITLE)
    initials: str = _text(MAX_ID)
    slot: int = _count(1)
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
    name: str = _text(MAX_TITLE)
    media_type: str = _text(MAX_ID * 2)
    size: int = _count()


class NoteRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "note"
    __table_args__ = (
        _longest("id", MAX_ID, 1),
        _longest("text", MAX_TEXT),
        _longest("z", MAX_KEY, 1),
        CheckConstraint("perspective IN ('our', 'customer')"),
        CheckConstraint("(block IS NULL) = (perspective IS NULL)"),
        *_within("x", "y", "w", "h"),
        CheckConstraint("w > 0 AND h > 0"),
        CheckConstraint("kind IN ('note', 'heading', 'image')"),
        CheckConstraint("locked IN (0, 1)"),
        CheckConstraint("kind <> 'heading' OR image IS NULL"),
        CheckConstraint("kind <> 'image' OR image IS NOT NULL"),
        CheckConstraint("status IN ('idea', 'assumption', 'evidenced', 'decided', 'parked')"),
        CheckConstraint("tags LIKE '[%]'"),
        STRICT,
    )

    id: str = _key()
    board: str = _reference("board")
    block: str | None = _id()
    perspective: Perspective | None = Field(sa_type=Text)
    question: str | None = _id()
    text: str = _text(MAX_TEXT)
    party: str | None = _reference("party")
    x: float = _place()
    y: float = _place()
    w: float = _extent()
    h: float = _extent()
    z: str = _text(MAX_KEY, 2, ORDER_KEY)
    kind: NoteKind = Field(sa_type=Text)
    group: str | None = _id()
    locked: bool = Field(sa_type=Integer)
    image: str | None = _reference("attachment")
    status: NoteStatus | None = Field(sa_type=Text)
    tags: Tags = Field(sa_type=Text)
    shared: str | None = _id()


class LinkRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "link"
    __table_args__ = (
        _longest("id", MAX_ID, 1),
        CheckConstraint("kind IN ('leads-to', 'supports', 'contradicts', 'same-as')"),
        Index("link_source", "source"),
        Index("link_target", "target"),
        STRICT,
    )

    id: str = _key()
    board: str = _reference("board")
    source: str = _reference("note")
    target: str = _reference("note")
    kind: LinkKind = Field(sa_type=Text)


with warnings.catch_warnings():
    # Every row class has a method of this name, which nothing here calls.
    warnings.filterwarnings("ignore", 'Field name "register"', UserWarning)

    class EntryRow(SQLModel, table=True):
        """`note` is the content of a note, which several notes may have: no id in a table."""

        __tablename__: ClassVar[Any] = "entry"
        __table_args__ = (
            _longest("id", MAX_ID, 1),
            CheckConstraint("\"values\" LIKE '{%}'"),
            STRICT,
        )

        id: str = _key()
        board: str | None = _reference("board")
        register: str = _id()
        note: str | None = _id()
        code: str = _id()
        values: FieldValues = Field(sa_type=Text)


class SetAsideRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "set_aside"
    __table_args__ = (_longest("id", MAX_ID, 1), _longest("reason", MAX_TITLE), STRICT)

    id: str = _key()
    board: str = _reference("board")
    block: str = _id()
    question: str = _id()
    reason: str = _text(MAX_TITLE)


class WaiverRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "waiver"
    __table_args__ = (_longest("id", MAX_ID, 1), _longest("reason", MAX_TITLE), STRICT)

    id: str = _key()
    board: str = _reference("board")
    check: str = _id()
    about: str = _text(MAX_TITLE)
    reason: str = _text(MAX_TITLE)


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
        CheckConstraint("kind IN ('start', 'do', 'undo', 'redo')"),
        STRICT,
    )

    seq: int = _count(1, primary_key=True)
    lamport: int = _count(1)
    actor: str = _id()
    at: str = _id()
    kind: str = _id()
    label: str = _text(MAX_TITLE)
    patch: str = Field(sa_type=Text)


class MetaRow(SQLModel, table=True):
    """What a file says of itself: its seal (see `store.seal`)."""

    __tablename__: ClassVar[Any] = "meta"
    __table_args__ = (STRICT,)

    name: str = _key()
    value: str = _text(MAX_TITLE)
