"""Files are replaced whole or not at all: written beside, flushed to the disk, then renamed."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

CHUNK = 1 << 20
HELD_BY_ANOTHER = frozenset({5, 32, 33})
"""Windows' codes for: access denied, sharing violation, lock violation. A virus scanner lets go soon."""
PATIENCE = tuple(0.01 * 2**attempt for attempt in range(7))
"""Seconds between attempts: 10 ms to 640 ms."""


def digest(path: Path) -> str:
    """The SHA-256 of the file's bytes."""
    sha = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            sha.update(chunk)
    return sha.hexdigest()


def copy(source: Path, target: Path) -> str:
    """Copies the bytes, waits until they are on the disk, and returns their SHA-256."""
    sha = hashlib.sha256()
    with source.open("rb") as origin, target.open("xb") as file:
        while chunk := origin.read(CHUNK):
            sha.update(chunk)
            file.write(chunk)
        flush(file.fileno())
    return sha.hexdigest()


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A name for a temporary file in the folder of `path`; whatever is left there in the end is deleted."""
    temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink()


def write_whole(path: Path, content: bytes) -> None:
    """Puts `content` in the place of the file."""
    with beside(path) as temporary:
        with temporary.open("xb") as file:
            file.write(content)
            flush(file.fileno())
        replace(temporary, path)


def replace(source: Path, target: Path, wait: Callable[[float], None] = time.sleep) -> None:
    """Renames, over an existing file too, and makes the new name last. Raises OSError."""
    if target.exists():
        with suppress(OSError):  # some file systems know no permissions
            shutil.copymode(target, source)
    for seconds in PATIENCE:
        try:
            source.replace(target)
            break
        except OSError as error:
            if getattr(error, "winerror", None) not in HELD_BY_ANOTHER:
                raise
            wait(seconds)
    else:
        source.replace(target)
    flush_folder(target.parent)


def flush(descriptor: int) -> None:
    """Waits until the file's bytes are on the disk."""
    os.fsync(descriptor)


def flush_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder can not be opened there; NTFS keeps its own journal
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # network and FUSE folders may refuse
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
