"""A working copy that a crash or a missing stick has left behind: looked at before it is used again."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from canvasapp import files
from canvasapp.store.database import connect
from canvasapp.store.errors import MigrationError, NewerFileError
from canvasapp.store.migrations import Step, StepError, migrate, schema_at, schema_of, version_of
from canvasapp.store.place import Place
from canvasapp.store.reasons import PRIMARY

DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


def is_sound(file: Path, steps: Sequence[Step]) -> bool:
    """Whether SQLite finds nothing wrong with a working copy. Raises NewerFileError and sqlite3.Error."""
    try:
        with closing(connect(file)) as connection:
            version = version_of(connection)
            if version > len(steps):
                raise NewerFileError(file, version, len(steps))
            if schema_of(connection) != schema_at(version, steps):
                return False
            (finding,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            return bool(finding == "ok")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & PRIMARY in DAMAGED:
            return False
        raise


def bring_up_to_date(place: Place, steps: Sequence[Step]) -> int:
    """Migrates a sound working copy, keeping a copy of it as it was; returns its newest `seq`.

    Raises MigrationError.
    """
    with closing(connect(place.file)) as connection:
        if version_of(connection) < len(steps):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            files.copy(place.file, place.name_aside())
            try:
                migrate(connection, steps)
            except StepError as error:
                raise MigrationError(place.file, error.version, str(error)) from error
        (seq,) = connection.execute("SELECT coalesce(max(seq), 0) FROM op").fetchone()
        return int(seq)
