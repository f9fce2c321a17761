"""Drafts that are not saved yet, as files in the program's own folder: no crash and no leaving loses them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from canvasapp import files
from canvasapp.domain.errors import ExpectedError
from canvasapp.templates.drafting import Content, read_draft, text_of
from canvasapp.templates.reader import TemplateError, bytes_of

PARTED = "--"
"""Between what a draft was begun from and its own id in the name of its file: no id has two hyphens together."""


class DraftNotKeptError(ExpectedError):
    """The draft can not be written to the disk."""


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft as it was left, and the id of the canvas that it was begun from."""

    of: str
    content: Content


class KeptDrafts:
    """The drafts of one workshop, each in a file of `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def newest_first(self) -> list[KeptDraft]:
        """What can be gone on with; what can not be read stays where it is."""
        found = sorted(self._folder.glob(f"*{PARTED}*.json"), key=_age)
        return [draft for path in found if (draft := _read(path)) is not None]

    def keep(self, of: str, content: Content) -> None:
        """Raises DraftNotKeptError."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with files.written_whole(self._path(of, content["id"])) as stream:
                stream.write(text_of(content).encode())
        except OSError as error:
            why = files.reason(error)
            raise DraftNotKeptError(f"The draft is not kept on the disk: {why}.") from error

    def forget(self, of: str, canvas_id: str) -> None:
        """The draft is saved, or nobody wants it. Raises DraftNotKeptError."""
        try:
            self._path(of, canvas_id).unlink(missing_ok=True)
        except OSError as error:
            why = files.reason(error)
            raise DraftNotKeptError(f"The draft stays on the disk: {why}.") from error

    def _path(self, of: str, canvas_id: str) -> Path:
        return self._folder / f"{of}{PARTED}{canvas_id}.json"


def _age(path: Path) -> int:
    return -path.stat().st_mtime_ns


def _read(path: Path) -> KeptDraft | None:
    try:
        return KeptDraft(path.stem.split(PARTED)[0], read_draft(bytes_of(path)))
    except TemplateError:
        return None
