"""Brings workshop files to the window: opens them, makes new ones, fetches the worked example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from canvasapp.app.recents import Recent, recent_of
from canvasapp.domain.board import UnknownTemplateError, Workshop
from canvasapp.domain.records import WorkshopHead, new_id
from canvasapp.domain.template import Template
from canvasapp.edits.boards import new_board
from canvasapp.edits.example import example_workshop
from canvasapp.edits.journal import Journal
from canvasapp.edits.parties import starting_parties
from canvasapp.edits.wording import free_title
from canvasapp.store import (
    SaveStatus,
    StoreError,
    WorkshopStore,
    create_workshop,
    open_workshop,
)
from canvasapp.store.errors import CannotWriteError

SUFFIX = ".workshop"
EXPECTED = (StoreError, UnknownTemplateError)
"""What can go wrong with a file, each with a sentence for the user."""


@dataclass(frozen=True, slots=True)
class OpenWorkshop:
    """A workshop that is open: its file and its journal."""

    store: WorkshopStore
    journal: Journal

    @property
    def path(self) -> Path:
        return self.store.path

    def publish_soon(self) -> None:
        """Without waiting for it."""
        self.store.publish_soon()

    def close(self) -> SaveStatus:
        """Publishes, makes a backup and lets go of the file."""
        return self.store.close()

    def as_recent(self, now: datetime) -> Recent:
        return recent_of(self.path, self.journal.workshop, self.store.status.sentence, now)


class Desk:
    """`documents` is the folder where new workshops are kept; it is made when the first one comes."""

    expected = EXPECTED

    def __init__(
        self, templates: Mapping[str, Template], data_folder: Path, documents: Path
    ) -> None:
        self._templates = templates
        self._data_folder = data_folder
        self._documents = documents

    def open(self, path: Path) -> OpenWorkshop:
        """Raises StoreError and UnknownTemplateError; the file is left as it was then."""
        store = open_workshop(path, self._data_folder)
        try:
            journal = Journal(store, store.load(self._templates))
        except (StoreError, UnknownTemplateError):
            store.close()
            raise
        store.publish_in_background()
        return OpenWorkshop(store, journal)

    def create(self, template_id: str) -> OpenWorkshop:
        """A new workshop with one board, in a file of its own. Raises StoreError."""
        title = self._free_title(self._templates[template_id].short_name)
        empty = Workshop.of(WorkshopHead(new_id(), title), self._templates, starting_parties())
        return self._kept(empty.after(new_board(empty, template_id)))

    def example(self) -> OpenWorkshop:
        """The worked example: the copy that was made of it before, else a new one. Raises StoreError."""
        workshop = example_workshop(self._templates)
        path = self._path(workshop.head.title)
        return self.open(path) if path.exists() else self._kept(workshop)

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

    def _free_title(self, wanted: str) -> str:
        taken = {path.stem for path in self._documents.glob(f"*{SUFFIX}")}
        return free_title(wanted, taken)

    def _path(self, title: str) -> Path:
        return self._documents / f"{title}{SUFFIX}"
