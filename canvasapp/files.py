"""Files are replaced whole or not at all: written beside, flushed to the disk, then renamed."""

from __future__ import annotations

import errno
import glob
import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

CHUNK = 1 << 20
HELD_BY_ANOTHER = frozenset({5, 32, 33})
"""Windows' codes for: access denied, sharing violation, lock violation. A virus scanner lets go soon."""
PATIENCE = tuple(0.01 * 2**attempt for attempt in range(7))
"""Seconds between attempts: 10 ms to 640 ms."""
ABANDONED = 24 * 60 * 60.0
"""Seconds after which a temporary file that nobody writes to belongs to nobody. Clocks of sticks may be hours off."""

WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "it is read-only",
    errno.EACCES: "writing there is not allowed",
    errno.EPERM: "writing there is not allowed",
    errno.ENOENT: "the folder is not there",
    errno.ENOTDIR: "the folder is not there",
    errno.EISDIR: "it is a folder",
    errno.EFBIG: "the disk takes no file of this size",
    errno.EIO: "the disk does not answer properly",
    errno.EBUSY: "another program holds the file",
    errno.ENAMETOOLONG: "the name is too long",
}


def reason(error: OSError) -> str:
    """Why a file could not be read or written, in words for people: half a sentence."""
    number = errno.EBUSY if is_held(error) else error.errno or 0
    return WORDS.get(number) or (error.strerror or str(error)).lower()


def is_held(error: OSError) -> bool:
    """Whether another program holds the file open, which only Windows minds."""
    return getattr(error, "winerror", None) in HELD_BY_ANOTHER


def digest(path: Path) -> str:
    """The SHA-256 of the file's bytes."""
    sha = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            sha.update(chunk)
    return sha.hexdigest()


def copy_bytes(source: Path, target: Path) -> None:
    """Copies the bytes to a new file; they need not be on the disk yet when this returns."""
    with source.open("rb") as origin, target.open("xb") as file:
        shutil.copyfileobj(origin, file, CHUNK)


def settled(path: Path) -> str:
    """Waits until the file's bytes are on the disk, and returns their SHA-256."""
    with path.open("r+b") as file:
        flush(file)
    return digest(path)


def copy(source: Path, target: Path) -> str:
    """Copies the bytes, waits until they are on the disk, and returns their SHA-256."""
    sha = hashlib.sha256()
    with source.open("rb") as origin, target.open("xb") as file:
        while chunk := origin.read(CHUNK):
            sha.update(chunk)
            file.write(chunk)
        flush(file)
    return sha.hexdigest()


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A name for a temporary file in the folder of `path`; whatever is left there in the end is deleted."""
    start = f".{path.name[:40]}."  # a name may have 255 bytes, and a character four
    sweep(path.parent, f"{glob.escape(start)}????????.tmp")
    temporary = path.with_name(f"{start}{secrets.token_hex(4)}.tmp")
    try:
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink()


def sweep(folder: Path, pattern: str) -> None:
    """Deletes temporary files of programs that were killed: those that nobody has written to for a day."""
    for left in folder.glob(pattern):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > ABANDONED:
                left.unlink()


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes take the place of the file at the end, or vanish when something is raised."""
    with beside(path) as temporary:
        with temporary.open("xb") as stream:
            yield stream
            flush(stream)
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
            if not is_held(error):
                raise
            wait(seconds)
    else:
        source.replace(target)
    flush_folder(target.parent)


def flush(file: BinaryIO) -> None:
    """Waits until the bytes that were written are on the disk."""
    file.flush()
    os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder can not be opened there; NTFS keeps its own journal
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # network and FUSE folders may refuse
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
