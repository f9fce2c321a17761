"""Attachments lie in the file under the SHA-256 of their content, and are checked whenever they are read."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import Attachment
from canvasapp.edits.journal import Journal
from canvasapp.store import (
    WorkshopStore,
    attachments,
    create_workshop,
    open_workshop,
    reading_workshop,
)
from canvasapp.store.errors import DiskError, InvalidRecordError, MissingAttachmentError
from tests.store.desk import TEMPLATES, crash, full_disk
from tests.unit.small_canvas import note, workshop

PICTURE = bytes(range(256)) * 40


def attach(store: WorkshopStore, journal: Journal, content: bytes) -> Attachment:
    record = Attachment(store.put_attachment(content), "tea.png", "image/png", len(content))
    journal.commit(Edit("Attach", (Change(None, record),)))
    return record


def test_content_is_found_under_its_digest(store: WorkshopStore) -> None:
    digest = store.put_attachment(PICTURE)
    assert digest == hashlib.sha256(PICTURE).hexdigest()
    assert store.attachment(digest) == PICTURE


def test_the_same_content_is_kept_once(store: WorkshopStore) -> None:
    assert store.put_attachment(PICTURE) == store.put_attachment(PICTURE)
    assert store._working._raw.execute("SELECT count(*) FROM content").fetchone() == (1,)


@pytest.mark.parametrize("content", [b"", b"\0", PICTURE * 100])
def test_any_content_travels_with_the_file(file: Path, tmp_path: Path, content: bytes) -> None:
    with open_workshop(file) as store:
        record = attach(store, Journal(store, store.load(TEMPLATES)), content)
    with open_workshop(file, tmp_path / "another computer") as store:
        assert store.load(TEMPLATES).attachments[record.id] == record
        assert store.attachment(record.id) == content


def test_an_attachment_that_was_removed_comes_back_with_its_content(file: Path) -> None:
    with open_workshop(file) as store:
        journal = Journal(store, store.load(TEMPLATES))
        record = attach(store, journal, PICTURE)
        journal.commit(Edit("Remove picture", (Change(record, None),)))
    with open_workshop(file) as store:
        Journal(store, store.load(TEMPLATES)).undo()
        assert store.attachment(record.id) == PICTURE


def test_a_new_file_can_have_attachments(tmp_path: Path) -> None:
    with open_workshop(pictured_file(tmp_path)) as store:
        (digest,) = store.load(TEMPLATES).attachments
        assert store.attachment(digest) == PICTURE


def test_a_file_that_is_only_read_gives_its_attachments_too(tmp_path: Path) -> None:
    file = pictured_file(tmp_path)
    with reading_workshop(file, TEMPLATES) as (shown, attachment):
        (digest,) = shown.attachments
        assert attachment(digest) == PICTURE
        with pytest.raises(MissingAttachmentError):
            attachment("ab" * 32)


def test_so_do_edits_that_a_crash_has_kept_from_it(tmp_path: Path) -> None:
    file = pictured_file(tmp_path)
    later = PICTURE[::-1]

    def attach_another(store: WorkshopStore) -> None:
        attach(store, Journal(store, store.load(TEMPLATES)), later)

    crash(file, "left behind", attach_another)
    with reading_workshop(file, TEMPLATES) as (shown, attachment):
        assert shown.boards["b1"].note("n1").text == "left behind"
        assert {attachment(each) for each in shown.attachments} == {PICTURE, later}
    with open_workshop(file):  # nothing holds it any more
        pass


def pictured_file(folder: Path) -> Path:
    """A workshop file with a note and a picture."""
    digest = hashlib.sha256(PICTURE).hexdigest()
    record = Attachment(digest, "tea.png", "image/png", len(PICTURE))
    file = folder / "a.workshop"
    create_workshop(file, workshop(note("n1"), record), attached={digest: PICTURE})
    return file


def test_what_is_not_there_is_named(store: WorkshopStore) -> None:
    with pytest.raises(MissingAttachmentError, match="abababab is not in this workshop"):
        store.attachment("ab" * 32)


def test_content_that_has_changed_is_not_handed_out(store: WorkshopStore) -> None:
    digest = store.put_attachment(PICTURE)
    store._working._raw.execute("UPDATE content SET body = x'00'")
    with pytest.raises(MissingAttachmentError, match="is damaged"):
        store.attachment(digest)


def test_too_much_is_refused(store: WorkshopStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MAX_CONTENT", 3 << 20)
    with pytest.raises(InvalidRecordError, match="3 MB at most"):
        store.put_attachment(bytes((3 << 20) + 1))


def test_on_a_full_disk_the_file_is_none_the_worse(store: WorkshopStore) -> None:
    with full_disk(), pytest.raises(DiskError, match="disk does not take"):
        store.put_attachment(PICTURE)
    assert store.attachment(store.put_attachment(PICTURE)) == PICTURE


def test_contents_come_and_go_on_other_threads_while_edits_are_written(
    store: WorkshopStore,
) -> None:
    journal = Journal(store, store.load(TEMPLATES))
    record = Attachment(store.put_attachment(PICTURE), "tea.png", "image/png", len(PICTURE))
    contents = [bytes([n]) * 50_000 for n in range(40)]
    with ThreadPoolExecutor(2) as others:
        kept = others.map(lambda each: store.attachment(store.put_attachment(each)), contents)
        for _ in range(20):
            journal.commit(Edit("Attach", (Change(None, record),)))
            journal.commit(Edit("Remove picture", (Change(record, None),)))
        assert list(kept) == contents
    assert [step.label for step in store.steps()[-2:]] == ["Attach", "Remove picture"]


def test_a_store_that_is_closed_says_so(store: WorkshopStore) -> None:
    digest = store.put_attachment(PICTURE)
    store.close()
    with pytest.raises(MissingAttachmentError, match="can not be read"):
        store.attachment(digest)
