"""How the wall goes from one picture to the next, by a clock that stands still unless it is set."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPixmap
from pytestqt.qtbot import QtBot

from canvasapp.app.wall.crossing import SECONDS, Crossing
from canvasapp.app.wall.pane import WallPane
from canvasapp.edits.notes import set_text
from canvasapp.painting.images import ScaledImages, no_images
from canvasapp.picture.wall_state import WallMode, WallState
from canvasapp.text.fonts import load_fonts
from tests.unit.small_canvas import note, workshop

WHOLE = workshop(note("a"), note("b", x=90))
BOARD = WHOLE.boards["b1"]
SIZE = (960, 540)


class Clock:
    now = 10.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def new_pane(qtbot: QtBot, clock: Clock) -> Callable[[], WallPane]:
    load_fonts()

    def new() -> WallPane:
        pane = WallPane(BOARD, ScaledImages(no_images), clock=clock)
        qtbot.addWidget(pane)
        pane.resize(*SIZE)
        pane.show()
        pane.show_state(WallState(), BOARD)
        return pane

    return new


def seen(pane: WallPane) -> QImage:
    return pane.grab().toImage()


def test_a_move_ends_after_its_time_where_a_cut_is_at_once(
    new_pane: Callable[[], WallPane], clock: Clock
) -> None:
    moving, cutting = new_pane(), new_pane()
    cutting.reduced_motion = True
    before = seen(moving)
    for pane in (moving, cutting):
        pane.show_state(WallState(mode=WallMode.BLOCK, block="broad"), BOARD)
    assert seen(moving) == before  # the move begins with what was seen
    after = seen(cutting)
    clock.now += SECONDS / 3
    assert seen(moving) not in (before, after)
    clock.now += SECONDS
    assert seen(moving) == after


def test_what_happens_on_the_board_is_no_move(new_pane: Callable[[], WallPane]) -> None:
    pane, fresh = new_pane(), new_pane()
    edit = set_text(BOARD, "a", "Another text")
    changed = WHOLE.after(edit).boards["b1"]
    seen(pane)
    pane.show_state(WallState(timer="5:00"), changed, edit)
    fresh.reduced_motion = True
    fresh.show_state(WallState(timer="5:00"), changed)
    assert seen(pane) == seen(fresh)


def test_what_was_prepared_looks_as_what_was_not(
    new_pane: Callable[[], WallPane], qtbot: QtBot
) -> None:
    prepared, other = new_pane(), new_pane()
    coming = WallState(mode=WallMode.COMPARE, block="tall", timer="5:00")
    for pane in (prepared, other):
        pane.reduced_motion = True
    prepared.prepare([coming])
    qtbot.waitUntil(lambda: prepared.is_prepared(coming))
    later = WallState(mode=WallMode.COMPARE, block="tall", timer="4:58")
    for pane in (prepared, other):
        pane.show_state(later, BOARD)
    assert seen(prepared) == seen(other)
    assert not prepared.is_prepared(coming)


def test_hiding_a_note_ends_a_move_that_still_shows_it(
    new_pane: Callable[[], WallPane], clock: Clock
) -> None:
    moving, cutting = new_pane(), new_pane()
    cutting.reduced_motion = True
    seen(moving)
    moving.show_state(WallState(mode=WallMode.COMPARE, block="tall"), BOARD)
    hidden = WallState(mode=WallMode.COMPARE, block="tall", hidden=frozenset({"a"}))
    for pane in (moving, cutting):
        pane.show_state(hidden, BOARD)
    assert seen(moving) == seen(cutting)


@pytest.mark.usefixtures("qapp")
def test_one_goes_into_a_block_and_out_of_it_again() -> None:
    old, block = QPixmap(1600, 900), QRectF(200, 100, 160, 90)
    into, out = Crossing(old, 0.0, into=block), Crossing(old, 0.0, out_of=block)
    assert into.place(0.0) == out.place(0.0) == QRectF(0, 0, 1600, 900)
    assert into.place(1.0) == QRectF(-2000, -1000, 16000, 9000)
    assert out.place(1.0) == block
    assert Crossing(old, 0.0).place(0.5) == QRectF(0, 0, 1600, 900)
