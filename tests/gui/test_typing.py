"""Text is typed in place: keys, input methods, mouse, and what becomes of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from canvasapp.domain.geometry import Point
from canvasapp.domain.records import MAX_TEXT, Note
from canvasapp.domain.template import Perspective
from canvasapp.edits.notes import remove_notes
from canvasapp.edits.wording import MAX_LINES
from canvasapp.picture.note_picture import note_part
from canvasapp.picture.shapes import Text
from canvasapp.picture.theme import LIGHT
from canvasapp.view.board_view import BoardView
from canvasapp.view.camera import PER_MM
from canvasapp.view.editing import QUIET_MS, Editing
from canvasapp.view.navigation import READABLE
from canvasapp.view.text_editor import PAGE, TextEditor
from canvasapp.view.viewpoint import FIT_MARGIN
from tests.gui.conftest import PLAIN, Desk, Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
FREE = (560.0, 560.0)
"""An empty place in the customer's lane of the block "value-proposition"."""


def editor(view: BoardView) -> TextEditor:
    assert view.bench.editing.editor is not None
    return view.bench.editing.editor


def test_a_double_click_on_an_empty_place_begins_a_note_in_that_lane(
    hand: Hand, desk: Desk
) -> None:
    hand.double_click(*FREE).type("Local bread").escape()
    note = desk.note("Local bread")
    assert (note.block, note.perspective) == ("value-proposition", Perspective.CUSTOMER)
    lane = desk.board.template.block("value-proposition").lane(Perspective.CUSTOMER)
    assert lane.rect.encloses(note.rect)


def test_a_double_click_on_an_open_question_begins_its_answer(hand: Hand, desk: Desk) -> None:
    hand.double_click(890, 160).type("With a reminder").escape()
    note = desk.note("With a reminder")
    assert (note.block, note.perspective) == ("value-creation", Perspective.OUR)
    question = desk.board.template.block("value-creation").question(note.question or "")
    assert question is not None
    assert question.text.startswith("How can we facilitate")


def test_a_new_note_and_its_text_are_one_edit(hand: Hand, desk: Desk) -> None:
    before = set(desk.board.notes)
    hand.double_click(*FREE).type("Local bread").escape()
    desk.journal.undo()
    assert set(desk.board.notes) == before


def test_a_new_note_without_text_is_no_note(hand: Hand, desk: Desk) -> None:
    before = desk.board
    hand.double_click(*FREE).escape()
    hand.double_click(*FREE).type("  ").escape()
    assert desk.board is before


def test_a_double_click_on_a_note_puts_the_caret_where_it_was_clicked(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    note = desk.note("48-hour")
    hand.double_click(note.x + 6, note.y + 8).type(">").escape()
    assert desk.board.note(note.id).text == ">" + note.text


def test_a_click_outside_keeps_what_was_typed(hand: Hand, desk: Desk, view: BoardView) -> None:
    hand.double_click(*FREE).type("Local bread").click(620, 320)
    assert desk.note("Local bread")
    assert view.bench.editing.editor is None


def test_a_lost_focus_keeps_what_was_typed(hand: Hand, desk: Desk, view: BoardView) -> None:
    hand.double_click(*FREE).type("Local bread")
    view.clearFocus()
    assert desk.note("Local bread")


def test_choosing_a_tool_keeps_what_was_typed(hand: Hand, desk: Desk, view: BoardView) -> None:
    hand.double_click(*FREE).type("Local bread")
    view.set_tool("pan")
    assert desk.note("Local bread")


def test_what_is_typed_is_on_disk_after_a_quiet_second(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    hand.double_click(*FREE).type("Local bread")
    assert desk.notes("Local bread") == []
    with qtbot.waitSignal(view.bench.editing.kept, timeout=5 * QUIET_MS):
        pass
    assert desk.note("Local bread").text == "Local bread"
    assert view.bench.editing.editor is not None


def test_whoever_types_without_a_pause_is_kept_all_the_same(desk: Desk, qtbot: QtBot) -> None:
    editing = Editing(desk.journal, desk.board.id, latest_ms=60)
    editing.quiet.connect(editing.keep)
    typed = editing.begin(desk.note("48-hour"), QGuiApplication.clipboard())

    def is_kept_while_a_key_follows_the_other() -> bool:
        typed.type("a")
        editing.typed()
        return "aaa" in desk.board.note(typed.original.id).text

    qtbot.waitUntil(is_kept_while_a_key_follows_the_other)


def test_however_often_it_was_kept_typing_is_one_undo(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    note = desk.note("48-hour")
    view.select([note.id])
    hand.key(Key.Key_F2)
    for word in (" and", " a", " promise"):
        hand.type(word)
        view.bench.editing.keep()
    hand.escape()
    assert desk.board.note(note.id).text == note.text + " and a promise"
    desk.journal.undo()
    assert desk.board.note(note.id) == note
    desk.journal.redo()
    assert desk.board.note(note.id).text == note.text + " and a promise"


def test_while_typing_goes_on_the_text_kept_is_in_the_file_at_every_moment(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    hand.double_click(*FREE).type("Local")
    view.bench.editing.keep()
    seen = []
    desk.journal.subscribe(lambda *_: seen.append([note.text for note in desk.notes("Local")]))
    hand.type(" bread")
    view.bench.editing.keep()
    hand.type(" and salt").escape()
    assert seen == [["Local bread"], ["Local bread and salt"]]
    assert [step.label for step in desk.journal.history()] == ["Add note", "New workshop"]


def test_an_edit_from_elsewhere_while_typing_is_not_taken_back(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    note, other = desk.note("48-hour"), desk.note("Told once")
    view.select([note.id])
    hand.key(Key.Key_F2).type("!")
    view.bench.editing.keep()
    desk.journal.commit(remove_notes(desk.board, [other.id]))
    hand.type("!").escape()
    assert desk.board.note(note.id).text == note.text + "!!"
    assert other.id not in desk.board.notes


def test_a_note_removed_elsewhere_while_it_is_typed_comes_back_with_its_text(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    note = desk.note("48-hour")
    view.select([note.id])
    hand.key(Key.Key_F2).type("!")
    desk.journal.commit(remove_notes(desk.board, [note.id]))
    hand.escape()
    assert desk.board.note(note.id).text == note.text + "!"


def test_enter_is_a_new_line_and_escape_finishes_then_deselects(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    hand.double_click(*FREE).type("Bread\nand salt").escape()
    assert view.selected_ids == (desk.note("Bread\nand salt").id,)
    hand.escape()
    assert view.selected_ids == ()


def test_undo_inside_goes_back_a_word_and_redo_forward(
    hand: Hand, view: BoardView, desk: Desk
) -> None:
    hand.double_click(*FREE).type("Local bread")
    hand.key(Key.Key_Z, CONTROL)
    assert editor(view).draft.text == "Local "
    hand.key(Key.Key_Z, CONTROL).key(Key.Key_Z, CONTROL)
    assert editor(view).draft.text == ""
    hand.key(Key.Key_Y, CONTROL).key(Key.Key_Z, CONTROL | SHIFT).key(Key.Key_Y, CONTROL)
    hand.escape()
    assert desk.note("Local bread")


def test_words_lines_and_paragraphs_are_walked_and_erased(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).type("one two\nthree four")
    hand.key(Key.Key_Left, CONTROL).type("big ")
    assert editor(view).draft.text == "one two\nthree big four"
    hand.key(Key.Key_Home).type(">").key(Key.Key_End).type("<")
    assert editor(view).draft.text == "one two\n>three big four<"
    hand.key(Key.Key_Up).key(Key.Key_End).key(Key.Key_Backspace, CONTROL)
    assert editor(view).draft.text == "one \n>three big four<"
    hand.key(Key.Key_Home, CONTROL).key(Key.Key_Delete, CONTROL)
    assert editor(view).draft.text == "\n>three big four<"
    hand.key(Key.Key_Delete)
    assert editor(view).draft.text == ">three big four<"


def test_text_is_selected_with_keys_and_replaced(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).type("one two three")
    hand.key(Key.Key_Left, CONTROL | SHIFT)
    assert editor(view).draft.selected == "three"
    hand.type("four")
    assert editor(view).draft.text == "one two four"
    hand.key(Key.Key_A, CONTROL).type("x")
    assert editor(view).draft.text == "x"


def test_text_is_selected_with_the_mouse(hand: Hand, desk: Desk, view: BoardView) -> None:
    note = desk.note("48-hour")
    hand.double_click(note.x + 6, note.y + 8)
    start = editor(view).lines.caret(0).centre
    end = editor(view).lines.caret(7).centre
    hand.press(start.x, start.y).move(end.x, end.y).release()
    assert editor(view).draft.selected == note.text[:7]
    hand.double_click(*_middle_of(view, note, "repair"))
    assert editor(view).draft.selected == "repair"


def _middle_of(view: BoardView, note: Note, word: str) -> tuple[float, float]:
    place = editor(view).lines.caret(note.text.index(word) + len(word) // 2).centre
    return place.x + 0.5, place.y


def test_copy_cut_and_paste_work_on_the_text(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).type("one two").key(Key.Key_Left, CONTROL | SHIFT)
    hand.key(Key.Key_X, CONTROL)
    assert (editor(view).draft.text, QGuiApplication.clipboard().text()) == ("one ", "two")
    hand.key(Key.Key_V, CONTROL).key(Key.Key_V, CONTROL)
    assert editor(view).draft.text == "one twotwo"


def test_an_input_method_proposes_and_commits(hand: Hand, desk: Desk, view: BoardView) -> None:
    hand.double_click(*FREE).type("a ")
    hand.compose("か")
    assert (editor(view).draft.text, editor(view).note.text) == ("a ", "a か")
    hand.compose("かん").compose("", "漢字").type("!").escape()
    assert desk.note("a 漢字!")


def test_an_input_method_finds_the_caret(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).type("🙂 ab")
    assert view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True
    assert view.inputMethodQuery(Qt.InputMethodQuery.ImSurroundingText) == "🙂 ab"
    assert view.inputMethodQuery(Qt.InputMethodQuery.ImCursorPosition) == len("🙂 ab") + 1
    at = view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert isinstance(at, QRectF)
    caret = editor(view).caret
    corner = QPointF(*view.bench.viewpoint.camera.to_view(Point(caret.x, caret.y)))
    assert at.topLeft() == corner
    hand.escape()
    assert not view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)


def test_a_family_of_emoji_is_one_step_and_one_erasure(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).compose("", "a👨‍👩‍👧")
    hand.key(Key.Key_Backspace)
    assert editor(view).draft.text == "a"


def test_the_left_arrow_goes_left_in_hebrew(hand: Hand, view: BoardView) -> None:
    hand.double_click(*FREE).compose("", "שלום")
    hand.key(Key.Key_Home)
    assert editor(view).draft.position == 0
    before = editor(view).caret.x
    hand.key(Key.Key_Left)
    assert editor(view).draft.position == 1
    assert editor(view).caret.x < before


def test_a_note_grows_with_its_text_and_shows_it_where_paper_has_it(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    hand.double_click(*FREE).compose("", "Long words and more of them. " * 12)
    shown = editor(view)
    height, lines = shown.note.h, [line.text for line in shown.lines.shown.lines]
    assert height > 70
    hand.escape()
    note = desk.note("Long words")
    assert note.h == pytest.approx(height)
    party = desk.board.parties.get(note.party or "")
    drawn = note_part(note, party, LIGHT).shapes
    texts = [shape for shape in drawn if isinstance(shape, Text) and shape.string == note.text]
    assert [line.text for text in texts for line in text.lines] == lines


def test_a_text_too_long_for_a_note_is_refused_in_words_and_nothing_is_lost(
    hand: Hand, view: BoardView, qtbot: QtBot
) -> None:
    hand.double_click(*FREE).type("Bread ")
    QGuiApplication.clipboard().setText("x" * MAX_TEXT)
    with qtbot.waitSignal(view.message) as told:
        hand.key(Key.Key_V, CONTROL)
    assert told.args is not None
    assert f"{MAX_TEXT:,}" in told.args[0]
    assert editor(view).draft.text == "Bread "


LONG_TEXTS = {
    "words": "Local bread and salt for all " * 3_400,
    "lines": ("A line of text, and many words more " * 6 + "\n") * (MAX_LINES - 50),
    "one word": "x" * 98_000,
}


@pytest.mark.parametrize("kind", LONG_TEXTS)
def test_of_a_very_long_text_only_what_is_near_the_caret_is_laid_out(
    hand: Hand, desk: Desk, view: BoardView, kind: str
) -> None:
    text = LONG_TEXTS[kind]
    hand.double_click(*FREE)
    QGuiApplication.clipboard().setText(text)
    hand.key(Key.Key_V, CONTROL).type("end")
    assert len(editor(view).note.text) <= 3 * PAGE
    assert editor(view).note.text.endswith("end")
    hand.key(Key.Key_Home, CONTROL).type(">")
    assert editor(view).note.text.startswith(">")
    middle = len(text) // 2
    caret = editor(view).draft.at(middle)
    editor(view)._go(caret)
    hand.type("|").escape()
    whole = ">" + text + "end"
    assert desk.note(">").text == whole[:middle] + "|" + whole[middle:]


def test_in_a_very_long_text_the_arrows_go_from_line_to_line_across_what_is_shown(
    hand: Hand, view: BoardView
) -> None:
    line = "A line of text\n"
    hand.double_click(*FREE)
    QGuiApplication.clipboard().setText(line * (MAX_LINES - 1))
    hand.key(Key.Key_V, CONTROL)
    end = editor(view).draft.position
    for step in range(1, 400):
        hand.key(Key.Key_Up)
        assert editor(view).draft.position == end - step * len(line)
    here = editor(view).lines.caret(editor(view).draft.position).centre
    hand.press(here.x, here.y).release()
    assert editor(view).draft.position == end - 399 * len(line)
    for _ in range(399):
        hand.key(Key.Key_Down)
    assert editor(view).draft.position == end


def test_tab_goes_on_in_a_new_note_to_the_right_with_the_same_party(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    first = desk.note("Mentions the plan")
    view.select([first.id])
    hand.key(Key.Key_F2).key(Key.Key_Tab).type("Next").escape()
    following = desk.note("Next")
    assert (following.x, following.y) == (first.x + first.w + 10, first.y)
    assert following.party == first.party


def test_tab_at_the_edge_of_a_lane_goes_on_in_its_next_free_place(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    lane = desk.board.template.block("value-proposition").lane(Perspective.CUSTOMER)
    hand.double_click(lane.rect.right - 3, lane.rect.bottom - 3).type("First")
    for key, control in ((Key.Key_Tab, PLAIN), (Key.Key_Return, CONTROL)):
        hand.key(key, control).type(f"After {key.name}")
    hand.escape()
    following = desk.notes("After")
    assert len(following) == 2
    for note in following:
        assert (note.block, note.perspective) == ("value-proposition", Perspective.CUSTOMER)
        assert lane.rect.encloses(note.rect)


def test_tab_goes_to_the_left_where_text_runs_to_the_left(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    lane = desk.board.template.block("value-proposition").lane(Perspective.CUSTOMER)
    hand.double_click(lane.rect.right - 3, 560).compose("", "שלום").key(Key.Key_Tab)
    hand.type("Left of it").escape()
    first, following = desk.note("שלום"), desk.note("Left of it")
    assert (following.rect.right, following.y) == pytest.approx((first.x - 10, first.y))


def test_tab_edits_the_neighbour_that_is_there(hand: Hand, desk: Desk, view: BoardView) -> None:
    left, right = desk.note("Set-up on moving day"), desk.note("Unique")
    view.select([left.id])
    hand.key(Key.Key_F2).key(Key.Key_Tab).type("!").escape()
    assert desk.board.note(right.id).text == right.text + "!"
    hand.key(Key.Key_F2).key(Key.Key_Tab, SHIFT).type("!").escape()
    assert desk.board.note(left.id).text == left.text + "!"


def test_control_enter_goes_on_below_and_with_shift_above(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    top, below = desk.note("Set-up on moving day"), desk.note("48-hour")
    view.select([top.id])
    hand.key(Key.Key_F2).key(Key.Key_Return, CONTROL).type("!")
    hand.key(Key.Key_Return, CONTROL | SHIFT).type("?").escape()
    assert desk.board.note(below.id).text == below.text + "!"
    assert desk.board.note(top.id).text == top.text + "?"


def test_a_question_of_the_panel_begins_its_answer_in_free_room(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    block = desk.board.template.block("key-resources")
    question = block.questions_of(Perspective.CUSTOMER)[0]
    view.start_note(block.id, Perspective.CUSTOMER, question.id)
    hand.type("A free afternoon").escape()
    note = desk.note("A free afternoon")
    assert (note.block, note.question) == (block.id, question.id)
    assert view.current_block == block.id


def in_window(view: BoardView, note: Note) -> tuple[float, float]:
    return view.bench.viewpoint.camera.to_view(note.rect.centre)


def test_typing_comes_near_enough_to_read_and_the_note_stays_where_it_is(
    hand: Hand, view: BoardView, desk: Desk
) -> None:
    note = desk.note("48-hour")
    view.zoom_to(0.6)
    before = in_window(view, note)
    hand.double_click(note.rect.centre.x, note.rect.centre.y)
    letters = editor(view).lines.shown.size
    assert letters * view.zoom * PER_MM == pytest.approx(READABLE)
    assert in_window(view, note) == pytest.approx(before, abs=1)
    near = view.bench.viewpoint.camera
    hand.escape()
    assert view.bench.viewpoint.camera == near


def test_a_note_at_the_edge_of_the_window_is_wholly_shown_while_it_is_typed(
    hand: Hand, view: BoardView, desk: Desk
) -> None:
    note = desk.note("48-hour")
    view.zoom_to(0.5)
    x, y = in_window(view, note)
    view.bench.viewpoint.pan(4 - x, 4 - y)
    hand.key(Key.Key_Escape)
    view.bench.selection.set([note.id])
    hand.key(Key.Key_F2)
    camera = view.bench.viewpoint.camera
    assert camera.seen.inset(camera.mm(FIT_MARGIN - 1)).encloses(note.rect)
    assert camera.to_view(Point(note.x, note.y)) == pytest.approx((FIT_MARGIN, FIT_MARGIN), abs=1)


def test_where_letters_can_be_read_nothing_moves(hand: Hand, view: BoardView, desk: Desk) -> None:
    note = desk.note("48-hour")
    view.zoom_to(2.0)
    view.select([note.id])
    before = view.bench.viewpoint.camera
    hand.key(Key.Key_F2).type("!").escape()
    assert view.bench.viewpoint.camera == before


def test_undo_of_the_window_first_keeps_the_text(hand: Hand, desk: Desk, view: BoardView) -> None:
    hand.double_click(*FREE).type("Local bread")
    view.finish_editing()
    desk.journal.undo()
    assert desk.notes("Local bread") == []
    assert view.bench.editing.editor is None
