"""The first 100 bytes of a workshop file, read before SQLite is let near it.

Offsets: "The SQLite Database File Format", section 1.3.
"""

from __future__ import annotations

import struct
from pathlib import Path

from canvasapp.store.database import APPLICATION_ID
from canvasapp.store.errors import (
    DamagedFileError,
    EmptyFileError,
    NewerFileError,
    NotAWorkshopError,
    TooLargeError,
    TruncatedFileError,
)

MAGIC = b"SQLite format 3\0"
LENGTH = 100
LARGEST_FILE = 2 * 1024**3
"""In bytes."""
ROLLBACK_MODE = b"\x01\x01"


def check_header(header: bytes, size: int, known: int, path: Path) -> None:
    """Refuses what can not be a whole workshop file of a version up to `known`; `size` in bytes.

    Raises EmptyFileError, TooLargeError, NotAWorkshopError, NewerFileError, TruncatedFileError or DamagedFileError.
    """
    if size == 0:
        raise EmptyFileError(path)
    if size > LARGEST_FILE:
        raise TooLargeError(path, f"is larger than a workshop can be ({LARGEST_FILE >> 30} GB).")
    if not header.startswith(MAGIC):
        raise NotAWorkshopError(path)
    if len(header) < LENGTH:
        raise TruncatedFileError(path, size, LENGTH)
    if _number(header, 68) != APPLICATION_ID:
        raise NotAWorkshopError(path)
    if (version := _number(header, 60)) > known:
        raise NewerFileError(path, version, known)
    _check_length(header, size, path)
    if version == 0 or header[18:20] != ROLLBACK_MODE:
        raise DamagedFileError(path, "its first bytes are wrong")


def _check_length(header: bytes, size: int, path: Path) -> None:
    page = int.from_bytes(header[16:18], "big")
    expected = (65536 if page == 1 else page) * _number(header, 28)
    if size < expected:
        raise TruncatedFileError(path, size, expected)
    if size > expected:
        raise DamagedFileError(path, "it is longer than it says")


def _number(header: bytes, offset: int) -> int:
    (number,) = struct.unpack_from(">I", header, offset)
    return int(number)
