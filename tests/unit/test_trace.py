"""From a decision to notes, evidence and questions, and back from each of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvasapp.domain.board import Workshop
from canvasapp.domain.records import Entry
from canvasapp.domain.trace import Thread, thread_of, threads_from, threads_to
from canvasapp.edits.evidence import attach, detach
from canvasapp.edits.values import UnfitValueError
from tests.unit.small_canvas import note, workshop
from tests.unit.small_registers import EVIDENCE, GUARANTEE, MOMENT, entry

DECISION = replace(EVIDENCE, id="decision", code="D")
START = workshop(
    note("n1", question="what", shared="s"),
    note("n2", x=80),
    note("n3", board="b2", shared="s"),
    replace(entry("g", GUARANTEE, "G1", "s", moment="e2"), board=None),
    entry("m", MOMENT, "M1", "n2"),
    entry("e1", EVIDENCE, "EV1", about=("s",)),
    entry("e2", EVIDENCE, "EV2"),
    entry("e10", EVIDENCE, "EV10", about=("g", "n2")),
    Entry("d1", None, "decision", None, "D1", (("about", ("g", "m", "gone")),)),
    Entry("d2", None, "decision", None, "D2"),
    boards=("b1", "b2"),
)


def codes(thread: Thread | None) -> tuple[list[str], list[str]]:
    assert thread is not None
    return [each.code for each in thread.evidence], [each.code for each in thread.decisions]


def test_all_that_is_said_about_a_note_is_found_from_it_and_from_its_entry() -> None:
    from_note, from_entry = thread_of(START, "s"), thread_of(START, "g")
    assert from_note == from_entry
    assert codes(from_note) == (["EV1", "EV2", "EV10"], ["D1"])
    assert from_note is not None
    assert [n.id for n in from_note.notes] == ["n1", "n3"]
    assert [q.id for q in from_note.questions] == ["what"]


def test_a_thread_of_nothing_is_none() -> None:
    assert thread_of(START, "gone") is None
    alone = thread_of(START, "d2")
    assert alone is not None
    assert (alone.notes, alone.evidence, alone.decisions) == ((), (), ())


def test_a_decision_leads_to_the_notes_it_is_about() -> None:
    threads = threads_from(START, START.entries["d1"])
    assert [[n.id for n in thread.notes] for thread in threads] == [["n1", "n3"], ["n2"]]
    assert [codes(thread)[0] for thread in threads] == [["EV1", "EV2", "EV10"], ["EV10"]]


def test_evidence_leads_to_what_it_is_about_and_to_what_refers_to_it() -> None:
    (thread,) = threads_from(START, START.entries["e2"])
    assert thread.entry == START.entries["g"]


def test_a_question_leads_to_its_answers_with_all_that_is_known_about_them() -> None:
    (thread,) = threads_to(START, "b1", "tall", "what")
    assert codes(thread) == (["EV1", "EV2", "EV10"], ["D1"])
    assert threads_to(START, "b1", "tall", "why") == []


def about(state: Workshop, entry_id: str) -> object:
    return state.entries[entry_id].get("about")


def test_evidence_is_attached_to_notes_and_entries_and_detached_again() -> None:
    state = START.after(attach(START, EVIDENCE, "e2", ["n2", "g", "n2"]))
    assert about(state, "e2") == ("n2", "g")
    state = state.after(attach(state, EVIDENCE, "e2", ["m"]))
    state = state.after(detach(state, EVIDENCE, "e2", ["g", "n2"]))
    assert about(state, "e2") == ("m",)
    state = state.after(detach(state, EVIDENCE, "e2", ["m"]))
    assert about(state, "e2") is None


def test_what_is_not_there_is_attached_to_nothing() -> None:
    assert not attach(START, EVIDENCE, "gone", ["n2"])
    assert not attach(START, EVIDENCE, "d2", ["n2"])
    assert not attach(START, DECISION, "d2", [])
    assert not attach(START, DECISION, "d2", ["n2"], "finding")
    with pytest.raises(UnfitValueError, match="About names something that is not in"):
        attach(START, DECISION, "d2", ["gone"])
