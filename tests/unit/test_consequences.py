"""Notes, their entries and what refers to them stay one thing, whatever is done; undo brings all back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import (
    Entry,
    Note,
    NoteStatus,
    PartyKind,
    SetAside,
    Waiver,
    is_id,
    new_id,
)
from canvasapp.domain.register import Value
from canvasapp.edits.boards import duplicate_board, remove_board
from canvasapp.edits.consequences import next_code, with_consequences
from canvasapp.edits.notes import duplicate_notes, paste, remove_notes, set_text
from canvasapp.edits.parties import merge_parties, remove_party, rename_party, set_party_kind
from canvasapp.edits.splitting import merge_notes, split_note
from tests.unit.small_canvas import note, workshop
from tests.unit.small_registers import EVIDENCE, GOAL, GUARANTEE, MOMENT, entry

START = workshop(
    note("n1", text="one\ntwo", status=NoteStatus.DECIDED, tags=("warm",)),
    note("n2", x=80, y=70, text="other"),
    entry("g", GUARANTEE, "G1", "n1", target=92.0, moment="m", owner="telecom"),
    entry("m", MOMENT, "M1", "n2", helpers=("telecom", "retailer")),
    entry("e", EVIDENCE, "EV1", about=("n1", "g", "n2")),
    entry("t", GOAL, "T1", owner="telecom"),
    SetAside("a", "b1", "tall", "why", "Known."),
    Waiver("i", "b1", "too-long", "n1", ""),
)


def as_high(note: Note, text: str) -> float:
    return note.h


def done(start: Workshop, edit: Edit) -> Workshop:
    after = start.after(with_consequences(start, edit))
    back = after.after(with_consequences(start, edit).inverse())
    assert (back.entries, back.parties) == (start.entries, start.parties)
    assert {b: v.entries for b, v in back.boards.items()} == {
        b: v.entries for b, v in start.boards.items()
    }
    return after


def entry_of(state: Workshop, note_id: str, board: str = "b1") -> Entry:
    on = state.boards[board]
    return on.entry_of[on.note(note_id).content]


def values(state: Workshop, entry_id: str) -> dict[str, Value]:
    known = {**state.entries, **state.boards["b1"].entries}
    return dict(known[entry_id].values)


def made(before: Workshop, after: Workshop, board: str = "b1") -> list[Note]:
    return [
        n for key, n in after.boards[board].notes.items() if key not in before.boards["b1"].notes
    ]


def test_an_entry_goes_with_its_note_and_nothing_refers_to_them_any_more() -> None:
    after = done(START, remove_notes(START.boards["b1"], ["n2"]))
    assert after.boards["b1"].entries.keys() == {"g", "t"}
    assert values(after, "g") == {"owner": "telecom", "target": 92.0}
    assert values(after, "e") == {"about": ("n1", "g")}


def test_a_field_whose_last_reference_goes_is_empty() -> None:
    after = done(START, remove_notes(START.boards["b1"], ["n1", "n2"]))
    assert after.entries["e"].values == ()


def test_a_copy_of_a_note_is_an_entry_too_with_a_code_of_its_own() -> None:
    after = done(START, duplicate_notes(START.boards["b1"], ["n1"], 10, 10))
    (copy,) = made(START, after)
    assert (copy.status, copy.tags) == (NoteStatus.DECIDED, ("warm",))
    copied = entry_of(after, copy.id)
    assert (copied.code, copied.values) == ("G2", entry_of(START, "n1").values)
    assert entry_of(after, "n1").code == "G1"


def test_notes_of_another_workshop_come_with_their_entries_but_without_its_records() -> None:
    foreign = new_id()
    copied = Entry("", None, "guarantee", "x", "G1", (("moment", foreign), ("target", 4.0)))
    edit = paste(START.boards["b1"], [note("x", board="elsewhere")], 0, 0, entries=[copied])
    after = done(START, edit)
    (pasted,) = made(START, after)
    entry = entry_of(after, pasted.id)
    assert is_id(foreign)
    assert (entry.code, entry.board, entry.values) == ("G2", "b1", (("target", 4.0),))


def test_the_first_part_of_a_split_note_keeps_the_entry() -> None:
    after = done(START, split_note(START.boards["b1"], "n1"))
    (part,) = made(START, after)
    assert entry_of(after, "n1").id == "g"
    assert part.content not in after.boards["b1"].entry_of
    assert (part.status, part.tags) == (NoteStatus.DECIDED, ("warm",))


def test_notes_made_one_have_one_entry_and_what_was_said_of_them_leads_there() -> None:
    after = done(START, merge_notes(START.boards["b1"], ["n2", "n1"], as_high))
    assert after.boards["b1"].notes.keys() == {"n1"}
    assert after.boards["b1"].entries.keys() == {"g", "t"}
    assert values(after, "e") == {"about": ("n1", "g")}
    assert values(after, "g") == {"owner": "telecom", "target": 92.0}


def test_a_reference_to_an_entry_leads_to_the_one_of_its_register_it_is_merged_into() -> None:
    refers = entry("g", GUARANTEE, "G1", "n3", moment="m2")
    about = entry("e", EVIDENCE, "EV1", about=("m2", "m1"))
    moments = entry("m1", MOMENT, "M1", "n1"), entry("m2", MOMENT, "M2", "n2")
    notes = note("n1"), note("n2", x=80), note("n3", x=150)
    start = workshop(*notes, *moments, refers, about)
    after = done(start, merge_notes(start.boards["b1"], ["n1", "n2"], as_high))
    assert (values(after, "g"), values(after, "e")) == ({"moment": "m1"}, {"about": ("m1",)})
    other = entry("g1", GUARANTEE, "G2", "n1")
    start = workshop(*notes, other, moments[1], refers, entry("e", EVIDENCE, "EV1", about=("m2",)))
    after = done(start, merge_notes(start.boards["b1"], ["n1", "n2"], as_high))
    assert (values(after, "g"), values(after, "e")) == ({}, {"about": ("n1",)})


def test_a_plain_note_takes_over_the_entry_of_one_that_is_merged_into_it() -> None:
    start = workshop(
        note("n1", text="a"),
        note("n2", x=80, text="b", tags=("warm",), status=NoteStatus.IDEA),
        entry("g", GUARANTEE, "G1", "n2"),
    )
    after = done(start, merge_notes(start.boards["b1"], ["n1", "n2"], as_high))
    assert entry_of(after, "n1").id == "g"
    kept = after.boards["b1"].note("n1")
    assert (kept.tags, kept.status) == (("warm",), NoteStatus.IDEA)


def test_entries_of_one_register_fill_each_others_gaps() -> None:
    one = entry("g1", GUARANTEE, "G1", "n1", target=1.0)
    two = entry("g2", GUARANTEE, "G2", "n2", target=2.0, owner="telecom")
    start = workshop(note("n1"), note("n2", x=80), one, two)
    after = done(start, merge_notes(start.boards["b1"], ["n1", "n2"], as_high))
    assert values(after, "g1") == {"owner": "telecom", "target": 1.0}
    assert "g2" not in after.boards["b1"].entries


def test_a_copied_board_has_entries_that_refer_to_each_other_there() -> None:
    after = done(START, duplicate_board(START, "b1", copy_id="b2"))
    copy = after.boards["b2"]
    by_code = {each.code: each for each in copy.entries.values()}
    assert by_code.keys() == {"G2", "M2", "T2"}
    assert by_code["G2"].get("moment") == by_code["M2"].id
    assert {each.note for each in copy.entries.values()} == {None, *copy.notes} - {""}
    assert [each.reason for each in copy.set_aside.values()] == ["Known."]
    assert [each.about for each in copy.waivers.values()] == ["n1"]
    assert after.boards["b1"].entries == START.boards["b1"].entries


def test_a_removed_board_takes_its_entries_along() -> None:
    two = START.after(duplicate_board(START, "b1", copy_id="b2"))
    after = done(two, remove_board(two, "b1"))
    assert after.boards.keys() == {"b2"}
    assert after.entries["e"].values == ()


def test_a_removed_party_leaves_no_trace_in_values() -> None:
    after = done(START, remove_party(START, "telecom"))
    assert values(after, "g").keys() == {"moment", "target"}
    assert values(after, "m") == {"helpers": ("retailer",)}
    assert values(after, "t") == {}


def test_a_renamed_party_is_the_same_party() -> None:
    after = done(START, rename_party(START, "telecom", "Fibre"))
    assert after.boards["b1"].entries == START.boards["b1"].entries


def test_merged_parties_keep_every_reference() -> None:
    start = START.after(Edit("", (Change(None, note("n3", party="telecom")),)))
    after = done(start, merge_parties(start, "telecom", "retailer"))
    assert after.parties.keys() == {"retailer"}
    assert after.boards["b1"].note("n3").party == "retailer"
    assert values(after, "g")["owner"] == "retailer"
    assert values(after, "m") == {"helpers": ("retailer",)}
    for gone, kept in [("telecom", "telecom"), ("telecom", "gone"), ("gone", "telecom")]:
        assert not merge_parties(start, gone, kept)


def test_a_party_is_given_a_kind() -> None:
    after = done(START, set_party_kind(START, "telecom", PartyKind.TEAM))
    assert after.parties["telecom"].kind is PartyKind.TEAM
    assert not set_party_kind(after, "telecom", PartyKind.TEAM)
    assert not set_party_kind(after, "gone", PartyKind.TEAM)


def test_what_has_no_consequences_is_the_same_edit() -> None:
    edit = set_text(START.boards["b1"], "n1", "new")
    assert with_consequences(START, edit) is edit


@pytest.mark.parametrize(
    ("taken", "code"), [([], "G1"), (["G1", "G3"], "G4"), (["GR7", "EV2"], "G1"), (["G9"], "G10")]
)
def test_the_next_code_is_over_all_others_of_its_letters(taken: list[str], code: str) -> None:
    assert next_code("G", taken) == code


def test_all_boards_see_the_entries_that_lie_on_none() -> None:
    held = START.entries["e"]
    after = START.after(Edit("", (Change(held, replace(held, code="EV2")),)))
    assert after.boards["b1"].in_common["e"].code == "EV2"
