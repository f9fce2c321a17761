"""The two views in the window: lenses, mirror, list of gaps; questions set aside, and notes dragged to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from canvasapp.domain.answers import tally
from canvasapp.domain.geometry import Point
from canvasapp.domain.records import Note
from canvasapp.domain.template import Perspective
from canvasapp.edits.notes import add_note, remove_notes
from canvasapp.panels.gaps import GapsPanel
from canvasapp.panels.questions.question import QuestionBox
from canvasapp.view.lens import Lens
from tests.gui.windows.conftest import Program

BLOCK = "value-proposition"
OPEN = "Which of the customer's challenges and problems need to be solved?"
REASON = "The landlords answer that"
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def here(example: Program) -> Program:
    """The worked example at its value proposition."""
    example.page.view.reduce_motion(True)
    example.press("Value Proposition")
    return example


def lens(program: Program) -> Lens:
    return program.page.view.bench.lenses.lens


def note(program: Program, text: str) -> Note:
    return next(n for n in program.page.board.notes.values() if n.text.startswith(text))


def box(program: Program, question: str) -> QuestionBox:
    program.settle()
    boxes = (each for side in program.page.frame.questions.sides for each in side.boxes.values())
    return next(each for each in boxes if each.question.text == question)


def answered(program: Program, text: str) -> str | None:
    """The question that a note answers, in words."""
    found = note(program, text)
    question = program.page.board.template.block(found.block or "").question(found.question or "")
    return question.text if question else None


class Drag:
    """The pressed mouse on its way from a widget over the screen: it goes on to tell where it was pressed."""

    def __init__(self, widget: QWidget, at: QPoint) -> None:
        self._widget = widget
        self._send(QEvent.Type.MouseButtonPress, widget.mapToGlobal(at))

    def to(self, screen: QPoint) -> Drag:
        self._send(QEvent.Type.MouseMove, screen - QPoint(9, 9))
        return self._send(QEvent.Type.MouseMove, screen)

    def drop(self, screen: QPoint) -> None:
        self.to(screen)._send(QEvent.Type.MouseButtonRelease, screen)

    def _send(self, kind: QEvent.Type, screen: QPoint) -> Drag:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind,
            QPointF(self._widget.mapFromGlobal(screen)),
            QPointF(screen),
            none if kind is QEvent.Type.MouseMove else left,
            none if kind is QEvent.Type.MouseButtonRelease else left,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(self._widget, event)
        return self


def on_board(program: Program, at: Point) -> QPoint:
    """A place on the sheet, in px of the widget of the board."""
    return QPoint(*map(round, program.page.view.bench.viewpoint.camera.to_view(at)))


def middle(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().center())


def card(program: Program, name: str) -> QWidget:
    return program.button(f"Note: {name}")


@pytest.mark.parametrize(("number", "expected"), list(enumerate(Lens, start=1)))
def test_each_lens_has_a_key(here: Program, number: int, expected: Lens) -> None:
    here.page.frame.lens.choose(Lens.MIRROR if expected is Lens.BOTH else Lens.BOTH)
    here.key(Qt.Key(Qt.Key.Key_0 + number), ALT_SHIFT)
    assert lens(here) is expected


def test_a_lens_is_chosen_in_the_bar_and_shown_there(here: Program) -> None:
    here.press("Lens: Ours")
    assert lens(here) is Lens.OURS
    assert here.button("Lens: Ours").isChecked()


def test_in_a_narrow_window_the_lenses_are_in_a_menu(here: Program) -> None:
    here.window.resize(900, 700)
    here.settle()
    here.choose(here.page.frame.lens.menu, "Customer’s")
    assert lens(here) is Lens.CUSTOMERS
    assert here.button("Lens: Customer’s").isVisible()


def test_the_lens_is_the_same_at_the_next_start(start: Callable[[], Program]) -> None:
    first = start()
    first.window.open_example()
    first.press("Lens: Customer’s")
    second = start()
    second.window.open_example()
    assert lens(second) is Lens.CUSTOMERS
    assert second.button("Lens: Customer’s").isChecked()


def test_the_gaps_come_with_their_list_instead_of_the_lists_at_the_left(here: Program) -> None:
    area = here.page.frame.area
    here.press("Lens: Gaps")
    assert not area.arrangement.left
    assert here.page.frame.deck.shown == "gaps"
    here.press("Lens: Both")
    assert area.arrangement.left
    assert here.page.frame.deck.shown is None


def test_a_block_seen_from_one_side_is_listed_and_gone_to(here: Program) -> None:
    board = here.page.board
    gone = [each.id for each in board.notes_in("key-resources", Perspective.CUSTOMER)]
    here.page.journal.commit(remove_notes(board, gone))
    here.press("Lens: Gaps")
    here.press("6: Key Resources – Nothing from the customer’s side yet")
    assert here.page.view.current_block == "key-resources"
    assert lens(here) is Lens.BOTH


def test_two_notes_that_disagree_are_gone_to_together_and_the_list_stays(here: Program) -> None:
    here.press("Lens: Gaps")
    pair = next(
        name for name in here.buttons() if "48-hour repair" in name and "Functional" in name
    )
    here.press(pair)
    texts = [here.page.board.note(each).text for each in here.page.view.selected_ids]
    assert [text.split()[0] for text in texts] == ["48-hour", "Functional:"]
    assert here.page.frame.deck.shown == "gaps"


def test_an_open_question_of_the_list_leads_to_where_it_is_answered(here: Program) -> None:
    here.press("Cost Structure")
    here.press("Lens: Gaps")
    here.press(f"2: {OPEN} – Value Proposition")
    assert here.page.view.current_block == BLOCK
    assert here.window.focusWidget().accessibleName() == f"Answer with a note: {OPEN}"


def test_arrows_and_enter_go_through_the_gaps(here: Program) -> None:
    here.press("Lens: Gaps")
    panel = here.page.frame.panels["gaps"]
    assert isinstance(panel, GapsPanel)
    rows = panel.rows
    rows[0].setFocus()
    here.key(Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    here.key(Qt.Key.Key_Return)
    assert lens(here) is Lens.BOTH


def test_the_page_of_gaps_is_written_as_a_pdf(here: Program, tmp_path: Path) -> None:
    here.answers.export = tmp_path / "gaps.pdf"
    here.press("Lens: Gaps")
    here.press("Print gap page")
    here.qtbot.waitUntil(lambda: not here.page.exporting.busy, timeout=20_000)
    assert here.answers.export.read_bytes().startswith(b"%PDF")


def test_the_mirror_covers_the_board_steps_through_blocks_and_is_left_with_escape(
    here: Program,
) -> None:
    mirror = here.page.frame.mirror
    here.page.view.setFocus()
    here.press("Lens: Mirror")
    assert mirror.hasFocus()
    assert mirror.block.id == BLOCK
    here.key(Qt.Key.Key_PageDown)
    assert mirror.block.id == "value-creation"
    here.key(Qt.Key.Key_Escape)
    assert lens(here) is Lens.BOTH
    assert here.page.view.hasFocus()


def test_a_note_pressed_in_the_mirror_is_selected_on_the_board(here: Program) -> None:
    here.press("Lens: Mirror")
    mirror, wanted = here.page.frame.mirror, note(here, "48-hour")
    QTest.mouseClick(mirror, Qt.MouseButton.LeftButton, pos=mirror.place_of(wanted.id).toPoint())
    assert here.page.view.selected_ids == (wanted.id,)
    assert not mirror.isVisible()


def test_a_question_is_set_aside_with_a_reason_where_it_stands(here: Program) -> None:
    before = tally(here.page.board).open
    here.press(f"Not for us: {OPEN}")
    here.write(f"Not for us: {OPEN}", REASON)
    assert tally(here.page.board).open == before - 1
    assert f"Answer with a note: {OPEN}" not in here.buttons()
    (aside,) = (each for each in here.page.board.set_aside.values() if each.block == BLOCK)
    assert aside.reason == REASON
    here.press(f"Take up again: {OPEN}")
    assert tally(here.page.board).open == before


def test_escape_leaves_a_question_open(here: Program) -> None:
    before = here.page.board
    here.press(f"Not for us: {OPEN}")
    here.type("Because")
    here.key(Qt.Key.Key_Escape)
    assert here.page.board is before
    assert here.button(f"Answer with a note: {OPEN}").isVisible()


def test_the_reason_is_changed_from_the_menu_of_the_question(here: Program) -> None:
    here.press(f"Not for us: {OPEN}")
    here.write(f"Not for us: {OPEN}", REASON)
    here.choose(box(here, OPEN).menu(), "Change the reason")
    here.write(f"Not for us: {OPEN}", "Asked in the survey")
    assert [each.reason for each in here.page.board.set_aside.values() if each.block == BLOCK] == [
        "Asked in the survey"
    ]


def test_the_selected_notes_answer_a_question_by_its_menu(here: Program) -> None:
    here.page.view.select([note(here, "48-hour").id])
    here.choose(box(here, OPEN).menu(), "Answer with the selected notes")
    assert answered(here, "48-hour") == OPEN
    assert note(here, "48-hour").perspective is Perspective.CUSTOMER


def test_an_answer_that_finds_no_bare_room_says_so(here: Program) -> None:
    page, moved = here.page, note(here, "48-hour")
    lane = page.board.template.block(BLOCK).lane(Perspective.CUSTOMER).rect
    page.journal.commit(add_note(page.board, lane))
    here.page.view.select([moved.id])
    here.choose(box(here, OPEN).menu(), "Answer with the selected notes")
    assert page.frame.status.message.startswith("There is too little room in the lane")


def test_a_note_dragged_from_the_board_onto_a_question_answers_it(here: Program) -> None:
    page, moved = here.page, note(here, "48-hour")
    drag = Drag(page.view, on_board(here, moved.rect.centre))
    target = middle(box(here, OPEN))
    drag.to(target)
    assert page.view.bench.toolbox.is_beyond
    drag.drop(target)
    assert answered(here, "48-hour") == OPEN
    page.journal.undo()
    assert note(here, "48-hour") == moved


def test_a_note_let_go_beside_the_questions_stays_where_it_was(here: Program) -> None:
    before, panel = here.page.board, here.page.frame.questions
    drag = Drag(here.page.view, on_board(here, note(here, "48-hour").rect.centre))
    drag.drop(panel.mapToGlobal(QPoint(panel.width() // 2, 20)))
    assert here.page.board is before


def test_notes_dragged_beside_the_board_bring_up_the_questions(here: Program) -> None:
    target = middle(box(here, OPEN))
    here.press("Lens: Gaps")
    here.page.view.bench.lenses.show(Lens.BOTH)
    assert here.page.frame.deck.shown == "gaps"
    at = note(here, "48-hour").rect.centre
    here.page.view.bench.navigation.show(note(here, "48-hour").rect)
    drag = Drag(here.page.view, on_board(here, at)).to(target)
    assert here.page.frame.deck.shown is None
    drag.drop(target)
    assert answered(here, "48-hour") == OPEN


def test_a_drag_over_the_questions_that_is_given_up_changes_nothing(here: Program) -> None:
    before, moved = here.page.board, note(here, "48-hour")
    drag = Drag(here.page.view, on_board(here, moved.rect.centre)).to(middle(box(here, OPEN)))
    QTest.keyClick(here.page.view, Qt.Key.Key_Escape)
    drag.drop(middle(box(here, OPEN)))
    assert here.page.board is before


def test_an_answer_is_dragged_to_another_question(here: Program) -> None:
    name = "Told once, then somebody else worries, Customer"
    Drag(card(here, name), QPoint(20, 20)).drop(middle(box(here, OPEN)))
    here.settle()
    assert answered(here, "Told once") == OPEN


def test_a_listed_note_answers_a_question_of_the_other_view_by_its_menu(here: Program) -> None:
    menu = here.page.frame.questions.menu_for(note(here, "48-hour").id)
    here.choose(menu, "Customer’s view", "What value is the customer buying?")
    assert answered(here, "48-hour") == "What value is the customer buying?"
    assert note(here, "48-hour").perspective is Perspective.CUSTOMER


def test_an_answer_dragged_back_onto_the_board_lies_there_and_answers_nothing(
    here: Program,
) -> None:
    page = here.page
    lane = page.board.template.block(BLOCK).lane(Perspective.OUR).rect
    place = Point(lane.centre.x, lane.bottom - 60)
    there = page.view.mapToGlobal(on_board(here, place))
    name = "48-hour repair with automatic credit, Repair network"
    Drag(card(here, name), QPoint(20, 20)).drop(there)
    laid = note(here, "48-hour")
    assert laid.question is None
    assert (laid.rect.centre.x, laid.rect.centre.y) == pytest.approx((place.x, place.y), abs=2)


def test_a_card_in_the_hand_is_put_back_with_escape(here: Program) -> None:
    before = here.page.board
    held = card(here, "48-hour repair with automatic credit, Repair network")
    drag = Drag(held, QPoint(20, 20)).to(middle(box(here, OPEN)))
    QTest.keyClick(held, Qt.Key.Key_Escape)
    drag.drop(middle(box(here, OPEN)))
    assert here.page.board is before


def test_a_card_that_is_only_pressed_is_found_on_the_board(here: Program) -> None:
    held = card(here, "48-hour repair with automatic credit, Repair network")
    QTest.mouseClick(held, Qt.MouseButton.LeftButton)
    assert here.page.view.selected_ids == (note(here, "48-hour").id,)
