"""Older files are brought to this version a step at a time, and are never the worse for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import (
    Attachment,
    BoardHead,
    Entry,
    NoteKind,
    NoteStatus,
    Party,
    PartyKind,
    Seen,
    SetAside,
    Waiver,
)
from canvasapp.domain.session import (
    Asks,
    Dots,
    Event,
    LogLine,
    Plan,
    PlanStep,
    SealedBlock,
    Session,
    Tick,
    VoteRound,
    Wall,
)
from canvasapp.edits.journal import Journal
from canvasapp.resources import resource
from canvasapp.store import gate, open_workshop, read_workshop
from canvasapp.store.backup import backups
from canvasapp.store.database import connect
from canvasapp.store.errors import MigrationError, NewerFileError
from canvasapp.store.migrations import (
    STEPS,
    Step,
    StepError,
    migrate,
    schema_at,
    schema_of,
    version_of,
)
from canvasapp.templates import load_templates
from tests.store.desk import START, TEMPLATES, Clock, contents, crash, write_text
from tests.unit.canvas_file import own_canvas
from tests.unit.small_canvas import CUSTOMER, link, note, workshop

PICTURE = b"a picture"
RECORD = Attachment(sha256(PICTURE).hexdigest(), "tea.png", "image/png", len(PICTURE))
NINE = "2024-05-06T09:00:00.000+00:00"
BEGINNINGS = {
    "v1": START,
    "v2": workshop(
        RECORD,
        note("n1", text="Bread, every morning", group="g1"),
        note("n2", x=80, party="telecom", group="g1", image=RECORD.id),
        note("n3", x=10, y=300, kind=NoteKind.HEADING, perspective=CUSTOMER, locked=True),
        note("n4", x=90, y=300, kind=NoteKind.IMAGE, perspective=CUSTOMER, image=RECORD.id),
        link("l1", "n1", "n2"),
    ),
    "v3": workshop(
        Party("council", "City council", "Ci", 3, PartyKind.AUTHORITY),
        note("n1", text="Bread, every morning", status=NoteStatus.DECIDED, tags=("warm", "früh")),
        note("n2", x=80, shared="s1"),
        note("n3", x=80, board="b2", shared="s1"),
        Entry("e1", "b1", "guarantee", "n1", "G1", (("feasible", True), ("target", 7.5))),
        Entry("e2", None, "outcome", "s1", "O1"),
        Entry("e3", None, "evidence", None, "EV1", (("about", ("n1", "e2")), ("finding", "No"))),
        SetAside("a1", "b1", "tall", "why", "We know already."),
        Waiver("i1", "b1", "too-long", "n1", "It has to be."),
        boards=("b1", "b2"),
    ),
    "v4": workshop(
        own_canvas(),
        note("n1", text="Bread, every morning"),
        BoardHead("b2", "sixth", 1, "On its own", "", "a5"),
        note("n2", board="b2", block="left", x=20, y=120),
    ),
    "v5": workshop(
        note("n1", text="Bread, every morning", seen=Seen.HIDDEN),
        note("n2", x=80, seen=Seen.PRIVATE),
        Plan("p1", "b1", "Ours", (PlanStep("s", "Ask", 90, "Tall", Wall.BLOCK, "tall", CUSTOMER),)),
        Plan("p2", "b1", "Two", (PlanStep("a", "A", 1), PlanStep("b", "B", 2, asks=Asks.OPEN))),
        Session("s1", "b1", "p1", "s", Wall.BLOCK, "tall", NINE, 90.0, None, hides=False),
        LogLine("o1", "s1", 1, NINE, Event.STEP_BEGUN, "b1", "s", "Ask", 1, None),
        VoteRound("r1", "b1", 1, "Riskiest", 3, 2, ("telecom", "retailer"), shown=True),
        Dots("d1", "b1", "r1", "n1", "telecom", 2),
        SealedBlock("x1", "b1", "broad"),
        Tick("sprint-day-0", NINE),
    ),
}
"""What the files began with; then the text of the first note was changed."""
RELEASED = sorted((Path(__file__).parent.parent / "files").glob("v*.workshop"))


def add_a_table(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE first_half (id TEXT) STRICT")
    connection.execute("UPDATE workshop SET title = title || ' II'")


def fail_half_way(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE second_half (id TEXT) STRICT")
    connection.execute("DELETE FROM note")
    connection.execute("INSERT INTO nowhere VALUES (1)")


NEXT: tuple[Step, ...] = (*STEPS, add_a_table)
FAILING: tuple[Step, ...] = (*STEPS, add_a_table, fail_half_way)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of the first version."""
    copy = tmp_path / "old.workshop"
    copy.write_bytes(RELEASED[0].read_bytes())
    return copy


@pytest.fixture
def tables(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(tmp_path / "tables")) as connection:
        yield connection


def test_every_step_is_taken_in_order(tables: sqlite3.Connection) -> None:
    taken: list[int] = []
    steps = [lambda _, number=number: taken.append(number) for number in range(4)]
    migrate(tables, steps)
    assert taken == [0, 1, 2, 3]
    assert version_of(tables) == 4


def test_only_the_steps_that_are_ahead_are_taken(tables: sqlite3.Connection) -> None:
    migrate(tables, STEPS)
    migrate(tables, NEXT)
    assert schema_of(tables) == schema_at(len(NEXT), NEXT)
    migrate(tables, NEXT)
    assert version_of(tables) == len(NEXT)


def test_a_step_that_fails_half_way_leaves_nothing_behind(tables: sqlite3.Connection) -> None:
    with pytest.raises(StepError, match="nowhere") as caught:
        migrate(tables, FAILING)
    assert caught.value.version == len(FAILING)
    assert version_of(tables) == len(NEXT)
    assert schema_of(tables) == schema_at(len(NEXT), NEXT)


def test_an_older_file_is_opened_and_stays_as_it_is_until_it_is_edited(file: Path) -> None:
    before = file.read_bytes()
    with open_workshop(file, steps=NEXT) as store:
        assert store.load(TEMPLATES).head.title == "Workshop II"
    assert file.read_bytes() == before


def test_a_migration_that_fails_leaves_the_file_unchanged(file: Path, data_folder: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(MigrationError, match=r"file format 7 \(no such table: nowhere\)"):
        open_workshop(file, steps=FAILING)
    assert file.read_bytes() == before
    assert contents(read_workshop(file, TEMPLATES)) == contents(START)
    assert [path for path in data_folder.rglob("*") if path.is_file()] == []


def test_there_is_a_backup_from_before_the_migration(
    file: Path, data_folder: Path, clock: Clock
) -> None:
    open_workshop(file, clock=clock, steps=NEXT).close()
    (backup,) = backups(data_folder / "backups" / START.head.id)
    assert backup.file.read_bytes() == file.read_bytes()
    assert backup.at == clock()


def test_edits_a_crash_has_left_behind_are_migrated_too(file: Path, data_folder: Path) -> None:
    crash(file, "left behind")
    with open_workshop(file, steps=NEXT) as store:
        workshop = store.load(TEMPLATES)
        assert workshop.boards["b1"].note("n1").text == "left behind"
        assert workshop.head.title == "Workshop II"
    asides = list((data_folder / "working" / START.head.id).glob("aside-*"))
    assert len(asides) == 1


def test_edits_left_behind_by_a_newer_version_are_not_touched(
    file: Path, data_folder: Path
) -> None:
    crash(file, "left behind")
    working = data_folder / "working" / START.head.id / "working"
    with closing(sqlite3.connect(working)) as connection:
        connection.execute("PRAGMA user_version = 9")
    with pytest.raises(NewerFileError, match="file format 9"):
        open_workshop(file)
    with closing(sqlite3.connect(working)) as connection:
        assert connection.execute("SELECT text FROM note WHERE id = 'n1'").fetchone() == (
            "left behind",
        )


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_every_released_version_opens(released: Path, tmp_path: Path) -> None:
    before = released.read_bytes()
    workshop = read_workshop(released, TEMPLATES)
    text = workshop.boards["b1"].note("n1").text
    assert text == f"as it was edited in version {released.stem[1:]}"
    assert released.read_bytes() == before
    copy = tmp_path / released.name
    copy.write_bytes(before)
    with open_workshop(copy) as store:
        journal = Journal(store, store.load(TEMPLATES))
        assert journal.undo_label == "Change text"
        journal.undo()
        assert contents(journal.workshop) == contents(BEGINNINGS[released.stem])


def test_an_older_file_is_published_in_this_version_once_it_is_edited(
    old: Path, tmp_path: Path
) -> None:
    before = old.read_bytes()
    with open_workshop(old) as store:
        store.publish_now()
        assert old.read_bytes() == before
        journal = Journal(store, store.load(TEMPLATES))
        heading = note("n9", kind=NoteKind.HEADING, group="g1", locked=True)
        after = contents(journal.commit(Edit("Add heading", (Change(None, heading),))))
    assert gate.admit(old, tmp_path / "copy").version == len(STEPS)
    assert contents(read_workshop(old, TEMPLATES, tmp_path / "another computer")) == after


def test_a_backup_of_an_older_file_is_the_file(old: Path, data_folder: Path) -> None:
    before = old.read_bytes()
    write_text(old, "second")
    *_, oldest = backups(data_folder / "backups" / START.head.id)
    assert oldest.file.read_bytes() == before


def test_notes_of_the_first_version_are_plain_ones() -> None:
    notes = read_workshop(RELEASED[0], TEMPLATES).boards["b1"].notes.values()
    assert {(n.kind, n.group, n.locked, n.image) for n in notes} == {
        (NoteKind.NOTE, None, False, None)
    }


def test_notes_and_parties_of_earlier_versions_have_nothing_of_what_came_later() -> None:
    for released in RELEASED[:2]:
        workshop = read_workshop(released, TEMPLATES)
        notes = workshop.boards["b1"].notes.values()
        assert {(n.status, n.tags, n.shared) for n in notes} == {(None, (), None)}
        assert {party.kind for party in workshop.parties.values()} == {None}


def test_notes_of_earlier_versions_are_seen_by_everybody() -> None:
    for released in RELEASED[:4]:
        notes = read_workshop(released, TEMPLATES).boards["b1"].notes.values()
        assert {each.seen for each in notes} == {Seen.SHOWN}


def test_what_the_first_version_removed_can_be_brought_back(tmp_path: Path) -> None:
    """Its journal tells a note without the properties that came later."""
    file = tmp_path / "a.workshop"
    file.write_bytes(resource("examples", "format-1.workshop").read_bytes())
    with open_workshop(file) as store:
        journal = Journal(store, store.load(load_templates()))
        assert len(journal.workshop.boards_in_order()[0].notes) == 1
        journal.undo()
        notes = journal.workshop.boards_in_order()[0].notes.values()
        assert [(n.kind, n.group, n.locked, n.image) for n in notes] == [
            (NoteKind.NOTE, None, False, None)
        ] * 2
        journal.undo()
        assert len(journal.workshop.boards_in_order()[0].notes) == 0
        journal.redo()
        journal.redo()
        assert contents(store.load(load_templates())) == contents(journal.workshop)


def test_there_is_a_file_of_every_released_version() -> None:
    assert [path.stem for path in RELEASED] == [f"v{number}" for number, _ in enumerate(STEPS, 1)]
