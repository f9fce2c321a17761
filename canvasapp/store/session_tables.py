"""The tables of what sessions leave behind: plans, the session that runs, its log, votes, finished blocks and ticks."""

from __future__ import annotations

import warnings
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Integer, Text
from sqlmodel import Field, SQLModel

from canvasapp.domain.session import MOST_DOTS, Event, Wall
from canvasapp.store.columns import (
    MAX_ID,
    MAX_TITLE,
    STRICT,
    counting,
    identifying,
    key,
    lasting,
    longest,
    moment,
    referring,
    worded,
)
from canvasapp.store.lists import MAX_WORD, Ids, PlanSteps

MAX_COUNT = 1_000_000
_WALLS = ", ".join(f"'{each}'" for each in Wall)


with warnings.catch_warnings():
    # Every row class has methods of SQLModel's that are never called here.
    warnings.filterwarnings("ignore", "Field name", UserWarning)

    class PlanRow(SQLModel, table=True):
        __tablename__: ClassVar[Any] = "plan"
        __table_args__ = (
            longest("id", MAX_ID, 1),
            longest("title", MAX_TITLE),
            CheckConstraint("steps LIKE '[%]'"),
            STRICT,
        )

        id: str = key()
        board: str = referring("board")
        title: str = worded(MAX_TITLE)
        steps: PlanSteps = Field(sa_type=Text)


class SessionRow(SQLModel, table=True):
    """Its board may be gone: it is no part of undo, and what others undo must not depend on it."""

    __tablename__: ClassVar[Any] = "session"
    __table_args__ = (
        longest("id", MAX_ID, 1),
        longest("step", MAX_WORD, 1),
        CheckConstraint(f"wall IN ({_WALLS})"),
        CheckConstraint('"left" BETWEEN 0 AND 86400'),
        CheckConstraint("hides IN (0, 1)"),
        STRICT,
    )

    id: str = key()
    board: str = identifying()
    plan: str | None = identifying()
    step: str = worded(MAX_WORD, 1)
    wall: Wall = Field(sa_type=Text)
    block: str | None = identifying()
    began: str = moment()
    left: float = lasting()
    ends: str | None = moment()
    hides: bool = Field(sa_type=Integer)


class LogLineRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "log_line"
    __table_args__ = (
        longest("id", MAX_ID, 1),
        CheckConstraint("number >= 1"),
        longest("about", MAX_WORD, 1),
        longest("words", MAX_TITLE),
        CheckConstraint('"left" BETWEEN 0 AND 86400'),
        STRICT,
    )

    id: str = key()
    session: str = identifying()
    number: int = counting(1)
    at: str = moment()
    event: Event = Field(sa_type=Text)
    board: str = identifying()
    about: str = worded(MAX_WORD, 1)
    words: str = worded(MAX_TITLE)
    seq: int | None = counting(0)
    left: float | None = lasting()


class VoteRoundRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "vote_round"
    __table_args__ = (
        longest("id", MAX_ID, 1),
        CheckConstraint("number >= 1"),
        longest("title", MAX_TITLE),
        CheckConstraint(f"dots BETWEEN 1 AND {MOST_DOTS}"),
        CheckConstraint(f"voters BETWEEN 1 AND {MOST_DOTS}"),
        CheckConstraint("parties LIKE '[%]'"),
        CheckConstraint("shown IN (0, 1)"),
        CheckConstraint("is_open IN (0, 1)"),
        STRICT,
    )

    id: str = key()
    board: str = referring("board")
    number: int = counting(1)
    title: str = worded(MAX_TITLE)
    dots: int = counting(1, MOST_DOTS)
    voters: int = counting(1, MOST_DOTS)
    parties: Ids = Field(sa_type=Text)
    shown: bool = Field(sa_type=Integer)
    is_open: bool = Field(sa_type=Integer)


class DotsRow(SQLModel, table=True):
    """`note` is the content of a note, which several notes may have; `party` may be gone: its votes were cast."""

    __tablename__: ClassVar[Any] = "dots"
    __table_args__ = (
        longest("id", MAX_ID, 1),
        CheckConstraint(f"count BETWEEN 1 AND {MAX_COUNT}"),
        STRICT,
    )

    id: str = key()
    board: str = referring("board")
    round: str = referring("vote_round")
    note: str = identifying()
    party: str | None = identifying()
    count: int = counting(1, MAX_COUNT)


class SealedBlockRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "sealed_block"
    __table_args__ = (longest("id", MAX_ID, 1), STRICT)

    id: str = key()
    board: str = referring("board")
    block: str = identifying()


class TickRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "tick"
    __table_args__ = (longest("id", MAX_ID, 1), STRICT)

    id: str = key()
    at: str = moment()
