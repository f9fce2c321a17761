"""Where the keyboard is after something has taken it: never lost, never on what cannot be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.gui.windows.conftest import Program

CONTROL = Qt.KeyboardModifier.ControlModifier
ANSWER = "Answer with a note: Which of the customer's challenges and problems need to be solved?"


def holder(program: Program) -> QWidget:
    """What has the keyboard."""
    program.settle()
    focused = program.window.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    return focused


def test_after_a_title_is_written_the_board_has_the_keys_again(example: Program) -> None:
    example.page.view.setFocus()
    example.double_click(example.page.frame.top.title)
    example.write("Workshop", "Care")
    assert holder(example) is example.page.view


def test_who_came_to_the_title_by_key_is_left_there(example: Program) -> None:
    title = example.page.frame.top.title
    title.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(title, Qt.Key.Key_Return)
    example.write("Workshop", "Care")
    assert holder(example) is title


def test_a_board_renamed_from_the_menu_gives_the_keys_back(example: Program) -> None:
    page = example.page
    page.view.setFocus()
    example.choose(page.boards_menu, "Rename")
    example.write("Title of the board", "First try")
    assert holder(example) is page.view


def test_a_party_renamed_by_key_keeps_the_keyboard(example: Program) -> None:
    row = example.button("Telecom")
    row.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row, Qt.Key.Key_F2)
    example.write("Name of Telecom", "Network operator")
    assert holder(example).accessibleName() == "Network operator"


def test_parties_can_be_added_one_after_the_other_by_key(example: Program) -> None:
    add = example.button("Add a party")
    add.setFocus(Qt.FocusReason.TabFocusReason)
    for name in ("Bank", "Insurance"):
        example.key(Qt.Key.Key_Return)
        example.write("Name of the new party", name)
        assert holder(example) is add


def test_undo_leaves_the_keyboard_where_it_was_in_the_panel(example: Program) -> None:
    example.press("Value Proposition")
    example.press(ANSWER)
    example.type("Nobody feels responsible")
    example.key(Qt.Key.Key_Escape)
    other = "Note: Told once, then somebody else worries, Customer"
    example.button(other).setFocus(Qt.FocusReason.TabFocusReason)
    example.key(Qt.Key.Key_Z, CONTROL)
    assert ANSWER in example.buttons()
    assert holder(example).accessibleName() == other


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_P])
def test_the_print_page_has_the_keyboard_and_gives_it_back_to_the_board(
    example: Program, key: Qt.Key
) -> None:
    example.page.view.setFocus()
    example.key(key, CONTROL)
    assert holder(example).accessibleName() == "Preview"
    example.key(Qt.Key.Key_Escape)
    assert holder(example) is example.page.view


def test_a_panel_closes_quietly_when_what_had_the_keyboard_is_gone(example: Program) -> None:
    example.press("Value Proposition")
    example.press(ANSWER)
    example.type("Nobody feels responsible")
    example.key(Qt.Key.Key_Escape)
    (card,) = (name for name in example.buttons() if name.startswith("Note: Nobody feels"))
    example.button(card).setFocus(Qt.FocusReason.TabFocusReason)
    example.key(Qt.Key.Key_F1)
    example.key(Qt.Key.Key_Z, CONTROL)
    example.key(Qt.Key.Key_Escape)
    assert not example.page.frame.keys.isVisible()
