"""A workshop file on a desk of its own: how the tests of the store make, open, edit and compare workshops."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import Record
from canvasapp.edits.journal import Journal
from canvasapp.store import WorkshopStore, create_workshop, gate, open_workshop
from canvasapp.store.content import records_of
from canvasapp.store.database import reading
from canvasapp.store.publisher import Pace
from tests.unit.small_canvas import link, note, workshop

ROOT = Path(__file__).parent.parent.parent
START = workshop(
    note("n1", text="Bread, every morning"),
    note("n2", x=80, party="telecom"),
    note("n3", x=10, y=300, block=None, perspective=None),
    link("l1", "n1", "n2"),
)
TEMPLATES = START.templates
AT_ONCE = Pace(quiet=0.0, latest=0.0, again=0.01, again_at_most=0.02)


def new_file(path: Path, start: Workshop = START) -> Path:
    create_workshop(path, start)
    return path


def contents(workshop: Workshop) -> set[Record]:
    """What two workshops must share to be the same."""
    return set(records_of(workshop))


def edit_text(workshop: Workshop, text: str, note_id: str = "n1") -> Edit:
    before = workshop.boards["b1"].note(note_id)
    return Edit("Change text", (Change(before, replace(before, text=text)),))


def write_text(path: Path, text: str, data_folder: Path | None = None, note_id: str = "n1") -> None:
    """Opens the file, changes the text of a note and closes it again."""
    with open_workshop(path, data_folder) as store:
        journal = Journal(store, store.load(TEMPLATES))
        journal.commit(edit_text(journal.workshop, text, note_id))


def text_in(path: Path, tmp_path: Path) -> str:
    """The text of the first note in the file itself, whatever lies in the data folder; the file must be whole."""
    copy = tmp_path / "looked-at"
    copy.unlink(missing_ok=True)
    gate.admit(path, copy)
    with reading(copy) as connection:
        return str(connection.execute("SELECT text FROM note WHERE id = 'n1'").fetchone()[0])


def crash(path: Path, text: str, finish: Callable[[WorkshopStore], object] | None = None) -> None:
    """Changes the text of the first note in a program that is killed before it has published, or during `finish`."""
    program = os.fork()
    if program == 0:
        store = open_workshop(path)
        journal = Journal(store, store.load(TEMPLATES))
        journal.commit(edit_text(journal.workshop, text))
        if finish is not None:
            finish(store)
        os.kill(os.getpid(), signal.SIGKILL)
    _, ended = os.waitpid(program, 0)
    assert os.WTERMSIG(ended) == signal.SIGKILL


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can grow, or be written at all, as long as this lasts."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


class Clock:
    """Tells the time it was set to."""

    def __init__(self) -> None:
        self.moment = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, **span: float) -> None:
        self.moment += timedelta(**span)
