"""An edition: a whole, compact, sealed and checked workshop file made from a working copy while it is in use."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from canvasapp import files
from canvasapp.store import gate
from canvasapp.store.database import connect, reading
from canvasapp.store.errors import DamagedFileError
from canvasapp.store.migrations import STEPS, Step
from canvasapp.store.rows import KINDS
from canvasapp.store.seal import leave_room, seal

PAGES_AT_A_TIME = 256
"""Copied in steps of 1 MB: an edit that comes meanwhile waits for one step, not for the whole file."""

RETRY_SECONDS = 0.002
COUNTED = (*(kind.name for kind in KINDS), "content", "op")


@dataclass(frozen=True, slots=True)
class Edition:
    """A file ready to be given out: its SHA-256 and the `seq` of the newest edit in it."""

    file: Path
    digest: str
    seq: int


def make(
    working: sqlite3.Connection, folder: Path, path: Path, steps: Sequence[Step] = STEPS
) -> Edition:
    """An edition of the working copy as it is now, in `folder`; `path` is the name to use when it fails.

    Raises sqlite3.Error and OSError when it can not be written, WorkshopFileError when it is not whole.
    """
    snapshot, file = folder / "snapshot", folder / "edition"
    snapshot.unlink(missing_ok=True)
    file.unlink(missing_ok=True)
    with closing(connect(snapshot)) as copy:
        copy.execute("PRAGMA synchronous = OFF")  # nobody will look for it after a crash
        working.backup(copy, pages=PAGES_AT_A_TIME, sleep=RETRY_SECONDS)
        copy.execute("PRAGMA journal_mode = DELETE")
        mark = leave_room(copy)
        copy.execute("VACUUM INTO ?", (str(file),))
        expected = _counts(copy)
        (seq,) = copy.execute("SELECT coalesce(max(seq), 0) FROM op").fetchone()
    snapshot.unlink()
    seal(file, mark)
    gate.inspect(file, path, steps)
    _check(file, expected, path)
    return Edition(file, files.digest(file), int(seq))


def _check(file: Path, expected: list[int], path: Path) -> None:
    gate.inspect_rows(file, path)
    with reading(file) as connection:
        if _counts(connection) != expected:
            raise DamagedFileError(path, "records are missing")


def _counts(connection: sqlite3.Connection) -> list[int]:
    queries = (f"SELECT count(*) FROM {name}" for name in COUNTED)  # noqa: S608  # names of our own
    return [int(connection.execute(query).fetchone()[0]) for query in queries]
