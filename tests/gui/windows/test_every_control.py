"""What holds for every control in sight, in every theme: how it answers pointer, keyboard and the question why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent, QHelpEvent, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from canvasapp.app.actions import ACTIONS, BOARD_KEYS
from canvasapp.app.settings import Appearance
from canvasapp.controls.buttons import Button, IconButton
from canvasapp.controls.control import Control
from canvasapp.controls.focus_ring import FocusRing
from canvasapp.controls.tip import Tip
from tests.gui.windows.conftest import Program

THEMES = [Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST]
LEFT = Qt.MouseButton.LeftButton
Place = Callable[[Program], list[Control]]


def on_the_page(program: Program) -> list[Control]:
    """The controls in sight of an open workshop, with something that can be undone and redone."""
    program.window.open_example()
    program.press("Letting agency")
    program.press("Telecom")
    program.settle()
    return in_sight(program)


def before_printing(program: Program) -> list[Control]:
    """Those of the print page."""
    program.window.open_example()
    return in_sight(program, program.turn_to_paper())


def at_home(program: Program) -> list[Control]:
    """Those of the home page, with a workshop in its list."""
    program.window.open_example()
    program.press("Workshops")
    return in_sight(program)


PLACES = [on_the_page, before_printing, at_home]


def in_sight(program: Program, whole: QWidget | None = None) -> list[Control]:
    program.settle()
    found = (whole or program.window).findChildren(Control)
    return [each for each in found if each.isVisible() and not each.visibleRegion().isEmpty()]


def image(control: Control) -> QImage:
    return control.grab().toImage()


def enter(control: Control) -> None:
    middle = QPointF(control.rect().center())
    at = QPointF(control.mapToGlobal(middle))
    QApplication.sendEvent(control, QEnterEvent(middle, middle, at))


def leave(control: Control) -> None:
    QApplication.sendEvent(control, QEvent(QEvent.Type.Leave))


@pytest.mark.parametrize("place", PLACES)
def test_it_is_called_by_a_name_of_its_own(program: Program, place: Place) -> None:
    names = [each.accessibleName() for each in place(program)]
    assert all(names)
    assert len(names) == len(set(names)), sorted(names)


@pytest.mark.parametrize("place", PLACES)
def test_an_icon_without_words_has_a_tip(program: Program, place: Place) -> None:
    icons = [each for each in place(program) if isinstance(each, IconButton)]
    for each in icons:
        assert each.tip, each.accessibleName()


@pytest.mark.parametrize("place", PLACES)
def test_the_keys_in_a_tip_are_keys_of_the_program(program: Program, place: Place) -> None:
    known = {QKeySequence(keys) for action in (*ACTIONS, *BOARD_KEYS) for keys in action.keys}
    for each in place(program):
        assert each.keys.isEmpty() or each.keys in known, (each.accessibleName(), each.keys)


@pytest.mark.parametrize("place", PLACES)
def test_what_can_not_be_pressed_does_not_answer_the_pointer(
    program: Program, place: Place
) -> None:
    for each in place(program):
        if isinstance(each, Button | IconButton):
            each.setEnabled(False)
            before = image(each)
            enter(each)
            assert image(each) == before, each.accessibleName()


def test_what_can_not_be_pressed_says_why(program: Program) -> None:
    program.press("New workshop on Service Logic Business Model Canvas")
    for name, why in (("Undo", "Nothing to undo"), ("Redo", "Nothing to redo")):
        button = program.seen(IconButton, name)
        assert not button.isEnabled()
        assert button.tip == why


@pytest.mark.parametrize("appearance", THEMES)
@pytest.mark.parametrize("place", PLACES)
def test_it_answers_the_pointer_and_forgets_it(
    program: Program, place: Place, appearance: Appearance
) -> None:
    program.wardrobe.wear(appearance)
    for each in place(program):
        if each.isChecked() or not each.isEnabled():
            continue
        before = image(each)
        enter(each)
        assert image(each) != before, each.accessibleName()
        leave(each)
        assert image(each) == before, each.accessibleName()
    program.wardrobe.wear(Appearance.SYSTEM)


@pytest.mark.parametrize("appearance", THEMES)
def test_a_button_goes_down_under_the_press(program: Program, appearance: Appearance) -> None:
    program.wardrobe.wear(appearance)
    buttons = (Button, IconButton)
    for each in on_the_page(program):
        if not isinstance(each, buttons) or each.isChecked() or not each.isEnabled():
            continue
        enter(each)
        hovered = image(each)
        outside = QPoint(-500, -500)
        QTest.mousePress(each, LEFT, pos=each.rect().center())
        assert image(each) != hovered, each.accessibleName()
        QTest.mouseMove(each, outside)
        QTest.mouseRelease(each, LEFT, pos=outside)  # elsewhere: nothing is done
        leave(each)
    program.wardrobe.wear(Appearance.SYSTEM)


def test_a_press_that_ends_elsewhere_does_nothing(program: Program) -> None:
    program.window.open_example()
    home = program.button("Workshops")
    QTest.mousePress(home, LEFT)
    QTest.mouseMove(home, QPoint(300, 300))
    QTest.mouseRelease(home, LEFT, pos=QPoint(300, 300))
    assert program.window.page is not None


@pytest.mark.parametrize("place", PLACES)
def test_the_keyboard_is_seen_where_it_is_and_only_there(program: Program, place: Place) -> None:
    for each in place(program):
        if not each.focusPolicy() & Qt.FocusPolicy.TabFocus or not each.isEnabled():
            continue
        each.setFocus(Qt.FocusReason.TabFocusReason)
        (ring,) = (one for one in program.window.findChildren(FocusRing) if one.isVisible())
        corner = each.mapTo(program.window, QPoint(0, 0))
        around = QRect(ring.mapTo(program.window, QPoint(0, 0)), ring.size())
        assert around == QRect(corner, each.size()).adjusted(-4, -4, 4, 4), each.accessibleName()


@pytest.mark.parametrize("place", PLACES)
def test_the_mouse_leaves_the_keyboard_where_it_was(program: Program, place: Place) -> None:
    controls = place(program)
    before = program.window.focusWidget()
    for each in controls:
        assert not each.focusPolicy() & Qt.FocusPolicy.ClickFocus, each.accessibleName()
    assert program.window.focusWidget() is before


@pytest.mark.parametrize("place", PLACES)
def test_a_tip_tells_what_the_pointer_rests_on_and_goes_with_it(
    program: Program, place: Place
) -> None:
    for each in place(program):
        middle = each.rect().center()
        asked = QHelpEvent(QEvent.Type.ToolTip, middle, each.mapToGlobal(middle))
        QApplication.sendEvent(each, asked)
        tips = [tip for tip in program.window.findChildren(Tip) if tip.isVisible()]
        assert len(tips) == bool(each.tip), each.accessibleName()
        for tip in tips:
            assert program.window.rect().contains(tip.geometry()), each.accessibleName()
        leave(each)
        assert not any(tip.isVisible() for tip in tips)


def test_a_tip_waits_as_long_as_a_hand_that_rests(program: Program) -> None:
    style = QApplication.style()
    assert style.styleHint(style.StyleHint.SH_ToolTip_WakeUpDelay) == 700
    assert program.window.isVisible()


def test_a_pointer_that_rests_on_a_button_is_told_what_it_does(program: Program) -> None:
    program.window.open_example()
    fit = program.button("Fit all")
    QTest.mouseMove(fit, fit.rect().center() - QPoint(3, 3))
    QTest.mouseMove(fit, fit.rect().center())
    program.qtbot.waitUntil(lambda: any(t.isVisible() for t in program.window.findChildren(Tip)))


def test_undo_and_redo_tell_what_they_would_do(program: Program) -> None:
    program.window.open_example()
    page = program.page
    page.view.select(list(page.board.notes)[:1])
    program.press("Letting agency")
    assert program.button("Undo").isEnabled()
    program.press("Undo")
    tips = {name: program.seen(IconButton, name).tip for name in ("Undo", "Redo")}
    assert tips == {"Undo": "Nothing to undo", "Redo": f"Redo: {page.journal.redo_label}"}
