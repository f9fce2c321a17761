"""How SQLite files are opened here: working copies for editing, published files for reading only."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy
import sqlmodel
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

APPLICATION_ID = 0x43564153
"""Marks a SQLite file as a workshop: the letters CVAS, at offset 68 of the file."""

VERSIONS = (
    ("SQLite", sqlite3.sqlite_version),
    ("SQLAlchemy", sqlalchemy.__version__),
    ("SQLModel", sqlmodel.__version__),
)
"""What the store stands on, for the self-test: a bundle has no package metadata to ask."""

READING_SECONDS = 20.0
SLOWEST_READING = 5_000_000.0
"""How long a file may keep SQLite busy before it is taken for a damaged one: so long, and so many bytes a second."""

OPERATIONS = 100_000
"""Of SQLite, between two looks at the clock: about 5 ms. Each look keeps Python from what it does on another thread."""

LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 512 * 1024 * 1024,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}

GUARDS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA foreign_keys = ON",
)

WORKING = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA fullfsync = ON",  # macOS: a plain fsync leaves the data in the drive's cache
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA synchronous = EXTRA",  # while switching to WAL the rollback journal's folder entry counts too
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
)


def connect(path: Path, pragmas: tuple[str, ...] = ()) -> sqlite3.Connection:
    """A plain connection for one of the app's own files. It may be handed from thread to thread."""
    connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        _run(connection, (*GUARDS, *pragmas))
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_for_editing(path: Path) -> sqlite3.Connection:
    """A working copy's only connection: every commit is on the disk when it returns."""
    return connect(path, WORKING)


@contextmanager
def reading(
    path: Path, hopeless: Callable[[], bool] = lambda: False
) -> Iterator[sqlite3.Connection]:
    """A copy of a file that may be malicious or damaged, opened so that it is not changed and can not hang the app.

    A statement ends with an error as soon as it is `hopeless` to go on.
    """
    uri = f"{path.absolute().as_uri()}?mode=rw"  # with mode=ro SQLite leaves the CHECKs out of a quick_check
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        for limit, value in LIMITS.items():
            connection.setlimit(limit, value)
        _run(connection, (*GUARDS, "PRAGMA query_only = ON"))
        patience = READING_SECONDS + path.stat().st_size / SLOWEST_READING
        deadline = time.monotonic() + patience
        connection.set_progress_handler(
            lambda: hopeless() or time.monotonic() > deadline, OPERATIONS
        )
        yield connection
    finally:
        connection.close()


def engine_over(connection: sqlite3.Connection, begin: str = "BEGIN") -> Engine:
    """SQLAlchemy's Core statements over a connection that stays ours to close."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", lambda started: started.exec_driver_sql(begin))
    return engine


def _run(connection: sqlite3.Connection, statements: tuple[str, ...]) -> None:
    for statement in statements:
        connection.execute(statement).fetchall()
