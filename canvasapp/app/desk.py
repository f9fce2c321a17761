"""Brings workshop files to the window: opens them, makes new ones, fetches the worked example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from canvasapp.app.file_names import SUFFIX, free_file, named_after
from canvasapp.app.recents import Recent, recent_of
from canvasapp.domain.board import Workshop
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.template import Template
from canvasapp.edits.example import example_workshop
from canvasapp.edits.journal import Journal
from canvasapp.edits.wording import free_title
from canvasapp.edits.workshops import UNTITLED, new_workshop
from canvasapp.export.carrying import can_carry, carried_in
from canvasapp.store import (
    SaveState,
    WorkshopStore,
    create_workshop,
    open_workshop,
)
from canvasapp.store.carried import unpack
from canvasapp.store.errors import (
    CannotWriteError,
    DamagedFileError,
    EmptyFileError,
    NotAWorkshopError,
    TruncatedFileError,
)
from canvasapp.store.recovery import recover

RUINED = (DamagedFileError, EmptyFileError, NotAWorkshopError, TruncatedFileError)
"""After which something of the workshop may be left: in its file, or on this computer."""


@dataclass(slots=True)
class OpenWorkshop:
    """A workshop that is open: its file and its journal."""

    store: WorkshopStore
    journal: Journal
    moved_to: Path | None = None

    @property
    def path(self) -> Path:
        return self.moved_to or self.store.path

    def publish_soon(self) -> None:
        """Without waiting for it."""
        self.store.publish_soon()

    def close(self) -> None:
        """Publishes, makes a backup and lets go of the file, which gets the name of a workshop that has got one."""
        status = self.store.close()
        if status.state is SaveState.PUBLISHED:
            self.moved_to = named_after(status.path, self.journal.workshop.head.title)

    def as_recent(self, now: datetime) -> Recent:
        status = self.store.status
        whole = status.state is SaveState.PUBLISHED
        quiet = whole and status.published_at is None and status.notice is None
        state = f"Saved in {status.place}" if quiet else status.sentence
        return recent_of(self.path, self.journal.workshop, state, now, whole=whole)


class Desk:
    """`documents` is the folder where new workshops are kept; it is made when the first one comes."""

    def __init__(
        self, templates: Mapping[str, Template], data_folder: Path, documents: Path
    ) -> None:
        self._templates = templates
        self._data_folder = data_folder
        self._documents = documents

    def open(self, path: Path) -> OpenWorkshop:
        """Raises ExpectedError; the file is left as it was then. A picture that carries a board becomes a workshop."""
        if can_carry(path.suffix):
            return self._unpacked(path)
        store = open_workshop(path, self._data_folder)
        try:
            journal = Journal(store, store.load(self._templates))
        except ExpectedError:
            store.close()
            raise
        store.publish_in_background()
        return OpenWorkshop(store, journal)

    def create(self, template_id: str) -> OpenWorkshop:
        """A new workshop with one board, in a file of its own. Raises ExpectedError."""
        taken = {path.stem for path in self._documents.glob(f"*{SUFFIX}")}
        title = free_title(UNTITLED, taken)
        return self._kept(new_workshop(self._templates, template_id, title))

    def example(self) -> OpenWorkshop:
        """The worked example: the copy that was made of it before, else a new one. Raises ExpectedError."""
        workshop = example_workshop(self._templates)
        path = self._path(workshop.head.title)
        return self.open(path) if path.exists() else self._kept(workshop)

    def recover(self, path: Path) -> tuple[OpenWorkshop, str]:
        """What is left of a ruined workshop, in a new file, and a sentence that says what that is.

        The file is beside the ruined one, or in the documents where nothing can be written. Raises ExpectedError.
        """
        try:
            return self._recovered(path, path.parent)
        except CannotWriteError:
            self._make_folder()
            return self._recovered(path, self._documents)

    def _unpacked(self, picture: Path) -> OpenWorkshop:
        """The board that a picture carries, in a new file among the documents."""
        carried = carried_in(picture)
        self._make_folder()
        path = free_file(self._path(picture.stem))
        unpack(carried, picture.name, self._templates, path)
        return self.open(path)

    def _recovered(self, path: Path, folder: Path) -> tuple[OpenWorkshop, str]:
        onto = free_file(folder / f"{path.stem} (saved){SUFFIX}")
        sentence = recover(path, onto, self._templates, self._data_folder)
        return self.open(onto), sentence

    def _kept(self, workshop: Workshop) -> OpenWorkshop:
        self._make_folder()
        path = self._path(workshop.head.title)
        create_workshop(path, workshop)
        return self.open(path)

    def _make_folder(self) -> None:
        try:
            self._documents.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWriteError(
                self._documents,
                f"can not be made ({error.strerror}): allow writing there, then try again.",
            ) from error

    def _path(self, title: str) -> Path:
        return self._documents / f"{title}{SUFFIX}"
