"""The page of an open workshop, worked as its user works it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from canvasapp.domain.answers import tally
from canvasapp.domain.geometry import Point
from canvasapp.domain.template import Perspective
from canvasapp.edits.notes import move_notes
from tests.gui.windows.conftest import Program

CARD = "New workshop on Service Logic Business Model Canvas"
QUESTION = "Which of the customer's challenges and problems need to be solved?"
ANSWER = f"Answer with a note: {QUESTION}"


def on_value_proposition(program: Program) -> Program:
    program.press("Value Proposition")
    return program


def test_a_question_is_answered_by_a_note_that_is_typed_at_once(example: Program) -> None:
    on_value_proposition(example).press(ANSWER)
    example.type("Nobody feels responsible")
    example.key(Qt.Key.Key_Escape)
    (note,) = (n for n in example.page.board.notes.values() if n.text == "Nobody feels responsible")
    assert note.block == "value-proposition"
    assert note.perspective is Perspective.CUSTOMER
    block = example.page.board.template.block("value-proposition")
    question = block.question(note.question or "")
    assert question is not None
    assert question.text == QUESTION


def test_the_panel_shows_the_answer_and_the_question_as_answered(example: Program) -> None:
    open_before = tally(example.page.board).open
    on_value_proposition(example).press(ANSWER)
    example.type("Nobody feels responsible")
    example.key(Qt.Key.Key_Escape)
    assert any(name.startswith("Note: Nobody feels responsible") for name in example.buttons())
    assert tally(example.page.board).open == open_before - 1


def test_pressing_a_note_in_the_panel_selects_it_on_the_board(example: Program) -> None:
    on_value_proposition(example).press(
        "Note: 48-hour repair with automatic credit, Repair network"
    )
    (selected,) = example.page.view.selected_ids
    assert example.page.board.note(selected).text == "48-hour repair with automatic credit"


def test_the_panel_follows_the_block_that_is_gone_to(example: Program) -> None:
    example.press("Cost Structure")
    assert example.page.view.current_block == "cost-structure"
    example.press("Block before")
    assert example.page.view.current_block == "mobilizing-resources-and-partners"
    assert example.button("Mobilizing Resources and Partners").isChecked()


def test_arrows_go_from_block_to_block_and_enter_goes_there(example: Program) -> None:
    example.button("Value Proposition").setFocus()
    example.key(Qt.Key.Key_Down)
    example.key(Qt.Key.Key_Return)
    assert example.page.view.current_block == "value-creation"


def test_the_panel_follows_a_note_that_is_put_into_another_block(example: Program) -> None:
    page = example.page
    camera = page.view.bench.viewpoint.camera
    free = page.board.template.block("cost-structure").lane(Perspective.CUSTOMER).rect
    at = QPoint(*map(round, camera.to_view(Point(free.right - 60, free.y + 60))))
    page.view.set_tool("note")
    QTest.mouseClick(page.view, Qt.MouseButton.LeftButton, pos=at)
    assert page.view.current_block == "cost-structure"
    assert example.button("Cost Structure").isChecked()


def test_the_next_open_question_is_found_across_blocks(example: Program) -> None:
    on_value_proposition(example)
    example.press("Next open question")
    assert example.window.focusWidget().accessibleName() == ANSWER
    example.press("Next open question")
    assert example.page.view.current_block != "value-proposition"
    assert example.window.focusWidget().accessibleName().startswith("Answer with a note")


def test_a_note_that_answers_nothing_is_listed_and_can_be_given_a_question(
    example: Program,
) -> None:
    on_value_proposition(example)
    page = example.page
    note = next(n for n in page.board.notes.values() if n.text.startswith("48-hour"))
    questions = page.frame.questions
    example.choose(questions.menu_for(note.id), "None of them")
    assert page.board.note(note.id).question is None
    assert example.button("Note: 48-hour repair with automatic credit, Repair network").isVisible()
    example.choose(questions.menu_for(note.id), "What is unique about our offering?")
    question = page.board.template.block("value-proposition").question(
        page.board.note(note.id).question or ""
    )
    assert question is not None
    assert question.text == "What is unique about our offering?"


def test_the_workshop_is_renamed_where_its_title_stands(example: Program) -> None:
    title = example.page.frame.top.title
    example.double_click(title)
    example.write("Workshop", "Home care, round two")
    assert example.page.title == "Home care, round two"
    assert example.window.windowTitle() == "Home care, round two"
    assert not title.field.isVisible()


def test_the_header_of_the_board_says_the_workshop_s_title_as_an_export_does(
    example: Program,
) -> None:
    scene = example.page.view.bench.scene
    assert scene.options.workshop == "Home Care Together"
    example.double_click(example.page.frame.top.title)
    example.write("Workshop", "Home care, round two")
    assert scene.options.workshop == "Home care, round two"
    example.press("Undo")
    assert scene.options.workshop == "Home Care Together"


def test_a_title_being_written_is_kept_when_the_window_closes(
    start: Callable[[], Program],
) -> None:
    first = start()
    first.press(CARD)
    first.double_click(first.page.frame.top.title)
    first.type("Care at home")
    first.window.close()
    second = start()
    second.press("Open Care at home, Service Logic")
    assert second.page.title == "Care at home"


def test_escape_leaves_the_title_as_it_was(example: Program) -> None:
    title = example.page.frame.top.title
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_F2)
    example.type("Nonsense")
    QTest.keyClick(title.field, Qt.Key.Key_Escape)
    assert example.page.title == "Home Care Together"
    assert example.page.journal.undo_label is None


def test_undo_and_redo_have_buttons_that_say_what_they_would_do(example: Program) -> None:
    page, top = example.page, example.page.frame.top
    assert not top.undo.isEnabled()
    first = next(iter(page.board.notes))
    at = page.board.note(first).x
    page.perform(move_notes(page.board, [first], 20, 0))
    example.settle()
    assert top.undo.tip == "Undo: Move note"
    example.press("Undo")
    assert page.board.note(first).x == at
    assert not top.undo.isEnabled()
    example.press("Redo")
    assert page.board.note(first).x == at + 20


def test_undo_of_what_happened_on_another_board_goes_there_and_says_so(example: Program) -> None:
    page = example.page
    here = page.view.board_id
    first = next(iter(page.board.notes))
    page.perform(move_notes(page.board, [first], 20, 0))
    other = page.journal.workshop.boards_in_order()[1]
    page.show_board(other.id)
    example.press("Undo")
    assert page.view.board_id == here
    assert page.frame.status.message == "Undone on Service Logic: Move note"


def test_boards_are_gone_to_made_renamed_and_removed_from_one_menu(example: Program) -> None:
    page = example.page
    example.choose(page.boards_menu, "Value Stack")
    assert page.board.template.id == "value-stack"
    example.choose(page.boards_menu, "New board", "Value Co-Creation Canvas")
    assert (page.board.template.id, page.board.notes) == ("value-co-creation", {})
    example.choose(page.boards_menu, "Rename")
    example.write("Title of the board", "Second try")
    assert page.board.head.title == "Second try"
    example.choose(page.boards_menu, "Duplicate")
    assert page.board.head.title == "Second try 2"
    example.choose(page.boards_menu, "Remove")
    assert "Second try 2" not in {b.head.title for b in page.journal.workshop.boards.values()}
    assert page.view.board_id in page.journal.workshop.boards


def test_the_only_board_can_not_be_removed(program: Program) -> None:
    program.press(CARD)
    menu = program.page.boards_menu
    menu.aboutToShow.emit()
    (remove,) = (entry for entry in menu.actions() if entry.text() == "Remove")
    assert not remove.isEnabled()


def test_undoing_a_new_board_shows_one_that_is_there(example: Program) -> None:
    page = example.page
    example.choose(page.boards_menu, "New board", "Value Stack Canvas")
    made = page.view.board_id
    example.press("Undo")
    assert made not in page.journal.workshop.boards
    assert page.view.board_id in page.journal.workshop.boards


def test_what_was_done_is_there_when_the_workshop_is_opened_again(
    start: Callable[[], Program],
) -> None:
    first = start()
    first.press(CARD)
    first.press("Value Proposition")
    first.press("Answer with a note: What value are we selling?")
    first.type("A quiet house")
    first.window.close()  # in the middle of typing
    second = start()
    second.press("Open Untitled workshop, Service Logic")
    assert second.texts == ["A quiet house"]
    assert second.page.journal.undo_label == "Add note"


def test_the_status_bar_counts_notes_and_answers(program: Program) -> None:
    program.press(CARD)
    assert program.page.frame.status.count == "0 notes · 0 of 39 questions answered"


def test_the_status_bar_says_where_the_work_is_saved(example: Program) -> None:
    page = example.page
    page.perform(move_notes(page.board, [next(iter(page.board.notes))], 20, 0))
    page.opened.publish_soon()
    example.qtbot.waitUntil(
        lambda: "published to documents" in page.frame.status.saved, timeout=9000
    )


def test_quick_entry_is_in_the_menu_of_the_board_and_undo_takes_back_note_by_note(
    example: Program,
) -> None:
    page, before = example.page, example.texts
    page.view.setFocus()
    example.choose(page.context_menu(), "Quick entry")
    for text in ("Bread", "Salt"):
        example.type(text)
        example.key(Qt.Key.Key_Return)
    undo = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    example.key(*undo)
    assert example.texts == sorted([*before, "Bread"])
    example.type("Oil")
    example.key(*undo)
    assert example.texts == sorted([*before, "Bread"])
    assert page.view.bench.asking.quick.field.text() == ""
    example.key(*undo)
    assert example.texts == before
