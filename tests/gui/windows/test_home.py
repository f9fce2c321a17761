"""The page one arrives at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from canvasapp.app.home import EXAMPLE
from tests.gui.windows.conftest import Program

CARD = "New workshop on Service Logic Business Model Canvas"


def test_without_workshops_the_page_says_so_and_offers_the_example(program: Program) -> None:
    program.press("Open the worked example")
    assert program.page.title == "Home Care Together"
    assert len(program.page.journal.workshop.boards) == 5


def test_a_card_begins_a_workshop_in_a_file_of_its_own(program: Program) -> None:
    program.press(CARD)
    assert program.page.board.template.id == "service-logic-bmc"
    assert program.page.board.notes == {}
    assert program.page.opened.path == program.documents / "Untitled workshop.workshop"
    assert program.page.opened.path.is_file()


def test_the_next_workshop_on_the_same_canvas_gets_a_number(program: Program) -> None:
    program.press(CARD)
    program.press("Workshops")
    program.press(CARD)
    assert program.page.title == "Untitled workshop 2"


def test_new_workshop_lets_one_choose_the_canvas(program: Program) -> None:
    program.choose(program.window.home.canvas_menu, "Value Stack Canvas")
    assert program.page.board.template.id == "value-stack"


def test_a_workshop_that_was_open_is_listed_and_opens_again(program: Program) -> None:
    program.press(CARD)
    program.press("Workshops")
    assert program.window.page is None
    program.press("Open Untitled workshop, Service Logic")
    assert program.page.title == "Untitled workshop"


def test_a_workshop_can_be_taken_out_of_the_list_and_its_file_stays(program: Program) -> None:
    program.press(CARD)
    path = program.page.opened.path
    program.press("Workshops")
    program.choose(program.window.home.recents.menu_for(str(path)), "Remove from this list")
    assert program.settings.recents == ()
    assert path.is_file()


def test_a_file_is_opened_from_where_it_is(program: Program, tmp_path: Path) -> None:
    program.press(CARD)
    elsewhere = tmp_path / "stick.workshop"
    program.press("Workshops")
    (program.documents / "Untitled workshop.workshop").rename(elsewhere)
    program.answers.file = elsewhere
    program.press("Open a file")
    assert program.page.opened.path == elsewhere


def test_a_broken_file_is_told_in_a_bar_and_left_as_it_is(program: Program, tmp_path: Path) -> None:
    broken = tmp_path / "broken.workshop"
    broken.write_text("This is no workshop.")
    program.answers.file = broken
    program.press("Open a file")
    assert program.window.currentWidget() is program.window.home
    assert "is not a workshop" in program.window.home.notice.text
    assert broken.read_text() == "This is no workshop."
    program.press("Close this message")
    assert program.window.home.notice.text == ""


def test_a_canvas_that_is_gone_from_its_place_says_so_and_breaks_nothing(program: Program) -> None:
    program.press(CARD)
    path = program.page.opened.path
    program.press("Workshops")
    path.unlink()
    program.press("Open Untitled workshop, Service Logic")
    assert "does not exist" in program.window.home.notice.text


def test_the_example_changed_is_the_example_found_again(start: Callable[[], Program]) -> None:
    first = start()
    first.press(EXAMPLE)
    first.page.show_board(first.page.journal.workshop.boards_in_order()[1].id)
    first.choose(first.page.boards_menu, "Remove")
    second = start()
    second.press(EXAMPLE)
    assert len(second.page.journal.workshop.boards) == 4


def test_the_page_is_worked_by_keyboard_alone(program: Program) -> None:
    reached: list[str] = []
    for _ in range(12):
        program.key(Qt.Key.Key_Tab)
        focused = program.window.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
    assert {"Open a file", "New workshop", CARD, "Open the worked example"} <= set(reached)
    program.button(CARD).setFocus()
    program.key(Qt.Key.Key_Return)
    assert program.page.title == "Untitled workshop"


def test_the_cards_go_into_more_rows_when_the_window_is_narrow(program: Program) -> None:
    cards = program.window.home.cards
    wide = cards.height()
    program.window.resize(720, 900)
    program.qtbot.waitUntil(lambda: cards.height() > wide)
    assert program.button(CARD).geometry().right() < cards.width()
