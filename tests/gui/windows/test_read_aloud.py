"""All that takes the keyboard tells a screen reader what it is called and what it is, wherever in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from canvasapp.controls.menus import Menu
from tests.gui.windows.conftest import Program

Role = QAccessible.Role
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SPOKEN = {
    Role.Button,
    Role.CheckBox,
    Role.RadioButton,
    Role.EditableText,
    Role.Tree,
    Role.TreeItem,
    Role.Graphic,
}
"""What readers have a word for; the board says by its name what it is."""


def home(program: Program) -> QWidget:
    return program.window


def page(program: Program) -> QWidget:
    program.window.open_example()
    program.settle()
    return program.window


def outline(program: Program) -> QWidget:
    page(program)
    program.key(Qt.Key.Key_O, CONTROL | SHIFT)
    return program.window


def writing(program: Program) -> QWidget:
    outline(program)
    program.key(Qt.Key.Key_N)
    return program.window


def exporting(program: Program) -> QWidget:
    page(program)
    panel = program.turn_to_paper("picture")
    program.qtbot.waitUntil(lambda: not panel.busy, timeout=20_000)
    program.settle()
    return panel


def party(program: Program) -> QWidget:
    page(program)
    program.press("Add a party")
    return program.window


PLACES = [home, page, outline, writing, exporting, party]


def everything(whole: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """What lies in it and is not hidden, itself first."""
    yield whole
    for place in range(whole.childCount()):
        part = whole.child(place)
        if part is not None and not part.state().invisible:
            yield from everything(part)


def spoken(widget: QWidget) -> list[QAccessibleInterface]:
    whole = QAccessible.queryAccessibleInterface(widget)
    assert whole is not None
    return [each for each in everything(whole) if each.state().focusable]


@pytest.mark.parametrize("place", PLACES)
def test_what_takes_the_keyboard_has_a_name_and_a_role(
    program: Program, place: Callable[[Program], QWidget]
) -> None:
    found = spoken(place(program))
    board = program.window.page.view if program.window.page else None
    assert len(found) > 5
    for each in found:
        assert each.text(QAccessible.Text.Name), (each.role(), each.object())
        assert each.role() in SPOKEN or each.object() is board, each.object()


def test_every_entry_of_every_menu_has_a_name_and_says_whether_it_is_chosen(
    program: Program,
) -> None:
    page(program)
    program.page.view.do("select-all")
    menus = [program.page.context_menu(), program.page.more_menu, program.page.boards_menu]
    for menu in menus:
        menu.aboutToShow.emit()
        for each in (menu, *menu.findChildren(Menu)):
            entries = [entry for entry in each.actions() if not entry.isSeparator()]
            assert entries
            whole = QAccessible.queryAccessibleInterface(each)
            assert whole is not None
            assert whole.role() is Role.PopupMenu
            parts = [whole.child(place) for place in range(whole.childCount())]
            names = {
                part.text(QAccessible.Text.Name): part.state().checked for part in parts if part
            }
            for entry in entries:
                assert names[entry.text().replace("&&", "&")] == entry.isChecked()


def test_the_board_says_its_title_and_what_is_selected(program: Program) -> None:
    page(program)
    view = program.page.view
    note = next(iter(program.page.board.notes.values()))
    view.select([note.id])
    board = QAccessible.queryAccessibleInterface(view)
    assert board is not None
    assert board.text(QAccessible.Text.Name) == f"Board {program.page.board.head.title}"
    assert note.text in board.text(QAccessible.Text.Description)


def test_the_tab_that_is_shown_is_checked(program: Program) -> None:
    outline(program)
    states = {
        each.text(QAccessible.Text.Name): each.state().checked for each in spoken(program.window)
    }
    assert states["At the left: Outline"]
    assert program.seen(QWidget, "Outline of the board") is QApplication.focusWidget()
