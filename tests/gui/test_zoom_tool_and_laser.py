"""The tools that only look and point: they change no note."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from canvasapp.domain.geometry import Point
from canvasapp.view.board_view import BoardView
from canvasapp.view.laser import FADES, STAYS, Laser
from tests.gui.conftest import Desk, Hand

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


class Clock:
    """Stands still until it is set."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(view: BoardView) -> Clock:
    clock = Clock()
    view.bench.stage.laser._clock = clock
    return clock


@pytest.fixture
def laser(view: BoardView) -> Laser:
    return view.bench.stage.laser


def accent_at(view: BoardView, x: float, y: float) -> bool:
    at = view.bench.viewpoint.camera.to_view(Point(x, y))
    colour = view.grab().toImage().pixelColor(round(at[0]), round(at[1])).name()
    return colour == view.bench.scene.options.theme.accent


def test_a_click_zooms_in_at_the_pointer_and_with_alt_out_again(
    hand: Hand, view: BoardView
) -> None:
    before = view.bench.viewpoint.camera
    hand.key(Key.Key_Z).click(500, 210)
    nearer = view.bench.viewpoint.camera
    assert nearer.zoom == pytest.approx(2 * before.zoom)
    assert nearer.to_view(Point(500, 210)) == pytest.approx(
        before.to_view(Point(500, 210)), abs=1.5
    )
    hand.holding(ALT).click(500, 210)
    assert view.zoom == pytest.approx(before.zoom)


def test_a_drag_shows_the_area_whole(hand: Hand, view: BoardView, desk: Desk) -> None:
    before = desk.board
    hand.key(Key.Key_Z).press(400, 200).move(500, 250).release(600, 300)
    seen = view.bench.viewpoint.camera.seen
    assert seen.x <= 401
    assert seen.right >= 599
    assert seen.w < 400
    assert desk.board is before
    assert view.selected_ids == ()


def test_escape_cancels_the_area(hand: Hand, view: BoardView) -> None:
    before = view.bench.viewpoint.camera
    hand.key(Key.Key_Z).press(400, 200).move(500, 250).escape().release(600, 300)
    assert view.bench.viewpoint.camera == before
    assert view.bench.toolbox.tool.id == "zoom"
    hand.escape()
    assert view.bench.toolbox.tool.id == "select"


def test_the_laser_leaves_a_trail_and_no_change(
    hand: Hand, view: BoardView, desk: Desk, clock: Clock
) -> None:
    before = desk.board
    hand.key(Key.Key_K).press(600, 320).move(640, 320).move(680, 320).release()
    assert accent_at(view, 640, 320)
    assert desk.board is before
    assert view.selected_ids == ()


def test_the_trail_stays_fades_and_goes(
    hand: Hand, view: BoardView, clock: Clock, laser: Laser, qtbot: QtBot
) -> None:
    hand.key(Key.Key_K).press(600, 320).move(680, 320).release()
    clock.now += STAYS - 0.01
    assert accent_at(view, 640, 320)
    clock.now += FADES / 2
    assert not accent_at(view, 640, 320)
    assert laser.is_seen
    clock.now += FADES
    qtbot.waitUntil(lambda: not laser.is_seen)
    qtbot.waitUntil(lambda: not laser._frames.isActive())


def test_a_laser_held_still_is_seen_for_as_long_as_it_is_held(
    hand: Hand, view: BoardView, clock: Clock, laser: Laser, qtbot: QtBot
) -> None:
    hand.key(Key.Key_K).press(600, 320)
    clock.now += 10
    qtbot.waitUntil(lambda: laser._trail[-1][0] == clock.now)
    assert accent_at(view, 600, 320)
    hand.escape()
    clock.now += 10
    qtbot.waitUntil(lambda: not laser.is_seen)


def test_two_strokes_are_not_joined(hand: Hand, view: BoardView, clock: Clock) -> None:
    hand.key(Key.Key_K).press(600, 320).move(620, 320).release()
    hand.press(680, 320).move(700, 320).release()
    assert accent_at(view, 690, 320)
    assert not accent_at(view, 650, 320)
