"""An edit as text for the journal's table: `[[kind, id, before, after], ...]`, naming only what differs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter, ValidationError

from canvasapp.domain.board import OF_BOARD, OF_WORKSHOP, Workshop
from canvasapp.domain.change import Change, StaleEditError
from canvasapp.domain.records import Record
from canvasapp.store.lists import json_of
from canvasapp.store.rows import BY_NAME, kind_of

Properties = dict[str, Any]
Entry = tuple[str, str, Properties | None, Properties | None]
ENTRIES = TypeAdapter(list[Entry])


def encode(changes: Iterable[Change]) -> str:
    return json_of([_entry(change) for change in changes])


def _entry(change: Change) -> Entry:
    record = change.record
    before = properties(change.before) if change.before is not None else None
    after = properties(change.after) if change.after is not None else None
    if before is not None and after is not None:
        changed = [name for name in before if before[name] != after[name]]
        before = {name: before[name] for name in changed}
        after = {name: after[name] for name in changed}
    return kind_of(record).name, record.id, before, after


def properties(record: Record) -> Properties:
    return kind_of(record).told(record)


def forward(text: str, workshop: Workshop) -> tuple[Change, ...]:
    """The changes of a patch, to be done to `workshop`. Raises StaleEditError when they do not fit it."""
    return _changes(entries(text), workshop)


def backward(text: str, workshop: Workshop) -> tuple[Change, ...]:
    """The changes that take a patch back from `workshop`. Raises StaleEditError when they do not fit it."""
    taken_back = [(kind, key, after, before) for kind, key, before, after in entries(text)]
    return _changes(reversed(taken_back), workshop)


def entries(text: str) -> list[Entry]:
    """Kind, id, and the properties before and after. Raises StaleEditError when the text can not be read."""
    try:
        return ENTRIES.validate_json(text)
    except ValidationError as error:
        raise StaleEditError("what happened then can not be read any more") from error


def _changes(patch: Iterable[Entry], workshop: Workshop) -> tuple[Change, ...]:
    meanwhile: dict[tuple[str, str], Record | None] = {}
    changes = []
    for entry in patch:
        name = entry[:2]
        there = meanwhile[name] if name in meanwhile else find(workshop, *name)
        meanwhile[name] = _outcome(entry, there)
        changes.append(Change(there, meanwhile[name]))
    return tuple(changes)


def _outcome(entry: Entry, there: Record | None) -> Record | None:
    kind, key, before, after = entry
    if (there is None) != (before is None) or not _holds(there, before):
        raise StaleEditError(f"a {kind} has changed meanwhile")
    if after is None:
        return None
    known = properties(there) if there is not None else {}
    return _record(kind, {**known, **after, "id": key})


def _holds(there: Record | None, wanted: Properties | None) -> bool:
    known = properties(there) if there is not None else {}
    return all(known.get(name) == value for name, value in (wanted or {}).items())


def _record(kind: str, values: Properties) -> Record:
    (record,) = BY_NAME[kind].records([BY_NAME[kind].row_of(values)])
    return record  # type: ignore[no-any-return]  # the kind's own record


def find(workshop: Workshop, kind: str, key: str) -> Record | None:
    """The workshop's record of this kind and id."""
    match kind:
        case "workshop":
            return workshop.head if workshop.head.id == key else None
        case "board":
            return workshop.boards[key].head if key in workshop.boards else None
        case "party" | "attachment" | "canvas" | "session" | "log_line" | "tick":
            found: Record | None = getattr(workshop, OF_WORKSHOP[BY_NAME[kind].record]).get(key)
            return found
        case "entry" if key in workshop.entries:
            return workshop.entries[key]
    if kind not in BY_NAME:
        raise StaleEditError(f"there is no kind {kind}")
    name = OF_BOARD[BY_NAME[kind].record]
    on_boards = (getattr(board, name).get(key) for board in workshop.boards.values())
    return next((record for record in on_boards if record is not None), None)
