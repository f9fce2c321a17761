"""Makes workshop files that were not there before."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import IntegrityError

from canvasapp import files
from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change
from canvasapp.domain.records import Record, new_id
from canvasapp.store import attachments, content, edition, oplog
from canvasapp.store.database import APPLICATION_ID, connect, engine_over
from canvasapp.store.errors import (
    CannotWriteError,
    FileInTheWayError,
    FolderGivenError,
    InvalidRecordError,
    WorkshopFileError,
)
from canvasapp.store.migrations import migrate
from canvasapp.store.oplog import Op, OpKind
from canvasapp.store.patch import encode
from canvasapp.store.reasons import Refusal, why

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

    Raises FileInTheWayError when there is one already and it may not be replaced, other WorkshopFileErrors and
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


def refuse_unfit(path: Path) -> None:
    """Raises WorkshopFileError when no file can be put in the place of what is at `path`."""
    if os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises for some names
        raise FolderGivenError(path)
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113  # as above
        raise WorkshopFileError(path, "is no file: choose another name.")


def write_records(
    path: Path, records: Iterable[Record], bodies: Iterable[bytes], at: datetime
) -> None:
    """Writes a file of these records and contents of attachments. Raises WorkshopFileError, InvalidRecordError."""
    with (
        _in_words(path, aside=True),
        tempfile.TemporaryDirectory(prefix="canvasapp-") as folder,
        closing(connect(Path(folder) / "new", FRESH)) as connection,
    ):
        migrate(connection)
        for body in bodies:
            attachments.put(connection, body)
        _fill(connection, [Change(None, record) for record in records], at)
        write_file(connection, Path(folder), path)


def write_file(database: sqlite3.Connection, folder: Path, path: Path) -> None:
    """Writes a file of these tables, using `folder` meanwhile. Raises WorkshopFileError."""
    refuse_unfit(path)
    with _in_words(path, aside=True):
        made = edition.make(database, folder, path)
    with _in_words(path):
        target = path.resolve()  # a link to the file stays a link
        with files.beside(target) as temporary:
            files.copy(made.file, temporary)
            files.replace(temporary, target)


@contextmanager
def _in_words(path: Path, *, aside: bool = False) -> Iterator[None]:
    """`aside`: while something is written that is only needed on the way."""
    place = f"in {tempfile.gettempdir()} " if aside else ""
    try:
        yield
    except IntegrityError as error:
        raise InvalidRecordError(f"The workshop breaks a rule of the file ({error}).") from error
    except Refusal as error:
        raise CannotWriteError(path, place + why(error)) from error


def _fill(raw: sqlite3.Connection, changes: list[Change], at: datetime) -> None:
    start = Op(1, 1, new_id(), at.isoformat(), OpKind.START, "New workshop", encode(changes))
    with engine_over(raw, "BEGIN IMMEDIATE").begin() as connection:
        content.write(connection, changes)
        oplog.append(connection, start)
