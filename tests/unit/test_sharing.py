"""One note on two boards: what is said of it in one place is said in the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.records import Note, NoteStatus
from canvasapp.domain.template import Perspective, Place
from canvasapp.edits.boards import remove_board
from canvasapp.edits.consequences import with_consequences
from canvasapp.edits.entries import make_entry, set_value
from canvasapp.edits.journal import Journal
from canvasapp.edits.marks import set_status, set_tags
from canvasapp.edits.notes import (
    duplicate_notes,
    remove_notes,
    set_party,
    set_perspective,
    set_text,
)
from canvasapp.edits.sharing import (
    copy_to_board,
    make_independent,
    move_to_board,
    show_on_board,
)
from canvasapp.edits.splitting import merge_notes
from canvasapp.store import create_workshop, open_workshop
from canvasapp.store.content import records_of
from tests.unit.small_canvas import CUSTOMER, OUR, link, note, workshop
from tests.unit.small_registers import GUARANTEE, entry

BROAD = Place("broad", CUSTOMER)
START = workshop(
    note("n1", text="Bread", question="what", group="x"),
    note("n2", x=80, text="Butter"),
    note("n3", x=10, y=130, text="Jam"),
    note("far", 410, 80, board="b2", block="broad", perspective=CUSTOMER),
    link("l1", "n1", "n2"),
    link("l2", "n2", "n3"),
    entry("g", GUARANTEE, "G1", "n1", target=4.0),
    boards=("b1", "b2"),
)


def as_high(note: Note, text: str) -> float:
    return note.h


def done(start: Workshop, edit: Edit) -> Workshop:
    return start.after(with_consequences(start, edit))


def shown(start: Workshop = START) -> tuple[Workshop, Note]:
    """The first note shown on the second board too, and its twin there."""
    after = done(start, show_on_board(start, "b1", ["n1"], "b2", "broad", CUSTOMER))
    (twin,) = (n for n in after.boards["b2"].notes.values() if n.shared)
    return after, twin


def test_a_twin_says_the_same_and_lies_in_free_room_of_the_lane() -> None:
    after, twin = shown()
    first = after.boards["b1"].note("n1")
    assert (twin.text, twin.content, first.content) == ("Bread", "n1", "n1")
    assert (twin.block, twin.perspective, twin.group) == ("broad", CUSTOMER, None)
    assert not twin.rect.meets(after.boards["b2"].note("far").rect)
    assert (twin.w, twin.h) == (60, 40)


def test_a_note_is_shown_on_a_board_only_once() -> None:
    after, _ = shown()
    assert not show_on_board(after, "b1", ["n1"], "b2", "broad", CUSTOMER)
    assert not show_on_board(after, "b1", ["n1"], "b1", "broad", CUSTOMER)
    assert not show_on_board(after, "b1", ["n2"], "gone", "broad")


def test_notes_keep_their_view_on_the_other_board_unless_told_otherwise() -> None:
    start = done(START, set_perspective(START.boards["b1"], ["n3"], CUSTOMER))

    def views(*told: Perspective) -> dict[str, Perspective | None]:
        after = done(start, show_on_board(start, "b1", ["n1", "n3"], "b2", "broad", *told))
        return {n.content: n.perspective for n in after.boards["b2"].notes.values() if n.shared}

    assert views() == {"n1": OUR, "n3": CUSTOMER}
    assert views(CUSTOMER) == {"n1": CUSTOMER, "n3": CUSTOMER}


def test_copies_on_another_board_are_notes_of_their_own_with_entries_of_their_own() -> None:
    state, _ = shown()
    after = done(state, copy_to_board(state, "b1", ["n1", "n2"], "b2", "broad", OUR))
    new = [n for n in after.boards["b2"].notes.values() if n.id not in state.boards["b2"].notes]
    assert [(n.text, n.shared, n.group, n.block, n.perspective) for n in new] == [
        ("Bread", None, None, "broad", OUR),
        ("Butter", None, None, "broad", OUR),
    ]
    assert not new[0].rect.meets(new[1].rect)
    assert after.boards["b1"].notes == state.boards["b1"].notes
    copied = after.boards["b2"].entry_of[new[0].id]
    assert (copied.code, copied.board, copied.get("target")) == ("G2", "b2", 4.0)
    assert not copy_to_board(state, "b1", ["n1"], "gone", "broad")


def test_a_note_made_independent_keeps_what_it_says_its_links_and_a_copy_of_its_entry() -> None:
    start, twin = shown()
    after = done(start, make_independent(start, "b1", ["n1"]))
    (alone,) = (n for n in after.boards["b1"].notes.values() if n.text == "Bread")
    assert alone.shared is None
    assert alone.content != twin.content
    ends = after.boards["b1"].links["l1"]
    assert (ends.source, ends.target) == (alone.id, "n2")
    copied = after.boards["b1"].entry_of[alone.id]
    assert (copied.code, copied.board, copied.get("target")) == ("G2", "b1", 4.0)
    assert after.boards["b2"].entry_of["n1"].code == "G1"
    changed = done(after, set_text(after.boards["b1"], alone.id, "Rolls"))
    assert changed.boards["b2"].note(twin.id).text == "Bread"
    assert not make_independent(after, "b1", [alone.id, "n2"])
    assert not make_independent(after, "b2", [twin.id])
    assert not make_independent(after, "gone", ["n2"])


def test_the_entry_of_a_shared_note_is_known_on_all_its_boards() -> None:
    after, _ = shown()
    assert after.entries["g"].board is None
    assert {each.entry_of["n1"].id for each in after.boards.values()} == {"g"}
    late = done(after, make_entry(after, "b1", "n2", GUARANTEE))
    both = done(late, show_on_board(late, "b1", ["n2"], "b2", "broad", CUSTOMER))
    assert both.boards["b2"].entry_of["n2"].code == "G2"


def test_a_shared_note_made_an_entry_is_one_everywhere() -> None:
    after = done(START, show_on_board(START, "b1", ["n2"], "b2", "broad", CUSTOMER))
    after = done(after, make_entry(after, "b1", "n2", GUARANTEE))
    assert after.boards["b2"].entry_of["n2"] is after.boards["b1"].entry_of["n2"]


def test_what_is_said_in_one_place_is_said_in_the_other() -> None:
    state, twin = shown()
    b1, b2 = (lambda s: s.boards["b1"]), (lambda s: s.boards["b2"])
    state = done(state, set_text(b2(state), twin.id, "Fresh bread", 90))
    state = done(state, set_party(b1(state), ["n1"], "telecom"))
    state = done(state, set_tags(b2(state), [twin.id], ["warm"]))
    state = done(state, set_status(b1(state), ["n1"], NoteStatus.PARKED))
    for note_ in (b1(state).note("n1"), b2(state).note(twin.id)):
        said = note_.text, note_.party, note_.tags, note_.status
        assert said == ("Fresh bread", "telecom", ("warm",), NoteStatus.PARKED)
    assert b1(state).note("n1").h == 90
    assert b1(state).note("n1").question == "what"


def test_the_main_field_of_the_entry_is_the_text_of_all_twins() -> None:
    state, twin = shown()
    state = done(state, set_value(state, GUARANTEE, "g", "statement", "Said"))
    assert state.boards["b1"].note("n1").text == state.boards["b2"].note(twin.id).text == "Said"


def test_a_twin_that_goes_leaves_the_other_and_the_last_one_keeps_the_entry() -> None:
    state, twin = shown()
    state = done(state, remove_notes(state.boards["b1"], ["n1"]))
    assert state.boards["b2"].entry_of[twin.content].id == "g"
    state = done(state, remove_notes(state.boards["b2"], [twin.id]))
    assert not state.entries


def test_a_board_that_goes_leaves_what_is_shown_elsewhere() -> None:
    state, twin = shown()
    state = done(state, remove_board(state, "b1"))
    assert state.boards["b2"].entry_of[twin.content].get("target") == 4.0


def test_a_copy_of_a_twin_is_a_note_of_its_own() -> None:
    state, twin = shown()
    after = done(state, duplicate_notes(state.boards["b2"], [twin.id], 10, 10))
    (copy,) = after.boards["b2"].notes.keys() - state.boards["b2"].notes.keys()
    assert after.boards["b2"].note(copy).shared is None
    assert after.boards["b2"].entry_of[copy].code == "G2"


def test_a_twin_merged_into_another_note_stays_where_else_it_is_shown() -> None:
    state, twin = shown()
    state = done(state, merge_notes(state.boards["b1"], ["n2", "n1"], as_high))
    assert state.boards["b1"].note("n1").text == "Bread\nButter"
    assert state.boards["b2"].note(twin.id).text == "Bread\nButter"
    state, twin = shown()
    state = done(state, merge_notes(state.boards["b2"], ["far", twin.id], as_high))
    assert state.boards["b1"].entry_of["n1"].id == "g"


def test_moved_notes_take_their_entries_and_the_links_between_them_along() -> None:
    after = done(START, move_to_board(START, "b1", ["n1", "n2"], "b2", Place("tall", OUR)))
    b1, b2 = after.boards_in_order()
    assert b1.notes.keys() == {"n3"}
    assert (b2.note("n1").block, b2.note("n1").question) == ("tall", "what")
    assert b2.links.keys() == {"l1"}
    assert (not b1.links, not b1.entries, b2.entry_of["n1"].id) == (True, True, "g")


def test_what_is_shown_there_already_is_only_taken_away_here() -> None:
    state, twin = shown()
    after = done(state, move_to_board(state, "b1", ["n1"], "b2", BROAD))
    assert after.boards["b2"].notes == state.boards["b2"].notes
    assert "n1" not in after.boards["b1"].notes
    assert after.boards["b2"].entry_of[twin.content].id == "g"
    assert not move_to_board(state, "b1", ["n2"], "b1", BROAD)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    create_workshop(tmp_path / "a.workshop", START)
    with open_workshop(tmp_path / "a.workshop") as store:
        yield Journal(store, store.load(START.templates))


def test_making_a_note_independent_is_kept_in_the_file_and_undone_at_once(
    journal: Journal,
) -> None:
    journal.commit(show_on_board(journal.workshop, "b1", ["n1"], "b2", "broad", CUSTOMER))
    before = set(records_of(journal.workshop))
    journal.commit(make_independent(journal.workshop, "b1", ["n1"]))
    assert "n1" not in journal.workshop.boards["b1"].notes
    journal.undo()
    assert set(records_of(journal.workshop)) == before


def test_undo_takes_back_what_followed_too_and_the_file_holds_the_same(journal: Journal) -> None:
    journal.commit(show_on_board(journal.workshop, "b1", ["n1"], "b2", "broad", CUSTOMER))
    before = journal.workshop
    (twin,) = (n.id for n in before.boards["b2"].notes.values() if n.shared)
    journal.commit(set_text(before.boards["b1"], "n1", "Other"))
    assert journal.workshop.boards["b2"].note(twin).text == "Other"
    journal.replace(lambda w: set_text(w.boards["b2"], twin, "Third"))
    assert journal.workshop.boards["b1"].note("n1").text == "Third"
    journal.undo()
    assert set(records_of(journal.workshop)) == set(records_of(before))
    journal.undo()
    assert set(records_of(journal.workshop)) == set(records_of(START))
    journal.redo()
    assert set(records_of(journal.workshop)) == set(records_of(before))
