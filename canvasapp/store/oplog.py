"""The journal's table: every edit that ever happened to the workshop, in order, only ever added to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sqlalchemy import Executable, Select, Table, insert, select
from sqlalchemy.engine import Connection

from canvasapp.domain.change import Edit
from canvasapp.store.tables import OpRow


class OpKind(StrEnum):
    """How an edit came about. `start` is the workshop as it was made; it can not be undone.

    Nor can what `follow` stands for: where a session has got to, and what its log tells.
    """

    START = "start"
    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    FOLLOW = "follow"

    @property
    def inverse(self) -> OpKind:
        """How it comes about that an edit of this kind is taken back."""
        if self is OpKind.FOLLOW:
            return self
        return OpKind.REDO if self is OpKind.UNDO else OpKind.UNDO


KINDS = {each.value: each for each in OpKind}


@dataclass(frozen=True, slots=True)
class Step:
    """One edit of the past, without what it changed. `at` is ISO 8601 in UTC."""

    seq: int
    at: str
    kind: OpKind
    label: str


Deed = tuple[Edit, OpKind]
"""An edit, and how it comes about."""


@dataclass(frozen=True, slots=True)
class Op:
    """A row as it is written; `lamport` and `actor` order the edits of two copies that are merged."""

    seq: int
    lamport: int
    actor: str
    at: str
    kind: OpKind
    label: str
    patch: str


def append(connection: Connection, op: Op) -> None:
    values = {name: getattr(op, name) for name in Op.__slots__}
    connection.execute(_insert(), [values])


def last(connection: Connection) -> tuple[int, int]:
    """The newest edit's `seq` and `lamport`; zeros when nothing has happened yet."""
    table = _table()
    query = select(table.c.seq, table.c.lamport).order_by(table.c.seq.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return (row.seq, row.lamport) if row is not None else (0, 0)


def steps(connection: Connection) -> list[Step]:
    """The whole past, oldest first."""
    return list(_steps(connection, _select_steps().order_by(_table().c.seq)))


def steps_before(connection: Connection, seq: int | None, limit: int) -> list[Step]:
    """A page of the past, newest first; from the newest of all when `seq` is None."""
    table = _table()
    query = _select_steps().order_by(table.c.seq.desc()).limit(limit)
    return list(_steps(connection, query if seq is None else query.where(table.c.seq < seq)))


def op(connection: Connection, seq: int) -> Op | None:
    """The whole row of the edit `seq`."""
    row = connection.execute(select(_table()).where(_table().c.seq == seq)).one_or_none()
    if row is None:
        return None
    return Op(row.seq, row.lamport, row.actor, row.at, OpKind(row.kind), row.label, row.patch)


def patch(connection: Connection, seq: int) -> str:
    """What the edit `seq` changed (see `store.patch`)."""
    table = _table()
    return str(connection.execute(select(table.c.patch).where(table.c.seq == seq)).scalar_one())


def _steps(connection: Connection, query: Select[int, str, str, str]) -> Iterator[Step]:
    for seq, at, kind, label in connection.execute(query).all():
        yield Step(seq, at, KINDS[kind], label)


def _select_steps() -> Select[int, str, str, str]:
    table = _table()
    return select(table.c.seq, table.c.at, table.c.kind, table.c.label)


@cache
def _insert() -> Executable:
    return insert(_table())


def _table() -> Table:
    table = OpRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it for table=True
    assert isinstance(table, Table)
    return table
