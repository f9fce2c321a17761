"""Notes made testable: what the plans for entries change, and what is read from them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.entries import missing, offered, register_rows, value_of
from canvasapp.domain.records import Entry, NoteKind
from canvasapp.domain.register import Field, FieldType, Register, Scope, Value, with_value
from canvasapp.edits import entries
from canvasapp.edits.consequences import with_consequences
from canvasapp.edits.values import UnfitValueError
from canvasapp.templates import load_registers, load_templates
from tests.unit.small_canvas import note, workshop
from tests.unit.small_registers import EVIDENCE, GOAL, GUARANTEE, MOMENT, entry


def done(start: Workshop, edit: Edit) -> Workshop:
    return start.after(with_consequences(start, edit))


def only_entry(state: Workshop) -> Entry:
    (found,) = state.boards["b1"].entries.values()
    return found


def test_a_note_becomes_an_entry_and_its_text_is_the_main_field() -> None:
    start = workshop(note("n1", text="Fixed within 48 hours"))
    after = done(start, entries.make_entry(start, "b1", "n1", GUARANTEE, "g"))
    made = only_entry(after)
    assert made == Entry("g", "b1", "guarantee", "n1", "G1")
    n1 = after.boards["b1"].note("n1")
    assert n1 == start.boards["b1"].note("n1")
    assert value_of(GUARANTEE, made, n1, "statement") == "Fixed within 48 hours"


def test_codes_count_on_through_the_whole_workshop_and_never_come_back() -> None:
    far = replace(entry("g9", GUARANTEE, "G9", "n2"), board="b2")
    start = workshop(note("n1"), note("n2", board="b2"), far, boards=("b1", "b2"))
    after = done(start, entries.make_entry(start, "b1", "n1", GUARANTEE))
    assert only_entry(after).code == "G10"
    assert only_entry(done(start, entries.make_entry(start, "b1", "n1", MOMENT))).code == "M1"


def test_an_entry_of_another_register_keeps_its_id_and_what_fits() -> None:
    held = entry("g", GUARANTEE, "G1", "n1", target=7.0, owner="telecom", kept=True)
    start = workshop(note("n1"), held)
    after = done(start, entries.make_entry(start, "b1", "n1", MOMENT))
    assert only_entry(after) == Entry("g", "b1", "moment", "n1", "M1", (("target", 7.0),))
    broken = workshop(note("n1"), replace(held, values=with_value(held.values, "target", 7.5)))
    assert only_entry(done(broken, entries.make_entry(broken, "b1", "n1", MOMENT))).values == ()


@pytest.mark.parametrize(
    ("note_id", "register"),
    [("gone", GUARANTEE), ("n1", GUARANTEE), ("n1", EVIDENCE), ("n1", GOAL), ("h1", GUARANTEE)],
)
def test_what_can_not_be_made_an_entry_is_passed_over(note_id: str, register: Register) -> None:
    held = entry("g", GUARANTEE, "G1", "n1")
    start = workshop(note("n1"), note("h1", kind=NoteKind.HEADING), held)
    assert not entries.make_entry(start, "b1", note_id, register)
    assert not entries.make_entry(start, "gone", note_id, register)


def test_a_note_that_stops_being_an_entry_stays_with_its_text() -> None:
    start = workshop(note("n1", text="Kept"), note("n2"), entry("g", GUARANTEE, "G1", "n1"))
    after = done(start, entries.unmake_entries(start.boards["b1"], ["n1", "n2", "gone"]))
    assert not after.boards["b1"].entries
    assert after.boards["b1"].note("n1").text == "Kept"


def test_entries_without_a_note_lie_where_their_register_says() -> None:
    start = workshop()
    goal = done(start, entries.add_entry(start, GOAL, "b1", (("on", "2026-05-31"),)))
    assert only_entry(goal).get("on") == "2026-05-31"
    known = done(goal, entries.add_entry(goal, EVIDENCE, values=(("finding", " "),)))
    (evidence,) = known.entries.values()
    assert (evidence.board, evidence.note, evidence.code, evidence.values) == (
        None,
        None,
        "EV1",
        (),
    )
    assert known.boards["b1"].in_common is known.entries
    assert not entries.add_entry(start, GUARANTEE, "b1")
    assert not entries.add_entry(start, GOAL)


def test_removed_entries_leave_their_notes() -> None:
    start = workshop(note("n1"), entry("g", GUARANTEE, "G1", "n1"), entry("e", EVIDENCE, "EV1"))
    edit = entries.remove_entries(start, ["g", "e", "gone"])
    after = done(start, edit)
    assert edit.label == "Remove 2 entries"
    assert not after.entries
    assert not after.boards["b1"].entries
    assert after.boards["b1"].notes.keys() == {"n1"}


def test_a_value_is_set_changed_and_cleared() -> None:
    state = workshop(note("n1"), entry("g", GUARANTEE, "G1", "n1"))
    steps: list[tuple[Value | None, float | None]] = [("92", 92.0), (95, 95.0), (None, None)]
    for given, kept in steps:
        state = done(state, entries.set_value(state, GUARANTEE, "g", "target", given))
        assert only_entry(state).get("target") == kept
    assert only_entry(state).values == ()
    assert not entries.set_value(state, GUARANTEE, "g", "target", None)
    assert not entries.set_value(state, GUARANTEE, "gone", "target", 4)
    assert not entries.set_value(state, MOMENT, "g", "target", 4)
    with pytest.raises(UnfitValueError, match="from 0 to 100"):
        entries.set_value(state, GUARANTEE, "g", "target", 101)


def test_the_main_field_of_a_note_is_its_text_unless_it_is_locked() -> None:
    start = workshop(note("n1"), entry("g", GUARANTEE, "G1", "n1"))
    after = done(start, entries.set_value(start, GUARANTEE, "g", "statement", "New words", 90.0))
    assert (after.boards["b1"].note("n1").text, after.boards["b1"].note("n1").h) == (
        "New words",
        90,
    )
    assert only_entry(after).values == ()
    held = workshop(note("n1", locked=True), entry("g", GUARANTEE, "G1", "n1"))
    assert not entries.set_value(held, GUARANTEE, "g", "statement", "New words")


def test_the_main_field_of_an_entry_without_a_note_is_a_value() -> None:
    start = workshop(entry("e", EVIDENCE, "EV1"))
    after = done(start, entries.set_value(start, EVIDENCE, "e", "finding", "Warm"))
    assert after.entries["e"].values == (("finding", "Warm"),)


def test_what_is_required_and_empty_is_missing() -> None:
    blank, said = note("n1", text=" "), note("n1", text="Fixed")
    held = entry("g", GUARANTEE, "G1", "n1")
    assert [f.id for f in missing(GUARANTEE, held, blank)] == ["statement", "target", "owner"]
    full = replace(held, values=(("owner", "telecom"), ("target", 0.0)))
    assert missing(GUARANTEE, full, said) == ()
    assert [f.id for f in missing(EVIDENCE, entry("e", EVIDENCE, "EV1"), None)] == [
        "finding",
        "about",
    ]


def test_a_block_offers_its_registers_that_notes_can_be_entries_of() -> None:
    board = workshop(note("n1"), note("out", block=None, perspective=None)).boards["b1"]
    blocks = (replace(board.template.block("tall"), registers=("goal", "moment", "x")),)
    board = replace(board, template=replace(board.template, blocks=blocks))
    known = {each.id: each for each in (GUARANTEE, MOMENT, GOAL)}
    assert offered(board, board.note("n1"), known) == [MOMENT]
    assert offered(board, board.note("out"), known) == []


def test_every_register_of_a_block_that_is_a_blocks_is_offered_there() -> None:
    registers = load_registers()
    named = {each for t in load_templates().values() for b in t.blocks for each in b.registers}
    of_blocks = {each.id for each in registers.values() if each.scope is Scope.BLOCK}
    assert of_blocks <= named


def test_the_rows_of_a_register_stand_in_the_order_of_boards_and_codes() -> None:
    start = workshop(
        note("n1"),
        note("n2", shared="s"),
        note("n3", board="b2", shared="s"),
        entry("g10", GUARANTEE, "G10", "n1"),
        entry("g2", GUARANTEE, "G2", "gone"),
        replace(entry("far", GUARANTEE, "G1"), board="b2"),
        replace(entry("both", GUARANTEE, "G7", "s"), board=None),
        entry("m", MOMENT, "M1", "n1"),
        boards=("b1", "b2"),
    )
    rows = register_rows(start, "guarantee")
    b1, b2 = start.boards_in_order()
    told = [(row.entry.code, row.board, row.note and row.note.id) for row in rows]
    assert told == [("G2", b1, None), ("G7", b1, "n2"), ("G10", b1, "n1"), ("G1", b2, None)]


@pytest.mark.parametrize(
    ("capability", "effort", "value"),
    [
        ("above expectation", "as expected", "high"),
        ("above expectation", "less than expected", "high"),
        ("above expectation", "more than expected", "met"),
        ("as expected", "less than expected", "high"),
        ("as expected", "as expected", "met"),
        ("as expected", "more than expected", "low"),
        ("below expectation", "less than expected", "low"),
        ("below expectation", None, None),
        (None, "as expected", None),
    ],
)
def test_the_value_realised_follows_from_capability_and_effort(
    capability: Value | None, effort: Value | None, value: Value | None
) -> None:
    held = with_value(with_value((), "capability", capability), "effort", effort)
    expectation = Register(
        "expectation", "EX", "", "", Scope.BLOCK, None, (Field("realised", "", FieldType.COMPUTED),)
    )
    assert (
        value_of(expectation, Entry("x", "b1", "expectation", "n", "EX1", held), None, "realised")
        == value
    )
