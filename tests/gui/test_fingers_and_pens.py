"""Fingers and pens on the board: real touch and tablet events, from the first that comes to the last that leaves."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasapp.domain.geometry import Point
from canvasapp.view.board_view import BoardView
from canvasapp.view.contact import LONG_PRESS_MS, SAME_PLACE, Tap
from canvasapp.view.pointer import DOUBLE_CLICK_MS
from tests.gui.conftest import Desk, Hand

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN = Qt.KeyboardModifier.NoModifier
PEN = QPointingDevice.PointerType.Pen
ERASER = QPointingDevice.PointerType.Eraser

ON_NOTE = (500.0, 210.0)
EMPTY = (560.0, 560.0)
OFF_SHEET = (600.0, 30.0)
LEAVES = 6
STAYS = 5


class Fingers:
    """Fingers on the screen of a view, by number; places are logical pixels of the view."""

    def __init__(self, view: BoardView, device: QPointingDevice) -> None:
        self.view, self._device = view, device
        self._down: dict[int, QPoint] = {}

    def at(self, x: float, y: float) -> QPoint:
        """The pixel over a place on the sheet, in mm."""
        px, py = self.view.bench.viewpoint.camera.to_view(Point(x, y))
        return QPoint(round(px), round(py))

    def press(self, finger: int, place: QPoint) -> Fingers:
        return self._send(finger, place, "press")

    def move(self, finger: int, dx: int, dy: int) -> Fingers:
        return self._send(finger, self._down[finger] + QPoint(dx, dy), "move")

    def lift(self, finger: int) -> Fingers:
        return self._send(finger, self._down[finger], "release")

    def tap(self, place: QPoint) -> Fingers:
        return self.press(0, place).lift(0)

    def lose(self) -> Fingers:
        """The system takes the touch away."""
        event = QTouchEvent(QEvent.Type.TouchCancel, self._device, PLAIN, [])
        QApplication.sendEvent(self.view, event)
        return self

    def _send(self, finger: int, place: QPoint, what: str) -> Fingers:
        sequence = QTest.touchEvent(self.view, self._device)
        for other in self._down.keys() - {finger}:
            sequence.move(other, self._down[other], self.view)
        getattr(sequence, what)(finger, place, self.view)
        sequence.commit()
        self._down[finger] = place
        if what == "release":
            del self._down[finger]
        return self


class Pen:
    """A pen over a view; places are logical pixels."""

    def __init__(self, view: BoardView, kind: QPointingDevice.PointerType = PEN) -> None:
        self._view, self._at, self._held = view, QPointF(), Qt.MouseButton.NoButton
        buttons = QInputDevice.Capability.Position
        self._device = QPointingDevice(
            "pen", 78, QInputDevice.DeviceType.Stylus, kind, buttons, 1, 3
        )

    def press(self, place: QPoint, button: Qt.MouseButton = LEFT) -> Pen:
        self._at, self._held = QPointF(place), button
        return self._send(QEvent.Type.TabletPress, button)

    def move(self, dx: int, dy: int) -> Pen:
        self._at = self._at + QPointF(dx, dy)
        return self._send(QEvent.Type.TabletMove, Qt.MouseButton.NoButton)

    def lift(self) -> Pen:
        button, self._held = self._held, Qt.MouseButton.NoButton
        return self._send(QEvent.Type.TabletRelease, button)

    def _send(self, kind: QEvent.Type, button: Qt.MouseButton) -> Pen:
        at, screen = self._at, QPointF(self._view.mapToGlobal(self._at))
        event = QTabletEvent(
            kind, self._device, at, screen, 0.5, 0, 0, 0, 0, 0, PLAIN, button, self._held
        )
        QApplication.sendEvent(self._view, event)
        return self


@pytest.fixture(scope="module")
def screen(qapp: QApplication) -> QPointingDevice:
    assert qapp
    return QTest.createTouchDevice()


@pytest.fixture
def fingers(view: BoardView, screen: QPointingDevice) -> Fingers:
    return Fingers(view, screen)


@pytest.fixture
def pen(view: BoardView) -> Pen:
    return Pen(view)


def seen(view: BoardView) -> tuple[float, float, float]:
    camera = view.bench.viewpoint.camera
    return camera.left, camera.top, camera.zoom


# --- one finger -----------------------------------------------------------------------------------------------------


def test_a_tap_selects_and_a_tap_beside_selects_nothing(
    fingers: Fingers, desk: Desk, view: BoardView
) -> None:
    fingers.tap(fingers.at(*ON_NOTE))
    assert view.selected_ids == (desk.note("48-hour").id,)
    fingers.tap(fingers.at(*EMPTY))
    assert view.selected_ids == ()


def test_a_tap_brings_the_keyboard_to_the_board(fingers: Fingers, view: BoardView) -> None:
    view.clearFocus()
    fingers.tap(fingers.at(*ON_NOTE))
    assert view.hasFocus()


def test_a_double_tap_types_into_a_note(fingers: Fingers, desk: Desk, view: BoardView) -> None:
    fingers.tap(fingers.at(*ON_NOTE)).tap(fingers.at(*ON_NOTE))
    assert view.bench.editing.note_id == desk.note("48-hour").id


@pytest.mark.parametrize(
    ("apart", "later", "double"),
    [
        (0, DOUBLE_CLICK_MS, True),
        (0, DOUBLE_CLICK_MS + 1, False),
        (SAME_PLACE, 200, True),
        (SAME_PLACE + 1, 200, False),
    ],
)
def test_two_taps_are_a_double_tap_when_they_are_near_in_time_and_place(
    apart: float, later: int, *, double: bool
) -> None:
    assert Tap(100, 100, 1000).is_followed_by(Tap(100 + apart, 100, 1000 + later)) is double


def test_a_finger_drags_a_note_once_it_has_left_its_place(
    fingers: Fingers, desk: Desk, view: BoardView
) -> None:
    note = desk.note("48-hour")
    fingers.press(0, fingers.at(*ON_NOTE)).move(0, STAYS, STAYS).lift(0)
    assert desk.board.note(note.id) == note
    fingers.press(0, fingers.at(*ON_NOTE)).move(0, LEAVES, 0).move(0, 40, 0).lift(0)
    assert desk.board.note(note.id).x > note.x
    desk.journal.undo()
    assert desk.board.note(note.id) == note


@pytest.mark.parametrize("place", [EMPTY, OFF_SHEET])
def test_a_finger_beside_the_notes_pans(
    fingers: Fingers, desk: Desk, view: BoardView, place: tuple[float, float]
) -> None:
    before, (left, top, zoom) = desk.board, seen(view)
    fingers.press(0, fingers.at(*place)).move(0, 20, 10).move(0, 20, 10).lift(0)
    assert seen(view) == pytest.approx((left + 40, top + 20, zoom))
    assert desk.board is before
    assert view.selected_ids == ()


def test_a_finger_may_miss_a_note_by_four_pixels(
    fingers: Fingers, desk: Desk, view: BoardView
) -> None:
    note = desk.note("48-hour")
    right, middle = view.bench.viewpoint.camera.to_view(Point(note.rect.right, note.rect.centre.y))
    fingers.tap(QPoint(math.floor(right + 4), round(middle)))
    assert view.selected_ids == (note.id,)
    view.select([])
    fingers.tap(QPoint(math.ceil(right + 4.5), round(middle)))
    assert view.selected_ids == ()


def test_a_finger_uses_the_tool_in_the_hand(fingers: Fingers, desk: Desk, view: BoardView) -> None:
    view.set_tool("note")
    fingers.tap(fingers.at(*EMPTY))
    editor = view.bench.editing.editor
    assert editor is not None
    assert editor.original.block == "value-proposition"


def test_a_finger_points_into_the_note_being_typed(
    fingers: Fingers, hand: Hand, view: BoardView
) -> None:
    hand.double_click(*EMPTY).type("Bread")
    editor = view.bench.editing.editor
    assert editor is not None
    rect = editor.note.rect
    fingers.tap(fingers.at(rect.x + 1, rect.y + 1))
    hand.type("Rye ")
    assert editor.draft.text == "Rye Bread"


def test_a_finger_that_rests_opens_the_menu_of_what_lies_there(
    fingers: Fingers, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    before = desk.board
    with qtbot.waitSignal(view.context_menu_requested, timeout=4 * LONG_PRESS_MS) as asked:
        fingers.press(0, fingers.at(*ON_NOTE))
    assert asked.args == [view.mapToGlobal(fingers.at(*ON_NOTE))]
    assert view.selected_ids == (desk.note("48-hour").id,)
    fingers.move(0, 60, 0).lift(0)
    assert desk.board is before


def test_a_finger_that_moves_does_not_rest(fingers: Fingers, view: BoardView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.context_menu_requested, wait=LONG_PRESS_MS + 50):
        fingers.press(0, fingers.at(*EMPTY)).move(0, 20, 0)
    fingers.lift(0)


# --- two fingers ----------------------------------------------------------------------------------------------------


def test_two_fingers_zoom_at_their_middle(fingers: Fingers, view: BoardView) -> None:
    camera, zoom = view.bench.viewpoint.camera, view.zoom
    place = camera.to_sheet(500, 400)
    fingers.press(0, QPoint(450, 400)).press(1, QPoint(550, 400))
    fingers.move(0, -50, 0).move(1, 50, 0).lift(0).lift(1)
    assert view.zoom == pytest.approx(2 * zoom)
    assert view.bench.viewpoint.camera.to_view(place) == pytest.approx((500, 400), abs=1.5)


def test_two_fingers_that_keep_their_distance_pan(fingers: Fingers, view: BoardView) -> None:
    left, top, zoom = seen(view)
    fingers.press(0, QPoint(450, 400)).press(1, QPoint(550, 400))
    for _ in range(5):
        fingers.move(0, 0, 10).move(1, 0, 10)
    fingers.lift(0).lift(1)
    assert seen(view) == pytest.approx((left, top + 50, zoom), abs=3)


def test_the_finger_that_stays_goes_on_panning_and_touches_nothing(
    fingers: Fingers, desk: Desk, view: BoardView
) -> None:
    before = desk.board
    fingers.press(0, fingers.at(*ON_NOTE)).press(1, fingers.at(*EMPTY)).lift(1)
    left, top, zoom = seen(view)
    fingers.move(0, 30, 0)
    assert seen(view) == (left + 30, top, zoom)
    fingers.lift(0)
    assert desk.board is before
    assert view.selected_ids == ()


def test_a_second_finger_undoes_the_drag_of_the_first(fingers: Fingers, desk: Desk) -> None:
    before = desk.board
    fingers.press(0, fingers.at(*ON_NOTE)).move(0, 50, 0)
    fingers.press(1, fingers.at(*EMPTY)).lift(0).lift(1)
    assert desk.board is before


def test_two_fingers_that_turn_zoom_nothing(fingers: Fingers, view: BoardView) -> None:
    zoom = view.zoom
    fingers.press(0, QPoint(500, 400)).press(1, QPoint(600, 400))
    fingers.move(1, -30, 71).lift(0).lift(1)
    assert view.zoom == pytest.approx(zoom, rel=0.03)


def test_two_fingers_on_one_spot_break_nothing(fingers: Fingers, view: BoardView) -> None:
    zoom = view.zoom
    fingers.press(0, QPoint(500, 400)).press(1, QPoint(500, 400)).move(1, 40, 0).lift(1).lift(0)
    assert view.zoom == zoom


def test_zooming_while_typing_goes_on_typing(
    fingers: Fingers, hand: Hand, desk: Desk, view: BoardView
) -> None:
    hand.double_click(*EMPTY).type("Bread")
    fingers.press(0, QPoint(450, 700)).press(1, QPoint(550, 700)).move(1, 60, 0).lift(0).lift(1)
    hand.type(" and salt").escape()
    assert desk.note("Bread").text == "Bread and salt"


# --- what goes wrong ------------------------------------------------------------------------------------------------


def test_a_touch_that_is_lost_undoes_its_gesture(
    fingers: Fingers, desk: Desk, view: BoardView
) -> None:
    before = desk.board
    fingers.press(0, fingers.at(*ON_NOTE)).move(0, 60, 0).lose()
    assert desk.board is before
    assert not view.bench.toolbox.busy


def test_a_touch_that_is_lost_does_not_tap(fingers: Fingers, view: BoardView) -> None:
    fingers.press(0, fingers.at(*ON_NOTE)).lose()
    assert view.selected_ids == ()


def test_escape_undoes_the_drag_of_a_finger(fingers: Fingers, hand: Hand, desk: Desk) -> None:
    before = desk.board
    fingers.press(0, fingers.at(*ON_NOTE)).move(0, 60, 0)
    hand.escape()
    fingers.move(0, 20, 0).lift(0)
    assert desk.board is before


def test_a_mouse_does_nothing_while_a_finger_drags(
    fingers: Fingers, hand: Hand, desk: Desk, view: BoardView
) -> None:
    note = desk.note("48-hour")
    fingers.press(0, fingers.at(*ON_NOTE)).move(0, 40, 0)
    hand.press(*EMPTY).move(560, 300).release()
    fingers.lift(0)
    moved = desk.board.note(note.id)
    assert moved.x - note.x == pytest.approx(view.bench.viewpoint.camera.mm(40), abs=4)
    assert moved.y == pytest.approx(note.y, abs=4)


def test_fingers_do_nothing_while_a_mouse_drags(
    fingers: Fingers, hand: Hand, desk: Desk, view: BoardView
) -> None:
    note, was = desk.note("48-hour"), seen(view)
    hand.holding(Qt.KeyboardModifier.ControlModifier).press(*ON_NOTE).move(530, 210)
    fingers.press(0, QPoint(450, 400)).press(1, QPoint(550, 400)).move(1, 50, 0).lift(0).lift(1)
    assert seen(view) == was
    hand.move(550, 210).release()
    assert desk.board.note(note.id).x == pytest.approx(note.x + 50, abs=4)


@pytest.mark.parametrize(
    "source",
    [
        Qt.MouseEventSource.MouseEventSynthesizedBySystem,
        Qt.MouseEventSource.MouseEventSynthesizedByQt,
    ],
)
def test_a_mouse_that_a_system_makes_of_a_finger_does_nothing_again(
    view: BoardView, fingers: Fingers, source: Qt.MouseEventSource
) -> None:
    at = QPointF(fingers.at(*ON_NOTE))
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(kind, at, at, QPointF(view.mapToGlobal(at)), LEFT, LEFT, PLAIN, source)
        QApplication.sendEvent(view, event)
    assert view.selected_ids == ()


def test_qt_makes_no_mouse_of_a_finger_on_the_board(
    fingers: Fingers, hand: Hand, desk: Desk
) -> None:
    hand.key(Qt.Key.Key_N)
    count = len(desk.board.notes)
    fingers.press(0, fingers.at(*EMPTY)).move(0, 60, 60).lift(0)
    hand.type("Bread").escape()
    assert len(desk.board.notes) == count + 1


# --- pens -----------------------------------------------------------------------------------------------------------


def test_a_pen_selects_drags_and_types(
    pen: Pen, fingers: Fingers, desk: Desk, view: BoardView
) -> None:
    note, place = desk.note("48-hour"), fingers.at(*ON_NOTE)
    pen.press(place).move(2, 2).lift()
    assert view.selected_ids == (note.id,)
    pen.press(place).move(3, 0).move(60, 0).lift()
    moved = desk.board.note(note.id)
    assert moved.x > note.x
    middle = fingers.at(moved.rect.centre.x, moved.rect.centre.y)
    pen.press(middle).lift().press(middle).lift()
    assert view.bench.editing.note_id == note.id


def test_a_pen_beside_the_notes_pans_and_writes_nothing(
    pen: Pen, fingers: Fingers, desk: Desk, view: BoardView
) -> None:
    before, (left, top, zoom) = desk.board, seen(view)
    pen.press(fingers.at(*EMPTY)).move(30, 20).lift()
    assert seen(view) == (left + 30, top + 20, zoom)
    assert desk.board is before


def test_the_button_of_a_pen_is_the_right_one(
    pen: Pen, fingers: Fingers, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    left, top, zoom = seen(view)
    pen.press(fingers.at(*ON_NOTE), RIGHT).move(30, 0).lift()
    assert seen(view) == (left + 30, top, zoom)
    with qtbot.waitSignal(view.context_menu_requested):
        pen.press(fingers.at(*ON_NOTE), RIGHT).lift()
    assert view.selected_ids == (desk.note("48-hour").id,)


def test_the_eraser_of_a_pen_only_pans(fingers: Fingers, desk: Desk, view: BoardView) -> None:
    before, (left, top, zoom) = desk.board, seen(view)
    place = fingers.at(*ON_NOTE)
    Pen(view, ERASER).press(place).lift().press(place).move(30, 0).lift()
    assert seen(view) == (left + 30, top, zoom)
    assert desk.board is before


def test_a_pen_that_rests_opens_the_menu(
    pen: Pen, fingers: Fingers, view: BoardView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.context_menu_requested, timeout=4 * LONG_PRESS_MS):
        pen.press(fingers.at(*ON_NOTE))
    pen.lift()


def test_the_hand_that_holds_a_pen_may_rest_on_the_screen(
    pen: Pen, fingers: Fingers, desk: Desk, view: BoardView
) -> None:
    was = seen(view)
    fingers.press(0, fingers.at(*EMPTY)).move(0, 3, 0)
    pen.press(fingers.at(*ON_NOTE))
    fingers.move(0, 30, 0)
    pen.move(60, 0).lift()
    fingers.lift(0)
    assert seen(view) == was
    assert desk.board.notes[desk.note("48-hour").id].x > 0
    assert desk.journal.undo_label == "Move note"


def test_the_space_bar_makes_a_finger_pan(
    fingers: Fingers, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    note, left = desk.note("48-hour"), seen(view)[0]
    qtbot.keyPress(view, Qt.Key.Key_Space)
    fingers.press(0, fingers.at(*ON_NOTE)).move(0, 30, 0).lift(0)
    qtbot.keyRelease(view, Qt.Key.Key_Space)
    assert seen(view)[0] == left + 30
    assert desk.board.note(note.id) == note


def test_a_pen_over_the_board_shows_what_a_press_would_do(
    pen: Pen, fingers: Fingers, desk: Desk, view: BoardView
) -> None:
    note = desk.note("48-hour")
    view.select([note.id])
    pen.press(fingers.at(note.rect.right, note.rect.bottom)).lift()
    pen.move(4, 4)
    assert view.cursor().shape() is Qt.CursorShape.SizeFDiagCursor
