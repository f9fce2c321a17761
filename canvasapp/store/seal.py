"""The seal of a published file: a SHA-256 over all its bytes, kept inside it, so that one flipped bit is noticed.

The seal is the only value of its own: while it is computed its 64 letters count as zeros.
"""

from __future__ import annotations

import hashlib
import mmap
import re
import secrets
import sqlite3
from pathlib import Path

BLANK = b"0" * 64
NAME = "seal"


class BrokenSealError(Exception):
    """The bytes of the file are not those that were sealed."""


def leave_room(connection: sqlite3.Connection) -> str:
    """Puts a mark where the seal will stand in files made from this database, and returns it."""
    mark = secrets.token_hex(32)
    connection.execute("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (NAME, mark))
    return mark


def seal(path: Path, mark: str) -> None:
    """Puts the seal in the place of its mark."""
    with path.open("r+b") as file:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            at = _place(content, mark)
            digest = _digest(content, at)
        file.seek(at)
        file.write(digest.encode("ascii"))


def check_seal(path: Path, connection: sqlite3.Connection) -> None:
    """Raises BrokenSealError unless every byte of the file is as it was sealed."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (NAME,)).fetchone()
    if row is None or not re.fullmatch("[0-9a-f]{64}", str(row[0])):
        raise BrokenSealError("its seal is missing")
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if _digest(content, _place(content, row[0])) != row[0]:
            raise BrokenSealError("its content is not what was saved")


def _place(content: mmap.mmap, mark: str) -> int:
    at = content.find(mark.encode("ascii"))
    if at < 0:
        raise BrokenSealError("its seal is missing")
    return at


def _digest(content: mmap.mmap, at: int) -> str:
    sha = hashlib.sha256()
    with memoryview(content) as view, view[:at] as ahead, view[at + len(BLANK) :] as behind:
        sha.update(ahead)
        sha.update(BLANK)
        sha.update(behind)
    return sha.hexdigest()
