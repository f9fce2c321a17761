"""Presenting: F5, the keys of a remote in either window, screens that come and go, and what is never on the wall."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from canvasapp.app.presenting import BACK, GONE, Presenting
from canvasapp.app.wall.window import WallWindow
from canvasapp.picture.theme import DARK
from canvasapp.picture.wall_state import WallLook, WallMode
from tests.gui.wall.conftest import LAPTOP, PROJECTOR, TwoScreens
from tests.gui.windows.conftest import Program

Key = Qt.Key


def wall_of(presenting: Presenting) -> WallWindow:
    assert presenting.wall is not None
    return presenting.wall


def seen(presenting: Presenting) -> QImage:
    return wall_of(presenting).grab().toImage()


def modes(presenting: Presenting) -> tuple[WallMode, str | None]:
    return presenting.state.mode, presenting.state.block


def test_f5_shows_the_whole_canvas_on_the_other_screen_and_ends_it_again(
    example: Program, presenting: Presenting
) -> None:
    example.page.view.setFocus()
    example.key(Key.Key_F5)
    wall = wall_of(presenting)
    assert wall.isVisible()
    assert wall.geometry() == PROJECTOR.rect
    assert presenting.state.mode is WallMode.CANVAS
    QTest.keyClick(wall, Key.Key_F5)
    assert not presenting.is_on
    example.press("Present")
    assert "End presenting" in example.buttons()
    QTest.keyClick(wall_of(presenting), Key.Key_Escape)
    assert not presenting.is_on


def test_a_remote_steps_through_the_agenda_whichever_window_has_the_keyboard(
    example: Program, presenting: Presenting
) -> None:
    conduct = example.page.ways.session.conduct
    steps = [each.id for each in conduct.steps]
    presenting.begin()
    QTest.keyClick(wall_of(presenting), Key.Key_PageDown)
    assert conduct.session is not None
    assert conduct.session.step == steps[0]
    example.key(Key.Key_PageDown)  # in the cockpit
    assert conduct.session.step == steps[1]
    example.page.guide.leave_panel()
    QTest.keyClick(example.page.view, Key.Key_PageDown)
    assert conduct.session.step == steps[2]
    QTest.keyClick(example.page.view, Key.Key_PageUp)
    assert conduct.session.step == steps[1]
    presenting.end()
    before = example.page.view.current_block
    QTest.keyClick(example.page.view, Key.Key_PageDown)
    assert example.page.view.current_block != before  # the board has its keys again


def test_kept_it_stays_as_it_is_and_blank_it_is_black(
    example: Program, presenting: Presenting
) -> None:
    presenting.begin()
    before = seen(presenting)
    QTest.keyClick(wall_of(presenting), Key.Key_F)
    presenting.step_blocks(1)
    example.page.view.do("select-all")
    example.page.view.do("delete")
    assert seen(presenting) == before
    QTest.keyClick(wall_of(presenting), Key.Key_Period)
    assert {seen(presenting).pixelColor(x, 270).name() for x in range(0, 960, 7)} == {"#000000"}
    QTest.keyClick(wall_of(presenting), Key.Key_B)
    assert seen(presenting) == before
    QTest.keyClick(wall_of(presenting), Key.Key_F)
    assert seen(presenting) != before


def test_an_edit_is_on_the_wall_with_its_next_frame(
    example: Program, presenting: Presenting
) -> None:
    presenting.begin()
    before = seen(presenting)
    example.page.view.do("select-all")
    assert seen(presenting) == before
    example.page.view.do("delete")
    assert seen(presenting) != before
    example.page.turn_back(example.page.journal.undo, "Undone")
    assert seen(presenting) == before


@pytest.mark.parametrize("mode", [WallMode.CANVAS, WallMode.BLOCK, WallMode.FOLLOW])
def test_nothing_of_the_editor_and_nothing_hidden_is_in_any_pixel(
    example: Program, presenting: Presenting, qtbot: object, mode: WallMode
) -> None:
    note = example.page.board.notes_in(example.page.board.template.blocks_in_order()[0].id)[0]
    presenting.begin()
    presenting.change(mode=mode)
    settle(presenting)
    with_it = seen(presenting)
    example.page.view.select([note.id])
    wall = wall_of(presenting)
    for kind in (QEvent.Type.ToolTip, QEvent.Type.Enter):
        QApplication.sendEvent(wall, QEvent(kind))
    at = QPoint(50, 50)
    QApplication.sendEvent(
        wall, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, wall.mapToGlobal(at))
    )
    wall.setFocus()
    settle(presenting)
    shown = [each for each in wall.findChildren(QWidget) if each.isVisible()]
    assert shown == []
    assert QApplication.activePopupWidget() is None
    if mode is not WallMode.FOLLOW:  # there the editor's camera has moved to the note
        assert seen(presenting) == with_it
    presenting.change(hidden=frozenset({note.id}))
    settle(presenting)
    hidden = seen(presenting)
    example.page.view.do("delete")
    settle(presenting)
    assert seen(presenting) == hidden


def test_what_becomes_hidden_leaves_a_wall_that_is_kept(
    example: Program, presenting: Presenting
) -> None:
    note = example.page.board.notes_in(example.page.board.template.blocks_in_order()[0].id)[0]
    presenting.begin()
    presenting.toggle_frozen()
    before = seen(presenting)
    presenting.change(hidden=frozenset({note.id}))
    assert seen(presenting) != before


def test_the_wall_follows_the_editor_s_camera_or_stays(
    example: Program, presenting: Presenting
) -> None:
    presenting.begin()
    presenting.change(mode=WallMode.FOLLOW)
    settle(presenting)
    whole = seen(presenting)
    example.page.view.zoom_to_block(example.page.board.template.blocks[0].id)
    settle(presenting)
    near = seen(presenting)
    assert near != whole
    presenting.change(mode=WallMode.STAY)
    example.page.view.fit()
    settle(presenting)
    assert seen(presenting) == near


def test_the_editor_s_pointer_is_a_dot_on_request(example: Program, presenting: Presenting) -> None:
    board = example.page.board
    note = board.notes_in(board.template.blocks_in_order()[0].id)[0]
    presenting.begin()
    before = seen(presenting)
    presenting.change(pointer=note.rect.centre, laser=True)
    accent = presenting.state.theme.accent
    after = seen(presenting)
    changed = [
        (x, y)
        for x in range(0, 960, 2)
        for y in range(0, 540, 2)
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert changed
    middle = changed[len(changed) // 2]
    assert after.pixelColor(*middle).name() == accent
    presenting.change(pointer=None)
    assert seen(presenting) == before


def test_unplugged_it_waits_editing_goes_on_and_it_comes_back_as_it_was(
    example: Program, presenting: Presenting, screens: TwoScreens
) -> None:
    presenting.begin()
    presenting.step_blocks(1)
    before = seen(presenting)
    screens.become(LAPTOP)
    assert not wall_of(presenting).isVisible()
    assert example.page.frame.status.isVisible()
    count = len(example.page.board.notes)
    example.page.view.do("select-all")
    example.page.view.do("duplicate")
    assert len(example.page.board.notes) == 2 * count
    example.page.turn_back(example.page.journal.undo, "Undone")
    screens.become(LAPTOP, replace(PROJECTOR, x=2000))
    assert wall_of(presenting).isVisible()
    assert wall_of(presenting).geometry().x() == 2000
    assert seen(presenting) == before
    screens.become(LAPTOP, replace(PROJECTOR, width=800, height=600))
    assert (seen(presenting).width(), seen(presenting).height()) == (800, 600)


def test_the_user_is_told_that_the_screen_is_gone_and_that_it_is_back(
    example: Program, presenting: Presenting, screens: TwoScreens
) -> None:
    presenting.begin()
    cockpit = example.page.ways.session.cockpit
    assert cockpit is not None
    there = cockpit.head.on_wall.text()
    screens.become(LAPTOP)
    example.settle()
    assert example.page.frame.status.message == GONE
    assert "gone" in cockpit.head.on_wall.text()
    screens.become(LAPTOP, PROJECTOR)
    example.settle()
    assert example.page.frame.status.message == BACK
    assert cockpit.head.on_wall.text() == there


def test_the_wall_makes_way_for_an_editor_that_comes_to_its_screen(
    example: Program, presenting: Presenting, screens: TwoScreens
) -> None:
    presenting.begin()
    screens.there = [PROJECTOR, LAPTOP]  # the editor is on the first one
    handle = example.window.windowHandle()
    handle.screenChanged.emit(handle.screen())
    assert wall_of(presenting).geometry() == LAPTOP.rect


def test_on_one_screen_a_slim_bar_comes_with_the_mouse_and_ends_it(
    presenting: Presenting, screens: TwoScreens
) -> None:
    screens.become(LAPTOP)
    presenting.begin()
    wall = wall_of(presenting)
    assert wall.geometry() == LAPTOP.rect
    QTest.mouseMove(wall, QPoint(300, 300))
    QTest.mouseMove(wall, QPoint(310, 310))
    assert wall.bar.isVisible()
    wall.bar.asked.emit("blank")
    assert presenting.state.blank
    screens.become(LAPTOP, PROJECTOR)
    assert wall.geometry() == PROJECTOR.rect
    assert not wall.bar.isVisible()


def test_a_wall_that_stepped_aside_comes_back_when_asked_or_with_a_screen_of_its_own(
    presenting: Presenting, screens: TwoScreens
) -> None:
    screens.become(LAPTOP)
    presenting.begin()
    presenting.step_aside()
    screens.become(LAPTOP)  # as after a sleep, or another program
    assert presenting.waits
    presenting.toggle()
    assert not presenting.waits
    presenting.step_aside()
    screens.become(LAPTOP, PROJECTOR)
    assert wall_of(presenting).geometry() == PROJECTOR.rect


def test_room_and_look_are_remembered_and_worn(example: Program, presenting: Presenting) -> None:
    example.choose(example.window.settings_menu, "Wall", "Look", "Dark")
    example.choose(example.window.settings_menu, "Wall", "Back row", "10 m")
    presenting.begin()
    assert presenting.state.theme is DARK
    assert presenting.state.room.back_row == 10
    assert example.settings.wall_look is WallLook.DARK
    assert seen(presenting).pixelColor(2, 2).name() == DARK.sheet


def test_it_ends_with_the_workshop(example: Program, presenting: Presenting) -> None:
    presenting.begin()
    example.window.show_home()
    assert not presenting.is_on


def settle(presenting: Presenting) -> None:
    """Until all is painted."""
    wall = wall_of(presenting)
    wall.grab()
    while not wall.settled:
        QApplication.processEvents()
