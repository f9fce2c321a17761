"""Makes workshop files that were not there before."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError

from canvasapp import files
from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change
from canvasapp.domain.records import Record, new_id
from canvasapp.store import attachments, content, edition, oplog
from canvasapp.store.database import APPLICATION_ID, connect, engine_over
from canvasapp.store.errors import CannotWriteError, FileInTheWayError, InvalidRecordError
from canvasapp.store.migrations import migrate
from canvasapp.store.oplog import Op, OpKind
from canvasapp.store.patch import encode

FRESH = (
    "PRAGMA synchronous = OFF",  # thrown away soon
    f"PRAGMA application_id = {APPLICATION_ID}",
)


def create_workshop(
    path: Path,
    workshop: Workshop,
    *,
    replace: bool = False,
    attached: Mapping[str, bytes] | None = None,
    at: datetime | None = None,
) -> None:
    """Writes a new workshop file, whole or not at all; `attached` is the content of attachments by SHA-256.

    Raises FileInTheWayError when there is one already and it may not be replaced, CannotWriteError and
    InvalidRecordError.
    """
    if not replace:
        refuse_to_replace(path)
    bodies = (attached or {}).values()
    write_records(path, content.records_of(workshop), bodies, at or datetime.now(UTC))


def refuse_to_replace(path: Path) -> None:
    """Raises FileInTheWayError when there is anything at `path`."""
    if os.path.lexists(path):
        raise FileInTheWayError(path)


def write_records(
    path: Path, records: Iterable[Record], bodies: Iterable[bytes], at: datetime
) -> None:
    """Writes a file of these records and contents of attachments. Raises CannotWriteError, InvalidRecordError."""
    with (
        _in_words(path),
        tempfile.TemporaryDirectory(prefix="canvasapp-") as folder,
        closing(connect(Path(folder) / "new", FRESH)) as connection,
    ):
        migrate(connection)
        for body in bodies:
            attachments.put(connection, body)
        _fill(connection, [Change(None, record) for record in records], at)
        write_file(connection, Path(folder), path)


def write_file(database: sqlite3.Connection, folder: Path, path: Path) -> None:
    """Writes a file of these tables, using `folder` meanwhile. Raises CannotWriteError."""
    with _in_words(path):
        made = edition.make(database, folder, path)
        with files.beside(path) as temporary:
            files.copy(made.file, temporary)
            files.replace(temporary, path)


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise InvalidRecordError(f"The workshop breaks a rule of the file ({error}).") from error
    except OSError as error:
        raise CannotWriteError(path, files.reason(error)) from error
    except (sqlite3.Error, DBAPIError) as error:
        raise CannotWriteError(path, str(error)) from error


def _fill(raw: sqlite3.Connection, changes: list[Change], at: datetime) -> None:
    start = Op(1, 1, new_id(), at.isoformat(), OpKind.START, "New workshop", encode(changes))
    with engine_over(raw, "BEGIN IMMEDIATE").begin() as connection:
        content.write(connection, changes)
        oplog.append(connection, start)
