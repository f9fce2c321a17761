"""Gives editions out to the user's file, never over one that somebody else has changed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import chain, count
from pathlib import Path

from canvasapp import files
from canvasapp.store.edition import Edition
from canvasapp.store.errors import CannotPublishError


class ForeignChangeError(CannotPublishError):
    """The file is not as we have written it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "somebody else has changed it")


def deliver(
    edition: Edition,
    path: Path,
    ours: Collection[str | None],
    announce: Callable[[str | None], None],
) -> None:
    """Puts the edition in the place of the file at `path`, whole or not at all.

    `ours` are the SHA-256 of what we may replace, None for no file; `announce` is told which of them it is
    just before it happens. Raises ForeignChangeError and CannotPublishError.
    """
    target = path.resolve()  # a link to the file stays a link
    try:
        with files.beside(target) as temporary:
            if _arrived(edition.file, temporary) != edition.digest:
                raise CannotPublishError(path, "it did not arrive there as it was sent")
            present = _present(target)
            if present not in ours:
                raise ForeignChangeError(path)
            announce(present)
            files.replace(temporary, target)
    except OSError as error:
        raise CannotPublishError(path, files.reason(error)) from error


def name_beside(path: Path) -> Path:
    """A free name for our state when the file of this name is somebody else's."""
    numbers = chain([""], (f" {number}" for number in count(2)))
    names = (f"{path.stem} (this computer{number}){path.suffix}" for number in numbers)
    return next(free for free in map(path.with_name, names) if not free.exists())


def _arrived(source: Path, temporary: Path) -> str:
    files.copy(source, temporary)
    return files.digest(temporary)


def _present(path: Path) -> str | None:
    try:
        return files.digest(path)
    except FileNotFoundError:
        return None
