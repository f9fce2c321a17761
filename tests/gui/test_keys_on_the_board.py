"""Every key of the board that works on selected notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from canvasapp.domain.records import Note
from canvasapp.domain.template import Perspective
from canvasapp.edits.notes import set_party
from canvasapp.view.board_view import BoardView
from tests.gui.conftest import Desk, Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def note(desk: Desk, view: BoardView) -> Note:
    """A selected note."""
    note = desk.note("48-hour")
    view.select([note.id])
    return note


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_removes_the_selected_notes(
    hand: Hand, desk: Desk, view: BoardView, note: Note, key: Key
) -> None:
    view.select([note.id, desk.note("Unique").id])
    count = len(desk.board.notes)
    hand.key(key)
    assert len(desk.board.notes) == count - 2
    desk.journal.undo()
    assert desk.board.note(note.id) == note


@pytest.mark.parametrize(
    ("key", "way"),
    [
        (Key.Key_Left, (-1, 0)),
        (Key.Key_Right, (1, 0)),
        (Key.Key_Up, (0, -1)),
        (Key.Key_Down, (0, 1)),
    ],
)
def test_arrows_nudge_by_one_millimetre_and_with_shift_by_ten(
    hand: Hand, desk: Desk, note: Note, key: Key, way: tuple[int, int]
) -> None:
    hand.key(key)
    once = desk.board.note(note.id)
    assert (once.x - note.x, once.y - note.y) == pytest.approx(way)
    hand.key(key, SHIFT)
    further = desk.board.note(note.id)
    assert (further.x - once.x, further.y - once.y) == pytest.approx((way[0] * 10, way[1] * 10))


@pytest.mark.parametrize("slot", [1, 2, 4, 8])
def test_a_digit_gives_the_note_to_the_party_of_that_slot(
    hand: Hand, desk: Desk, note: Note, slot: int
) -> None:
    hand.type(str(slot))
    party = desk.board.note(note.id).party
    assert party is not None
    assert desk.board.parties[party].slot == slot


def test_zero_gives_the_note_to_nobody(hand: Hand, desk: Desk, note: Note) -> None:
    hand.type("0")
    assert desk.board.note(note.id).party is None


def test_a_digit_without_a_party_changes_nothing(hand: Hand, desk: Desk, note: Note) -> None:
    hand.type("5")
    assert desk.board.note(note.id) == note


def test_new_notes_are_those_of_the_party_chosen_last(hand: Hand, desk: Desk, note: Note) -> None:
    hand.type("2").escape().double_click(610, 300).type("New").escape()
    assert desk.note("New").party == desk.board.note(note.id).party
    hand.escape().double_click(560, 560).type("Theirs").escape()
    assert desk.note("Theirs").party != desk.note("New").party


def test_at_first_new_notes_are_ours_or_the_customer_s(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    hand.double_click(610, 300).type("New").escape().escape()
    hand.double_click(560, 560).type("Theirs").escape()
    slots = [desk.board.parties[desk.note(each).party or ""].slot for each in ("New", "Theirs")]
    assert slots == [1, 8]


def test_after_zero_new_notes_of_that_view_are_nobody_s(hand: Hand, desk: Desk, note: Note) -> None:
    hand.type("0").escape().double_click(610, 300).type("New").escape()
    assert desk.note("New").party is None


def test_a_party_given_by_a_menu_is_that_of_the_next_note(
    hand: Hand, desk: Desk, note: Note
) -> None:
    retailer = next(each.id for each in desk.board.parties.values() if each.slot == 2)
    desk.journal.commit(set_party(desk.board, [note.id], retailer))
    hand.escape().double_click(610, 300).type("New").escape()
    assert desk.note("New").party == retailer


def test_lines_pasted_are_those_of_the_view_they_fall_into(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    QGuiApplication.clipboard().setText("Pasted line")
    hand.move(560, 560).key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.board.parties[desk.note("Pasted line").party or ""].slot == 8


def test_o_and_c_change_the_view_of_a_note(hand: Hand, desk: Desk, note: Note) -> None:
    hand.type("c")
    changed = desk.board.note(note.id)
    assert (changed.block, changed.perspective) == (note.block, Perspective.CUSTOMER)
    hand.type("o")
    assert desk.board.note(note.id).perspective is Perspective.OUR


def test_brackets_put_a_note_to_the_front_and_to_the_back(
    hand: Hand, desk: Desk, note: Note
) -> None:
    hand.type("]")
    assert desk.board.pile()[-1].id == note.id
    hand.type("[")
    assert desk.board.pile()[0].id == note.id


def test_brackets_with_control_go_past_the_next_note_that_overlaps(
    hand: Hand, desk: Desk, note: Note
) -> None:
    other = desk.note("Set-up on moving day")
    hand.press(500, 210).move(500, 170).release()

    def order() -> list[str]:
        return [each.id for each in desk.board.pile() if each.id in (note.id, other.id)]

    hand.key(Key.Key_BracketLeft, CONTROL)
    assert order() == [note.id, other.id]
    hand.key(Key.Key_BracketRight, CONTROL)
    assert order() == [other.id, note.id]


def test_control_d_duplicates_and_repeats_the_last_offset(
    hand: Hand, desk: Desk, view: BoardView, note: Note
) -> None:
    hand.holding(Qt.KeyboardModifier.AltModifier).press(500, 210).move(530, 290).release()
    hand.holding(Qt.KeyboardModifier.NoModifier).key(Key.Key_D, CONTROL)
    copy, other = (desk.board.note(each.id) for each in desk.notes("48-hour") if each.id != note.id)
    assert (other.x - copy.x, other.y - copy.y) == pytest.approx((copy.x - note.x, copy.y - note.y))
    assert view.selected_ids == (other.id,)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_F2])
def test_enter_and_f2_edit_the_selected_note(hand: Hand, desk: Desk, note: Note, key: Key) -> None:
    hand.key(key).type("!").escape()
    assert desk.board.note(note.id).text == note.text + "!"


def test_a_printable_key_starts_editing_and_is_typed(hand: Hand, desk: Desk, note: Note) -> None:
    hand.type("Maybe").escape()
    assert desk.board.note(note.id).text == note.text + "Maybe"


def test_single_keys_can_be_switched_off(
    hand: Hand, desk: Desk, view: BoardView, note: Note
) -> None:
    view.bench.keyboard.single_keys = False
    hand.type("2c").escape()
    changed = desk.board.note(note.id)
    assert (changed.party, changed.perspective) == (note.party, note.perspective)
    assert changed.text == note.text + "2c"


@pytest.mark.parametrize(("letter", "tool"), [("n", "note"), ("s", "note"), ("h", "pan")])
def test_letters_choose_the_tool(hand: Hand, view: BoardView, letter: str, tool: str) -> None:
    hand.type(letter)
    assert view.bench.toolbox.tool.id == tool
    hand.type("v")
    assert view.bench.toolbox.tool.id == "select"


def test_keys_of_the_board_win_over_shortcuts_of_the_window_only_while_they_mean_something(
    view: BoardView, note: Note
) -> None:
    def is_taken(key: Key) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(view, event)
        return event.isAccepted()

    assert is_taken(Key.Key_F2)
    view.select([])
    assert not is_taken(Key.Key_F2)
    assert not is_taken(Key.Key_F5)


def test_keys_with_nothing_selected_change_no_note(hand: Hand, desk: Desk, view: BoardView) -> None:
    before = desk.board
    hand.type("12oc[]x0").key(Key.Key_Delete).key(Key.Key_Left).key(Key.Key_D, CONTROL)
    assert desk.board is before
    assert view.bench.editing.editor is None


def test_control_and_an_arrow_select_the_nearest_neighbour(
    hand: Hand, desk: Desk, view: BoardView, note: Note
) -> None:
    before = desk.board
    hand.key(Key.Key_Up, CONTROL)
    assert view.selected_ids == (desk.note("Set-up on moving day").id,)
    hand.key(Key.Key_Down, CONTROL)
    assert view.selected_ids == (note.id,)
    assert desk.board is before
