"""Notes go over the clipboard: as records inside, as lines of text from and to other programs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import MAX_TEXT, Entry, NoteStatus, new_id
from canvasapp.domain.template import Perspective
from canvasapp.edits.boards import new_board
from canvasapp.picture.note_picture import grown_height
from canvasapp.picture.theme import LIGHT
from canvasapp.view.board_view import BoardView
from canvasapp.view.clipboard import MOST_NOTES, NOTES, entries_from, notes_from, to_mime
from canvasapp.view.lists import items_of
from canvasapp.view.picture_copy import LONGEST
from tests.gui.conftest import Desk, Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
CUSTOMER_LANE = (560.0, 560.0)


def test_copied_notes_are_pasted_under_the_pointer(hand: Hand, desk: Desk, view: BoardView) -> None:
    note = desk.note("48-hour")
    hand.click(500, 210).key(Key.Key_C, CONTROL).move(*CUSTOMER_LANE).key(Key.Key_V, CONTROL)
    (copy,) = (each for each in desk.notes("48-hour") if each.id != note.id)
    assert (copy.rect.centre.x, copy.rect.centre.y) == pytest.approx(CUSTOMER_LANE, abs=1)
    assert (copy.party, copy.perspective) == (note.party, Perspective.CUSTOMER)
    assert view.selected_ids == (copy.id,)


def test_cut_notes_are_gone_until_they_are_pasted(hand: Hand, desk: Desk) -> None:
    hand.click(500, 210).key(Key.Key_X, CONTROL)
    assert desk.notes("48-hour") == []
    hand.move(*CUSTOMER_LANE).key(Key.Key_V, CONTROL)
    assert desk.note("48-hour")


def test_other_programs_get_the_texts(hand: Hand, desk: Desk, view: BoardView) -> None:
    first, other = desk.note("48-hour"), desk.note("Unique")
    view.select([first.id, other.id])
    view.do("copy")
    assert QGuiApplication.clipboard().text() == f"{first.text}\n{other.text}"


def test_notes_are_pasted_on_another_board(hand: Hand, desk: Desk, view: BoardView) -> None:
    desk.journal.commit(new_board(desk.journal.workshop, "value-stack", board_id="other"))
    hand.click(500, 210).key(Key.Key_C, CONTROL)
    view.show_board("other")
    view.do("paste")
    (copy,) = desk.journal.workshop.boards["other"].notes.values()
    assert copy.text == desk.note("48-hour").text


def test_the_entry_of_a_copied_note_goes_along_with_its_status_and_tags(
    hand: Hand, desk: Desk
) -> None:
    note = desk.note("48-hour")
    board = note.board
    values = (("feasible", False), ("helpers", ("a", "b")), ("target", 92.5), ("unit", "%"))
    marked = replace(note, status=NoteStatus.DECIDED, tags=("warm",))
    entry = Entry(new_id(), board, "guarantee", note.id, "G7", values)
    desk.journal.commit(Edit("Make", (Change(note, marked), Change(None, entry))))
    hand.click(500, 210).key(Key.Key_C, CONTROL).move(*CUSTOMER_LANE).key(Key.Key_V, CONTROL)
    (copy,) = (each for each in desk.notes("48-hour") if each.id != note.id)
    copied = desk.journal.workshop.boards[board].entry_of[copy.id]
    assert (copied.register, copied.code, copied.values) == ("guarantee", "G8", values)
    assert (copy.status, copy.tags) == (NoteStatus.DECIDED, ("warm",))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("tags", "warm"),
        ("tags", [1]),
        ("status", "hoped"),
        ("shared", 4),
        ("entry", []),
        ("entry", {"register": "r", "code": "R1"}),
        ("entry", {"register": "r", "code": 1, "values": {}}),
        ("entry", {"register": "r", "code": "R1", "values": []}),
        ("entry", {"register": "r", "code": "R1", "values": {"a": ""}}),
        ("entry", {"register": "r", "code": "R1", "values": {"a": []}}),
        ("entry", {"register": "r", "code": "R1", "values": {"a": float("nan")}}),
        ("entry", {"register": "r", "code": "R1", "values": {"a": 10**400}}),
        ("entry", {"register": "r", "code": "R1", "values": {"a": None}}),
    ],
)
def test_what_only_looks_like_a_copied_note_is_none(desk: Desk, key: str, value: object) -> None:
    mime = to_mime([desk.note("48-hour")])
    assert len(notes_from(mime)) == 1
    (record,) = json.loads(bytes(mime.data(NOTES).data()))
    mime.setData(NOTES, json.dumps([{**record, key: value}]).encode())
    assert notes_from(mime) == []
    assert entries_from(mime) == []


def test_each_line_of_a_text_becomes_a_note_in_the_lane_under_the_pointer(
    hand: Hand, desk: Desk
) -> None:
    QGuiApplication.clipboard().setText("Bread\n\n  Salt \r\nOil")
    hand.move(*CUSTOMER_LANE).key(Key.Key_V, CONTROL)
    notes = [desk.note(text) for text in ("Bread", "Salt", "Oil")]
    assert [note.text for note in notes] == ["Bread", "Salt", "Oil"]
    assert {(note.block, note.perspective) for note in notes} == {
        ("value-proposition", Perspective.CUSTOMER)
    }
    desk.journal.undo()
    assert desk.notes("Bread") == []


def test_control_shift_v_makes_one_note_of_the_text(hand: Hand, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Bread\nSalt\n")
    hand.move(*CUSTOMER_LANE).key(Key.Key_V, CONTROL | SHIFT)
    assert desk.note("Bread").text == "Bread\nSalt"


def test_text_off_the_blocks_becomes_notes_beside_one_another(hand: Hand, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Bread\nSalt")
    hand.move(600, 30).key(Key.Key_V, CONTROL)
    bread, salt = desk.note("Bread"), desk.note("Salt")
    assert bread.block is salt.block is None
    assert (bread.x, bread.y) != (salt.x, salt.y)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\x00\x80",
        b"{}",
        b"[1, 2]",
        b'[{"id": "a"}]',
        json.dumps([{"id": 1, "board": "b", "text": "t", "z": "a0", "x": "left"}]).encode(),
    ],
)
def test_what_only_claims_to_be_notes_changes_nothing(
    hand: Hand, desk: Desk, content: bytes
) -> None:
    mime = QMimeData()
    mime.setData(NOTES, content)
    QGuiApplication.clipboard().setMimeData(mime)
    before = desk.board
    hand.key(Key.Key_V, CONTROL)
    assert desk.board is before


def test_a_text_too_long_for_a_note_is_refused_in_words(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("x" * (MAX_TEXT + 1))
    before = desk.board
    with qtbot.waitSignal(view.message) as told:
        hand.key(Key.Key_V, CONTROL | SHIFT)
    assert told.args is not None
    assert "Divide it" in told.args[0]
    assert desk.board is before


def test_other_programs_get_a_list(desk: Desk, view: BoardView) -> None:
    first, other = desk.note("48-hour"), desk.note("Unique")
    view.select([first.id, other.id])
    view.do("copy")
    html = QGuiApplication.clipboard().mimeData().html()
    assert items_of(html) == [first.text, other.text]


def test_each_item_of_a_list_becomes_a_note(hand: Hand, desk: Desk) -> None:
    mime = QMimeData()
    mime.setHtml("<ul><li>Fresh <b>bread</b></li><li>Salt</li></ul>")
    mime.setText("• Fresh bread\n• Salt")
    QGuiApplication.clipboard().setMimeData(mime)
    count = len(desk.board.notes)
    hand.move(*CUSTOMER_LANE).key(Key.Key_V, CONTROL)
    assert (desk.note("Fresh").text, desk.note("Salt").text) == ("Fresh bread", "Salt")
    assert len(desk.board.notes) == count + 2


def refusal(hand: Hand, view: BoardView, qtbot: QtBot, modifiers: Qt.KeyboardModifier) -> str:
    """What is told when what lies on the clipboard is pasted."""
    with qtbot.waitSignal(view.message) as told:
        hand.move(*CUSTOMER_LANE).key(Key.Key_V, modifiers)
    assert told.args is not None
    return str(told.args[0])


def test_as_many_lines_as_can_be_notes_at_a_time_are(hand: Hand, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("\n".join(f"line {at}" for at in range(MOST_NOTES)))
    hand.move(*CUSTOMER_LANE).key(Key.Key_V, CONTROL)
    assert len(desk.notes("line")) == MOST_NOTES


def test_more_lines_than_can_be_notes_at_a_time_are_refused_in_words(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("\n".join(f"line {at}" for at in range(10_000)))
    before = desk.board
    assert "10,000 notes" in refusal(hand, view, qtbot, CONTROL)
    assert desk.board is before


@pytest.mark.parametrize("modifiers", [CONTROL, CONTROL | SHIFT])
def test_what_is_no_text_is_refused_in_words(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot, modifiers: Qt.KeyboardModifier
) -> None:
    mime = QMimeData()
    mime.setData("application/octet-stream", bytes(range(256)) * 100)
    QGuiApplication.clipboard().setMimeData(mime)
    before = desk.board
    assert "not text" in refusal(hand, view, qtbot, modifiers)
    QGuiApplication.clipboard().setText("PK\0\x03" * 100)
    assert "not text" in refusal(hand, view, qtbot, modifiers)
    assert desk.board is before


def test_what_is_no_text_is_not_typed_either(hand: Hand, view: BoardView, qtbot: QtBot) -> None:
    hand.double_click(*CUSTOMER_LANE).type("Bread")
    QGuiApplication.clipboard().setText("PK\0\x03" * 100)
    assert "not text" in refusal(hand, view, qtbot, CONTROL)
    assert view.bench.editing.editor is not None
    assert view.bench.editing.editor.draft.text == "Bread"


def test_an_empty_clipboard_is_nothing_to_paste(hand: Hand, desk: Desk) -> None:
    QGuiApplication.clipboard().clear()
    before = desk.board
    hand.key(Key.Key_V, CONTROL).key(Key.Key_V, CONTROL | SHIFT)
    assert desk.board is before


def test_notes_go_from_window_to_window(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    other = BoardView(desk.journal, desk.board_id, LIGHT)
    qtbot.addWidget(other)
    hand.click(500, 210).key(Key.Key_C, CONTROL)
    other.do("paste")
    assert len(desk.notes("48-hour")) == 2


def test_without_a_pointer_over_the_board_text_is_pasted_in_the_middle_of_what_is_seen(
    desk: Desk, view: BoardView
) -> None:
    QGuiApplication.clipboard().setText("Bread")
    view.do("paste")
    note, camera = desk.note("Bread"), view.bench.viewpoint.camera
    assert note.rect.meets(camera.seen.inset(camera.seen.w / 3))


@pytest.mark.parametrize("at", [(560, 300), (1150, 60)])
def test_a_long_pasted_text_has_room_in_its_note(
    hand: Hand, desk: Desk, at: tuple[float, float]
) -> None:
    text = "Long " + "words that need their room " * 60
    QGuiApplication.clipboard().setText(text)
    hand.move(*at).key(Key.Key_V, CONTROL)
    (note,) = desk.notes("Long words")
    assert note.h == grown_height(note.text, note.w, 1.0)


def test_ten_thousand_lines_are_not_one_note(hand: Hand, desk: Desk, view: BoardView) -> None:
    told: list[str] = []
    view.message.connect(told.append)
    before = desk.board
    QGuiApplication.clipboard().setText("line\n" * 10_000)
    hand.key(Key.Key_V, CONTROL | SHIFT)
    assert desk.board is before
    assert "lines" in told[-1]


def test_selected_notes_are_copied_as_a_picture_of_them_alone(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    note = desk.note("48-hour")
    view.select([note.id])
    hand.key(Key.Key_C, CONTROL | SHIFT)
    image = QGuiApplication.clipboard().image()
    assert image.width() / image.height() == pytest.approx((note.w + 4) / (note.h + 4), rel=0.03)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(image.width() // 2, image.height() - 40).alpha() == 255


def test_without_a_selection_the_whole_sheet_is_copied_no_larger_than_mails_take(
    hand: Hand, view: BoardView
) -> None:
    view.select([])
    hand.key(Key.Key_C, CONTROL | SHIFT)
    image = QGuiApplication.clipboard().image()
    assert image.width() == LONGEST
    assert image.width() / image.height() == pytest.approx(1189 / 841, rel=0.01)
