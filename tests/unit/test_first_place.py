"""The size of the window at the very first start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from canvasapp.app.first_place import FRAME, USUAL, first_place


@pytest.mark.parametrize("room", [QSize(1920, 1080), QSize(2560, 1440), USUAL + FRAME])
def test_where_there_is_room_the_window_is_as_large_as_usual(room: QSize) -> None:
    place = first_place(room)
    assert (place.size, place.fills) == (USUAL, False)


@pytest.mark.parametrize(
    "room", [USUAL, QSize(1366, 728), QSize(1280, 720), QSize(1920, 900), QSize(1440, 1200)]
)
def test_a_small_screen_is_filled_and_left_with_room_for_the_frame(room: QSize) -> None:
    place = first_place(room)
    assert place.fills
    assert (place.size + FRAME).boundedTo(room) == place.size + FRAME
