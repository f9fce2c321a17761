"""Any writing can be typed in place: caret, selection and erasing go by letters as people see them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from canvasapp.picture.note_picture import TEXT_SIZES
from canvasapp.text.paragraphs import reads_right_to_left
from canvasapp.view.board_view import BoardView
from tests.gui.conftest import Desk, Hand
from tests.gui.test_typing import FREE, editor

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key

LETTERS = {
    "skin tones and joined emoji": ["👍🏿", "👩🏽‍🚒", "👨‍👩‍👧", "🇫🇮", "1️⃣"],
    "combining marks": ["e\u0301", "q\u0307\u0323", "n\u0303"],
    "chinese": ["顾", "客", "购"],
    "pointed hebrew": ["שָׁ", "ל", "וֹ", "ם"],
    "vocalised arabic": ["مُ", "حَ", "مَّ", "دٌ"],
    "devanagari": ["हि", "न्दी"],
}
every_script = pytest.mark.parametrize("letters", LETTERS.values(), ids=LETTERS.keys())


@every_script
def test_one_key_erases_a_letter_with_its_marks(
    hand: Hand, view: BoardView, letters: list[str]
) -> None:
    hand.double_click(*FREE).compose("", "".join(letters))
    for count in range(len(letters) - 1, -1, -1):
        hand.key(Key.Key_Backspace)
        assert editor(view).draft.text == "".join(letters[:count])


@every_script
def test_the_caret_goes_from_letter_to_letter_and_never_into_one(
    hand: Hand, view: BoardView, letters: list[str]
) -> None:
    hand.double_click(*FREE).compose("", "".join(letters)).key(Key.Key_Home, CONTROL)
    edges = {0}
    for letter in letters:
        edges.add(max(edges) + len(letter))
    leftwards = reads_right_to_left(letters[0])
    onward = Key.Key_Left if leftwards else Key.Key_Right
    xs = []
    for _ in letters:
        assert editor(view).draft.position in edges
        xs.append(editor(view).caret.x)
        hand.key(onward)
    xs.append(editor(view).caret.x)
    assert editor(view).draft.position == max(edges)
    assert all((after < before) is leftwards and after != before for before, after in pairwise(xs))


@every_script
def test_a_click_puts_the_caret_between_letters(
    hand: Hand, view: BoardView, letters: list[str]
) -> None:
    hand.double_click(*FREE).compose("", "".join(letters))
    ends = [editor(view).lines.caret(place) for place in (0, len("".join(letters)))]
    left, right = sorted(end.x for end in ends)
    edges = {0}
    for letter in letters:
        edges.add(max(edges) + len(letter))
    for step in range(21):
        hand.click(left + (right - left) * step / 20, ends[0].centre.y)
        assert editor(view).draft.position in edges


def test_a_selection_over_both_directions_covers_and_copies_all_of_it(
    hand: Hand, view: BoardView
) -> None:
    text = "abc שלום مرحبا def"
    hand.double_click(*FREE).compose("", text).key(Key.Key_A, CONTROL)
    covered = editor(view).lines.covered(*editor(view).draft.selection)
    (line,) = editor(view).lines.shown.lines
    assert sum(rect.w for rect in covered) == pytest.approx(line.width, abs=0.5)
    hand.key(Key.Key_C, CONTROL).key(Key.Key_X, CONTROL)
    assert QApplication.clipboard().text() == text
    assert editor(view).draft.text == ""


def test_a_selection_that_ends_among_leftward_letters_covers_what_it_holds(
    hand: Hand, view: BoardView
) -> None:
    hand.double_click(*FREE).compose("", "abc שלום def")
    lines = editor(view).lines
    latin, hebrew = lines.covered(
        2, 6
    )  # "c " and the first two letters, at the right of their word
    (word,) = lines.covered(4, 8)
    assert (latin.x, latin.right) == pytest.approx((lines.caret(2).x, word.x), abs=0.01)
    assert hebrew.right == pytest.approx(word.right, abs=0.01)
    assert 0 < hebrew.w < word.w


def test_words_of_arabic_are_selected_leftwards(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).compose("", "مرحبا بالعالم").key(Key.Key_Home, CONTROL)
    hand.key(Key.Key_Left, CONTROL | SHIFT)
    assert editor(view).draft.selected.strip() == "مرحبا"
    hand.key(Key.Key_Left, SHIFT)
    assert editor(view).draft.selected.strip() == "مرحبا ب"
    hand.key(Key.Key_Right, SHIFT)
    assert editor(view).draft.selected.strip() == "مرحبا"


def test_a_proposal_that_is_given_up_leaves_no_trace(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    hand.double_click(*FREE).type("tea").compose("に").compose("にほ")
    assert editor(view).note.text == "teaにほ"
    assert editor(view).lines.covered(*editor(view).proposed)[0].w > 0
    hand.compose("")
    assert (editor(view).note.text, editor(view).preedit) == ("tea", "")
    hand.escape()
    assert desk.note("tea").text == "tea"


def test_a_proposal_takes_the_place_of_what_is_selected_and_undo_brings_it_back(
    hand: Hand, view: BoardView
) -> None:
    hand.double_click(*FREE).type("tea").key(Key.Key_A, CONTROL).compose("ちゃ")
    assert editor(view).note.text == "ちゃ"
    hand.compose("", "茶").key(Key.Key_Z, CONTROL).key(Key.Key_Z, CONTROL)
    assert editor(view).draft.text == "tea"


def test_an_input_method_may_write_over_what_it_wrote(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).compose("", "🙂 hallo")
    event = QInputMethodEvent("", [])
    event.setCommitString("hello", -5, 5)
    QApplication.sendEvent(view, event)
    assert editor(view).draft.text == "🙂 hello"


def test_letters_become_smaller_down_to_the_floor_and_then_the_note_grows(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    hand.double_click(*FREE)
    height, sizes, grown = editor(view).note.h, [], []
    for _ in range(60):
        hand.compose("", "More to say. ")
        sizes.append(editor(view).lines.shown.size)
        if sizes[-1] > TEXT_SIZES[-1]:
            assert editor(view).note.h == height
        grown.append(editor(view).note.h)
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (TEXT_SIZES[0], TEXT_SIZES[-1])
    assert grown == sorted(grown)
    assert grown[-1] > height
    hand.escape()
    assert desk.note("More").h == pytest.approx(grown[-1])


def test_a_word_without_an_end_is_broken_inside_its_note(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).compose("", "Donaudampfschifffahrt" * 5)
    shown = editor(view).lines.shown
    room = editor(view).note.rect.right - shown.at.x
    assert len(shown.lines) > 2
    assert all(line.width < room for line in shown.lines)
    assert "".join(line.text for line in shown.lines) == shown.string


def test_many_steps_of_undo_inside_are_one_edit_outside(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    note = desk.note("48-hour")
    view.select([note.id])
    hand.key(Key.Key_F2).type(" one two three").key(Key.Key_B, CONTROL)
    hand.key(Key.Key_Z, CONTROL).type("four\n- five").escape()
    assert desk.board.note(note.id).text == note.text + " one two four\n- five"
    desk.journal.undo()
    assert desk.board.note(note.id) == note
