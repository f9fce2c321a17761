"""Assumptions between importance and evidence, and what their test lacks."""

from __future__ import annotations

import pytest

from canvasapp.domain.assumptions import ASSUMPTION, cell_of, is_risky, lacking
from canvasapp.domain.entries import entry_by_id
from canvasapp.domain.records import Entry, NoteKind, NoteStatus
from canvasapp.domain.register import Register, Value
from canvasapp.domain.trace import thread_of
from canvasapp.edits.assumptions import assume, weigh
from canvasapp.edits.values import UnfitValueError
from canvasapp.templates import load_registers
from tests.unit.small_canvas import note, workshop


@pytest.fixture(scope="module")
def register() -> Register:
    return load_registers()[ASSUMPTION]


def assumption(**values: Value) -> Entry:
    return Entry("a", None, ASSUMPTION, None, "A1", tuple(sorted(values.items())))


def test_an_assumption_lies_where_importance_and_evidence_meet() -> None:
    assert cell_of(assumption(importance=4.0, evidence_strength=0.0)) == (4, 0)
    assert cell_of(assumption(importance=4.0)) is None


def test_the_riskiest_are_important_and_hardly_proven() -> None:
    assert all(map(is_risky, [(4, 1), (5, 0)]))
    assert not any(map(is_risky, [(3, 0), (5, 2), None]))


def test_the_riskiest_need_a_test_an_owner_and_a_day() -> None:
    risky = {"importance": 5.0, "evidence_strength": 0.0}
    assert lacking(assumption(**risky)) == ("test", "owner", "due")
    assert lacking(assumption(**risky, test="Ask ten", owner="telecom", due="2026-05-01")) == ()
    assert lacking(assumption(importance=2.0, evidence_strength=0.0)) == ()


def test_weighing_changes_both_in_one_edit(register: Register) -> None:
    start = workshop(assumption(importance=1.0, evidence_strength=0.0))
    edit = weigh(start, register, "a", (5, 3))
    weighed = entry_by_id(start.after(edit), "a")
    assert weighed is not None
    assert cell_of(weighed) == (5, 3)
    assert len(edit.changes) == 1
    assert not weigh(start, register, "a", (1, 0))
    assert not weigh(start, register, "gone", (1, 0))


def test_off_the_scales_nothing_is_weighed(register: Register) -> None:
    with pytest.raises(UnfitValueError, match="Importance"):
        weigh(workshop(assumption()), register, "a", (6, 0))


def test_a_note_becomes_an_assumption_that_leads_back_to_it(register: Register) -> None:
    start = workshop(note("n1", text="People **wait**"), note("n2", text=""))
    after = start.after(assume(start, register, "b1", ["n1", "n2"]))
    (made,) = after.entries.values()
    assert made.get("statement") == "People wait"
    assert after.boards["b1"].note("n1").status is NoteStatus.ASSUMPTION
    assert after.boards["b1"].note("n2").status is None
    thread = thread_of(after, "n1")
    assert thread is not None
    assert thread.assumptions == (made,)


def test_what_more_was_said_of_a_note_stays(register: Register) -> None:
    start = workshop(note("n1", status=NoteStatus.EVIDENCED), note("h", kind=NoteKind.HEADING))
    edit = assume(start, register, "b1", ["n1", "h"])
    assert len(edit.changes) == 1
    assert start.after(edit).boards["b1"].note("n1").status is NoteStatus.EVIDENCED
