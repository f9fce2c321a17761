"""Thresholds that are agreed stay as they are, whoever asks, until a decision reopens them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from canvasapp.domain.board import Workshop
from canvasapp.domain.entries import entry_by_id
from canvasapp.domain.records import Entry
from canvasapp.domain.register import Register, Value
from canvasapp.edits.entries import add_entry, remove_entries, set_value
from canvasapp.edits.thresholds import agree, reopen
from canvasapp.edits.values import UnfitValueError
from canvasapp.templates import load_registers
from tests.unit.small_canvas import workshop

DAY = date(2026, 5, 1)
LATER = date(2026, 6, 2)


@pytest.fixture(scope="module")
def registers() -> Mapping[str, Register]:
    return load_registers()


def threshold(entry_id: str = "t", code: str = "T1", **values: Value) -> Entry:
    terms: dict[str, Value] = {"metric": "Faults fixed", "go_if": "> 90 %", "no_go_if": "< 70 %"}
    return Entry(entry_id, "b1", "go_no_go", None, code, tuple(sorted({**terms, **values}.items())))


def held(state: Workshop, entry_id: str = "t") -> Entry:
    found = entry_by_id(state, entry_id)
    assert found is not None
    return found


@pytest.fixture
def agreed() -> Workshop:
    start = workshop(threshold())
    return start.after(agree(start, ["t"], DAY))


def test_thresholds_are_agreed_on_a_day(agreed: Workshop) -> None:
    assert held(agreed).get("agreed_on") == "2026-05-01"


def test_what_is_agreed_already_keeps_its_day(agreed: Workshop) -> None:
    assert not agree(agreed, ["t"], LATER)


def test_a_threshold_without_terms_can_not_be_agreed(registers: Mapping[str, Register]) -> None:
    bare = Entry("t", "b1", "go_no_go", None, "T1", (("metric", "Faults fixed"),))
    with pytest.raises(UnfitValueError, match="T1 needs a metric, a go if and a no-go if"):
        agree(workshop(bare), ["t"], DAY)
    with pytest.raises(UnfitValueError, match="T1 needs"):
        set_value(workshop(bare), registers["go_no_go"], "t", "agreed_on", "2026-05-01")
    with pytest.raises(UnfitValueError, match="T1 needs"):
        add_entry(workshop(), registers["go_no_go"], "b1", (("agreed_on", "2026-05-01"),))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("metric", "Another"),
        ("go_if", None),
        ("no_go_if", "< 10 %"),
        ("criterion", "defect rate"),
        ("agreed_on", None),
        ("agreed_on", "2026-06-02"),
    ],
)
def test_an_agreed_threshold_refuses_other_terms(
    agreed: Workshop, registers: Mapping[str, Register], field: str, value: str | None
) -> None:
    with pytest.raises(UnfitValueError, match="T1 was agreed on 2026-05-01: reopen it"):
        set_value(agreed, registers["go_no_go"], "t", field, value)


def test_an_agreed_threshold_can_not_be_taken_away(agreed: Workshop) -> None:
    with pytest.raises(UnfitValueError, match="T1 was agreed on 2026-05-01"):
        remove_entries(agreed, ["t"])
    assert remove_entries(workshop(threshold()), ["t"])


def test_what_was_measured_and_the_verdict_are_written_after_agreeing(
    agreed: Workshop, registers: Mapping[str, Register]
) -> None:
    for field, value in (("actual", 91.5), ("verdict", "go")):
        assert set_value(agreed, registers["go_no_go"], "t", field, value)


def test_the_same_words_again_are_no_change(
    agreed: Workshop, registers: Mapping[str, Register]
) -> None:
    assert not set_value(agreed, registers["go_no_go"], "t", "metric", "Faults fixed")


def test_reopening_is_a_decision_about_the_thresholds(
    agreed: Workshop, registers: Mapping[str, Register]
) -> None:
    edit = reopen(agreed, registers["decision"], ["t"], "The pilot is smaller", "Sponsors", LATER)
    after = agreed.after(edit)
    assert held(after).get("agreed_on") is None
    (decision,) = (each for each in after.entries.values() if each.register == "decision")
    assert decision.get("about") == ("t",)
    assert decision.get("what") == "T1 (agreed on 2026-05-01) reopened"
    assert (decision.get("why"), decision.get("by_role")) == ("The pilot is smaller", "Sponsors")
    assert decision.get("date") == "2026-06-02"
    assert set_value(after, registers["go_no_go"], "t", "metric", "Another")
    assert after.after(edit.inverse()).boards["b1"].entries == agreed.boards["b1"].entries


def test_nothing_is_reopened_without_a_reason(
    agreed: Workshop, registers: Mapping[str, Register]
) -> None:
    with pytest.raises(UnfitValueError, match="Say why"):
        reopen(agreed, registers["decision"], ["t"], " ", "Sponsors", LATER)


def test_what_is_not_agreed_needs_no_reopening(registers: Mapping[str, Register]) -> None:
    assert not reopen(workshop(threshold()), registers["decision"], ["t"], "Why", "", LATER)
