"""The user's file follows the edits: whole at every moment, and never over what somebody else has written."""

from __future__ import annotations

import errno
import shutil
import threading
from pathlib import Path
from queue import Queue

import pytest

from canvasapp import files
from canvasapp.edits.journal import Journal
from canvasapp.store import (
    SaveState,
    SaveStatus,
    WorkshopStore,
    open_workshop,
    read_workshop,
)
from canvasapp.store.errors import CannotPublishError
from canvasapp.store.publisher import Pace, Publisher
from tests.store.desk import (
    AT_ONCE,
    START,
    TEMPLATES,
    contents,
    crash,
    edit_text,
    text_in,
    write_text,
)

WAIT = 20.0


def wait_for(store: WorkshopStore, state: SaveState) -> SaveStatus:
    """The first status of this kind; fails the test when none comes."""
    news: Queue[SaveStatus] = Queue()
    stop = store.subscribe(news.put)
    status = store.status
    while status.state is not state:
        status = news.get(timeout=WAIT)
    stop()
    return status


def say(journal: Journal, text: str) -> None:
    journal.commit(edit_text(journal.workshop, text))


def foreign_edit(file: Path, tmp_path: Path, text: str = "theirs") -> bytes:
    """Somebody edits the file on another computer; what they wrote."""
    write_text(file, text, tmp_path / "another computer")
    return file.read_bytes()


def test_edits_are_in_the_file_when_it_was_published(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    say(journal, "second")
    assert text_in(file, tmp_path) == "Bread, every morning"
    assert store.publish_now().state is SaveState.PUBLISHED
    assert text_in(file, tmp_path) == "second"


def test_closing_publishes(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    say(journal, "second")
    assert store.close().state is SaveState.PUBLISHED
    assert text_in(file, tmp_path) == "second"


def test_publishing_twice_writes_once(file: Path, store: WorkshopStore, journal: Journal) -> None:
    say(journal, "second")
    store.publish_now()
    once = file.stat()
    store.publish_now()
    assert file.stat() == once


def test_nothing_is_left_beside_the_file(
    file: Path, store: WorkshopStore, journal: Journal
) -> None:
    say(journal, "second")
    store.publish_now()
    assert list(file.parent.iterdir()) == [file]


def test_the_file_keeps_its_permissions(file: Path, store: WorkshopStore, journal: Journal) -> None:
    file.chmod(0o640)
    say(journal, "second")
    store.publish_now()
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_to_the_file_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.workshop"
    link.symlink_to(file)
    write_text(link, "second")
    assert link.is_symlink()
    assert text_in(file, tmp_path) == "second"


def test_it_is_published_by_itself_soon_after_an_edit(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    store.publish_in_background(AT_ONCE)
    say(journal, "second")
    wait_for(store, SaveState.PUBLISHED)
    assert text_in(file, tmp_path) == "second"


def test_losing_the_focus_publishes_what_would_have_waited(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    store.publish_in_background(Pace(quiet=3600, latest=3600))
    say(journal, "second")
    store.publish_soon()
    wait_for(store, SaveState.PUBLISHED)
    assert text_in(file, tmp_path) == "second"


def test_what_a_crash_left_behind_is_published_by_itself(file: Path, tmp_path: Path) -> None:
    crash(file, "left behind")
    with open_workshop(file) as store:
        assert store.status.state is SaveState.SAVED_HERE
        store.publish_in_background(AT_ONCE)
        wait_for(store, SaveState.PUBLISHED)
        assert text_in(file, tmp_path) == "left behind"


def test_during_many_edits_it_is_published_now_and_then() -> None:
    published = threading.Event()
    publisher = Publisher(published.set, Pace(quiet=3600, latest=0.0))
    publisher.edited()
    assert published.wait(WAIT)
    publisher.stop()


def test_a_copy_taken_while_it_is_edited_is_always_whole(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    copies: dict[bytes, Path] = {}
    editing = threading.Event()
    editing.set()

    def copy_again_and_again() -> None:
        while editing.is_set():
            copy = tmp_path / f"copy {len(copies)}.workshop"
            shutil.copyfile(file, copy)
            copies[copy.read_bytes()] = copy

    copier = threading.Thread(target=copy_again_and_again)
    copier.start()
    store.publish_in_background(AT_ONCE)
    for number in range(150):
        say(journal, f"edit {number} " + "x" * (number * 37 % 9000))
    wait_for(store, SaveState.PUBLISHED)
    editing.clear()
    copier.join()
    texts = [text_in(copy, tmp_path) for copy in copies.values()]
    assert {text.split()[0] for text in texts} <= {"Bread,", "edit"}
    assert len(texts) > 1


def test_edits_during_publishing_are_published_next(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    store.publish_in_background(AT_ONCE)
    for number in range(50):
        say(journal, f"edit {number}")
    assert wait_for(store, SaveState.PUBLISHED).seq == store.steps()[-1].seq
    assert text_in(file, tmp_path) == "edit 49"


def test_a_file_that_somebody_else_has_changed_is_never_overwritten(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    say(journal, "ours")
    theirs = foreign_edit(file, tmp_path)
    status = store.publish_now()
    ours = file.with_name("a (this computer).workshop")
    assert file.read_bytes() == theirs
    assert text_in(ours, tmp_path) == "ours"
    assert store.path == status.path == ours
    assert "a.workshop was changed by somebody else" in status.sentence


def test_after_that_our_version_goes_on_beside_it(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    say(journal, "ours")
    theirs = foreign_edit(file, tmp_path)
    store.publish_now()
    say(journal, "ours, again")
    status = store.close()
    assert file.read_bytes() == theirs
    assert text_in(file.with_name("a (this computer).workshop"), tmp_path) == "ours, again"
    assert "goes on as a (this computer).workshop" in status.sentence


def test_a_version_beside_never_takes_the_place_of_another_file(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    taken = file.with_name("a (this computer).workshop")
    taken.write_text("taken")
    say(journal, "ours")
    foreign_edit(file, tmp_path)
    store.publish_now()
    assert taken.read_text() == "taken"
    assert text_in(file.with_name("a (this computer 2).workshop"), tmp_path) == "ours"


def test_a_file_that_was_overwritten_with_rubbish_is_somebody_elses_too(
    file: Path, store: WorkshopStore, journal: Journal
) -> None:
    file.write_text("rubbish")
    say(journal, "ours")
    store.publish_now()
    assert file.read_text() == "rubbish"
    assert store.path.name == "a (this computer).workshop"


def test_a_file_that_was_deleted_is_written_again(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    file.unlink()
    say(journal, "second")
    store.publish_now()
    assert text_in(file, tmp_path) == "second"
    assert store.status.sentence.endswith("· a.workshop was deleted and is written anew")


def test_with_its_working_copy_deleted_too_nothing_is_lost_and_the_user_is_told(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path, data_folder: Path
) -> None:
    say(journal, "second")
    store.publish_now()
    file.unlink()
    shutil.rmtree(data_folder / "working")

    say(journal, "third")
    assert "working copy on this computer was deleted and is written anew" in store.status.sentence
    (working,) = data_folder.glob("working/*/working")
    assert working.stat().st_size > 0

    store.publish_now()
    assert text_in(file, tmp_path) == "third"
    journal.undo()
    store.publish_now()
    assert text_in(file, tmp_path) == "second"


def test_a_working_copy_deleted_after_the_last_edit_is_published(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path, data_folder: Path
) -> None:
    say(journal, "second")
    shutil.rmtree(data_folder / "working")
    store.publish_now()
    assert text_in(file, tmp_path) == "second"
    assert "is written anew, with everything in it" in store.status.sentence


def test_without_its_folder_the_edits_wait_here(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    away = file.parent.rename(tmp_path / "pulled out")
    say(journal, "second")
    with pytest.raises(CannotPublishError, match="the folder is not there"):
        store.publish_now()
    assert store.status.state is SaveState.CANNOT_PUBLISH
    assert store.status.sentence == (
        "Saved on this computer; a.workshop in stick follows (the folder is not there)"
    )
    away.rename(file.parent)
    store.publish_now()
    assert text_in(file, tmp_path) == "second"


def test_it_is_tried_again_until_the_folder_is_back(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    away = file.parent.rename(tmp_path / "pulled out")
    store.publish_in_background(AT_ONCE)
    say(journal, "second")
    wait_for(store, SaveState.CANNOT_PUBLISH)
    away.rename(file.parent)
    wait_for(store, SaveState.PUBLISHED)
    assert text_in(file, tmp_path) == "second"


def test_what_could_not_be_published_follows_at_the_next_opening(
    file: Path, store: WorkshopStore, journal: Journal, tmp_path: Path
) -> None:
    away = file.parent.rename(tmp_path / "pulled out")
    say(journal, "second")
    assert store.close().state is SaveState.CANNOT_PUBLISH
    away.rename(file.parent)
    assert text_in(file, tmp_path) == "Bread, every morning"
    with open_workshop(file) as again:
        assert again.status.state is SaveState.SAVED_HERE
    assert text_in(file, tmp_path) == "second"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EROFS, "it is read-only"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "writing there is not allowed"),
        (errno.EDQUOT, "your share of the disk is used up"),
    ],
)
def test_the_status_names_what_is_in_the_way(
    store: WorkshopStore, journal: Journal, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(code, "refused")

    say(journal, "second")
    with monkeypatch.context() as patch:
        patch.setattr(files, "copy", refuse)
        with pytest.raises(CannotPublishError, match=words):
            store.publish_now()
    assert words in store.status.sentence


def test_what_does_not_arrive_as_it_was_sent_takes_no_ones_place(
    file: Path, store: WorkshopStore, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, before = files.copy, file.read_bytes()

    def lose_a_byte(source: Path, target: Path) -> str:
        digest = copy(source, target)
        target.write_bytes(target.read_bytes()[:-1])
        return digest

    say(journal, "second")
    with monkeypatch.context() as patch:
        patch.setattr(files, "copy", lose_a_byte)
        with pytest.raises(CannotPublishError, match="did not arrive"):
            store.publish_now()
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def held_by_a_scanner(attempts: int, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Windows refuses so many renames; what was waited between the attempts, in seconds."""
    rename, waited = Path.replace, list[float]()

    def refuse(source: Path, target: Path) -> Path:
        if len(waited) < attempts:
            error = PermissionError(13, "held")
            error.winerror = 32  # type: ignore[attr-defined]  # as Windows sets it
            raise error
        return rename(source, target)

    monkeypatch.setattr(Path, "replace", refuse)
    return waited


def test_a_virus_scanner_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited = held_by_a_scanner(3, monkeypatch)
    (tmp_path / "new").write_text("new")
    files.replace(tmp_path / "new", tmp_path / "old", wait=waited.append)
    assert (tmp_path / "old").read_text() == "new"
    assert waited == [0.01, 0.02, 0.04]


def test_a_virus_scanner_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = held_by_a_scanner(100, monkeypatch)
    (tmp_path / "new").write_text("new")
    with pytest.raises(PermissionError):
        files.replace(tmp_path / "new", tmp_path / "old", wait=waited.append)
    assert sum(waited) < 2


def test_what_is_published_is_what_was_edited(
    file: Path, store: WorkshopStore, journal: Journal
) -> None:
    say(journal, "second")
    journal.undo()
    store.close()
    assert contents(read_workshop(file, TEMPLATES)) == contents(START)


def test_no_name_of_this_computer_is_in_the_file(
    file: Path, store: WorkshopStore, journal: Journal, data_folder: Path
) -> None:
    say(journal, "second")
    store.publish_now()
    published = file.read_bytes()
    assert str(file.parent).encode() not in published
    assert str(data_folder).encode() not in published
