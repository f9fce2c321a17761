"""How a window of any width is divided between board and panels."""

from __future__ import annotations

import pytest

from canvasapp.app.work_area import LEFT, RIGHT, Wish, arranged


def test_a_wide_window_has_room_for_both_panels_beside_the_board() -> None:
    wide = arranged(1440, Wish())
    assert (wide.board_left, wide.board_right) == (LEFT, RIGHT)


def test_under_1180_the_left_panel_gives_way() -> None:
    assert arranged(1180, Wish()).left
    narrow = arranged(1179, Wish())
    assert (narrow.left, narrow.right) == (False, True)


def test_under_960_the_right_panel_gives_way_too() -> None:
    assert arranged(960, Wish()).right
    assert not arranged(959, Wish()).right


def test_a_panel_that_is_wanted_in_a_narrow_window_lies_over_the_board() -> None:
    narrow = arranged(900, Wish(left=True, right=True))
    assert narrow.left
    assert narrow.right
    assert (narrow.board_left, narrow.board_right) == (0, 0)


@pytest.mark.parametrize("width", [800, 1000, 1440])
def test_hidden_panels_leave_the_whole_width_to_the_board(width: int) -> None:
    hidden = arranged(width, Wish(left=False, right=False))
    assert (hidden.left, hidden.right) == (False, False)
    assert (hidden.board_left, hidden.board_right) == (0, 0)
