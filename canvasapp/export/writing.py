"""Writes an exported file: complete and safe on the disk, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from canvasapp import files
from canvasapp.export.exporter import Check, Exporter, ExportError, ExportOptions, go_on
from canvasapp.export.formats import EXPORTERS
from canvasapp.picture.shapes import Picture
from canvasapp.resources import is_resource

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
    if options.asks_for_print and not exporter.is_for_print:
        raise ExportError(f"{path.name} can have no tiles, bleed or marks: write a PDF.")
    write_file(path, lambda stream: exporter.write(pictures, stream, options, check))


def write_file(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """A file with what `write` writes, whole or not at all. Raises ExportError, and whatever else `write` raises."""
    target = Path(os.path.realpath(path))
    try:
        _refuse_unfit(path, target)
        with files.written_whole(target) as stream:
            write(stream)
    except OSError as error:
        raise ExportError(_sentence(error, path)) from error


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


def _sentence(error: OSError, path: Path) -> str:
    if error.filename is not None and is_resource(error.filename):
        return f"{error.filename} is missing or damaged: install canvasapp again."
    if files.is_held(error):
        return f"{path} is open in another program: close it there and export again."
    return (
        f"{path} can not be written ({files.reason(error)}): choose another folder, or make room."
    )
