"""What is written to a workshop file is what is read from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from canvasapp.domain.board import UnknownTemplateError
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import Attachment, BoardHead, LinkKind, Party
from canvasapp.edits.journal import Journal
from canvasapp.store import WorkshopStore, create_workshop, open_workshop, read_workshop
from canvasapp.store.errors import FileInTheWayError, InvalidRecordError
from tests.store.desk import START, TEMPLATES, contents, edit_text, new_file
from tests.unit.canvas_file import own_canvas, small_file
from tests.unit.small_canvas import link, note, workshop


def test_a_new_file_holds_the_workshop(file: Path) -> None:
    assert contents(read_workshop(file, TEMPLATES)) == contents(START)


def test_an_opened_file_holds_the_workshop(store: WorkshopStore) -> None:
    assert contents(store.load(TEMPLATES)) == contents(START)


def test_what_is_written_before_the_first_look_is_seen_in_it(file: Path) -> None:
    known = read_workshop(file, TEMPLATES)
    with open_workshop(file) as store:
        journal = Journal(store, known)
        journal.commit(edit_text(known, "changed"))
        assert contents(store.load(TEMPLATES)) == contents(journal.workshop)


def test_each_look_is_at_what_is_there_by_then(file: Path) -> None:
    with open_workshop(file) as store:
        journal = Journal(store, store.load(TEMPLATES))
        journal.commit(edit_text(journal.workshop, "changed"))
        assert contents(store.load(TEMPLATES)) == contents(journal.workshop)


@pytest.mark.parametrize(
    "text", ["", "ไทย עברית 🧑‍🍳\n\tsecond line", "'; DROP TABLE note; --", "é" * 100_000]
)
def test_any_text_survives(tmp_path: Path, text: str) -> None:
    start = workshop(note("n1", text=text, x=-0.1, y=1e-9, w=1 / 3))
    file = new_file(tmp_path / "a.workshop", start)
    assert contents(read_workshop(file, TEMPLATES)) == contents(start)


@pytest.mark.parametrize(
    "name", ["ÄÖ ü.workshop", "a#b?c%20d.workshop", "no suffix", "日本.workshop"]
)
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    file = new_file(tmp_path / name)
    with open_workshop(file) as store:
        journal = Journal(store, store.load(TEMPLATES))
        journal.commit(edit_text(journal.workshop, "changed"))
    assert read_workshop(file, TEMPLATES).boards["b1"].note("n1").text == "changed"


def test_every_kind_of_record_can_be_added_changed_and_removed(
    file: Path, store: WorkshopStore, journal: Journal
) -> None:
    digest = store.put_attachment(b"a picture")
    before = journal.workshop
    head, party, board = before.head, before.parties["retailer"], before.boards["b1"].head
    old_link = before.boards["b1"].links["l1"]
    added_board = BoardHead("b2", "other", 3, "Second", "", "b00")
    journal.commit(
        Edit(
            "Everything at once",
            (
                Change(head, replace(head, title="Renamed")),
                Change(board, replace(board, title="First")),
                Change(None, added_board),
                Change(None, Party("p3", "Third", "Th", 3)),
                Change(party, None),
                Change(old_link, replace(old_link, kind=LinkKind.SUPPORTS)),
                Change(None, note("n4", board="b2", party="p3")),
                Change(before.boards["b1"].note("n3"), None),
                Change(None, link("l2", "n2", "n1")),
                Change(None, Attachment(digest, "tea.png", "image/png", 9)),
            ),
        )
    )
    store.close()
    assert contents(read_workshop(file, TEMPLATES)) == contents(journal.workshop)


def test_what_an_edit_points_to_may_come_after_it(store: WorkshopStore, journal: Journal) -> None:
    journal.commit(
        Edit(
            "Add",
            (
                Change(None, link("l2", "n5", "n6")),
                Change(None, note("n5", party="p9")),
                Change(None, note("n6")),
                Change(None, Party("p9", "Ninth", "Ni", 9)),
            ),
        )
    )
    assert contents(store.load(TEMPLATES)) == contents(journal.workshop)


def test_a_note_can_go_to_another_board_under_its_id(tmp_path: Path) -> None:
    file = new_file(tmp_path / "a.workshop", workshop(note("n1"), boards=("b1", "b2")))
    with open_workshop(file) as store:
        journal = Journal(store, store.load(TEMPLATES))
        there = journal.workshop.boards["b1"].note("n1")
        moved = replace(there, board="b2")
        journal.commit(Edit("Move to board", (Change(there, None), Change(None, moved))))
        journal.undo()
        journal.redo()
        assert contents(store.load(TEMPLATES)) == contents(journal.workshop)


def test_a_board_whose_canvas_is_not_installed_is_named(file: Path) -> None:
    with pytest.raises(UnknownTemplateError, match="'small'"):
        read_workshop(file, {})


def test_a_board_on_a_canvas_of_its_own_opens_where_that_is_not_installed(
    file: Path, store: WorkshopStore, journal: Journal
) -> None:
    head = BoardHead("b2", "sixth", 1, "On its own", "", "b00")
    on_it = note("n9", board="b2", block="left", x=20, y=120)
    added = tuple(Change(None, record) for record in (own_canvas(), head, on_it))
    journal.commit(Edit("New board", added))
    store.close()
    elsewhere = read_workshop(file, TEMPLATES)
    assert elsewhere.boards["b2"].template == own_canvas().template
    assert contents(elsewhere) == contents(journal.workshop)
    with open_workshop(file) as again:
        Journal(again, again.load(TEMPLATES)).undo()
    assert contents(read_workshop(file, TEMPLATES)) == contents(START)


def test_what_a_canvas_of_its_own_names_need_not_be_known(tmp_path: Path) -> None:
    content = small_file()
    content["registers"].append("of-a-later-version")
    content["blocks"][0]["registers"].append("of-a-later-version")
    start = workshop(own_canvas(content), BoardHead("b2", "sixth", 1, "", "", "a5"))
    file = new_file(tmp_path / "a.workshop", start)
    template = read_workshop(file, TEMPLATES).boards["b2"].template
    assert (template.registers, template.block("left").registers) == (("decision",), ("benefit",))


def test_a_file_that_is_there_is_not_replaced_unasked(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(FileInTheWayError, match="exists already"):
        create_workshop(file, START)
    assert file.read_bytes() == before


def test_a_file_that_is_there_is_replaced_when_told(file: Path) -> None:
    other = workshop(note("n9"))
    create_workshop(file, other, replace=True)
    assert contents(read_workshop(file, TEMPLATES)) == contents(other)


def test_a_workshop_that_breaks_a_rule_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(InvalidRecordError):
        create_workshop(tmp_path / "a.workshop", workshop(note("n1", party="nobody")))
    assert list(tmp_path.glob("*.workshop")) == []


def test_nothing_is_left_beside_a_new_file(file: Path) -> None:
    assert list(file.parent.iterdir()) == [file]
