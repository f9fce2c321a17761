"""An edit that was acknowledged is never lost: not by a kill, not by a full disk, not by a second program."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from canvasapp.domain.change import Change, Edit
from canvasapp.edits.journal import Journal
from canvasapp.store import (
    InUseError,
    SaveState,
    WorkshopStore,
    open_workshop,
    place,
    read_workshop,
)
from canvasapp.store.errors import (
    CannotPublishError,
    CannotWriteError,
    DiskError,
    InvalidRecordError,
)
from canvasapp.store.new_file import create_workshop
from canvasapp.store.oplog import OpKind
from tests.store.desk import (
    ROOT,
    START,
    TEMPLATES,
    contents,
    crash,
    edit_text,
    full_disk,
    write_text,
)
from tests.unit.small_canvas import note

EDIT_FOR_EVER = """
import sys
from itertools import count
from pathlib import Path
from canvasapp.domain.change import Change, Edit
from canvasapp.edits.journal import Journal
from canvasapp.store import open_workshop
from tests.store.desk import AT_ONCE, TEMPLATES, edit_text
store = open_workshop(Path(sys.argv[1]))
journal = Journal(store, store.load(TEMPLATES))
store.publish_in_background(AT_ONCE)
for number in count():
    {step}
    print(number, flush=True)
"""
COMMIT = 'journal.commit(edit_text(journal.workshop, f"edit {number}"))'
REPLACE = """(journal.replace if number else lambda plan: journal.commit(plan(journal.workshop)))(
        lambda start: edit_text(start, f"edit {number}")
    )"""


def kill_after(edits: int, file: Path, step: str = COMMIT) -> int:
    """Kills a program in the midst of its edits; the number of the last one it was told is safe."""
    with subprocess.Popen(
        [sys.executable, "-c", EDIT_FOR_EVER.replace("{step}", step), str(file)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        for _ in range(edits):
            program.stdout.readline()
        program.send_signal(signal.SIGKILL)
        acknowledged = [int(line) for line in program.stdout.read().splitlines() if line]
    return acknowledged[-1] if acknowledged else edits - 1


@pytest.mark.parametrize("edits", [1, 37, 160])
def test_a_kill_loses_no_acknowledged_edit(file: Path, edits: int) -> None:
    last = kill_after(edits, file)
    assert contents(read_workshop(file, TEMPLATES)) != contents(START)
    with open_workshop(file) as store:
        workshop = store.load(TEMPLATES)
        text = workshop.boards["b1"].note("n1").text
        assert text in {f"edit {last}", f"edit {last + 1}"}
        steps = [step for step in store.steps() if step.label == "Change text"]
        assert len(steps) == int(text.removeprefix("edit ")) + 1
    assert read_workshop(file, TEMPLATES).boards["b1"].note("n1").text == text


@pytest.mark.parametrize("edits", [2, 41])
def test_a_kill_finds_the_text_there_however_often_it_was_replaced(file: Path, edits: int) -> None:
    last = kill_after(edits, file, REPLACE)
    with open_workshop(file) as store:
        journal = Journal(store, store.load(TEMPLATES))
        assert journal.workshop.boards["b1"].note("n1").text in {f"edit {last}", f"edit {last + 1}"}
        assert [step.label for step in journal.history()] == ["Change text", "New workshop"]
        journal.undo()
        assert contents(journal.workshop) == contents(START)


def test_a_session_that_died_can_be_undone_in_the_next(file: Path) -> None:
    crash(file, "second")
    with open_workshop(file) as store:
        journal = Journal(store, store.load(TEMPLATES))
        journal.undo()
        assert contents(journal.workshop) == contents(START)


def test_a_file_is_open_once_only(file: Path, store: WorkshopStore) -> None:
    with pytest.raises(InUseError, match="already open on this computer"):
        open_workshop(file)
    assert store.status.state is SaveState.PUBLISHED


def test_who_waits_gets_the_file_as_soon_as_it_is_closed(file: Path) -> None:
    first = open_workshop(file)
    journal = Journal(first, first.load(TEMPLATES))
    journal.commit(edit_text(journal.workshop, "second"))
    closing_soon = threading.Timer(0.05, first.close)
    closing_soon.start()
    with open_workshop(file, patience=60) as second:
        assert second.load(TEMPLATES).boards["b1"].note("n1").text == "second"
    closing_soon.join()


def test_a_copy_of_an_open_file_is_not_opened_beside_it(file: Path, store: WorkshopStore) -> None:
    copy = file.with_name("copy.workshop")
    copy.write_bytes(file.read_bytes())
    with pytest.raises(InUseError, match=r"copy\.workshop"):
        open_workshop(copy)


def test_another_program_is_kept_out(file: Path, store: WorkshopStore) -> None:
    script = (
        "import sys; from pathlib import Path; from canvasapp.store import open_workshop, InUseError\n"
        "try: open_workshop(Path(sys.argv[1]))\n"
        "except InUseError: print('kept out')"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout == "kept out\n"


def test_a_file_that_was_closed_can_be_opened_again(file: Path) -> None:
    open_workshop(file).close()
    open_workshop(file).close()


def test_closing_twice_is_closing_once(file: Path) -> None:
    first = open_workshop(file)
    first.close()
    with open_workshop(file) as second:
        first.close()
        journal = Journal(second, second.load(TEMPLATES))
        journal.commit(edit_text(journal.workshop, "second"))
    assert read_workshop(file, TEMPLATES).boards["b1"].note("n1").text == "second"


def test_an_open_file_can_be_read_by_others(file: Path, store: WorkshopStore) -> None:
    assert contents(read_workshop(file, TEMPLATES)) == contents(START)


def test_on_a_full_disk_nothing_changes_and_the_status_says_so(
    store: WorkshopStore, journal: Journal
) -> None:
    before = journal.workshop
    with full_disk(), pytest.raises(DiskError, match="nothing has changed"):
        journal.commit(edit_text(before, "second"))
    assert journal.workshop is before
    assert contents(store.load(TEMPLATES)) == contents(before)
    assert store.status.state is SaveState.DISK_TROUBLE
    assert store.status.sentence.startswith("Not saved: ")


def test_when_there_is_room_again_the_same_edit_goes_through(
    file: Path, store: WorkshopStore, journal: Journal
) -> None:
    edit = edit_text(journal.workshop, "second")
    with full_disk(), pytest.raises(DiskError):
        journal.commit(edit)
    journal.commit(edit)
    assert store.status.state is SaveState.SAVED_HERE
    store.close()
    assert read_workshop(file, TEMPLATES).boards["b1"].note("n1").text == "second"


def test_the_last_megabyte_is_given_up_for_an_edit(
    store: WorkshopStore, journal: Journal, data_folder: Path
) -> None:
    ballast = data_folder / "ballast"
    assert ballast.stat().st_size == 1 << 20
    connection = store._working._raw
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    journal.commit(edit_text(journal.workshop, "x" * 50_000))
    assert not ballast.exists()
    assert contents(store.load(TEMPLATES)) == contents(journal.workshop)
    assert store.status.state is SaveState.SAVED_HERE


def test_an_edit_that_was_on_the_disk_though_the_disk_complained_is_there_once(
    store: WorkshopStore, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = store._working._write

    def write_and_complain(*arguments: object) -> None:
        write(*arguments)  # type: ignore[arg-type]  # whatever it was given
        monkeypatch.undo()
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(store._working, "_write", write_and_complain)
    journal.commit(edit_text(journal.workshop, "second"))
    assert [step.label for step in store.steps()] == ["New workshop", "Change text"]
    assert contents(store.load(TEMPLATES)) == contents(journal.workshop)


def test_an_edit_that_was_refused_and_is_on_the_disk_all_the_same_is_taken_back(
    store: WorkshopStore, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    working = store._working
    write = working._write

    def write_and_complain(*arguments: object) -> None:
        write(*arguments)  # type: ignore[arg-type]  # whatever it was given
        raise sqlite3.OperationalError("disk I/O error")

    def only_complain(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with monkeypatch.context() as patch:
        patch.setattr(working, "_write", write_and_complain)
        patch.setattr(working, "_write_unless_there", only_complain)
        with pytest.raises(DiskError):
            journal.commit(edit_text(journal.workshop, "refused"))
    assert contents(store.load(TEMPLATES)) != contents(journal.workshop)
    journal.commit(edit_text(journal.workshop, "second", "n2"))
    assert contents(store.load(TEMPLATES)) == contents(journal.workshop)
    again = Journal(store, store.load(TEMPLATES))
    again.undo()
    assert contents(again.workshop) == contents(START)
    assert again.undo_label is None


def test_a_replacement_that_was_refused_and_is_on_the_disk_all_the_same_is_taken_back(
    store: WorkshopStore, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    working = store._working
    write = working._write

    def write_and_complain(*arguments: object) -> None:
        write(*arguments)  # type: ignore[arg-type]  # whatever it was given
        raise sqlite3.OperationalError("disk I/O error")

    def only_complain(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    journal.commit(edit_text(journal.workshop, "kept"))
    with monkeypatch.context() as patch:
        patch.setattr(working, "_write", write_and_complain)
        patch.setattr(working, "_write_unless_there", only_complain)
        with pytest.raises(DiskError):
            journal.replace(lambda start: edit_text(start, "refused"))
    journal.commit(edit_text(journal.workshop, "second", "n2"))
    assert contents(store.load(TEMPLATES)) == contents(journal.workshop)
    again = Journal(store, store.load(TEMPLATES))
    again.undo()
    assert again.workshop.boards["b1"].note("n1").text == "kept"
    again.undo()
    assert contents(again.workshop) == contents(START)
    assert again.undo_label is None


def test_a_new_file_on_a_full_disk_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with full_disk(), pytest.raises(CannotWriteError, match="make room"):
        create_workshop(tmp_path / "a.workshop", START)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_full_folder_for_temporary_files_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    full = rf"can not be written \(in {tmp_path} .*\): .* make room"
    with full_disk(), pytest.raises(CannotWriteError, match=full):
        create_workshop(tmp_path / "a.workshop", START)


def test_a_file_replaced_on_a_full_disk_stays_as_it_was(file: Path) -> None:
    before = file.read_bytes()
    with full_disk(), pytest.raises(CannotWriteError):
        create_workshop(file, START, replace=True)
    assert file.read_bytes() == before


def test_a_file_can_not_be_opened_for_editing_on_a_full_disk(file: Path) -> None:
    before = file.read_bytes()
    with full_disk(), pytest.raises(DiskError, match="can not be opened"):
        open_workshop(file)
    assert file.read_bytes() == before
    open_workshop(file).close()


def test_publishing_on_a_full_disk_leaves_the_file_as_it_was(
    file: Path, store: WorkshopStore, journal: Journal
) -> None:
    before = file.read_bytes()
    journal.commit(edit_text(journal.workshop, "second"))
    with full_disk(), pytest.raises(CannotPublishError, match="saved on this computer"):
        store.publish_now()
    assert file.read_bytes() == before
    assert store.status.state is SaveState.CANNOT_PUBLISH
    assert store.publish_now().state is SaveState.PUBLISHED


def test_a_data_folder_that_can_not_be_used_is_named(file: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    with pytest.raises(DiskError, match="taken"):
        open_workshop(file, tmp_path / "taken")


def test_each_edit_waits_for_the_disk(store: WorkshopStore) -> None:
    connection = store._working._raw
    pragmas = ("journal_mode", "synchronous", "locking_mode", "foreign_keys", "trusted_schema")
    found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert found == ["wal", 2, "exclusive", 1, 0]


def test_two_sessions_are_never_one_actor(file: Path) -> None:
    for text in ("second", "third"):
        write_text(file, text)
    with closing(sqlite3.connect(file)) as connection:
        actors = {row[0] for row in connection.execute("SELECT actor FROM op")}
        lamport = [row[0] for row in connection.execute("SELECT lamport FROM op ORDER BY seq")]
    assert len(actors) == 3
    assert lamport == [1, 2, 3]


class FailingDisk(sqlite3.Connection):
    """A connection whose disk does not answer."""

    def execute(self, *_: object) -> sqlite3.Cursor:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error


def test_a_lock_that_the_disk_refuses_is_not_taken_for_another_window(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "connect", lambda path: sqlite3.connect(path, factory=FailingDisk))
    with pytest.raises(DiskError, match="the disk does not answer properly"):
        open_workshop(file)


def test_an_edit_of_what_is_not_in_the_file_changes_nothing(store: WorkshopStore) -> None:
    before, gone = contents(store.load(TEMPLATES)), note("gone")
    edit = Edit("Move", (Change(None, note("n9")), Change(gone, replace(gone, x=99))))
    with pytest.raises(InvalidRecordError, match="not in the file"):
        store.write([(edit, OpKind.DO)], datetime.now(UTC))
    assert contents(store.load(TEMPLATES)) == before
    assert len(store.steps()) == 1
