"""A workshop file with three notes, and the journal of a store that has it open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from canvasapp.edits.journal import Journal
from canvasapp.store import WorkshopStore, open_workshop
from tests.store.desk import TEMPLATES, Clock, new_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return new_file(folder / "a.workshop")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(file: Path, clock: Clock) -> Iterator[WorkshopStore]:
    with open_workshop(file, clock=clock) as opened:
        yield opened


@pytest.fixture
def journal(store: WorkshopStore, clock: Clock) -> Journal:
    return Journal(store, store.load(TEMPLATES), clock)
