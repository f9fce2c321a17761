"""Assumptions on their board: dragged, moved by arrows, written, and led from to note and thread."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from canvasapp.domain.assumptions import cell_of
from canvasapp.domain.entries import entry_by_id
from canvasapp.domain.records import Entry
from canvasapp.domain.register import Value
from canvasapp.edits.assumptions import assume
from canvasapp.edits.entries import add_entry
from canvasapp.panels.matrix import MatrixPanel
from canvasapp.panels.matrix.card import AssumptionCard
from canvasapp.templates import load_registers
from tests.gui.windows.conftest import Program

REGISTER = load_registers()["assumption"]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@pytest.fixture
def example(unsaid: Program) -> Program:
    return unsaid


@pytest.fixture
def panel(example: Program) -> MatrixPanel:
    believed(example, "a", "Movers call once", importance=5.0, evidence_strength=0.0)
    return example.turn_to("matrix", MatrixPanel)


def believed(example: Program, entry_id: str, words: str, **values: Value) -> None:
    held = (("statement", words), *values.items())
    edit = add_entry(example.page.journal.workshop, REGISTER, values=held, entry_id=entry_id)
    example.page.journal.commit(edit)
    example.settle()


def held(example: Program, entry_id: str = "a") -> Entry:
    found = entry_by_id(example.page.journal.workshop, entry_id)
    assert found is not None
    return found


def send(card: AssumptionCard, kind: QMouseEvent.Type, at: QPoint, button: Qt.MouseButton) -> None:
    """A real event where the hand is, in px of the matrix."""
    place = card.mapToGlobal(at - card.pos())
    buttons = NONE if kind is QMouseEvent.Type.MouseButtonRelease else LEFT
    here = QPointF(card.mapFromGlobal(place))
    no_keys = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, here, QPointF(place), button, buttons, no_keys)
    QApplication.sendEvent(card, event)


def pick_up(panel: MatrixPanel, to: tuple[int, int]) -> tuple[AssumptionCard, QPoint]:
    """Drags the assumption over a cell, and holds it there."""
    card = panel.matrix.cards["a"]
    left, top, width, height = panel.matrix.grid.cells[to]
    target = QPoint(left + width // 2, top + height // 2)
    send(card, QMouseEvent.Type.MouseButtonPress, card.geometry().center(), LEFT)
    for _ in range(2):  # the card comes along: the second move ends at the target
        send(card, QMouseEvent.Type.MouseMove, target, NONE)
    return card, target


def test_dragging_weighs_importance_and_evidence_in_one_edit(
    example: Program, panel: MatrixPanel
) -> None:
    card, target = pick_up(panel, (2, 3))
    assert cell_of(held(example)) == (5, 0)
    send(card, QMouseEvent.Type.MouseButtonRelease, target, LEFT)
    assert cell_of(held(example)) == (2, 3)
    example.page.journal.undo()
    assert cell_of(held(example)) == (5, 0)


def test_what_a_chosen_number_means_stands_below_it(example: Program, panel: MatrixPanel) -> None:
    entry_id = next(iter(panel.matrix.cards))
    panel.speak_of(entry_id)
    example.press("Importance 1-5: 3")
    assert panel.detail.fields["importance"].line.words.text() == "Matters"


def test_escape_ends_a_drag_and_nothing_has_changed(example: Program, panel: MatrixPanel) -> None:
    card, target = pick_up(panel, (2, 3))
    before = panel.matrix.grid.placed["a"].box
    QTest.keyClick(card, Qt.Key.Key_Escape)
    send(card, QMouseEvent.Type.MouseButtonRelease, target, LEFT)
    assert cell_of(held(example)) == (5, 0)
    assert card.geometry().getRect() == before


def test_dropped_beside_the_cells_it_stays_where_it_was(
    example: Program, panel: MatrixPanel
) -> None:
    card, _ = pick_up(panel, (2, 3))
    for _ in range(2):
        send(card, QMouseEvent.Type.MouseMove, QPoint(10, 10), NONE)
    send(card, QMouseEvent.Type.MouseButtonRelease, QPoint(10, 10), LEFT)
    assert cell_of(held(example)) == (5, 0)


def test_arrows_weigh_and_stop_at_the_edge(example: Program, panel: MatrixPanel) -> None:
    card = panel.matrix.cards["a"]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(card, key)
    assert cell_of(held(example)) == (4, 2)
    for _ in range(5):
        QTest.keyClick(card, Qt.Key.Key_Up)
    assert cell_of(held(example)) == (5, 2)
    assert card.hasFocus()


def test_one_that_is_not_weighed_comes_onto_the_matrix_by_an_arrow(
    example: Program, panel: MatrixPanel
) -> None:
    believed(example, "b", "Nobody knows")
    assert panel.matrix.grid.tray is not None
    QTest.keyClick(panel.matrix.cards["b"], Qt.Key.Key_Right)
    assert cell_of(held(example, "b")) is not None
    assert panel.matrix.grid.tray is None


def test_what_the_test_of_a_riskiest_one_lacks_is_said(
    example: Program, panel: MatrixPanel
) -> None:
    card = panel.matrix.cards["a"]
    assert card.accessibleName() == "A1: Movers call once"
    said = card.accessibleDescription()
    assert said == "Importance 5, evidence 0. Missing: test, owner, due"
    QTest.keyClick(card, Qt.Key.Key_Down)
    QTest.keyClick(card, Qt.Key.Key_Down)
    example.settle()
    assert card.accessibleDescription() == "Importance 3, evidence 0"


def test_the_test_is_written_beside_the_matrix(example: Program, panel: MatrixPanel) -> None:
    example.qtbot.mouseClick(panel.matrix.cards["a"], LEFT)
    field = example.seen(QPlainTextEdit, "Test")
    field.setFocus()
    example.qtbot.keyClicks(field, "Ask ten movers")
    example.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert held(example).get("test") == "Ask ten movers"


def test_an_assumption_is_added_and_its_words_are_asked_for(
    example: Program, panel: MatrixPanel
) -> None:
    example.press("Add an assumption")
    example.type("It pays")
    example.key(Qt.Key.Key_Return)
    said = {each.get("statement") for each in example.page.journal.workshop.entries.values()}
    assert said == {"Movers call once", "It pays"}


def test_a_removed_one_leaves_the_matrix(example: Program, panel: MatrixPanel) -> None:
    panel.speak_of("a")
    example.press("Remove the assumption")
    assert panel.matrix.cards == {}
    assert panel.detail.shown == ""


def test_a_note_becomes_an_assumption_that_leads_back_to_it(
    example: Program, panel: MatrixPanel
) -> None:
    page = example.page
    note = next(iter(page.board.notes.values()))
    page.journal.commit(assume(page.journal.workshop, REGISTER, page.board.id, [note.id]))
    example.settle()
    (made,) = (each for each in page.journal.workshop.entries.values() if each.get("about"))
    panel.speak_of(made.id)
    example.press("Show its note")
    assert page.frame.rooms.shown is None
    assert page.view.selected_ids == (note.id,)


def test_an_assumption_leads_to_its_thread(example: Program, panel: MatrixPanel) -> None:
    panel.speak_of("a")
    example.press("Evidence and decisions")
    assert example.page.frame.deck.shown == "evidence"
    assert example.page.frame.rooms.shown is None


def test_the_menu_of_a_note_makes_an_assumption_once(example: Program) -> None:
    page = example.page
    note = next(iter(page.board.notes))
    for _ in range(2):
        page.view.select([note])
        example.choose(page.context_menu(), "Make this note", "an assumption")
    (made,) = page.journal.workshop.entries.values()
    assert made.register == "assumption"
