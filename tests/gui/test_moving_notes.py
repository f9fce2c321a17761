"""Notes are dragged, copied and resized by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from canvasapp.domain.template import Perspective
from canvasapp.edits.notes import MIN_SIZE
from canvasapp.text import layout
from canvasapp.view.board_view import BoardView
from canvasapp.view.pointer_input import EDGE, EDGE_WAIT_MS
from tests.gui.conftest import Desk, Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
FREE = (610.0, 300.0)
"""A place in the block "value-proposition" where no note lies."""


def test_a_drag_across_blocks_takes_block_and_perspective_with_it(hand: Hand, desk: Desk) -> None:
    note = desk.note("48-hour")
    hand.press(500, 210).move(1000, 400).release(1000, 580)
    moved = desk.board.note(note.id)
    assert (moved.x, moved.y) == pytest.approx((note.x + 500, note.y + 370), abs=1)
    assert (moved.block, moved.perspective) == ("customers-world", Perspective.CUSTOMER)


def test_a_drag_is_one_edit_that_undo_takes_back(hand: Hand, desk: Desk) -> None:
    note = desk.note("48-hour")
    hand.press(500, 210).move(600, 300).move(700, 500).release()
    assert desk.journal.undo_label == "Move note"
    desk.journal.undo()
    assert desk.board.note(note.id) == note


def test_a_drag_begins_only_after_four_pixels(hand: Hand, desk: Desk) -> None:
    note = desk.note("48-hour")
    hand.press(500, 210).move_by_pixels(3, 3).release()
    assert desk.board.note(note.id) == note
    hand.press(500, 210).move_by_pixels(4, 0).release()
    assert desk.board.note(note.id) != note


def test_a_note_dropped_over_another_lies_on_top_and_one_undo_takes_it_back(
    hand: Hand, desk: Desk
) -> None:
    note, higher = desk.note("48-hour"), max(desk.board.notes.values(), key=lambda each: each.z)
    at, to = note.rect.centre, higher.rect.centre
    hand.press(at.x, at.y).move(to.x, to.y).release()
    assert desk.board.note(note.id).z > higher.z
    assert desk.board.pile()[-1].id == note.id
    desk.journal.undo()
    assert desk.board.note(note.id) == note


def test_a_note_dropped_in_a_free_place_keeps_its_height(hand: Hand, desk: Desk) -> None:
    note = desk.note("48-hour")
    hand.press(500, 210).move(600, 560).release(600, 560)
    assert desk.board.note(note.id).z == note.z


def test_escape_cancels_the_drag(hand: Hand, desk: Desk) -> None:
    note, label = desk.note("48-hour"), desk.journal.undo_label
    hand.press(500, 210).move(900, 400).escape().release(900, 400)
    assert desk.board.note(note.id) == note
    assert desk.journal.undo_label == label


def test_a_lost_focus_cancels_the_drag(hand: Hand, desk: Desk, view: BoardView) -> None:
    note = desk.note("48-hour")
    hand.press(500, 210).move(900, 400)
    view.clearFocus()
    hand.release(900, 400)
    assert desk.board.note(note.id) == note


def test_another_tool_cancels_the_drag(hand: Hand, desk: Desk, view: BoardView) -> None:
    note = desk.note("48-hour")
    hand.press(500, 210).move(900, 400)
    view.set_tool("pan")
    hand.release(900, 400)
    assert desk.board.note(note.id) == note


def test_all_selected_notes_move_together(hand: Hand, desk: Desk, view: BoardView) -> None:
    first, other = desk.note("48-hour"), desk.note("Set-up on moving day")
    view.select([first.id, other.id])
    hand.press(500, 210).release(530, 210)
    ways = {desk.board.note(each.id).x - each.x for each in (first, other)}
    assert len(ways) == 1
    assert ways.pop() == pytest.approx(30, abs=1)


def test_dragging_a_note_that_is_not_selected_moves_and_selects_it_alone(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    dragged, other = desk.note("48-hour"), desk.note("Told once")
    view.select([other.id])
    hand.press(500, 210).move(520, 230).release()
    assert view.selected_ids == (dragged.id,)
    assert desk.board.note(other.id) == other


def test_shift_holds_the_axis_along_which_the_drag_goes_further(hand: Hand, desk: Desk) -> None:
    note = desk.note("48-hour")
    hand.press(500, 210).move(520, 215).holding(SHIFT).move(600, 240).release()
    moved = desk.board.note(note.id)
    assert moved.y == note.y
    assert moved.x > note.x + 90


def test_alt_drag_leaves_the_note_and_moves_a_copy(hand: Hand, desk: Desk, view: BoardView) -> None:
    note = desk.note("48-hour")
    hand.holding(ALT | CONTROL).press(500, 210).move(620, 310).release()
    copies = [each for each in desk.notes("48-hour") if each.id != note.id]
    assert desk.board.note(note.id) == note
    assert [copy.x - note.x for copy in copies] == pytest.approx([120], abs=1)
    assert view.selected_ids == (copies[0].id,)


def test_a_corner_handle_changes_the_size(hand: Hand, desk: Desk) -> None:
    note = desk.note("48-hour")
    hand.click(500, 210)
    right, bottom = note.x + note.w, note.y + note.h
    hand.press(right + 2, bottom + 2).move(right + 32, bottom + 22).release()
    resized = desk.board.note(note.id)
    assert (resized.x, resized.y) == (note.x, note.y)
    assert (resized.w, resized.h) == pytest.approx((134, 90), abs=1)


def test_the_left_edge_moves_and_the_right_one_stays(hand: Hand, desk: Desk) -> None:
    note = desk.note("48-hour")
    hand.click(500, 210)
    hand.holding(CONTROL).press(note.x - 3, note.y + 35).move(note.x - 23, note.y + 60).release()
    resized = desk.board.note(note.id)
    assert resized.rect.right == pytest.approx(note.rect.right)
    assert (resized.w, resized.h) == pytest.approx((124, 70), abs=1)


def test_a_note_can_not_be_made_smaller_than_a_line_of_text(hand: Hand, desk: Desk) -> None:
    note = desk.note("48-hour")
    hand.click(500, 210)
    right, bottom = note.x + note.w, note.y + note.h
    hand.press(right + 2, bottom + 2).move(note.x - 200, note.y - 200).release()
    resized = desk.board.note(note.id)
    assert (resized.w, resized.h) == MIN_SIZE


def test_escape_cancels_a_resize(hand: Hand, desk: Desk) -> None:
    note = desk.note("48-hour")
    hand.click(500, 210)
    right, bottom = note.x + note.w, note.y + note.h
    hand.press(right + 2, bottom + 2).move(right + 60, bottom + 60).escape().release()
    assert desk.board.note(note.id) == note


def test_the_view_scrolls_on_while_a_note_is_held_at_its_edge(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    note = desk.note("Buys certainty")
    view.bench.viewpoint.show_at(3.0, note.rect)
    seen = view.bench.viewpoint.camera.seen
    hand.press(note.x + 10, note.y + 10).move(note.x + 20, note.y + 10)
    hand.move(seen.right - 0.5, seen.centre.y)
    qtbot.waitUntil(lambda: view.bench.viewpoint.camera.seen.x > seen.x + 20)
    hand.escape()
    stopped = view.bench.viewpoint.camera
    qtbot.wait(60)
    assert view.bench.viewpoint.camera == stopped


@pytest.mark.parametrize("inside", [0.5, EDGE + 1])
def test_the_view_stays_where_a_note_is_dragged_past_its_edge_or_held_beside_it(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot, inside: float
) -> None:
    note = desk.note("Buys certainty")
    view.bench.viewpoint.show_at(3.0, note.rect)
    before = view.bench.viewpoint.camera
    hand.press(note.x + 10, note.y + 10).move(note.x + 20, note.y + 10)
    hand.move(before.seen.right - before.mm(inside), before.seen.centre.y)
    if inside < EDGE:
        hand.move(before.seen.right - before.mm(EDGE + 1), before.seen.centre.y)
    qtbot.wait(EDGE_WAIT_MS + 60)
    assert view.bench.viewpoint.camera == before
    hand.escape().release()


def test_dropped_notes_are_drawn_where_they_lie(
    hand: Hand, view: BoardView, desk: Desk, qtbot: QtBot
) -> None:
    note = desk.note("48-hour")
    hand.press(500, 210).move(590, 310).release()
    hand.click(20, 830)
    qtbot.waitUntil(lambda: view.bench.frames.settled)
    image = view.grab().toImage()
    ratio = view.devicePixelRatioF()
    corner = desk.board.note(note.id).rect
    place = QPointF(*view.bench.viewpoint.camera.to_view(corner.centre)) * ratio
    paper = view.bench.scene.options.theme.party(3).paper
    assert image.pixelColor(place.toPoint()).name() == paper


def test_selected_notes_in_view_are_laid_out_before_they_are_taken_into_the_hand(
    view: BoardView, desk: Desk, qtbot: QtBot
) -> None:
    note = desk.note("48-hour")
    view.bench.viewpoint.show_at(4.0, note.rect)
    qtbot.waitUntil(lambda: view.bench.frames.settled)
    laid_out = layout._fit_short
    laid_out.cache_clear()
    view.bench.selection.set(desk.board.notes)
    qtbot.waitUntil(lambda: laid_out.cache_info().currsize > 0 and view.bench.frames.settled)
    seen = view.bench.viewpoint.camera.seen
    texts = {each.text for each in desk.board.notes.values() if each.rect.meets(seen)}
    assert laid_out.cache_info().currsize <= len(texts) < len(desk.board.notes)


def test_a_drag_with_no_length_changes_nothing(hand: Hand, desk: Desk) -> None:
    before = desk.board
    hand.press(*FREE).release()
    hand.press(500, 210).move(500, 210).release(500, 210)
    assert desk.board is before
