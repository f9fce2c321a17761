"""The gateway between records and rows: nothing passes it that a workshop file may not hold."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from functools import cached_property
from operator import attrgetter
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Table
from sqlmodel import SQLModel

from canvasapp.domain.records import (
    Attachment,
    BoardHead,
    Entry,
    Link,
    Note,
    OwnCanvas,
    Party,
    Record,
    SetAside,
    Waiver,
    WorkshopHead,
)
from canvasapp.domain.session import Dots, LogLine, Plan, SealedBlock, Session, Tick, VoteRound
from canvasapp.store.errors import InvalidRecordError
from canvasapp.store.lists import JSON_COLUMNS, in_row, plain
from canvasapp.store.session_tables import (
    DotsRow,
    LogLineRow,
    PlanRow,
    SealedBlockRow,
    SessionRow,
    TickRow,
    VoteRoundRow,
)
from canvasapp.store.tables import (
    AttachmentRow,
    BoardRow,
    CanvasRow,
    EntryRow,
    LinkRow,
    NoteRow,
    PartyRow,
    SetAsideRow,
    WaiverRow,
    WorkshopRow,
)

Values = tuple[Any, ...]

_ALIKE = frozenset({"board", "block", "question", "party"})
"""Columns in which many rows have the same text: one object is enough for them."""


@dataclass(frozen=True)
class Kind:
    """One kind of record, the table it lies in and how its values are validated."""

    name: str
    record: type[Record]
    row: type[SQLModel]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The record's fields, which are the table's columns, in order."""
        return tuple(each.name for each in fields(self.record))

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """The fields that were added to the record in later versions; they stand behind the others."""
        return {f.name: f.default for f in fields(self.record) if f.default is not MISSING}

    @property
    def table(self) -> Table:
        table = self.row.__table__  # type: ignore[attr-defined]  # SQLModel makes it for table=True
        assert isinstance(table, Table)
        return table

    def row_of(self, properties: Mapping[str, Any]) -> Values:
        """A record's properties as a row; one told by an older version has the defaults of what came later."""
        return tuple(properties.get(name, self.defaults.get(name)) for name in self.names)

    def completed(self, row: Values) -> Values | None:
        """A row of this or an older version as one of this version, going by its length."""
        missing = len(self.names) - len(row)
        later = tuple(self.defaults.values())
        return row + later[len(later) - missing :] if 0 <= missing <= len(later) else None

    def records(self, rows: Iterable[Sequence[Any]]) -> list[Any]:
        """The records in these rows. Raises InvalidRecordError."""
        values = self.valid(rows)
        records = [object.__new__(self.record) for _ in values]
        seen: dict[object, object] = {}
        for put, name, column in zip(
            self._slots, self.names, zip(*values, strict=True), strict=bool(values)
        ):
            given = map(seen.setdefault, column, column) if name in _ALIKE else column
            deque(
                map(put, records, given), maxlen=0
            )  # a column at a time, not a call for each value
        return records

    def rows(self, records: Iterable[Record]) -> list[Values]:
        """The records as rows; what is a list in a record is JSON in its row. Raises InvalidRecordError."""
        values = attrgetter(*self.names)
        rows = self.valid([values(record) for record in records])
        for place in self._lists:
            name = self.names[place]
            rows = [(*r[:place], in_row(name, r[place]), *r[place + 1 :]) for r in rows]
        return rows

    def told(self, record: Record) -> dict[str, Any]:
        """The record's properties as JSON tells them."""
        return {name: plain(name, getattr(record, name)) for name in self.names}

    def valid(self, rows: Iterable[Sequence[Any]]) -> list[Values]:
        """The same rows, seen to be fit for a record. Raises InvalidRecordError."""
        try:
            return self._validator.validate_python(rows)
        except ValidationError as error:
            raise InvalidRecordError(self._sentence(error)) from None

    @cached_property
    def _slots(self) -> tuple[Callable[[Any, Any], None], ...]:
        """What sets each field of a new record, which is frozen for everybody else."""
        return tuple(getattr(self.record, name).__set__ for name in self.names)

    @cached_property
    def _lists(self) -> tuple[int, ...]:
        """The places of the fields that hold a list."""
        return tuple(place for place, name in enumerate(self.names) if name in JSON_COLUMNS)

    @cached_property
    def _validator(self) -> TypeAdapter[list[Values]]:
        columns = self.row.model_fields
        row = tuple(Annotated[columns[name].annotation, columns[name]] for name in self.names)
        return TypeAdapter(list[tuple[row]])  # type: ignore[valid-type]  # one type for each column

    def _sentence(self, error: ValidationError) -> str:
        first = error.errors(include_url=False, include_input=False)[0]
        column = self.names[int(first["loc"][1])] if len(first["loc"]) > 1 else "row"
        return f"The {column} of a {self.name} can not be stored: {first['msg'].lower()}."


KINDS = (
    Kind("workshop", WorkshopHead, WorkshopRow),
    Kind("canvas", OwnCanvas, CanvasRow),
    Kind("board", BoardHead, BoardRow),
    Kind("tick", Tick, TickRow),
    Kind("sealed_block", SealedBlock, SealedBlockRow),
    Kind("plan", Plan, PlanRow),
    Kind("set_aside", SetAside, SetAsideRow),
    Kind("waiver", Waiver, WaiverRow),
    Kind("party", Party, PartyRow),
    Kind("attachment", Attachment, AttachmentRow),
    Kind("entry", Entry, EntryRow),
    Kind("note", Note, NoteRow),
    Kind("link", Link, LinkRow),
    Kind("vote_round", VoteRound, VoteRoundRow),
    Kind("dots", Dots, DotsRow),
    Kind("session", Session, SessionRow),
    Kind("log_line", LogLine, LogLineRow),
)
"""In the order in which a workshop is built up from its records."""

BY_NAME = {kind.name: kind for kind in KINDS}
BY_RECORD = {kind.record: kind for kind in KINDS}


def kind_of(record: Record) -> Kind:
    return BY_RECORD[type(record)]
