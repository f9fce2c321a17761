"""Quick entry: line after line becomes a note, each at once and for good, and the board goes on beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from canvasapp.controls.menus import Menu
from canvasapp.domain.template import Perspective
from canvasapp.edits.boards import new_board
from canvasapp.edits.parties import remove_party
from canvasapp.picture.theme import DARK
from canvasapp.view.board_view import BoardView
from canvasapp.view.clipboard import MOST_NOTES
from canvasapp.view.quick_bar import QuickBar
from canvasapp.view.quick_field import LONGEST
from tests.gui.conftest import Desk, Hand

ALT, SHIFT, CONTROL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


class Entry:
    """Types into quick entry as a person would, wherever the keyboard is."""

    def __init__(self, view: BoardView) -> None:
        self.view = view

    @property
    def bar(self) -> QuickBar:
        return self.view.bench.asking.quick

    @property
    def says(self) -> list[str]:
        """Where the bar says that notes go."""
        names = [each.accessibleName() for each in self.bar.findChildren(QWidget)]
        return [each.partition(": ")[2] for each in names if ": " in each]

    def open(self) -> Entry:
        QTest.keyClick(self.view, Key.Key_N, SHIFT)
        return self

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> Entry:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)
        return self

    def enter(self, text: str) -> Entry:
        QTest.keyClicks(self.bar.field, text)
        return self.key(Key.Key_Return)

    def paste(self, text: str, *, by_menu: bool = False) -> Entry:
        QGuiApplication.clipboard().setText(text)
        if by_menu:
            self.bar.field.paste()
            return self
        return self.key(Key.Key_V, CONTROL)


@pytest.fixture
def entry(view: BoardView) -> Entry:
    return Entry(view)


def test_it_opens_over_the_board_and_says_where_notes_go(
    entry: Entry, hand: Hand, view: BoardView
) -> None:
    hand.click(560, 560)
    entry.open()
    assert entry.bar.isVisible()
    assert entry.bar.field.hasFocus()
    assert entry.says == ["Value Proposition", "Our view", "Telecom"]
    assert view.rect().contains(entry.bar.geometry())


def test_each_enter_is_a_note_in_the_lane_and_one_undo(entry: Entry, desk: Desk) -> None:
    entry.open().enter("Bread").enter("Salt")
    bread, salt = desk.note("Bread"), desk.note("Salt")
    lane = desk.board.template.blocks_in_order()[0].id, Perspective.OUR
    assert {(note.block, note.perspective) for note in (bread, salt)} == {lane}
    assert not bread.rect.meets(salt.rect)
    assert entry.bar.field.text() == ""
    desk.journal.undo()
    assert (len(desk.notes("Bread")), desk.notes("Salt")) == (1, [])
    desk.journal.undo()
    assert desk.notes("Bread") == []


def test_each_note_is_on_disk_at_once(entry: Entry, desk: Desk) -> None:
    entry.open().enter("Bread")
    steps = desk.journal.history(limit=1)
    assert [step.label for step in steps] == ["Add note"]


def test_the_board_shows_the_note_and_leaves_the_keyboard_where_it_is(
    entry: Entry, desk: Desk, view: BoardView
) -> None:
    entry.open()
    camera = view.bench.viewpoint.camera
    entry.enter("Bread")
    assert view.selected_ids == (desk.note("Bread").id,)
    assert view.bench.viewpoint.camera == camera
    assert entry.bar.field.hasFocus()


def test_a_note_out_of_sight_is_brought_into_it(entry: Entry, desk: Desk, view: BoardView) -> None:
    block = view.board.template.block("value-proposition")
    view.zoom_to_block(view.board.template.blocks_in_order()[-1].id)
    entry.open().bar.entry.go_to(block.id)
    entry.enter("Bread")
    assert view.bench.viewpoint.camera.seen.encloses(desk.note("Bread").rect)


def test_keys_change_block_view_and_party_and_they_stay(entry: Entry, desk: Desk) -> None:
    first, second = desk.board.template.blocks_in_order()[:2]
    bank = next(party for party in desk.board.parties.values() if party.slot == 3)
    entry.open().key(Key.Key_PageDown).key(Key.Key_C, ALT).key(Key.Key_3, ALT)
    entry.enter("Bread").enter("Salt").key(Key.Key_Escape).open().enter("Oil")
    for text in ("Bread", "Salt", "Oil"):
        note = desk.note(text)
        assert (note.block, note.perspective) == (second.id, Perspective.CUSTOMER)
        assert note.party == bank.id
    entry.key(Key.Key_PageUp).key(Key.Key_O, ALT).key(Key.Key_0, ALT).enter("Rye")
    rye = desk.note("Rye")
    assert (rye.block, rye.perspective, rye.party) == (first.id, Perspective.OUR, None)


def test_keys_for_what_is_not_there_change_nothing(entry: Entry, desk: Desk) -> None:
    desk.journal.commit(remove_party(desk.journal.workshop, party_in(desk, 2)))
    says = entry.open().says
    entry.key(Key.Key_2, ALT)
    assert entry.says == says


def test_a_party_nobody_chose_follows_the_view(entry: Entry, desk: Desk) -> None:
    entry.open()
    ours = entry.says[2]
    entry.key(Key.Key_C, ALT)
    assert entry.says[2] != ours


def test_tab_goes_round_in_the_bar_and_letters_on_its_buttons_do_nothing(
    entry: Entry, view: BoardView
) -> None:
    entry.open().key(Key.Key_Tab).key(Key.Key_N).key(Key.Key_Delete)
    assert view.bench.toolbox.tool.id == "select"
    names = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName().partition(":")[0])
        entry.key(Key.Key_Tab)
    assert names == ["Block", "View", "Party", "Close quick entry", "New note"]
    entry.key(Key.Key_Backtab, SHIFT)
    assert entry.bar.field.hasFocus()


def test_the_view_is_turned_by_its_button(entry: Entry) -> None:
    entry.open().key(Key.Key_Tab).key(Key.Key_Tab).key(Key.Key_Space)
    assert entry.says[1] == "Customer’s view"
    entry.key(Key.Key_Space)
    assert entry.says[1] == "Our view"


def test_blocks_and_parties_are_chosen_from_menus(entry: Entry, desk: Desk) -> None:
    entry.open()
    blocks, parties = entry.bar.findChildren(Menu)
    blocks.aboutToShow.emit()
    assert [each.isChecked() for each in blocks.actions()].index(True) == 0
    blocks.actions()[3].trigger()
    parties.aboutToShow.emit()
    parties.actions()[-1].trigger()
    entry.enter("Bread")
    block = desk.board.template.blocks_in_order()[3]
    assert (desk.note("Bread").block, desk.note("Bread").party) == (block.id, None)


def test_escape_closes_it_and_the_board_has_the_keys_again(
    entry: Entry, hand: Hand, view: BoardView
) -> None:
    entry.open().key(Key.Key_Escape)
    assert not entry.bar.isVisible()
    assert view.hasFocus()
    hand.key(Key.Key_N)
    assert view.bench.toolbox.tool.id == "note"


def test_it_stays_open_while_the_board_is_worked_on(
    entry: Entry, hand: Hand, desk: Desk, view: BoardView
) -> None:
    entry.open()
    hand.click(500, 210)
    assert entry.bar.isVisible()
    assert view.selected_ids == (desk.note("48-hour").id,)
    hand.key(Key.Key_Escape)
    entry.open()
    assert entry.bar.field.hasFocus()


def test_it_begins_where_the_selected_note_lies(entry: Entry, hand: Hand, desk: Desk) -> None:
    note = next(n for n in desk.board.notes.values() if n.perspective is Perspective.CUSTOMER)
    hand.click(note.rect.centre.x, note.rect.centre.y)
    entry.open().enter("Bread")
    bread = desk.note("Bread")
    assert (bread.block, bread.perspective) == (note.block, note.perspective)


@pytest.mark.parametrize("by_menu", [False, True])
def test_several_pasted_lines_are_as_many_notes_and_one_edit(
    entry: Entry, desk: Desk, *, by_menu: bool
) -> None:
    entry.open().paste("Bread\n\n  Salt\r\nOil\n", by_menu=by_menu)
    assert [desk.note(text).text for text in ("Bread", "Salt", "Oil")] == ["Bread", "Salt", "Oil"]
    assert entry.bar.field.text() == ""
    desk.journal.undo()
    assert desk.notes("Bread") == desk.notes("Oil") == []


def test_one_pasted_line_waits_for_enter(entry: Entry, desk: Desk) -> None:
    entry.open().paste("Bread")
    assert desk.notes("Bread") == []
    entry.enter(" and salt")
    assert desk.note("Bread").text == "Bread and salt"


def test_too_many_pasted_lines_are_refused_in_words_and_what_was_written_stays(
    entry: Entry, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    entry.open()
    QTest.keyClicks(entry.bar.field, "Bread")
    before = desk.board
    with qtbot.waitSignal(view.message) as told:
        entry.paste("\n".join(map(str, range(MOST_NOTES + 1))))
    assert told.args is not None
    assert f"{MOST_NOTES + 1:,} notes" in told.args[0]
    assert entry.bar.field.text() == "Bread"
    assert desk.board is before


@pytest.mark.parametrize("letter", ["x", "👍"])
@pytest.mark.parametrize("by_menu", [False, True])
def test_what_is_far_too_long_is_refused_in_words(
    entry: Entry, desk: Desk, view: BoardView, qtbot: QtBot, letter: str, *, by_menu: bool
) -> None:
    entry.open()
    QTest.keyClicks(entry.bar.field, "Bread")
    before = desk.board
    with qtbot.waitSignal(view.message) as told:
        entry.paste(letter * (2 * LONGEST), by_menu=by_menu)
    assert told.args is not None
    assert "paste it in parts" in told.args[0]
    assert entry.bar.field.text() == "Bread"
    assert desk.board is before


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_written_is_no_note(entry: Entry, desk: Desk, text: str) -> None:
    before = desk.board
    entry.open().enter(text)
    assert desk.board is before


def test_a_long_text_has_room_in_its_note(entry: Entry, desk: Desk) -> None:
    entry.open().enter("Bread " * 60)
    assert desk.note("Bread").h > 70


def test_on_another_board_notes_go_to_its_own_blocks(
    entry: Entry, desk: Desk, view: BoardView
) -> None:
    desk.journal.commit(new_board(desk.journal.workshop, "value-stack", board_id="other"))
    entry.open()
    view.show_board("other")
    entry.enter("Bread")
    (note,) = desk.journal.workshop.boards["other"].notes.values()
    assert note.block == view.board.template.blocks_in_order()[0].id


def test_a_party_that_goes_gives_way(entry: Entry, desk: Desk) -> None:
    entry.open().key(Key.Key_3, ALT)
    named = entry.says[2]
    gone = party_in(desk, 3)
    desk.journal.commit(remove_party(desk.journal.workshop, gone))
    assert entry.says[2] != named
    entry.enter("Bread")
    assert desk.note("Bread").party != gone


def test_it_follows_the_window_and_the_theme(entry: Entry, view: BoardView) -> None:
    entry.open()
    view.resize(540, 500)
    view.set_theme(DARK)
    assert view.rect().contains(entry.bar.geometry())
    assert entry.bar.grab().toImage().pixelColor(20, 6).name() == DARK.raised


def party_in(desk: Desk, slot: int) -> str:
    return next(party.id for party in desk.board.parties.values() if party.slot == slot)
