"""Bold words and lists are written with plain marks, which nobody sees and which stay in pairs."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from canvasapp.domain.geometry import Point
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Note
from canvasapp.picture.note_picture import text_box
from canvasapp.view.board_view import BoardView
from canvasapp.view.draft import Draft
from tests.gui.conftest import Desk, Hand
from tests.gui.test_typing import FREE, editor
from tests.gui.test_what_the_board_shows import Pixels, shown

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def draft(view: BoardView) -> Draft:
    return editor(view).draft


def bold(hand: Hand) -> Hand:
    return hand.key(Key.Key_B, CONTROL)


def test_the_key_for_bold_turns_what_is_typed_next(hand: Hand, view: BoardView) -> None:
    bold(hand.double_click(*FREE).type("Local "))
    bold(hand.type("bread"))
    hand.type(" and salt")
    assert draft(view).text == "Local **bread** and salt"
    assert editor(view).lines.shown.string == "Local bread and salt"


def test_the_key_for_bold_turns_the_word_around_the_caret_and_back(
    hand: Hand, view: BoardView
) -> None:
    hand.double_click(*FREE).type("Local bread").key(Key.Key_Left)
    place = draft(view).position
    bold(hand)
    assert draft(view).text == "Local **bread**"
    bold(hand)
    assert (draft(view).text, draft(view).position) == ("Local bread", place)


def test_the_key_for_bold_turns_what_is_selected_and_it_stays_selected(
    hand: Hand, view: BoardView
) -> None:
    hand.double_click(*FREE).type("Local bread and salt").key(Key.Key_A, CONTROL)
    bold(hand)
    assert draft(view).text == "**Local bread and salt**"
    hand.key(Key.Key_End, CONTROL).key(Key.Key_Left, CONTROL | SHIFT)
    assert draft(view).selected == "salt"
    bold(hand)
    assert (draft(view).text, draft(view).selected) == ("**Local bread and** salt", "salt")
    hand.key(Key.Key_Z, CONTROL)
    assert draft(view).text == "**Local bread and salt**"


def test_at_the_end_of_bold_words_the_key_leaves_them_and_comes_back(
    hand: Hand, view: BoardView
) -> None:
    hand.double_click(*FREE).type("**bold**").key(Key.Key_Left).key(Key.Key_Right)
    hand.type("er")
    bold(hand)
    hand.type(" x")
    assert draft(view).text == "**bolder** x"


def test_an_input_method_writes_bold_too(hand: Hand, view: BoardView) -> None:
    bold(hand.double_click(*FREE))
    hand.compose("か")
    assert editor(view).note.text == "**か**"
    start, end = editor(view).proposed
    assert editor(view).lines.covered(start, end)[0].w == pytest.approx(
        editor(view).lines.covered(0, end)[0].w
    )
    hand.compose("", "漢字")
    assert draft(view).text == "**漢字**"


def test_the_caret_passes_marks_as_if_they_were_not_there(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).type("a **b** c")
    seen = []
    for _ in range(6):
        seen.append(editor(view).caret.x)
        hand.key(Key.Key_Left)
    assert seen == sorted(set(seen), reverse=True)
    assert draft(view).position == 0


def test_erasing_the_last_bold_letter_takes_its_marks(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).type("a **b**").key(Key.Key_Backspace)
    assert draft(view).text == "a "
    hand.key(Key.Key_Z, CONTROL)
    assert draft(view).text == "a **b**"


def test_enter_in_bold_words_leaves_both_lines_bold(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).type("**ab**").key(Key.Key_Left).type("\n").type("x")
    assert draft(view).text == "**a**\n**xb**"
    hand.key(Key.Key_Backspace).key(Key.Key_Backspace)
    assert draft(view).text == "**ab**"


def test_marks_of_bold_words_go_along_to_another_note_and_not_to_other_programs(
    hand: Hand, view: BoardView
) -> None:
    hand.double_click(*FREE).type("**bold words** here").key(Key.Key_Home)
    hand.key(Key.Key_Right, CONTROL).key(Key.Key_Right, CONTROL | SHIFT)
    hand.key(Key.Key_Right, CONTROL | SHIFT).key(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "words here"
    hand.escape().double_click(FREE[0] + 80, FREE[1]).key(Key.Key_V, CONTROL)
    assert draft(view).text == "**words** here"
    hand.key(Key.Key_Home).type("x")
    hand.key(Key.Key_V, CONTROL)
    assert plain_text(draft(view).text) == "xwords herewords here"


def test_enter_goes_on_with_the_list_and_ends_it(hand: Hand, desk: Desk, view: BoardView) -> None:
    hand.double_click(*FREE).type("Bring:\n- bread\nsalt\n")
    assert draft(view).text == "Bring:\n- bread\n- salt\n- "
    hand.type("\nDone").escape()
    assert desk.note("Bring").text == "Bring:\n- bread\n- salt\nDone"


def test_shift_enter_is_a_line_outside_of_the_list(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).type("- bread").key(Key.Key_Return, SHIFT).type("salt")
    assert draft(view).text == "- bread\nsalt"


def test_numbers_count_on_also_for_the_items_below(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).type("9. nine\nten\neleven").key(Key.Key_Up).key(Key.Key_End)
    hand.type("\nnew")
    assert draft(view).text == "9. nine\n10. ten\n11. new\n12. eleven"


def test_numbers_of_other_things_stay_as_they_are(hand: Hand, view: BoardView) -> None:
    dates = "6. Nikolaus\n24. Heiligabend"
    hand.double_click(*FREE)
    QGuiApplication.clipboard().setText(dates)
    hand.key(Key.Key_V, CONTROL).key(Key.Key_Home, CONTROL).key(Key.Key_End).type("\n")
    assert draft(view).text == "6. Nikolaus\n7. \n24. Heiligabend"


def test_backspace_at_the_beginning_of_an_item_takes_it_out_of_the_list(
    hand: Hand, view: BoardView
) -> None:
    hand.double_click(*FREE).type("- bread\nsalt").key(Key.Key_Home).key(Key.Key_Backspace)
    assert draft(view).text == "- bread\nsalt"
    hand.key(Key.Key_Backspace)
    assert draft(view).text == "- breadsalt"
    hand.key(Key.Key_Home).key(Key.Key_Backspace)
    assert draft(view).text == "breadsalt"


def test_the_caret_never_stands_in_a_label(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).type("a\n- b").key(Key.Key_Home)
    assert draft(view).position == len("a\n- ")
    hand.key(Key.Key_Left)
    assert draft(view).position == len("a")
    hand.key(Key.Key_Right)
    assert draft(view).position == len("a\n- ")
    hand.key(Key.Key_Left, CONTROL)
    assert draft(view).position == len("a")
    bullet = editor(view).lines.caret(2)
    hand.press(bullet.x + 0.1, bullet.centre.y).release()
    assert draft(view).position == len("a\n- ")


@pytest.fixture
def notes(desk: Desk, view: BoardView) -> list[Note]:
    chosen = [desk.note("48-hour"), desk.note("Told once")]
    view.select([note.id for note in chosen])
    return chosen


def test_selected_notes_turn_bold_and_plain_again(
    hand: Hand, desk: Desk, notes: list[Note]
) -> None:
    bold(hand)
    texts = [desk.board.note(note.id).text for note in notes]
    assert texts == [f"**{note.text}**" for note in notes]
    bold(hand)
    assert [desk.board.note(note.id).text for note in notes] == [note.text for note in notes]
    desk.journal.undo()
    desk.journal.undo()
    assert [desk.board.note(note.id) for note in notes] == notes


def test_copied_notes_are_read_without_marks_elsewhere(hand: Hand, notes: list[Note]) -> None:
    bold(hand).key(Key.Key_C, CONTROL)
    mime: QMimeData = QGuiApplication.clipboard().mimeData()
    assert "*" not in mime.text() + mime.html()
    assert notes[0].text in mime.text()


@pytest.mark.parametrize("zoom", [0.6, 1.0, 2.3])
def test_no_letter_moves_when_editing_marked_text_begins_and_ends(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot, zoom: float
) -> None:
    hand.double_click(*FREE).type("**Bring** what we need:\n- local **bread of rye** and salt\n")
    hand.type("butter").escape()
    note = desk.note("**Bring**")
    view.zoom_to(zoom)
    view.select([note.id])
    hand.key(Key.Key_F2)  # comes near enough to read
    hand.escape()
    seen = text_of(view, qtbot, note)
    hand.key(Key.Key_F2)
    view.bench.text._caret_shown = False
    assert np.array_equal(text_of(view, qtbot, note), seen)
    hand.escape()
    assert np.array_equal(text_of(view, qtbot, note), seen)


def text_of(view: BoardView, qtbot: QtBot, note: Note) -> Pixels:
    """The pixels of a note's text, without the corner that hatching or a handle may reach."""
    image = shown(view, qtbot)
    box = text_box(note)
    camera = view.bench.viewpoint.camera
    left, top = camera.to_view(Point(box.x, box.y))
    right, bottom = camera.to_view(Point(box.right - 4, box.bottom))
    assert image[round(top) : round(bottom), round(left) : round(right)].min() < 100
    return image[round(top) : round(bottom), round(left) : round(right)]
