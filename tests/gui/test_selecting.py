"""Notes are chosen by click, by area and by key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from canvasapp.domain.reading import reading_order
from canvasapp.view.board_view import BoardView
from tests.gui.conftest import Desk, Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def test_a_click_selects_the_topmost_note(hand: Hand, desk: Desk, view: BoardView) -> None:
    below, above = desk.note("Set-up on moving day"), desk.note("48-hour")
    hand.press(500, 210).move(500, 170).release()
    hand.click(20, 830).click(500, 180)
    assert below.rect.meets(desk.board.note(above.id).rect)
    assert view.selected_ids == (above.id,)


def test_a_click_on_an_empty_place_selects_nothing(hand: Hand, desk: Desk, view: BoardView) -> None:
    hand.click(500, 210)
    assert view.selected_ids == (desk.note("48-hour").id,)
    hand.click(610, 320)
    assert view.selected_ids == ()


def test_shift_click_adds_a_note_and_takes_it_out_again(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    first, other = desk.note("48-hour").id, desk.note("Unique").id
    hand.click(500, 210).holding(SHIFT).click(620, 140)
    assert view.selected_ids == (first, other)
    hand.click(500, 210)
    assert view.selected_ids == (other,)


def test_a_marquee_selects_what_it_touches(hand: Hand, desk: Desk, view: BoardView) -> None:
    hand.press(593, 320).move(550, 290).release(580, 190)
    touched = {desk.note(text).id for text in ("48-hour", "Set-up on moving day")}
    assert set(view.selected_ids) == touched


def test_shift_drag_on_a_note_marks_an_area_and_keeps_what_was_selected(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    kept = desk.note("Ten home visits")
    view.select([kept.id])
    note = desk.note("48-hour")
    hand.holding(SHIFT).press(500, 210).move(505, 260).release(510, 265)
    assert view.selected_ids == (kept.id, note.id)
    assert desk.board.note(note.id) == note


def test_escape_cancels_a_marquee(hand: Hand, desk: Desk, view: BoardView) -> None:
    kept = desk.note("Ten home visits")
    view.select([kept.id])
    hand.press(600, 320).move(500, 200).escape().release(500, 200)
    assert view.selected_ids == (kept.id,)


def test_a_click_just_beside_a_note_still_meets_it(hand: Hand, desk: Desk, view: BoardView) -> None:
    note = desk.note("48-hour")
    hand.press(note.x + 50, note.y + note.h).move_by_pixels(0, 2).release()
    assert view.selected_ids == (note.id,)


def test_a_still_right_click_asks_for_the_menu_and_a_right_drag_pans(
    hand: Hand, view: BoardView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.context_menu_requested) as asked:
        hand.press(500, 210, Qt.MouseButton.RightButton).release()
    assert asked.args is not None
    before = view.bench.viewpoint.camera.seen
    with qtbot.assertNotEmitted(view.context_menu_requested):
        hand.press(500, 210, Qt.MouseButton.RightButton).move_by_pixels(40, 30).release()
    assert view.bench.viewpoint.camera.seen.x < before.x


def test_a_right_click_beside_the_notes_is_about_the_block_it_meets(
    hand: Hand, view: BoardView
) -> None:
    *_, block = view.board.template.blocks_in_order()
    foot = block.rect.bottom - 4
    hand.press(block.rect.centre.x, foot, Qt.MouseButton.RightButton).release()
    assert view.current_block == block.id


def test_escape_puts_the_tool_down_and_then_selects_nothing(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    view.select([desk.note("48-hour").id])
    hand.key(Qt.Key.Key_H)
    with qtbot.waitSignal(view.tool_changed) as changed:
        hand.escape()
    assert changed.args == ["select"]
    assert view.selected_ids != ()
    hand.escape()
    assert view.selected_ids == ()


def test_control_a_selects_every_note(hand: Hand, desk: Desk, view: BoardView) -> None:
    hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert set(view.selected_ids) == set(desk.board.notes)


def test_tab_walks_the_notes_in_reading_order_and_round(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    order = [note.id for note in reading_order(desk.board.notes.values())]
    walked = []
    for _ in order:
        hand.key(Qt.Key.Key_Tab)
        walked.extend(view.selected_ids)
    assert walked == order
    hand.key(Qt.Key.Key_Tab)
    assert view.selected_ids == (order[0],)
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert view.selected_ids == (order[-1],)


def test_a_removed_note_is_not_selected_any_more(hand: Hand, desk: Desk, view: BoardView) -> None:
    hand.double_click(560, 560).type("Short-lived").escape()
    assert view.selected_ids == (desk.note("Short-lived").id,)
    desk.journal.undo()
    assert view.selected_ids == ()


def test_selecting_tells_who_listens_and_the_screen_reader(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.selection_changed):
        hand.click(500, 210)
    assert desk.note("48-hour").text in view.accessibleDescription()


def test_a_click_makes_its_block_the_current_one(hand: Hand, view: BoardView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.block_changed) as changed:
        hand.click(500, 210)
    assert changed.args == ["value-proposition"]
    hand.click(100, 320)
    assert view.current_block == "key-partners"
