"""All entries of a kind in a table: sorted, filtered, written in place, added, removed, copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from canvasapp.controls.choice_list import ChoiceField
from canvasapp.domain.entries import code_order, entry_by_id, register_rows
from canvasapp.domain.records import Entry
from canvasapp.panels.registers import RegistersPanel
from tests.gui.windows.conftest import Program

Key = Qt.Key
CANVAS = "joint-service-proposition"
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def risks(example: Program) -> Program:
    """The risks of the worked example, on their page."""
    page = example.page
    boards = page.journal.workshop.boards.values()
    page.show_board(next(b.id for b in boards if b.head.template == CANVAS))
    page.guide.show_panel("registers", "risk")
    example.settle()
    return example


def panel(program: Program) -> RegistersPanel:
    return program.panel("registers", RegistersPanel)


def codes(program: Program) -> list[str]:
    return [line.row.entry.code for line in panel(program).model.lines]


def entry(program: Program, code: str) -> Entry:
    rows = register_rows(program.page.journal.workshop, "risk")
    return next(row.entry for row in rows if row.entry.code == code)


def go_to(program: Program, row: int, heading: str) -> None:
    """The keyboard to a cell."""
    model, table = panel(program).model, panel(program).table
    assert model.table is not None
    table.setCurrentIndex(model.index(row, model.table.headings.index(heading)))
    table.setFocus()


def key(program: Program, pressed: Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(panel(program).table, pressed, modifier)
    program.settle()


def test_the_action_shows_the_page_and_leads_back(example: Program) -> None:
    example.page.commands["registers"].trigger()
    assert panel(example).isVisible()
    assert not example.page.view.isVisible()
    example.page.commands["registers"].trigger()
    assert example.page.view.isVisible()


def test_all_entries_of_the_kind_are_listed(risks: Program) -> None:
    rows = register_rows(risks.page.journal.workshop, "risk")
    assert codes(risks) == [row.entry.code for row in rows]


def test_the_registers_are_told_with_their_counts(risks: Program) -> None:
    workshop = risks.page.journal.workshop
    for row in panel(risks).kinds.rows:
        count = len(register_rows(workshop, row.register.id))
        said = "1 entry" if count == 1 else f"{count} entries"
        assert row.accessibleDescription() == said


def test_another_register_is_chosen_from_the_list(risks: Program) -> None:
    risks.press("Journey moments")
    assert {code_order(code)[0] for code in codes(risks)} == {"M"}


def test_a_column_sorts_one_way_and_the_other_with_empty_cells_last(risks: Program) -> None:
    go_to(risks, 0, "Likelihood 1-5")
    key(risks, Key.Key_Delete)
    emptied = codes(risks)[0]
    key(risks, Key.Key_S, Qt.KeyboardModifier.AltModifier)
    upward = [entry(risks, code).get("likelihood") for code in codes(risks)]
    assert upward[:-1] == sorted(upward[:-1])  # type: ignore[type-var]  # numbers
    assert codes(risks)[-1] == emptied
    go_to(risks, 0, "Likelihood 1-5")
    key(risks, Key.Key_S, Qt.KeyboardModifier.AltModifier)
    downward = [entry(risks, code).get("likelihood") for code in codes(risks)]
    assert downward == [*reversed(upward[:-1]), None]


def test_rows_are_filtered_while_one_types(risks: Program) -> None:
    field = risks.seen(QLineEdit, "Filter the rows")
    QTest.keyClicks(field, "conduct")
    shown = codes(risks)
    assert shown
    assert len(shown) < len(register_rows(risks.page.journal.workshop, "risk"))
    assert all(entry(risks, code).get("category") == "conduct" for code in shown)
    QTest.keyClick(field, Key.Key_Escape)
    assert len(codes(risks)) > len(shown)
    assert panel(risks).isVisible()


def test_a_text_is_written_in_its_cell(risks: Program) -> None:
    code = codes(risks)[0]
    go_to(risks, 0, "Escalation")
    key(risks, Key.Key_Return)
    writing = risks.seen(QPlainTextEdit, "Escalation")
    QTest.keyClicks(writing, "call the lead")
    QTest.keyClick(writing, Key.Key_Return)
    risks.settle()
    assert entry(risks, code).get("escalation") == "call the lead"
    assert panel(risks).table.hasFocus()


def test_escape_leaves_a_cell_as_it_was_and_then_the_page(risks: Program) -> None:
    before = entry(risks, codes(risks)[0])
    go_to(risks, 0, "Escalation")
    key(risks, Key.Key_F2)
    writing = risks.seen(QPlainTextEdit, "Escalation")
    QTest.keyClicks(writing, "call")
    QTest.keyClick(writing, Key.Key_Escape)
    risks.settle()
    assert entry(risks, before.code) == before
    assert panel(risks).isVisible()
    key(risks, Key.Key_Escape)
    assert risks.page.view.isVisible()


def test_a_scale_is_chosen_from_a_list_under_its_cell(risks: Program) -> None:
    code = codes(risks)[0]
    go_to(risks, 0, "Impact 1-5")
    key(risks, Key.Key_Return)
    search = risks.seen(ChoiceField, "Choose: Impact 1-5")
    QTest.keyClicks(search, "4")
    QTest.keyClick(search, Key.Key_Return)
    risks.settle()
    assert entry(risks, code).get("impact") == 4


def test_the_main_field_is_the_text_of_the_note(risks: Program) -> None:
    line = panel(risks).model.lines[0]
    assert line.row.note is not None
    go_to(risks, 0, "Risk")
    key(risks, Key.Key_Return)
    writing = risks.seen(QPlainTextEdit, "Risk")
    QTest.keyClicks(writing, "Nobody answers")
    QTest.keyClick(writing, Key.Key_Return)
    risks.settle()
    assert risks.page.board.notes[line.row.note.id].text == "Nobody answers"


def test_enter_on_the_code_goes_to_the_note(risks: Program) -> None:
    note = panel(risks).model.lines[0].row.note
    assert note is not None
    go_to(risks, 0, "Code")
    key(risks, Key.Key_Return)
    assert risks.page.view.isVisible()
    assert risks.page.view.selected_ids == (note.id,)


def test_a_row_is_added_with_a_note_in_free_room_and_its_first_field_written(
    risks: Program,
) -> None:
    notes = set(risks.page.board.notes)
    key(risks, Key.Key_Insert)
    writing = risks.seen(QPlainTextEdit, "Risk")
    QTest.keyClicks(writing, "Too few vans")
    QTest.keyClick(writing, Key.Key_Return)
    risks.settle()
    (added,) = set(risks.page.board.notes) - notes
    note = risks.page.board.notes[added]
    assert note.text == "Too few vans"
    assert note.block is not None
    assert "risk" in risks.page.board.template.block(note.block).registers
    assert risks.page.board.entry_of[note.content].code in codes(risks)


def test_a_row_of_the_workshop_is_added_without_a_note(risks: Program) -> None:
    notes = len(risks.page.board.notes)
    risks.press("Decisions")
    known = set(codes(risks))
    risks.press("Add")
    (new,) = set(codes(risks)) - known
    lines = panel(risks).model.lines
    (added,) = (line.row.entry for line in lines if line.row.entry.code == new)
    assert (added.note, added.board) == (None, None)
    assert len(risks.page.board.notes) == notes


def test_a_removed_row_leaves_its_note_as_a_plain_one(risks: Program) -> None:
    line = panel(risks).model.lines[0]
    go_to(risks, 0, "Code")
    key(risks, Key.Key_Delete, CONTROL)
    workshop = risks.page.journal.workshop
    assert entry_by_id(workshop, line.row.entry.id) is None
    assert line.row.note is not None
    assert line.row.note.id in risks.page.board.notes


def test_the_table_is_copied_for_a_spreadsheet(risks: Program) -> None:
    key(risks, Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().split("\n")
    model = panel(risks).model
    assert model.table is not None
    assert lines[0].split("\t") == list(model.table.headings)
    assert [line.split("\t")[0] for line in lines[1:]] == codes(risks)


def test_a_register_without_entries_says_so_and_offers_the_first(risks: Program) -> None:
    page = risks.page
    everything = [line.row.entry.id for line in panel(risks).model.lines]
    panel(risks).table.selectAll()
    key(risks, Key.Key_Delete, CONTROL)
    assert codes(risks) == []
    assert not panel(risks).table.isVisible()
    risks.press("Add the first one")
    assert len(codes(risks)) == 1
    assert everything
    assert page.journal.undo_label == "Add Risk"
