"""The places one has been on the boards of a workshop: by keys' deeds and by the side buttons of a mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt

from canvasapp.edits.boards import new_board, remove_board
from canvasapp.view.board_view import BoardView
from canvasapp.view.camera import Camera
from tests.gui.conftest import Desk, Hand

Key = Qt.Key


def camera(view: BoardView) -> Camera:
    return view.bench.viewpoint.camera


def test_back_leads_through_the_blocks_one_has_been_to(hand: Hand, view: BoardView) -> None:
    seen = [camera(view)]
    for _ in range(3):
        hand.key(Key.Key_PageDown)
        seen.append(camera(view))
    for before in reversed(seen[:-1]):
        view.do("go-back")
        assert camera(view) == before
    for after in seen[1:]:
        view.do("go-forward")
        assert camera(view) == after


def test_the_block_one_worked_in_comes_back_with_the_place(hand: Hand, view: BoardView) -> None:
    hand.key(Key.Key_PageDown)
    first = view.current_block
    hand.key(Key.Key_PageDown)
    view.do("go-back")
    assert view.current_block == first


def test_a_pan_by_hand_is_part_of_the_place_one_leaves(hand: Hand, view: BoardView) -> None:
    view.zoom_to_block("value-proposition")
    hand.press(600, 400, Qt.MouseButton.MiddleButton).move_by_pixels(40, 25).release()
    panned = camera(view)
    view.fit()
    view.do("go-back")
    assert camera(view) == panned


def test_the_side_buttons_of_a_mouse_go_back_and_forward(hand: Hand, view: BoardView) -> None:
    start = camera(view)
    view.zoom_to_block("value-proposition")
    near = camera(view)
    hand.press(500, 210, Qt.MouseButton.BackButton).release()
    assert camera(view) == start
    hand.press(500, 210, Qt.MouseButton.ForwardButton).release()
    assert camera(view) == near
    assert view.selected_ids == ()


def test_back_leads_to_another_board_as_it_was(desk: Desk, view: BoardView) -> None:
    desk.journal.commit(new_board(desk.journal.workshop, "value-stack", board_id="other"))
    view.zoom_to_block("value-proposition")
    near = camera(view)
    view.show_board("other")
    view.do("go-back")
    assert (view.board_id, camera(view)) == (desk.board_id, near)
    view.do("go-forward")
    assert view.board_id == "other"


def test_a_board_that_is_gone_is_passed_over(desk: Desk, view: BoardView) -> None:
    desk.journal.commit(new_board(desk.journal.workshop, "value-stack", board_id="other"))
    start = camera(view)
    view.zoom_to_block("value-proposition")
    view.show_board("other")
    view.show_board(desk.board_id)
    desk.journal.commit(remove_board(desk.journal.workshop, "other"))
    view.do("go-back")
    assert (view.board_id, camera(view)) == (desk.board_id, start)


def test_a_title_double_clicked_again_goes_back_and_forward_returns(
    hand: Hand, view: BoardView
) -> None:
    start = camera(view)
    hand.double_click(560, 95)
    near = camera(view)
    hand.double_click(560, 95)
    assert camera(view) == start
    view.do("go-forward")
    assert camera(view) == near


def test_a_title_double_clicked_after_going_elsewhere_shows_its_block(
    hand: Hand, view: BoardView
) -> None:
    hand.double_click(560, 95)
    near = camera(view)
    view.fit()
    hand.double_click(560, 95)
    assert camera(view) == near


def test_back_flies_unless_motion_is_reduced(view: BoardView) -> None:
    start = camera(view)
    view.zoom_to_block("value-proposition")
    view.reduce_motion(False)
    near = camera(view)
    view.do("go-back")
    assert camera(view) == near
    assert view.bench.viewpoint.goal == start


def test_the_whole_board_one_comes_back_to_follows_the_window_again(
    hand: Hand, view: BoardView
) -> None:
    hand.key(Key.Key_PageDown)
    view.do("go-back")
    assert view.bench.viewpoint.shows_whole
    view.resize(700, 500)
    fitted = camera(view)
    view.fit()
    assert camera(view) == fitted


def test_a_board_left_whole_follows_the_window_when_it_is_shown_again(
    desk: Desk, view: BoardView
) -> None:
    edit = new_board(desk.journal.workshop, "value-stack")
    desk.journal.commit(edit)
    view.show_board(edit.changes[0].record.id)
    view.resize(700, 500)
    view.do("go-back")
    assert view.bench.viewpoint.shows_whole
    assert (view.board_id, view.bench.viewpoint.camera.width) == (desk.board_id, 700)
