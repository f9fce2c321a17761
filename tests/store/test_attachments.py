"""Attachments lie in the file under the SHA-256 of their content, and are checked whenever they are read."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import Attachment
from canvasapp.edits.journal import Journal
from canvasapp.store import WorkshopStore, attachments, create_workshop, open_workshop
from canvasapp.store.errors import DiskError, InvalidRecordError, MissingAttachmentError
from tests.store.desk import TEMPLATES, full_disk
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
    digest = hashlib.sha256(PICTURE).hexdigest()
    record = Attachment(digest, "tea.png", "image/png", len(PICTURE))
    start = workshop(note(), record)
    create_workshop(tmp_path / "a.workshop", start, attached={digest: PICTURE})
    with open_workshop(tmp_path / "a.workshop") as store:
        assert store.attachment(digest) == PICTURE


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
