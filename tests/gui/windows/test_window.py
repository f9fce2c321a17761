"""The window itself: its width, its theme, its panes, its keys."""

from __future__ import annotations

import gc
import weakref
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget

from canvasapp.app.actions import ACTIONS, BOARD_KEYS, EVERY_KEY, Group
from canvasapp.app.errors import Faults
from canvasapp.app.key_sheet import columns_of
from canvasapp.app.settings import Appearance
from canvasapp.app.work_area import LEFT_FROM, RIGHT_FROM
from canvasapp.controls.focus_ring import FocusRing
from canvasapp.domain.template import Perspective
from canvasapp.edits.notes import remove_notes
from canvasapp.edits.workshops import new_workshop
from canvasapp.picture.theme import DARK, LIGHT
from canvasapp.store import create_workshop
from canvasapp.store.errors import DiskError
from canvasapp.templates import load_templates
from canvasapp.view.wheel import Wheel
from tests.gui.windows.conftest import Program


def widen(program: Program, width: int) -> None:
    program.window.resize(width, 800)
    program.qtbot.waitUntil(lambda: program.page.frame.area.width() == width)


def corner(program: Program) -> QColor:
    """The colour of the page's upper left corner."""
    return QColor(program.window.grab().toImage().pixel(2, 2))


def test_a_narrow_window_folds_the_left_panel_and_then_the_right_one(example: Program) -> None:
    area = example.page.frame.area
    widen(example, LEFT_FROM - 1)
    assert (area.left.isVisible(), area.right.isVisible()) == (False, True)
    widen(example, RIGHT_FROM - 1)
    assert (area.left.isVisible(), area.right.isVisible()) == (False, False)
    assert example.page.view.width() == RIGHT_FROM - 1
    widen(example, LEFT_FROM)
    assert (area.left.isVisible(), area.right.isVisible()) == (True, True)


def test_in_a_narrow_window_a_folded_panel_comes_over_the_board(example: Program) -> None:
    area = example.page.frame.area
    widen(example, 900)
    example.press("Blocks and parties")
    assert area.left.isVisible()
    assert example.page.view.width() == 900
    example.press("Questions")
    assert (area.left.isVisible(), area.right.isVisible()) == (False, True)


def test_a_press_on_the_board_puts_away_what_lies_over_it(example: Program) -> None:
    area = example.page.frame.area
    widen(example, 900)
    example.press("Blocks and parties")
    QTest.mouseClick(example.page.view, Qt.MouseButton.LeftButton, pos=QPoint(600, 300))
    assert not area.left.isVisible()


def test_a_finger_on_the_board_puts_away_what_lies_over_it(example: Program) -> None:
    area, palette = example.page.frame.area, example.page.ways.palette
    widen(example, 900)
    example.press("Blocks and parties")
    palette.open()
    screen, at = QTest.createTouchDevice(), QPoint(400, 600)
    QTest.touchEvent(example.window, screen).press(0, at, example.window).commit()
    QTest.touchEvent(example.window, screen).release(0, at, example.window).commit()
    assert not area.left.isVisible()
    assert not palette.isVisible()


def test_one_key_hides_the_panels_another_fills_the_screen_and_both_go_back(
    example: Program,
) -> None:
    area = example.page.frame.area
    example.key(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert (area.left.isVisible(), area.right.isVisible()) == (False, False)
    example.key(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert (area.left.isVisible(), area.right.isVisible()) == (True, True)
    example.key(Qt.Key.Key_F11)
    assert example.window.isFullScreen()
    example.key(Qt.Key.Key_F11)
    assert not example.window.isFullScreen()


def test_the_theme_is_changed_at_once_and_remembered(start: Callable[[], Program]) -> None:
    first = start()
    first.window.open_example()
    first.wardrobe.wear(Appearance.LIGHT)
    assert corner(first) == QColor(LIGHT.panel)
    first.choose(first.page.more_menu, "Settings", "Dark")
    assert corner(first) == QColor(DARK.panel)
    second = start()
    assert second.window.look.theme is DARK
    assert corner(second) == QColor(DARK.panel)
    second.wardrobe.wear(Appearance.SYSTEM)


def test_f6_goes_from_pane_to_pane_and_round_again(example: Program) -> None:
    page = example.page
    panes = page.frame.panes
    reached = []
    page.view.setFocus()
    for _ in panes:
        example.key(Qt.Key.Key_F6)
        focused = example.window.focusWidget()
        reached.append(next(p for p in panes if p is focused or p.isAncestorOf(focused)))
    assert reached == [panes[3], panes[0], panes[1], panes[2]]
    example.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert panes[1].isAncestorOf(example.window.focusWidget())


def test_tab_goes_through_bars_and_panels_and_ends_on_the_board(example: Program) -> None:
    example.press("Value Proposition")
    example.button("Workshops").setFocus()
    names = []
    while example.window.focusWidget() is not example.page.view and len(names) < 99:
        names.append(example.window.focusWidget().accessibleName())
        example.key(Qt.Key.Key_Tab)
    in_order = [
        "Workshops",
        "Customer's World and Desire for Ideal Value",
        "Value Proposition",
        "Add a party",
        "Telecom",
        "Select",
        "Fit all",
        "Block before",
        "What value are we selling? Answer it with a note",
        "Next open question",
    ]
    assert [name for name in names if name in in_order] == in_order


def test_the_key_sheet_opens_and_goes_with_the_same_key(example: Program) -> None:
    sheet = example.page.frame.keys
    example.key(Qt.Key.Key_F1)
    assert sheet.isVisible()
    assert {"Bold", "Ctrl+B", "List, while typing"} <= words(sheet)
    example.key(Qt.Key.Key_Escape)
    assert not sheet.isVisible()


@pytest.mark.parametrize("most", [1, 2, 3, 5])
def test_however_wide_the_sheet_of_keys_its_headings_keep_their_order(most: int) -> None:
    rows = Counter(action.group for action in EVERY_KEY)
    columns = columns_of(rows, most)
    assert [group for column in columns for group in column] == list(Group)
    assert len(columns) <= most


def test_the_columns_of_the_keys_are_as_low_as_they_can_be() -> None:
    first, second, third, fourth = tuple(Group)[:4]
    rows = Counter({first: 8, second: 3, third: 3, fourth: 8})
    assert columns_of(rows, 3) == [[first], [second, third], [fourth]]


def words(sheet: QWidget) -> set[str]:
    return {each.text() for each in sheet.findChildren(QLabel)}


def without_single_letters(program: Program) -> bool:
    """Whether no letter or sign by itself does anything, and the sheet of the keys knows."""
    page = program.page
    page.view.setFocus()
    program.key(Qt.Key.Key_N)
    program.key(Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    nothing_done = page.view.bench.toolbox.tool.id == "select" and not page.frame.keys.isVisible()
    program.key(Qt.Key.Key_F1)
    told = words(page.frame.keys)
    return nothing_done and {"N", "Q", "1 to 8, 0"}.isdisjoint(told) and {"F2", "F1"} <= told


def test_single_letters_can_be_switched_off_and_stay_off(start: Callable[[], Program]) -> None:
    first = start()
    first.window.open_example()
    first.choose(first.page.more_menu, "Settings", "Single-letter keys")
    assert without_single_letters(first)
    second = start()
    second.window.open_example()
    assert without_single_letters(second)


def test_single_letters_are_keys_until_they_are_switched_off(example: Program) -> None:
    assert not without_single_letters(example)
    assert example.page.view.bench.toolbox.tool.id == "note"
    assert {"N", "Q", "1 to 8, 0"} <= words(example.page.frame.keys)


def test_the_wheel_does_at_once_and_later_what_it_was_set_to(
    start: Callable[[], Program],
) -> None:
    first = start()
    first.window.open_example()
    first.choose(first.page.more_menu, "Settings", "Wheel", "Pans, zooms with Ctrl")
    assert first.page.view.bench.inputs.wheel.wheel is Wheel.PANS
    second = start()
    second.window.open_example()
    assert second.page.view.bench.inputs.wheel.wheel is Wheel.PANS


def test_with_reduced_motion_the_board_cuts_to_a_block(example: Program) -> None:
    example.choose(example.page.more_menu, "Settings", "Reduced motion")
    assert example.settings.reduced_motion
    before = example.page.view.zoom
    example.page.view.zoom_to_block("value-proposition")
    assert example.page.view.zoom > before


def test_every_action_has_one_meaning_and_every_key_one_action() -> None:
    ids = [action.id for action in (*ACTIONS, *BOARD_KEYS)]
    assert len(ids) == len(set(ids))
    keys = [keys for action in ACTIONS for keys in action.keys]
    assert len(keys) == len(set(keys))


def test_every_control_has_a_name_to_be_called_by(example: Program) -> None:
    for kind in (QAbstractButton, QLineEdit):
        for control in example.window.findChildren(kind):
            assert control.accessibleName() or not control.isVisible(), control


def test_the_ring_is_for_those_who_come_by_keyboard(example: Program) -> None:
    home = example.button("Workshops")
    example.press("Value Proposition")
    assert example.window.findChildren(FocusRing) == []
    home.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = example.window.findChildren(FocusRing)
    around = QRect(home.mapToGlobal(QPoint(-4, -4)), home.size() + QSize(8, 8))
    assert QRect(ring.mapToGlobal(QPoint(0, 0)), ring.size()) == around
    example.page.view.setFocus()
    example.settle()
    assert example.window.findChildren(FocusRing) == []


def test_the_place_of_the_window_is_remembered(start: Callable[[], Program]) -> None:
    first = start()
    first.window.resize(1000, 640)
    first.window.close()
    assert first.settings.geometry != b""


def test_the_menu_of_a_note_does_what_it_says(example: Program) -> None:
    page = example.page
    note = next(iter(page.board.notes))
    page.view.select([note])
    example.choose(page.context_menu(), "Party", "Letting agency")
    party = page.board.note(note).party
    assert party is not None
    assert page.board.parties[party].name == "Letting agency"
    example.choose(page.context_menu(), "View", "Customer’s view")
    assert page.board.note(note).perspective == "customer"
    example.choose(page.context_menu(), "Delete")
    assert note not in page.board.notes


def test_without_a_selection_the_menu_is_the_boards(example: Program) -> None:
    example.choose(example.page.context_menu(), "Select all")
    assert set(example.page.view.selected_ids) == set(example.page.board.notes)


def test_leaving_the_window_lets_the_file_follow(example: Program) -> None:
    page = example.page
    page.perform(remove_notes(page.board, list(page.board.notes)[:1]))
    page.keep()
    example.qtbot.waitUntil(
        lambda: page.opened.store.status.published == page.opened.store.status.seq, timeout=9000
    )


def right_click(program: Program, note_id: str | None) -> list[str]:
    """Right-clicks on a note, or on nothing; what the menu offers."""
    view = program.page.view
    camera = view.bench.viewpoint.camera
    at = QPoint(3, 3)
    if note_id is not None:
        at = QPoint(*map(round, camera.to_view(program.page.board.note(note_id).rect.centre)))
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [entry.text() for entry in menu.actions() if not entry.isSeparator()]
    menu.close()
    return offered


def test_a_right_click_is_meant_for_the_note_under_it(example: Program) -> None:
    first, second = list(example.page.board.notes)[:2]
    example.page.view.select([first])
    assert "Party" in right_click(example, second)
    assert example.page.view.selected_ids == (second,)
    assert "Party" not in right_click(example, None)
    assert not example.page.view.selected_ids


def test_a_right_click_on_one_of_several_selected_notes_is_meant_for_all(example: Program) -> None:
    both = tuple(example.page.board.notes)[:2]
    example.page.view.select(both)
    assert "Party" in right_click(example, both[1])
    assert example.page.view.selected_ids == both


def test_the_menu_key_opens_the_menu_of_the_selected_note(example: Program) -> None:
    page = example.page
    page.view.select(list(page.board.notes)[:1])
    page.view.setFocus()
    example.key(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Type in the note"
    menu.close()


@pytest.mark.qt_no_exception_capture
def test_an_edit_that_the_disk_refuses_is_told_and_changes_nothing(
    example: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiskError("The disk is full: make room.")

    monkeypatch.setattr(example.page.opened.store, "write", refuse)
    faults = Faults(tmp_path)
    faults.told.connect(example.window.tell)
    faults.watch()
    before = example.page.board
    example.page.view.select(list(before.notes)[:1])
    example.press("Letting agency")
    faults.unwatch()
    assert example.page.frame.notice.text == "The disk is full: make room."
    assert example.page.board is before


def test_a_workshop_that_is_left_leaves_nothing_in_memory(
    example: Program, qapp: QApplication
) -> None:
    page, journal = weakref.ref(example.page), weakref.ref(example.page.opened.journal)
    example.press("Workshops")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert page() is None
    assert journal() is None


def test_a_workshop_opened_over_another_leaves_nothing_of_it_in_memory(
    example: Program, tmp_path: Path
) -> None:
    page, journal = weakref.ref(example.page), weakref.ref(example.page.opened.journal)
    example.window.open_path(another_workshop(tmp_path))
    assert example.page.title == "Another"
    assert page() is None
    assert journal() is None


@pytest.mark.parametrize("opened", [Qt.Key.Key_F1, Qt.Key.Key_K])
def test_a_press_beside_what_lies_over_the_page_puts_it_away(
    example: Program, opened: Qt.Key
) -> None:
    page = example.page
    control = Qt.KeyboardModifier.ControlModifier
    example.key(opened, control if opened == Qt.Key.Key_K else Qt.KeyboardModifier.NoModifier)
    over = page.ways.palette if opened == Qt.Key.Key_K else page.frame.keys
    assert over.isVisible()
    QTest.mouseClick(over, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert over.isVisible()
    QTest.mouseClick(page.frame.top, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not over.isVisible()


@pytest.mark.parametrize("onto", ["home", "board", "panel"])
def test_a_workshop_dropped_anywhere_is_opened(program: Program, tmp_path: Path, onto: str) -> None:
    if onto != "home":
        program.window.open_example()
    place: QWidget = program.window.home if onto == "home" else program.page.view
    if onto == "panel":
        place = program.page.frame.questions
    assert dropped(place, another_workshop(tmp_path))
    program.qtbot.waitUntil(lambda: program.window.page is not None)
    program.qtbot.waitUntil(lambda: program.page.title == "Another")


def test_other_files_are_not_welcome_on_the_home_page(program: Program, tmp_path: Path) -> None:
    photo = tmp_path / "tea.jpg"
    photo.write_bytes(b"")
    assert not dropped(program.window.home, photo)


def another_workshop(folder: Path) -> Path:
    path = folder / "Another.workshop"
    create_workshop(path, new_workshop(load_templates(), "value-stack", "Another"))
    return path


def dropped(place: QWidget, path: Path) -> bool:
    """Whether the file was welcome there."""
    mime, at = QMimeData(), QPointF(place.width() - 40, place.height() - 80)
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    rest = (
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(at.toPoint(), *rest)
    enter.setAccepted(False)
    QApplication.sendEvent(place, enter)
    if enter.isAccepted():
        QApplication.sendEvent(place, QDropEvent(at, *rest))
    return enter.isAccepted()


def test_notes_are_arranged_from_their_menu(example: Program) -> None:
    page = example.page
    chosen = [*page.board.notes][:3]
    page.view.select(chosen)
    example.choose(page.context_menu(), "Arrange", "Stack")
    one, other, _ = (page.board.note(each) for each in chosen)
    assert one.rect.meets(other.rect)
    example.choose(page.context_menu(), "Arrange", "Merge into one note")
    assert len(page.view.selected_ids) == 1
    example.choose(page.context_menu(), "Arrange", "Split into lines")
    assert len(page.view.selected_ids) == 3


class Pull:
    """The note tool's button held by the mouse and pulled over the board."""

    def __init__(self, program: Program) -> None:
        self.view, self.button = program.page.view, program.button("Note")
        QTest.mousePress(self.button, Qt.MouseButton.LeftButton)

    def to(self, x: int, y: int) -> Pull:
        """A place of the board, in pixels."""
        self._send(QEvent.Type.MouseMove, QPoint(x, y))
        return self

    def let_go(self, x: int, y: int) -> None:
        self._send(QEvent.Type.MouseButtonRelease, QPoint(x, y))

    def _send(self, kind: QEvent.Type, at: QPoint) -> None:
        place = self.view.mapToGlobal(at)
        local, left = QPointF(self.button.mapFromGlobal(place)), Qt.MouseButton.LeftButton
        none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        moves = kind == QEvent.Type.MouseMove
        event = QMouseEvent(
            kind,
            local,
            QPointF(place),
            none if moves else left,
            left if moves else none,
            plain,
        )
        QApplication.sendEvent(self.button, event)


def test_a_note_is_pulled_off_the_bar_and_put_down_in_a_lane(example: Program) -> None:
    page, before = example.page, len(example.page.board.notes)
    block = page.board.template.block("key-partners")
    camera = page.view.bench.viewpoint.camera
    x, y = map(round, camera.to_view(block.lane(Perspective.OUR).rect.centre))
    Pull(example).to(x - 50, y - 50).to(x, y).let_go(x, y)
    example.type("Pulled")
    example.key(Qt.Key.Key_Escape)
    (note,) = (each for each in page.board.notes.values() if each.text == "Pulled")
    assert (note.block, note.perspective) == ("key-partners", Perspective.OUR)
    assert len(page.board.notes) == before + 1
    assert page.view.bench.toolbox.tool.id == "select"


@pytest.mark.parametrize("ends", ["on the bar", "with Escape", "beside the board"])
def test_a_note_pulled_off_the_bar_in_vain_is_none(example: Program, ends: str) -> None:
    view, before = example.page.view, example.page.board
    pull = Pull(example).to(300, 300).to(320, 300)
    match ends:
        case "on the bar":
            at = view.mapFromGlobal(pull.button.mapToGlobal(pull.button.rect().center()))
            pull.let_go(at.x(), at.y())
        case "with Escape":
            example.key(Qt.Key.Key_Escape)
            pull.let_go(320, 300)
        case _:
            pull.let_go(-40, 300)
    assert view.bench.editing.editor is None
    assert view.bench.overlay.hand is None
    assert example.page.board is before
    assert view.bench.toolbox.tool.id == "select"
