"""Go, adjust or no-go: thresholds written, agreed and locked, measured, and reopened with a reason."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from canvasapp.domain.entries import entries
from canvasapp.domain.records import Entry
from canvasapp.edits.boards import new_board
from canvasapp.edits.entries import add_entry
from canvasapp.panels.thresholds import ThresholdsPanel
from canvasapp.templates import load_registers
from tests.gui.windows.conftest import Program

REGISTER = load_registers()["go_no_go"]
TERMS = (
    ("criterion", "defect rate"),
    ("metric", "Handshakes that came back"),
    ("go_if", "< 5 %"),
    ("no_go_if", "> 15 %"),
)


@pytest.fixture
def example(unsaid: Program) -> Program:
    return unsaid


@pytest.fixture
def panel(example: Program) -> ThresholdsPanel:
    add(example)
    return example.turn_to("thresholds", ThresholdsPanel)


def add(example: Program, count: int = len(TERMS)) -> None:
    page = example.page
    page.journal.commit(add_entry(page.journal.workshop, REGISTER, page.board.id, TERMS[:count]))
    example.settle()


def of(example: Program, register: str) -> list[Entry]:
    return [e for e in entries(example.page.journal.workshop) if e.register == register]


def write(example: Program, name: str, text: str) -> None:
    field = example.seen(QPlainTextEdit, name)
    field.setFocus()
    example.qtbot.keyClicks(field, text)
    example.qtbot.keyClick(field, Qt.Key.Key_Return)
    example.settle()


def test_a_threshold_is_added_and_its_metric_is_asked_for(
    example: Program, panel: ThresholdsPanel
) -> None:
    example.press("Add a threshold")
    example.type("Cost per home")
    example.key(Qt.Key.Key_Return)
    assert {each.get("metric") for each in of(example, "go_no_go")} == {
        "Handshakes that came back",
        "Cost per home",
    }


def test_what_is_agreed_is_locked_and_the_verdict_stays_open(
    example: Program, panel: ThresholdsPanel
) -> None:
    example.press("Agree these thresholds today")
    (agreed,) = of(example, "go_no_go")
    assert agreed.get("agreed_on") is not None
    (row,) = panel.rows.values()
    assert set(row.closed) == {"criterion", "metric", "go_if", "no_go_if"}
    assert set(row.fields) == {"actual", "verdict"}
    assert "Remove T1" not in example.buttons()
    example.press("Verdict: Go")
    assert of(example, "go_no_go")[0].get("verdict") == "go"


def test_what_is_being_typed_is_agreed_too_and_the_keyboard_stays_in_the_panel(
    example: Program, panel: ThresholdsPanel
) -> None:
    (row,) = panel.rows.values()
    row.fields["go_if"].input.setFocus()
    example.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    example.type("one in 50 or less")
    example.press("Agree these thresholds today")
    (agreed,) = of(example, "go_no_go")
    assert agreed.get("go_if") == "one in 50 or less"
    (row,) = panel.rows.values()
    assert row.closed["go_if"].words.text() == "one in 50 or less"
    assert panel.isAncestorOf(example.window.focusWidget())


def test_what_has_no_terms_is_not_agreed_and_that_is_said(
    example: Program, panel: ThresholdsPanel
) -> None:
    add(example, 2)
    example.press("Agree these thresholds today")
    assert not any(each.get("agreed_on") for each in of(example, "go_no_go"))
    assert example.page.frame.status.message.startswith("T2 needs a metric")


def test_reopening_asks_for_a_reason_and_keeps_it_as_a_decision(
    example: Program, panel: ThresholdsPanel
) -> None:
    example.press("Agree these thresholds today")
    example.press("Reopen")
    example.press("Reopen the thresholds")
    assert of(example, "decision") == []
    write(example, "Why", "The pilot is smaller")
    write(example, "Decided by (role)", "Sponsors")
    example.press("Reopen the thresholds")
    (decision,) = of(example, "decision")
    (threshold,) = of(example, "go_no_go")
    assert threshold.get("agreed_on") is None
    assert decision.get("about") == (threshold.id,)
    assert (decision.get("why"), decision.get("by_role")) == ("The pilot is smaller", "Sponsors")
    assert "Remove T1" in example.buttons()


def test_reopening_is_left_without_a_trace(example: Program, panel: ThresholdsPanel) -> None:
    example.press("Agree these thresholds today")
    example.press("Reopen")
    example.press("Leave them agreed")
    assert of(example, "decision") == []
    assert of(example, "go_no_go")[0].get("agreed_on") is not None
    assert "Reopen the thresholds" not in example.buttons()


def test_undo_takes_the_agreement_back_and_the_fields_open(
    example: Program, panel: ThresholdsPanel
) -> None:
    example.press("Agree these thresholds today")
    example.page.journal.undo()
    example.settle()
    (row,) = panel.rows.values()
    assert "metric" in row.fields


def test_the_dates_of_a_board_are_one_entry(example: Program, panel: ThresholdsPanel) -> None:
    write(example, "Framing session", "2026-03-02")
    write(example, "Pilot from", "2026-05-04")
    (dates,) = of(example, "timeline")
    assert dates.board == example.page.board.id
    assert (dates.get("framing_on"), dates.get("pilot_start")) == ("2026-03-02", "2026-05-04")


def test_each_board_has_thresholds_of_its_own(example: Program, panel: ThresholdsPanel) -> None:
    page = example.page
    page.perform(new_board(page.journal.workshop, page.board.head.template))
    page.guide.show_panel("thresholds")
    example.settle()
    assert panel.rows == {}


def test_a_threshold_leads_to_what_is_known_about_it(
    example: Program, panel: ThresholdsPanel
) -> None:
    example.press("Evidence and decisions about T1")
    assert example.page.frame.deck.shown == "evidence"


def test_an_open_threshold_is_removed(example: Program, panel: ThresholdsPanel) -> None:
    example.press("Remove T1")
    assert of(example, "go_no_go") == []
    assert panel.rows == {}
