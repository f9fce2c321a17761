"""Why the disk or SQLite refused, in words for people."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError

from canvasapp import files

Refusal = (OSError, sqlite3.Error, DBAPIError)
"""What a disk that does not take or give is told with."""

PRIMARY = 0xFF
"""The bits of an error code that its kind is in; the others say more."""

WORDS = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it is read-only",
    sqlite3.SQLITE_PERM: "writing there is not allowed",
    sqlite3.SQLITE_CANTOPEN: "a file there can not be opened",
    sqlite3.SQLITE_IOERR: "the disk does not answer properly",
    sqlite3.SQLITE_BUSY: "another program holds the file",
}


def is_of_disk(error: sqlite3.Error) -> bool:
    """Whether the disk is at fault, and not what was asked of SQLite."""
    return _kind(error) in WORDS


def why(error: Exception) -> str:
    """Half a sentence."""
    if isinstance(error, OSError):
        return files.reason(error)
    cause = error.orig if isinstance(error, DBAPIError) else error
    return WORDS.get(_kind(cause)) or str(cause)


def _kind(error: BaseException | None) -> int:
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)) & PRIMARY
