"""Makes a workshop file that was not there before."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import IntegrityError

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change
from canvasapp.domain.records import new_id
from canvasapp.store import attachments, content, edition, files, oplog
from canvasapp.store.database import APPLICATION_ID, connect, engine_over
from canvasapp.store.errors import CannotWriteError, FileInTheWayError, InvalidRecordError
from canvasapp.store.migrations import migrate
from canvasapp.store.oplog import Op, OpKind
from canvasapp.store.patch import encode
from canvasapp.store.words import reason


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
    if not replace and os.path.lexists(path):
        raise FileInTheWayError(path)
    try:
        with tempfile.TemporaryDirectory(prefix="canvasapp-") as folder:
            with closing(_database(Path(folder) / "new")) as connection:
                _fill(connection, workshop, attached or {}, at or datetime.now(UTC))
                made = edition.make(connection, Path(folder), path)
            with files.beside(path) as temporary:
                files.copy(made.file, temporary)
                files.replace(temporary, path)
    except OSError as error:
        raise CannotWriteError(path, reason(error)) from error
    except sqlite3.Error as error:
        raise CannotWriteError(path, str(error)) from error


def _database(file: Path) -> sqlite3.Connection:
    connection = connect(file)
    connection.execute("PRAGMA synchronous = OFF")  # thrown away soon
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(connection)
    return connection


def _fill(
    raw: sqlite3.Connection, workshop: Workshop, attached: Mapping[str, bytes], at: datetime
) -> None:
    for body in attached.values():
        attachments.put(raw, body)
    changes = [Change(None, record) for record in content.records_of(workshop)]
    start = Op(1, 1, new_id(), at.isoformat(), OpKind.START, workshop.head.title, encode(changes))
    try:
        with engine_over(raw, "BEGIN IMMEDIATE").begin() as connection:
            content.write(connection, changes)
            oplog.append(connection, start)
    except IntegrityError as error:
        raise InvalidRecordError(f"The workshop breaks a rule of the file ({error}).") from error
