"""Sessions, votes and finished blocks are found again in the rows of a file whose journal is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from canvasapp.domain.records import Note
from canvasapp.domain.session import Dots
from canvasapp.store.remains import remains_of
from tests.store.desk import contents, new_file
from tests.store.test_migrations import BEGINNINGS

START = BEGINNINGS["v5"]


def without(file: Path, *tables: str) -> bytes:
    """The bytes of a file in which nothing is left of these tables."""
    with closing(sqlite3.connect(file)) as connection:
        for table in tables:
            connection.execute(f"DELETE FROM {table}")  # names of our own
        connection.commit()
        connection.execute("VACUUM")
    return file.read_bytes()


def test_every_kind_of_row_is_told_from_the_others_without_the_journal(tmp_path: Path) -> None:
    rows = without(new_file(tmp_path / "a.workshop", START), "op")
    assert set(remains_of(rows, START.templates).records) == contents(START)


def test_dots_whose_note_or_round_is_lost_are_left_out(tmp_path: Path) -> None:
    for number, lost in enumerate(("note", "vote_round")):
        rows = without(new_file(tmp_path / f"{number}.workshop", START), "op", lost)
        found = set(remains_of(rows, START.templates).records)
        gone = {each for each in contents(START) if isinstance(each, Dots)}
        assert found & gone == set()
        assert (lost == "note") == (not any(isinstance(each, Note) for each in found))
