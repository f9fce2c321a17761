"""The entry of the selected note beside the board: making, filling in, undoing, leaving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from canvasapp.controls.choice_list import ChoiceField
from canvasapp.controls.value_fields.picked import PickButton
from canvasapp.controls.value_fields.value_field import ValueField
from canvasapp.domain.entries import missing
from canvasapp.domain.records import Entry, Note
from canvasapp.edits.notes import remove_notes
from canvasapp.panels.entry import EntryPanel
from canvasapp.templates.registers import load_registers
from tests.gui.windows.conftest import Program

Key = Qt.Key
CANVAS = "joint-service-proposition"


@pytest.fixture
def guarantee(example: Program) -> Program:
    """A plain note made a guarantee by its menu, and selected."""
    page = example.page
    board = next(b for b in page.journal.workshop.boards.values() if b.head.template == CANVAS)
    page.show_board(board.id)
    note = plain_note(example)
    page.view.select([note.id])
    example.choose(page.context_menu(), "Make this note", "a service guarantee")
    return example


def plain_note(program: Program) -> Note:
    """A note without an entry in a block whose register is the guarantee."""
    board = program.page.board
    return next(
        note
        for note in board.notes.values()
        if note.block
        and "guarantee" in board.template.block(note.block).registers
        and note.content not in board.entry_of
    )


def other_note(program: Program) -> Note:
    board = program.page.board
    return next(n for n in board.notes.values() if n.content not in board.entry_of)


def panel(program: Program) -> EntryPanel:
    return program.panel("entry", EntryPanel)


def note(program: Program) -> Note:
    (note_id,) = program.page.view.selected_ids
    return program.page.board.notes[note_id]


def entry(program: Program) -> Entry:
    return program.page.board.entry_of[note(program).content]


def shown(program: Program) -> str | None:
    program.settle()
    return program.page.frame.deck.shown


def field(program: Program, field_id: str) -> ValueField:
    form = panel(program).form
    assert form is not None
    return form.fields[field_id]


def write(program: Program, name: str, text: str) -> QPlainTextEdit:
    writing = program.seen(QPlainTextEdit, name)
    writing.setFocus()
    writing.selectAll()
    QTest.keyClicks(writing, text)
    return writing


def test_a_note_made_an_entry_shows_it_at_once(guarantee: Program) -> None:
    assert shown(guarantee) == "entry"
    assert entry(guarantee).register == "guarantee"


def test_the_panel_goes_when_another_kind_of_note_is_selected(guarantee: Program) -> None:
    guarantee.page.view.select([other_note(guarantee).id])
    assert shown(guarantee) is None


def test_it_does_not_take_the_place_of_a_panel_that_was_asked_for(guarantee: Program) -> None:
    selected = guarantee.page.view.selected_ids
    guarantee.page.view.select([])
    guarantee.settle()
    guarantee.page.guide.show_panel("checks")
    guarantee.page.view.select(selected)
    assert shown(guarantee) == "checks"


def test_selecting_leaves_the_keyboard_where_it_is(guarantee: Program) -> None:
    selected = guarantee.page.view.selected_ids
    guarantee.page.view.select([])
    guarantee.settle()
    holder = guarantee.button("Undo")
    holder.setFocus()
    guarantee.page.view.select(selected)
    assert shown(guarantee) == "entry"
    assert guarantee.window.focusWidget() is holder


def test_what_is_written_in_a_field_is_kept_with_enter_as_one_edit(guarantee: Program) -> None:
    journal = guarantee.page.journal
    before = journal.workshop
    writing = write(guarantee, "Metric (measurable)", "faults fixed in 48 h")
    QTest.keyClick(writing, Key.Key_Return)
    guarantee.settle()
    assert entry(guarantee).get("metric") == "faults fixed in 48 h"
    journal.undo()
    assert (
        journal.workshop.boards[guarantee.page.board.id].entries
        == before.boards[guarantee.page.board.id].entries
    )


def test_leaving_a_field_keeps_it_too(guarantee: Program) -> None:
    writing = write(guarantee, "Metric (measurable)", "faults fixed")
    QTest.keyClick(writing, Key.Key_Tab)
    assert entry(guarantee).get("metric") == "faults fixed"


def test_a_pause_keeps_a_text_and_going_on_is_the_same_edit(guarantee: Program) -> None:
    undo = guarantee.page.journal.undo_label
    writing = write(guarantee, "Metric (measurable)", "faults")
    guarantee.qtbot.waitUntil(lambda: entry(guarantee).get("metric") == "faults")
    QTest.keyClicks(writing, " fixed")
    QTest.keyClick(writing, Key.Key_Return)
    guarantee.settle()
    assert entry(guarantee).get("metric") == "faults fixed"
    guarantee.page.journal.undo()
    assert guarantee.page.journal.undo_label == undo


def test_escape_brings_back_what_was_there_and_a_second_one_leaves(guarantee: Program) -> None:
    writing = write(guarantee, "Metric (measurable)", "faults")
    QTest.keyClick(writing, Key.Key_Escape)
    assert writing.toPlainText() == ""
    assert shown(guarantee) == "entry"
    QTest.keyClick(writing, Key.Key_Escape)
    assert shown(guarantee) is None
    assert entry(guarantee).get("metric") is None


def test_what_does_not_fit_stays_typed_and_one_sentence_says_why(guarantee: Program) -> None:
    writing = write(guarantee, "Target value", "many")
    QTest.keyClick(writing, Key.Key_Return)
    guarantee.settle()
    assert writing.toPlainText() == "many"
    assert entry(guarantee).get("target") is None
    line = field(guarantee, "target").line
    assert line.isVisible()
    assert "is a number" in line.words.text()
    write(guarantee, "Target value", "92,5")
    QTest.keyClick(writing, Key.Key_Return)
    guarantee.settle()
    assert entry(guarantee).get("target") == 92.5
    assert not line.isVisible()


def test_an_empty_required_field_is_missing_until_it_is_filled(guarantee: Program) -> None:
    window = field(guarantee, "window")
    assert window.input.missing
    assert window.line.words.text() == window.field.help
    writing = write(guarantee, "Measurement window", "a month")
    QTest.keyClick(writing, Key.Key_Return)
    guarantee.settle()
    assert not window.input.missing


def test_the_head_counts_what_is_missing(guarantee: Program) -> None:
    register = load_registers()["guarantee"]
    empty = missing(register, entry(guarantee), note(guarantee))
    asked = sum(each.required for each in register.fields)
    said = panel(guarantee).head.progress.accessibleName()
    assert said.startswith(f"{len(empty)} of {asked} missing")


def test_the_title_is_the_text_of_the_note(guarantee: Program) -> None:
    writing = panel(guarantee).head.writing
    assert writing is not None
    assert writing.writing.toPlainText() == note(guarantee).text
    writing.writing.setFocus()
    writing.writing.selectAll()
    QTest.keyClicks(writing.writing, "Fixed in two days")
    QTest.keyClick(writing.writing, Key.Key_Return)
    guarantee.settle()
    assert note(guarantee).text == "Fixed in two days"


def test_a_choice_is_made_by_keyboard_and_taken_back(guarantee: Program) -> None:
    first = guarantee.button("Feasible across partners: Yes - evidenced")
    first.setFocus(Qt.FocusReason.TabFocusReason)
    guarantee.key(Key.Key_Right)
    assert entry(guarantee).get("feasible") is None  # only the keyboard has moved
    guarantee.key(Key.Key_Space)
    assert entry(guarantee).get("feasible") == "believed"
    guarantee.key(Key.Key_Delete)
    assert entry(guarantee).get("feasible") is None


def test_a_party_is_found_by_its_name_and_emptied(guarantee: Program) -> None:
    button = guarantee.seen(PickButton, "Attributable to")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    guarantee.key(Key.Key_Space)
    search = guarantee.seen(ChoiceField, "Choose: Attributable to")
    QTest.keyClicks(search, "repair")
    QTest.keyClick(search, Key.Key_Return)
    guarantee.settle()
    chosen = entry(guarantee).get("attributable_to")
    assert guarantee.page.board.parties[str(chosen)].name == "Repair network"
    assert guarantee.window.focusWidget() is button
    guarantee.key(Key.Key_Delete)
    assert entry(guarantee).get("attributable_to") is None


def test_a_list_that_is_left_with_escape_changes_nothing(guarantee: Program) -> None:
    before = entry(guarantee)
    guarantee.press("Attributable to")
    search = guarantee.seen(ChoiceField, "Choose: Attributable to")
    QTest.keyClick(search, Key.Key_Escape)
    guarantee.settle()
    assert entry(guarantee) == before
    assert shown(guarantee) == "entry"


def test_optional_fields_are_folded_until_asked_for(guarantee: Program) -> None:
    form = panel(guarantee).form
    assert form is not None
    assert form.fold is not None
    assert "recovery_within" not in form.fields
    form.fold.click()
    guarantee.settle()
    assert field(guarantee, "recovery_within").isVisible()


def test_a_note_stops_being_an_entry_and_undo_brings_it_back(guarantee: Program) -> None:
    content, board = note(guarantee).content, guarantee.page.board.id
    guarantee.choose(
        guarantee.page.context_menu(), "Make this note", "Stop being a service guarantee"
    )
    assert shown(guarantee) is None
    assert content not in guarantee.page.journal.workshop.boards[board].entry_of
    guarantee.press("Undo")
    assert shown(guarantee) == "entry"


def test_a_plain_note_is_offered_what_it_can_become(guarantee: Program) -> None:
    guarantee.page.journal.undo()
    guarantee.settle()
    guarantee.page.guide.show_panel("entry")
    guarantee.press("Make it: Service guarantee")
    assert entry(guarantee).register == "guarantee"
    assert shown(guarantee) == "entry"


def test_asked_for_again_it_speaks_of_what_is_selected_now(guarantee: Program) -> None:
    guarantee.page.view.select([other_note(guarantee).id])
    assert shown(guarantee) is None
    guarantee.page.guide.turn_to("entry")
    guarantee.settle()
    assert panel(guarantee).form is None


def test_an_entry_that_was_asked_for_stays_while_the_workshop_changes(guarantee: Program) -> None:
    spoken, page = entry(guarantee), guarantee.page
    page.view.select([])
    guarantee.settle()
    page.guide.show_panel("entry", spoken.id)
    page.guide.perform(remove_notes(page.board, [other_note(guarantee).id]))
    assert shown(guarantee) == "entry"
    form = panel(guarantee).form
    assert form is not None
    assert form.entry_id == spoken.id


def test_the_status_of_a_note_is_said_in_its_menu(guarantee: Program) -> None:
    guarantee.choose(guarantee.page.context_menu(), "Status", "Assumption")
    assert note(guarantee).status == "assumption"
    guarantee.choose(guarantee.page.context_menu(), "Status", "None")
    assert note(guarantee).status is None


def test_leaving_the_workshop_with_an_entry_shown_harms_nothing(guarantee: Program) -> None:
    write(guarantee, "Metric (measurable)", "faults")
    guarantee.window.show_home()
    guarantee.settle()
    assert guarantee.window.page is None
