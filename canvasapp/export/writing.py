"""Writes an exported file: complete and safe on the disk, or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from canvasapp.export.exporter import Check, Exporter, ExportError, ExportOptions, go_on
from canvasapp.export.formats import EXPORTERS
from canvasapp.painting import ImageError
from canvasapp.picture.shapes import Picture

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}

DEFAULTS = ExportOptions()


def export(
    pictures: Sequence[Picture],
    path: Path,
    options: ExportOptions = DEFAULTS,
    check: Check = go_on,
) -> None:
    """Write the pictures to `path` in the format that its suffix names. A file that is there is replaced at the end.

    Raises ExportError, and whatever `check` raises; then the file that was there is as it was.
    """
    exporter = exporter_for(path)
    if len(pictures) != 1 and not exporter.holds_many:
        raise ExportError(f"{path.name} can hold one board only: choose a board, or write a PDF.")
    target = Path(os.path.realpath(path))
    try:
        _refuse_unfit(path, target)
        with _beside(target) as stream:
            exporter.write(pictures, stream, options, check)
    except ImageError as error:
        raise ExportError(str(error)) from error
    except OSError as error:
        raise ExportError(_sentence(error, target)) from error


def exporter_for(path: Path) -> Exporter:
    """The exporter whose suffix `path` has, in whatever case. Raises ExportError."""
    for exporter in EXPORTERS:
        if path.suffix.lower() == exporter.suffix:
            return exporter
    *others, last = [exporter.suffix for exporter in EXPORTERS]
    known = f"{', '.join(others)} or {last}"
    raise ExportError(f"{path.name} has no ending that can be exported: end the name in {known}.")


def _refuse_unfit(path: Path, target: Path) -> None:
    """Raises ExportError when no file can be at `target`, which `path` leads to, and OSError for an impossible name."""
    if target.is_dir():
        raise ExportError(f"{path} is a folder: choose another name for the file.")
    if not target.parent.is_dir():
        raise ExportError(f"The folder {target.parent} does not exist: make it or choose another.")
    if target.exists() and not os.access(target, os.W_OK):
        raise ExportError(f"{path} is write-protected: choose another name for the file.")


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    """A new file in the same folder that takes the place of `target` when nothing goes wrong, else vanishes."""
    draft = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with draft.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
        _sync_folder(target.parent)
    finally:
        draft.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # folders can not be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sentence(error: OSError, target: Path) -> str:
    if error.filename2 is not None:  # only the last step, taking the old file's place, names two
        return f"{target.name} is open in another program: close it there and export again."
    if error.errno in FULL:
        return f"The disk is full: make room for {target.name}, or choose another folder."
    if error.errno in FORBIDDEN:
        return f"{target.parent} allows no new files: choose another folder."
    return f"{target.name} can not be written ({error.strerror}): choose another folder."
