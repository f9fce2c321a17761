"""The camera under the hand: wheel, fingers, keys, blocks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasapp.domain.geometry import Point
from canvasapp.edits.boards import new_board
from canvasapp.view.board_view import BoardView
from canvasapp.view.camera import LARGEST, SMALLEST, Camera
from canvasapp.view.wheel import Wheel
from tests.gui.conftest import Desk, Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


def camera(view: BoardView) -> Camera:
    return view.bench.viewpoint.camera


def wheel(
    view: BoardView,
    at: QPointF,
    angle: QPoint,
    pixels: QPoint | None = None,
    modifiers: Qt.KeyboardModifier = PLAIN,
) -> None:
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at)),
        pixels or QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
        device=QPointingDevice.primaryPointingDevice(),
    )
    QApplication.sendEvent(view, event)


def gesture(view: BoardView, kind: Qt.NativeGestureType, value: float) -> None:
    position = QInputDevice.Capability.Position
    finger = QPointingDevice.PointerType.Finger
    pad = QPointingDevice("pad", 79, QInputDevice.DeviceType.TouchPad, finger, position, 5, 0)
    at = QPointF(300, 200)
    event = QNativeGestureEvent(
        kind, pad, 2, at, at, QPointF(view.mapToGlobal(at)), value, QPointF()
    )
    QApplication.sendEvent(view, event)


def test_the_wheel_of_a_mouse_zooms_at_the_pointer(view: BoardView) -> None:
    at, zoom = QPointF(300, 200), view.zoom
    place = camera(view).to_sheet(300, 200)
    wheel(view, at, QPoint(0, 120))
    assert view.zoom > zoom
    assert camera(view).to_view(place) == pytest.approx((300, 200), abs=1)
    wheel(view, at, QPoint(0, -120))
    assert view.zoom == pytest.approx(zoom)


def test_a_trackpad_pans_and_with_control_zooms(view: BoardView) -> None:
    zoom, left = view.zoom, camera(view).left
    wheel(view, QPointF(300, 200), QPoint(24, -40), QPoint(12, -20))
    assert (camera(view).left - left, view.zoom) == (12, zoom)
    wheel(view, QPointF(300, 200), QPoint(0, 40), QPoint(0, 20), CONTROL)
    assert view.zoom > zoom


def test_a_mouse_whose_system_reports_pixels_too_still_zooms(view: BoardView) -> None:
    zoom = view.zoom
    wheel(view, QPointF(300, 200), QPoint(0, 120), QPoint(0, 120))
    assert view.zoom > zoom


@pytest.mark.parametrize("pixels", [QPoint(), QPoint(0, -20)])
def test_every_wheel_can_be_set_to_pan_and_zooms_with_control(
    view: BoardView, pixels: QPoint
) -> None:
    view.use_wheel(Wheel.PANS)
    zoom, top = view.zoom, camera(view).top
    wheel(view, QPointF(300, 200), QPoint(0, -40), pixels)
    assert (camera(view).top - top, view.zoom) == (-20, zoom)
    wheel(view, QPointF(300, 200), QPoint(0, 40), pixels, CONTROL)
    assert view.zoom > zoom


def test_shift_turns_a_panning_wheel_across(view: BoardView) -> None:
    view.use_wheel(Wheel.PANS)
    left, top = camera(view).left, camera(view).top
    wheel(view, QPointF(300, 200), QPoint(0, -120), modifiers=SHIFT)
    assert (camera(view).left, camera(view).top) == (left - 60, top)


@pytest.mark.parametrize("pixels", [QPoint(), QPoint(0, 20)])
def test_every_wheel_can_be_set_to_zoom(view: BoardView, pixels: QPoint) -> None:
    view.use_wheel(Wheel.ZOOMS)
    zoom = view.zoom
    wheel(view, QPointF(300, 200), QPoint(0, 40), pixels)
    assert view.zoom > zoom


def test_a_pinch_on_a_trackpad_zooms_at_the_pointer(view: BoardView) -> None:
    place, zoom = camera(view).to_sheet(300, 200), view.zoom
    gesture(view, Qt.NativeGestureType.ZoomNativeGesture, 0.25)
    assert view.zoom == pytest.approx(1.25 * zoom)
    assert camera(view).to_view(place) == pytest.approx((300, 200), abs=1)


def test_fingers_that_turn_on_a_trackpad_do_nothing(view: BoardView) -> None:
    before = camera(view)
    gesture(view, Qt.NativeGestureType.RotateNativeGesture, 30)
    assert camera(view) == before


@pytest.mark.parametrize(("turn", "limit"), [(120, LARGEST), (-120, SMALLEST)])
def test_the_zoom_has_limits(view: BoardView, turn: int, limit: float) -> None:
    for _ in range(60):
        wheel(view, QPointF(600, 400), QPoint(0, turn))
    assert view.zoom == limit


def test_the_zoom_is_told_as_a_share_of_one(view: BoardView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.zoom_changed) as told:
        view.zoom_to(1.0)
    assert told.args == [1.0]


@pytest.mark.parametrize("way", [(9000, 0), (-9000, 0), (0, 9000), (0, -9000)])
def test_no_pan_loses_the_sheet(hand: Hand, view: BoardView, way: tuple[int, int]) -> None:
    hand.press(600, 400, Qt.MouseButton.MiddleButton).move_by_pixels(*way).release()
    assert camera(view).seen.meets(view.bench.scene.sheet)


def test_panning_moves_by_whole_device_pixels(hand: Hand, view: BoardView) -> None:
    before = camera(view).origin
    hand.press(600, 400, Qt.MouseButton.MiddleButton)
    for _ in range(10):
        hand.move_by_pixels(0.4, 0.25)
    moved = camera(view).origin
    assert (moved[0] - before[0], moved[1] - before[1]) == (4, 2)


@pytest.mark.parametrize("selected", [False, True])
def test_space_and_drag_pans_and_letting_go_selects_again(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot, *, selected: bool
) -> None:
    note, left = desk.note("48-hour"), camera(view).left
    view.select([note.id] if selected else [])
    qtbot.keyPress(view, Key.Key_Space)
    hand.press(500, 210).move_by_pixels(30, 0).release()
    qtbot.keyRelease(view, Key.Key_Space)
    assert camera(view).left == left + 30
    assert desk.board.note(note.id) == note
    hand.click(500, 210)
    assert view.selected_ids == (note.id,)


def test_the_pan_tool_pans(hand: Hand, view: BoardView) -> None:
    left = camera(view).left
    hand.key(Key.Key_H).press(500, 210).move_by_pixels(-25, 0).release()
    assert camera(view).left == left - 25


@pytest.mark.parametrize(("key", "modifiers"), [(Key.Key_1, SHIFT), (Key.Key_1, ALT)])
def test_fit_shows_the_whole_sheet(
    hand: Hand, view: BoardView, key: Key, modifiers: Qt.KeyboardModifier
) -> None:
    view.zoom_to(4.0)
    hand.key(key, modifiers)
    assert camera(view).seen.encloses(view.bench.scene.sheet)


def test_fit_selection_shows_the_selected_notes(hand: Hand, desk: Desk, view: BoardView) -> None:
    note = desk.note("48-hour")
    view.select([note.id])
    hand.key(Key.Key_2, SHIFT)
    assert camera(view).seen.encloses(note.rect)
    assert view.zoom > 3


def test_keys_zoom_in_out_and_to_100_percent(hand: Hand, view: BoardView) -> None:
    zoom = view.zoom
    hand.key(Key.Key_Plus, CONTROL)
    assert view.zoom > zoom
    hand.key(Key.Key_Minus, CONTROL)
    assert view.zoom == pytest.approx(zoom)
    hand.key(Key.Key_0, CONTROL)
    assert view.zoom == 1.0


def test_100_percent_is_a_quarter_of_true_size(view: BoardView) -> None:
    view.zoom_to(1.0)
    left, _ = camera(view).to_view(Point(0, 0))
    right, _ = camera(view).to_view(Point(254, 0))
    assert right - left == pytest.approx(240, abs=1)


def test_a_flight_takes_a_while_and_arrives(view: BoardView, qtbot: QtBot) -> None:
    view.reduce_motion(False)
    start = view.zoom
    view.zoom_to_block("value-proposition")
    assert view.zoom == start
    qtbot.waitUntil(lambda: not view.bench.viewpoint.zooming)
    assert camera(view).seen.encloses(view.board.template.block("value-proposition").rect)


def test_a_hand_on_the_board_stops_the_flight(hand: Hand, view: BoardView, qtbot: QtBot) -> None:
    view.reduce_motion(False)
    view.zoom_to(4.0)
    hand.press(500, 210, Qt.MouseButton.MiddleButton).move_by_pixels(10, 0).release()
    stopped = camera(view)
    qtbot.wait(50)
    assert camera(view) == stopped


def test_page_keys_go_from_block_to_block_in_facilitation_order(
    hand: Hand, view: BoardView, qtbot: QtBot
) -> None:
    order = [block.id for block in view.board.template.blocks_in_order()]
    visited = []
    view.block_changed.connect(visited.append)
    for _ in order:
        hand.key(Key.Key_PageDown)
    assert visited == order
    hand.key(Key.Key_PageUp)
    assert view.current_block == order[-2]
    assert camera(view).seen.encloses(view.board.template.block(order[-2]).rect)


def test_a_double_click_on_a_title_goes_to_the_block_and_back(hand: Hand, view: BoardView) -> None:
    before = camera(view)
    hand.double_click(560, 95)
    assert view.current_block == "value-proposition"
    assert view.zoom > before.zoom
    hand.double_click(560, 95)
    assert camera(view) == before


def test_what_was_shown_whole_stays_whole_when_the_window_grows(
    view: BoardView, qtbot: QtBot
) -> None:
    view.resize(700, 500)
    assert camera(view).seen.encloses(view.bench.scene.sheet)
    view.zoom_to(2.0)
    view.resize(1000, 800)
    assert view.zoom == 2.0


def test_a_window_resized_to_nothing_comes_back(view: BoardView) -> None:
    view.resize(0, 0)
    view.resize(1280, 900)
    assert camera(view).seen.encloses(view.bench.scene.sheet)


def test_another_board_is_shown_whole_and_the_first_one_as_it_was_left(
    desk: Desk, view: BoardView
) -> None:
    desk.journal.commit(new_board(desk.journal.workshop, "value-stack", board_id="other"))
    view.zoom_to(2.0)
    view.bench.viewpoint.pan(100, 50)
    left = camera(view)
    view.show_board("other")
    assert view.board_id == "other"
    assert camera(view).seen.encloses(view.bench.scene.sheet)
    view.show_board(desk.board_id)
    assert camera(view) == left
