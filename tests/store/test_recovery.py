"""What is left of a damaged workshop is saved into a new file, and nothing else is touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from canvasapp.domain.records import (
    Attachment,
    BoardHead,
    Entry,
    Link,
    Note,
    NoteKind,
    NoteStatus,
    SetAside,
    Waiver,
)
from canvasapp.edits.journal import Journal
from canvasapp.store import InUseError, WorkshopStore, create_workshop, open_workshop, read_workshop
from canvasapp.store.backup import backups
from canvasapp.store.carving import carve
from canvasapp.store.database import reading
from canvasapp.store.errors import DamagedFileError, FileInTheWayError
from canvasapp.store.recovery import recover
from canvasapp.store.remains import remains_of
from tests.store.desk import (
    START,
    TEMPLATES,
    contents,
    crash,
    edit_text,
    new_file,
    text_in,
    write_text,
)
from tests.unit.canvas_file import own_canvas
from tests.unit.small_canvas import link, note, workshop

PAGE = 4096
LARGE = workshop(
    *(note(f"n{number}", text=f"{number} " + "words " * (number % 50)) for number in range(400)),
    note("long", text="long " * 8000),
    *(link(f"l{number}", f"n{number}", "long") for number in range(60)),
)


def overwrite(file: Path, pages: list[int], filling: bytes = b"\0") -> None:
    content = bytearray(file.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = filling * PAGE
    file.write_bytes(content)


def pages_of(file: Path, table: str) -> list[int]:
    """The pages that begin with the marks of a leaf and hold rows of this table."""
    with reading(file) as connection:
        (key,) = connection.execute(f"SELECT max(id) FROM {table}").fetchone()
    content = file.read_bytes()
    starts = range(0, len(content), PAGE)
    leaves = [start for start in starts if content[start] == 0x0D]
    return [
        start // PAGE + 1 for start in leaves if str(key).encode() in content[start : start + PAGE]
    ]


def test_every_row_of_a_whole_file_is_found(tmp_path: Path) -> None:
    file = new_file(tmp_path / "a.workshop", LARGE)
    carved = {row[0]: row for _, row in carve(file.read_bytes()) if len(row) == 20}
    with closing(sqlite3.connect(file)) as connection:
        stored = {row[0]: row for row in connection.execute("SELECT * FROM note")}
    assert carved == stored


def test_a_whole_file_can_be_put_together_from_its_rows(tmp_path: Path) -> None:
    picture = bytes(range(256)) * 100
    file = new_file(tmp_path / "a.workshop", LARGE)
    with open_workshop(file) as store:
        digest = store.put_attachment(picture)
        record = Attachment(digest, "tea.png", "image/png", len(picture))
    remains = remains_of(file.read_bytes(), TEMPLATES)
    assert set(remains.records) == contents(LARGE)
    assert record not in remains.records
    assert [op.seq for op in remains.ops] == [1]


@pytest.mark.parametrize("filling", [b"\0", b"\xff", b"\x0d", b"ruined "])
@pytest.mark.parametrize("first", range(1, 13))
def test_whatever_is_overwritten_the_rest_is_saved(
    tmp_path: Path, first: int, filling: bytes
) -> None:
    file = new_file(tmp_path / "a.workshop", LARGE)
    before = contents(LARGE)
    overwrite(file, [*range(first, 60, 12)], filling)
    remains = remains_of(file.read_bytes(), TEMPLATES)
    notes = {each.id for each in remains.records if isinstance(each, Note)}
    assert len(notes) > 300
    assert {each for each in remains.records if isinstance(each, Note | Link)} <= before
    assert all({e.source, e.target} <= notes for e in remains.records if isinstance(e, Link))


def test_rows_that_were_deleted_do_not_come_back(tmp_path: Path) -> None:
    file = new_file(tmp_path / "a.workshop", LARGE)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("DELETE FROM link")
        connection.execute("DELETE FROM note WHERE id LIKE 'n%'")
        connection.execute("DELETE FROM op")
    assert [
        e.id for e in remains_of(file.read_bytes(), TEMPLATES).records if isinstance(e, Note)
    ] == ["long"]


def test_the_journal_fills_the_gaps_between_the_rows(tmp_path: Path) -> None:
    file = new_file(tmp_path / "a.workshop", LARGE)
    overwrite(file, pages_of(file, "note")[-1:])
    assert set(remains_of(file.read_bytes(), TEMPLATES).records) == contents(LARGE)


def test_notes_whose_board_is_lost_get_one_on_the_canvas_they_fit(tmp_path: Path) -> None:
    file = new_file(tmp_path / "a.workshop", LARGE)
    with closing(sqlite3.connect(file)) as connection:
        (journal,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'op'"
        ).fetchone()
        (boards,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'board'"
        ).fetchone()
    overwrite(file, [journal, boards])
    other = replace(TEMPLATES["other"], blocks=())
    saved = remains_of(file.read_bytes(), {"other": other, "small": TEMPLATES["small"]})
    boards_made = [each for each in saved.records if isinstance(each, BoardHead)]
    assert [(each.id, each.template) for each in boards_made] == [("b1", "small")]
    assert len(saved.records) == len(contents(LARGE))


def damaged(file: Path) -> bytes:
    """Overwrites the page that every table begins with; what the file is then."""
    overwrite(file, [2], b"\xff")
    with pytest.raises(DamagedFileError):
        read_workshop(file, TEMPLATES)
    return file.read_bytes()


def everything_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_newest_backup_is_taken(file: Path, tmp_path: Path) -> None:
    write_text(file, "second")
    before = damaged(file)
    sentence = recover(file, tmp_path / "saved.workshop", TEMPLATES)
    assert text_in(tmp_path / "saved.workshop", tmp_path) == "second"
    assert sentence == f"{tmp_path / 'saved.workshop'} holds the backup of a.workshop."
    assert file.read_bytes() == before


def test_a_backup_that_is_damaged_itself_is_passed_over(
    file: Path, tmp_path: Path, data_folder: Path
) -> None:
    write_text(file, "second")
    write_text(file, "third")
    newest, older = backups(data_folder / "backups" / START.head.id)
    overwrite(newest.file, [3])
    file.unlink()
    recover(file, tmp_path / "saved.workshop", TEMPLATES)
    assert text_in(tmp_path / "saved.workshop", tmp_path) == "second"
    assert older.file.exists()


def test_later_edits_are_taken_from_the_journal_of_the_damaged_file(
    file: Path, tmp_path: Path
) -> None:
    write_text(file, "second")
    elsewhere = tmp_path / "another computer"
    write_text(file, "third", elsewhere)
    write_text(file, "fourth", elsewhere)
    damaged(file)
    sentence = recover(file, tmp_path / "saved.workshop", TEMPLATES)
    assert text_in(tmp_path / "saved.workshop", tmp_path) == "fourth"
    assert "the backup of a.workshop and 2 later edits" in sentence
    with open_workshop(tmp_path / "saved.workshop") as store:
        journal = Journal(store, store.load(TEMPLATES))
        while journal.undo():
            pass
        assert contents(journal.workshop) == contents(START)


def test_the_journal_of_another_past_is_not_mixed_in(file: Path, tmp_path: Path) -> None:
    original = file.read_bytes()
    write_text(file, "second")
    file.write_bytes(original)
    elsewhere = tmp_path / "another computer"
    for note_id in ("n1", "n2", "n3"):
        write_text(file, "other", elsewhere, note_id)
    damaged(file)
    recover(file, tmp_path / "saved.workshop", TEMPLATES)
    notes = read_workshop(tmp_path / "saved.workshop", TEMPLATES).boards["b1"].notes.values()
    assert {note.text for note in notes} == {"second", "n2", "n3"}


def test_a_working_copy_that_is_newer_than_the_backup_is_taken(
    file: Path, tmp_path: Path, data_folder: Path
) -> None:
    write_text(file, "second")
    crash(file, "left behind")
    file.unlink()
    before = everything_in(data_folder / "backups")
    sentence = recover(file, tmp_path / "saved.workshop", TEMPLATES)
    assert text_in(tmp_path / "saved.workshop", tmp_path) == "left behind"
    assert "as it was last edited on this computer" in sentence
    assert everything_in(data_folder / "backups") == before
    assert (data_folder / "working" / START.head.id / "working").exists()


def test_a_ruined_working_copy_is_passed_over(
    file: Path, tmp_path: Path, data_folder: Path
) -> None:
    write_text(file, "second")
    crash(file, "left behind")
    folder = data_folder / "working" / START.head.id
    (folder / "working").write_bytes(b"ruined" * 1000)
    (folder / "working-wal").unlink()
    file.unlink()
    recover(file, tmp_path / "saved.workshop", TEMPLATES)
    assert text_in(tmp_path / "saved.workshop", tmp_path) == "second"


def test_without_any_copy_single_rows_are_saved(tmp_path: Path) -> None:
    file = new_file(tmp_path / "a.workshop", LARGE)
    damaged(file)
    sentence = recover(file, tmp_path / "saved.workshop", TEMPLATES)
    saved = contents(read_workshop(tmp_path / "saved.workshop", TEMPLATES))
    assert saved == contents(LARGE)
    assert f"holds the {len(saved) - 1} records" in sentence


def test_attachments_are_saved_with_the_rows(tmp_path: Path) -> None:
    picture = bytes(range(256)) * 100
    probe = new_file(tmp_path / "probe.workshop")
    with open_workshop(probe) as store:
        digest = store.put_attachment(picture)
    record = Attachment(digest, "tea.png", "image/png", len(picture))
    file = tmp_path / "a.workshop"
    create_workshop(file, workshop(note(), record), attached={digest: picture})
    damaged(file)
    recover(file, tmp_path / "saved.workshop", TEMPLATES, tmp_path / "another computer")
    with open_workshop(tmp_path / "saved.workshop") as store:
        assert store.attachment(digest) == picture
        assert store.load(TEMPLATES).attachments[digest] == record


STRUCTURED = workshop(
    note("n1", status=NoteStatus.DECIDED, tags=("warm",)),
    Entry("e1", "b1", "guarantee", "n1", "G1", (("target", 7.5),)),
    Entry("e2", None, "decision", None, "D1"),
    SetAside("a1", "b1", "tall", "why", "supports"),
    Waiver("i1", "b1", "too-long", "n1", "It has to be."),
    own_canvas(),
    BoardHead("b2", "sixth", 1, "On its own", "", "a5"),
)


def test_rows_of_every_kind_are_saved(tmp_path: Path) -> None:
    file = new_file(tmp_path / "a.workshop", STRUCTURED)
    remains = remains_of(file.read_bytes(), TEMPLATES)
    assert set(remains.records) == contents(STRUCTURED)


def test_without_the_journal_entries_are_still_known_by_their_rows(tmp_path: Path) -> None:
    file = new_file(tmp_path / "a.workshop", STRUCTURED)
    content = file.read_bytes()
    overwrite(file, [content.index(b"New workshop") // PAGE + 1])
    saved = set(remains_of(file.read_bytes(), TEMPLATES).records)
    kinds = Note, Entry, Waiver
    assert {each for each in contents(STRUCTURED) if isinstance(each, kinds)} <= saved


def test_an_entry_whose_note_is_lost_is_not_saved(tmp_path: Path) -> None:
    lost = Entry("e9", "b1", "guarantee", "gone", "G9")
    remains = remains_of(new_file(tmp_path / "a", workshop(lost)).read_bytes(), TEMPLATES)
    assert lost not in remains.records


def test_rows_of_an_older_file_are_saved_too(tmp_path: Path) -> None:
    older = Path(__file__).parent.parent / "files" / "v1.workshop"
    remains = remains_of(older.read_bytes(), TEMPLATES)
    assert set(remains.records) == contents(read_workshop(older, TEMPLATES))


def test_where_a_picture_is_lost_its_text_is_saved(tmp_path: Path) -> None:
    picture = b"pixel " * 3000
    record = Attachment(sha256(picture).hexdigest(), "tea.png", "image/png", len(picture))
    shown = note(text="Breakfast", kind=NoteKind.IMAGE, image=record.id)
    file = tmp_path / "a.workshop"
    create_workshop(file, workshop(record, shown), attached={record.id: picture})
    file.write_bytes(file.read_bytes().replace(b"pixel", b"mixed"))
    remains = remains_of(file.read_bytes(), TEMPLATES).records
    assert [each for each in remains if isinstance(each, Note | Attachment)] == [
        note(text="Breakfast")
    ]


@pytest.mark.parametrize(
    "spoil", [lambda f: f.write_bytes(b""), lambda f: f.write_text("text" * 5000)]
)
def test_when_nothing_is_left_that_is_said(
    file: Path, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(file)
    with pytest.raises(DamagedFileError, match="nothing in it can be read"):
        recover(file, tmp_path / "saved.workshop", TEMPLATES)
    assert not (tmp_path / "saved.workshop").exists()


def test_no_file_is_ever_replaced(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(FileInTheWayError):
        recover(file, file, TEMPLATES)
    assert file.read_bytes() == before


def test_a_workshop_that_is_open_is_not_recovered(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    journal.commit(edit_text(journal.workshop, "second"))
    store.publish_now()
    with pytest.raises(InUseError):
        recover(file, tmp_path / "saved.workshop", TEMPLATES)
