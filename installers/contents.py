"""Decides which files beside code go into the bundle, and what they are called there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

Entry = tuple[str, str, str]
"""Of PyInstaller's tables: the path in the bundle, where it is from (a link: where it leads), the kind."""

FILE, LIBRARY, EXTENSION, LINK = "DATA", "BINARY", "EXTENSION", "SYMLINK"

LICENCES = "resources/licences"

_UNUSED = ("PySide6/Qt/translations",)  # of Qt's own dialogs; the program speaks for itself


def data_file(place: str, source: Path) -> Entry:
    """`place` is a path in the bundle, with slashes."""
    return (place, str(source), FILE)


def own_files(root: Path) -> Iterator[Entry]:
    """All of `resources/` in the checkout at `root` but the scripts for developers, and the program's licence."""
    for path in sorted((root / "resources").rglob("*")):
        if path.is_file() and path.suffix not in {".py", ".pyc"}:
            yield data_file(path.relative_to(root).as_posix(), path)
    yield data_file(f"{LICENCES}/CANVASAPP.txt", root / "LICENSE")


def library_files(entries: Iterable[Entry]) -> Iterator[Entry]:
    """What libraries read, without their translations and without metadata: attributions bring that."""
    for entry in entries:
        place = PurePath(entry[0]).as_posix()
        if not place.startswith(_UNUSED) and ".dist-info/" not in place:
            yield entry
