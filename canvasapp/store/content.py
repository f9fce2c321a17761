"""A workshop's records in its tables: the whole of them read, single changes written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from sqlalchemy import Executable, bindparam, delete, insert, select, update
from sqlalchemy.engine import Connection

from canvasapp.domain.board import OF_BOARD, Board, Workshop
from canvasapp.domain.canvases import canvas_of
from canvasapp.domain.change import Change
from canvasapp.domain.records import Attachment, Entry, OwnCanvas, Party, Record
from canvasapp.domain.template import Template
from canvasapp.store.errors import InvalidRecordError
from canvasapp.store.rows import BY_RECORD, KINDS, Kind, kind_of


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


class _HasBoard(_HasId, Protocol):
    @property
    def board(self) -> str | None: ...


_ID, _BOARD = attrgetter("id"), attrgetter("board")

I = TypeVar("I", bound=_HasId)  # noqa: E741
B = TypeVar("B", bound=_HasBoard)


Records = Mapping[str, list[Any]]
"""All that is in the tables by the names of kinds."""

_AT_ONCE = 1_000
"""So many rows are read and validated at a time: the processor still has them at hand when it makes records of them."""


def records_in(connection: Connection) -> Records:
    """Raises InvalidRecordError."""
    return {kind.name: _read(connection, kind) for kind in KINDS}


def load(connection: Connection, templates: Mapping[str, Template]) -> Workshop:
    """The workshop in the tables. Raises UnknownTemplateError and InvalidRecordError."""
    return workshop_of(records_in(connection), templates)


def workshop_of(found: Records, templates: Mapping[str, Template]) -> Workshop:
    """The workshop that these records are. Raises UnknownTemplateError and InvalidRecordError."""
    heads = found["workshop"]
    if len(heads) != 1:
        raise InvalidRecordError(f"There are {len(heads)} workshops in one file.")
    parties: dict[str, Party] = _by_id(found["party"])
    attachments: dict[str, Attachment] = _by_id(found["attachment"])
    canvases: dict[str, OwnCanvas] = _by_id(found["canvas"])
    lying = {name: _by_board(found[BY_RECORD[record].name]) for record, name in OF_BOARD.items()}
    in_common: dict[str, Entry] = lying["entries"].get(None, {})
    boards = {}
    for head in found["board"]:
        template = canvas_of(head, templates, canvases)
        on_it: dict[str, Any] = {name: each.get(head.id, {}) for name, each in lying.items()}
        boards[head.id] = Board(
            head, template, parties, attachments=attachments, in_common=in_common, **on_it
        )
    sessions, log, ticks = (_by_id(found[kind]) for kind in ("session", "log_line", "tick"))
    if len(sessions) > 1:
        raise InvalidRecordError(f"{len(sessions)} sessions run in one workshop.")
    return Workshop(
        heads[0],
        templates,
        parties,
        boards,
        attachments,
        in_common,
        canvases,
        sessions,
        log,
        ticks,
    )


def records_of(workshop: Workshop) -> list[Record]:
    """Every record of the workshop, each after those it points to."""
    boards = workshop.boards.values()
    return [
        workshop.head,
        *workshop.canvases.values(),
        *(board.head for board in boards),
        *workshop.parties.values(),
        *workshop.attachments.values(),
        *workshop.entries.values(),
        *workshop.sessions.values(),
        *workshop.log.values(),
        *workshop.ticks.values(),
        *(
            record
            for name in OF_BOARD.values()
            for board in boards
            for record in getattr(board, name).values()
        ),
    ]


def write(connection: Connection, changes: Iterable[Change]) -> None:
    """Does the changes to the tables, in their order. Raises InvalidRecordError."""
    for (kind, way), group in groupby(changes, key=_way):
        rows = _rows(kind, list(group))
        result = connection.execute(way(kind), rows)
        if result.rowcount != len(rows):
            raise InvalidRecordError(f"A {kind.name} to be changed is not in the file.")


def _way(change: Change) -> tuple[Kind, Any]:
    kind = kind_of(change.record)
    if change.before is None:
        return kind, _insert
    return kind, (_delete if change.after is None else _update)


def _rows(kind: Kind, changes: Sequence[Change]) -> list[dict[str, Any]]:
    """The parameters of a statement for changes that are all of one way."""
    if changes[0].after is None:
        return [{"at_id": change.record.id} for change in changes]
    names = [f"at_{name}" for name in kind.names]
    return [
        dict(zip(names, values, strict=True))
        for values in kind.rows(change.record for change in changes)
    ]


def _read(connection: Connection, kind: Kind) -> list[Any]:
    records: list[Any] = []
    with connection.execute(_select(kind)) as result:
        cursor = result.cursor
        assert cursor is not None  # a SELECT has one
        while rows := cursor.fetchmany(_AT_ONCE):
            records += kind.records(rows)
    return records


@cache
def _select(kind: Kind) -> Executable:
    return select(*(kind.table.c[name] for name in kind.names))


@cache
def _insert(kind: Kind) -> Executable:
    return insert(kind.table).values({name: bindparam(f"at_{name}") for name in kind.names})


@cache
def _update(kind: Kind) -> Executable:
    # The key is left out: SQLite would look through every table that points to it.
    values: dict[str, Any] = {n: bindparam(f"at_{n}") for n in kind.names if n != "id"}
    return update(kind.table).where(kind.table.c.id == bindparam("at_id")).values(values)


@cache
def _delete(kind: Kind) -> Executable:
    return delete(kind.table).where(kind.table.c.id == bindparam("at_id"))


def _by_id(records: Sequence[I]) -> dict[str, I]:
    return dict(zip(map(_ID, records), records, strict=True))


def _by_board(records: Sequence[B]) -> dict[str | None, dict[str, B]]:
    boards: dict[str | None, dict[str, B]] = {}
    for board, some in groupby(records, _BOARD):
        boards.setdefault(board, {}).update(_by_id([*some]))
    return boards
