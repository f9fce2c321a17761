"""When a document has both a file and a working copy, the newer one is opened, and two that differ are both kept."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from canvasapp import files
from canvasapp.store import SaveState, WorkshopStore, open_workshop, read_workshop
from canvasapp.store.place import UNKNOWN, Course, Place, Publication, reconcile
from tests.store.desk import START, TEMPLATES, crash, text_in, write_text


def opened_text(file: Path, data_folder: Path | None = None) -> str:
    with open_workshop(file, data_folder) as store:
        return store.load(TEMPLATES).boards["b1"].note("n1").text


@pytest.fixture
def working(data_folder: Path) -> Path:
    """The folder of the document's working copy."""
    return data_folder / "working" / START.head.id


PUBLISHED = Publication("a.workshop", "file", 5)
ANNOUNCED = Publication(
    "a.workshop", "file", 5, announced=True, digest_before="before", seq_before=3
)
NEW_FILE_ANNOUNCED = Publication("a.workshop", "file", 5, announced=True)


@pytest.mark.parametrize(
    ("publication", "seq", "digest", "course"),
    [
        (PUBLISHED, 5, "file", Course.TAKE_FILE),
        (PUBLISHED, 6, "file", Course.CONTINUE),
        (PUBLISHED, 5, "theirs", Course.TAKE_FILE),
        (PUBLISHED, 6, "theirs", Course.KEEP_BOTH),
        (ANNOUNCED, 5, "file", Course.TAKE_FILE),
        (ANNOUNCED, 6, "file", Course.CONTINUE),
        (ANNOUNCED, 4, "before", Course.CONTINUE),
        (ANNOUNCED, 3, "before", Course.TAKE_FILE),
        (ANNOUNCED, 5, "theirs", Course.KEEP_BOTH),
        (ANNOUNCED, 3, "theirs", Course.TAKE_FILE),
        (NEW_FILE_ANNOUNCED, 5, "theirs", Course.KEEP_BOTH),
    ],
)
def test_the_course_follows_from_what_was_published(
    publication: Publication, seq: int, digest: str, course: Course
) -> None:
    assert reconcile(publication, seq, digest) is course


def test_without_a_working_copy_the_file_counts() -> None:
    assert reconcile(None, 9, "file") is Course.TAKE_FILE


def test_when_nothing_is_known_of_what_was_published_both_are_kept() -> None:
    assert reconcile(UNKNOWN, 9, "file") is Course.KEEP_BOTH


def test_after_a_crash_the_working_copy_goes_on(file: Path, tmp_path: Path) -> None:
    crash(file, "left behind")
    assert opened_text(file) == "left behind"
    assert text_in(file, tmp_path) == "left behind"


def test_after_a_crash_reading_shows_the_newest_edits_and_writes_nothing(file: Path) -> None:
    crash(file, "left behind")
    before = file.read_bytes()
    assert read_workshop(file, TEMPLATES).boards["b1"].note("n1").text == "left behind"
    assert file.read_bytes() == before


def test_a_file_that_was_edited_elsewhere_is_taken(file: Path, tmp_path: Path) -> None:
    write_text(file, "ours")
    write_text(file, "theirs", tmp_path / "another computer")
    assert opened_text(file) == "theirs"


def test_what_another_window_published_while_the_file_was_opened_is_there(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Place.held

    @contextmanager
    def just_after_another_window(place: Place, path: Path, patience: float) -> Iterator[None]:
        patch.undo()
        write_text(file, "published meanwhile", tmp_path / "data of the other window")
        with held(place, path, patience):
            yield

    with monkeypatch.context() as patch:
        patch.setattr(Place, "held", just_after_another_window)
        write_text(file, "ours", note_id="n2")
    assert text_in(file, tmp_path) == "published meanwhile"
    assert list(file.parent.iterdir()) == [file]


def test_when_both_went_on_both_are_kept(file: Path, tmp_path: Path) -> None:
    crash(file, "ours")
    write_text(file, "theirs", tmp_path / "another computer")
    theirs = file.read_bytes()
    ours = file.with_name("a (this computer).workshop")
    with open_workshop(file) as store:
        assert store.load(TEMPLATES).boards["b1"].note("n1").text == "ours"
        assert store.path == ours
        assert "a.workshop was changed by somebody else" in store.status.sentence
        assert store.status.state is SaveState.SAVED_HERE
    assert file.read_bytes() == theirs
    assert text_in(ours, tmp_path) == "ours"


def test_afterwards_each_of_the_two_opens_as_itself(file: Path, tmp_path: Path) -> None:
    crash(file, "ours")
    write_text(file, "theirs", tmp_path / "another computer")
    open_workshop(file).close()
    assert opened_text(file) == "theirs"
    assert opened_text(file.with_name("a (this computer).workshop")) == "ours"


def test_when_both_went_on_reading_shows_the_file(file: Path, tmp_path: Path) -> None:
    crash(file, "ours")
    write_text(file, "theirs", tmp_path / "another computer")
    assert read_workshop(file, TEMPLATES).boards["b1"].note("n1").text == "theirs"


def test_a_file_that_was_moved_after_a_crash_is_found_by_its_document(
    file: Path, tmp_path: Path
) -> None:
    crash(file, "left behind")
    moved = file.rename(tmp_path / "moved.workshop")
    assert opened_text(moved) == "left behind"
    assert text_in(moved, tmp_path) == "left behind"


def test_a_copy_of_the_file_is_not_given_edits_that_belong_to_the_file(
    file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.workshop"
    copy.write_bytes(file.read_bytes())
    crash(file, "left behind")
    assert opened_text(copy) == "Bread, every morning"
    assert text_in(file, tmp_path) == "left behind"


def die_while_replacing(file: Path, moment: str) -> Callable[[WorkshopStore], object]:
    """Publishes in a program that is killed just before or after the file is replaced."""
    replace = files.replace

    def die(source: Path, target: Path) -> None:
        if target != file or moment == "after":
            replace(source, target)
        if target == file:
            os.kill(os.getpid(), signal.SIGKILL)

    def publish(store: WorkshopStore) -> None:
        files.replace = die  # type: ignore[assignment]  # in a program that ends with it
        store.publish_now()

    return publish


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_crash_while_the_file_is_replaced_does_not_look_like_somebody_else(
    file: Path, tmp_path: Path, moment: str
) -> None:
    write_text(file, "published")
    crash(file, "left behind", die_while_replacing(file, moment))
    assert text_in(file, tmp_path) == {"before": "published", "after": "left behind"}[moment]
    write_text(file, "and on", note_id="n2")
    assert text_in(file, tmp_path) == "left behind"
    assert [path.name for path in file.parent.glob("*.workshop")] == ["a.workshop"]


def test_edits_that_were_about_to_be_published_are_kept_beside_somebody_elses(
    file: Path, tmp_path: Path
) -> None:
    crash(file, "ours", die_while_replacing(file, "before"))
    write_text(file, "theirs", tmp_path / "another computer")
    with open_workshop(file) as store:
        assert store.load(TEMPLATES).boards["b1"].note("n1").text == "ours"
    assert text_in(file, tmp_path) == "theirs"
    assert text_in(store.path, tmp_path) == "ours"


@pytest.mark.parametrize("record", ["", "{}", '{"path": 1, "unknown": 2}', "[]"])
def test_a_lost_record_loses_no_edit(
    file: Path, tmp_path: Path, working: Path, record: str
) -> None:
    crash(file, "left behind")
    (working / "publication.json").write_text(record)
    with open_workshop(file) as store:
        assert store.load(TEMPLATES).boards["b1"].note("n1").text == "left behind"
    assert text_in(file, tmp_path) == "Bread, every morning"
    assert text_in(store.path, tmp_path) == "left behind"


def test_a_ruined_working_copy_is_set_aside_and_the_file_opens(file: Path, working: Path) -> None:
    crash(file, "left behind")
    ruined = b"ruined" * 1000
    (working / "working").write_bytes(ruined)
    (working / "working-wal").unlink()
    with open_workshop(file) as store:
        assert store.load(TEMPLATES).boards["b1"].note("n1").text == "Bread, every morning"
        assert "could not be read" in store.status.sentence
    (aside,) = working.glob("aside-*")
    assert aside.read_bytes() == ruined


def test_a_session_without_trouble_leaves_no_working_copy(file: Path, working: Path) -> None:
    write_text(file, "second")
    assert {path.name for path in working.iterdir()} == {"lock", "publication.json"}
