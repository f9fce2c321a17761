"""The window at every size one meets, with titles of every length: nothing is lost, nothing lies over another."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from canvasapp.app.work_area import LEFT_FROM, RIGHT_FROM
from canvasapp.controls.buttons import Button
from canvasapp.controls.control import Control
from canvasapp.controls.fields import Name
from canvasapp.controls.popover import Popover
from canvasapp.edits.boards import rename_board, rename_workshop
from tests.gui.windows.conftest import Program

SIZES = [(1920, 1080), (1440, 900), (1280, 720), (1024, 700), (800, 600), (720, 450), (700, 420)]
LONG = "The second engagement with the three letting agencies of the northern districts and their tenants"


def resize(program: Program, size: tuple[int, int]) -> None:
    program.window.resize(*size)
    program.settle()
    page = program.window.currentWidget()
    assert page is not None
    assert (page.width(), page.height()) == size


def place(widget: QWidget) -> QRect:
    """Where it is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def with_long_titles(program: Program) -> Program:
    page = program.page
    page.perform(rename_workshop(page.journal.workshop, LONG))
    page.perform(rename_board(page.journal.workshop, page.view.board_id, LONG))
    program.settle()
    return program


def in_bars(program: Program) -> list[Control]:
    """The controls in sight of the bars and floats, which never scroll."""
    frame = program.page.frame
    bars: tuple[QWidget, ...] = (frame.top, frame.status, frame.tools, frame.zoom)
    return [each for bar in bars for each in bar.findChildren(Control) if each.isVisible()]


@pytest.mark.parametrize("size", SIZES)
def test_every_bar_is_whole_and_in_sight(example: Program, size: tuple[int, int]) -> None:
    resize(example, size)
    window = example.window.rect()
    controls = in_bars(example)
    assert len(controls) > 12
    for each in controls:
        assert window.contains(place(each)), each.accessibleName()
        assert each.width() >= each.minimumSizeHint().width()
    assert place(example.page.frame.status).bottom() == window.bottom()


@pytest.mark.parametrize("size", SIZES)
def test_no_control_lies_over_another_however_long_the_titles(
    example: Program, size: tuple[int, int]
) -> None:
    resize(with_long_titles(example), size)
    for one, other in combinations(in_bars(example), 2):
        names = (one.accessibleName(), other.accessibleName())
        assert not place(one).intersects(place(other)), names


@pytest.mark.parametrize("size", SIZES)
def test_only_titles_are_cut_and_their_tips_tell_them_whole(
    example: Program, size: tuple[int, int]
) -> None:
    resize(with_long_titles(example), size)
    top = example.page.frame.top
    giving_way = {top.title, top.board.button}
    assert all(LONG in each.tip for each in giving_way)
    for each in example.window.findChildren(Button):
        if each.isVisible() and each not in giving_way:
            assert each.cut_words() == "", each.accessibleName()


@pytest.mark.parametrize("size", SIZES)
def test_both_titles_keep_room_to_be_read(example: Program, size: tuple[int, int]) -> None:
    resize(with_long_titles(example), size)
    top = example.page.frame.top
    assert top.title.width() > 120
    assert top.board.button.width() > 120


def test_short_titles_take_no_more_than_they_need(example: Program) -> None:
    resize(example, (1440, 900))
    for each in example.page.frame.top.findChildren(Name):
        assert each.width() == each.sizeHint().width()
        assert each.cut_words() == ""


@pytest.mark.parametrize("size", SIZES)
def test_tools_and_zoom_float_inside_of_the_board(example: Program, size: tuple[int, int]) -> None:
    resize(example, size)
    frame = example.page.frame
    board = place(example.page.view)
    for each in (frame.tools, frame.zoom):
        assert board.contains(place(each))
    assert not place(frame.tools).intersects(place(frame.zoom))


@pytest.mark.parametrize("size", SIZES)
def test_panels_have_room_of_their_own_or_give_way(example: Program, size: tuple[int, int]) -> None:
    resize(example, size)
    area, board = example.page.frame.area, place(example.page.view)
    assert area.left.isVisible() is (size[0] >= LEFT_FROM)
    assert area.right.isVisible() is (size[0] >= RIGHT_FROM)
    for panel in (area.left, area.right):
        assert not panel.isVisible() or not place(panel).intersects(board)


@pytest.mark.parametrize("size", SIZES)
def test_what_opens_over_the_page_stays_inside_of_it(
    example: Program, size: tuple[int, int]
) -> None:
    resize(example, size)
    example.key(Qt.Key.Key_F1)
    (opened,) = (each for each in example.page.findChildren(Popover) if each.isVisible())
    assert example.page.rect().contains(opened.geometry())


def test_what_has_the_keyboard_is_brought_to_sight_on_the_print_page(example: Program) -> None:
    resize(example, (720, 480))
    panel = example.turn_to_paper()
    side, last = panel.print, list(panel.print.boards.boxes.values())[-1]
    seen = side.parentWidget()
    assert isinstance(seen, QWidget)
    assert not seen.rect().contains(QRect(last.mapTo(seen, QPoint(0, 0)), last.size()))
    panel.finish.save.setFocus(Qt.FocusReason.TabFocusReason)
    while example.window.focusWidget() is not last:
        example.key(Qt.Key.Key_Tab)
    assert seen.rect().contains(QRect(last.mapTo(seen, QPoint(0, 0)), last.size()))


def test_arrows_scroll_a_key_sheet_that_is_too_high(example: Program) -> None:
    resize(example, (720, 480))
    example.key(Qt.Key.Key_F1)
    sheet = example.page.frame.keys
    title = next(each for each in sheet.findChildren(QLabel) if each.text() == "Keys")
    before = place(title).top()
    example.key(Qt.Key.Key_Down)
    lower = place(title).top()
    example.key(Qt.Key.Key_PageDown)
    lowest = place(title).top()
    assert before > lower > lowest
    example.key(Qt.Key.Key_PageUp)
    assert place(title).top() > lowest
    assert sheet.isVisible()


@pytest.mark.parametrize("size", SIZES)
def test_the_home_page_fits_in_width(program: Program, size: tuple[int, int]) -> None:
    program.press("New workshop on Service Logic Business Model Canvas")
    with_long_titles(program).press("Workshops")
    resize(program, size)
    controls = [each for each in program.window.home.findChildren(Control) if each.isVisible()]
    assert len(controls) > 8
    for each in controls:
        shown = place(each)
        assert shown.left() >= 0, each.accessibleName()
        assert shown.right() < size[0], each.accessibleName()
        assert each.cut_words() == ""
    for one, other in combinations(controls, 2):
        names = (one.accessibleName(), other.accessibleName())
        assert other.parent() is one or not place(one).intersects(place(other)), names


@pytest.mark.parametrize("size", SIZES)
def test_a_message_of_any_length_is_told_whole(program: Program, size: tuple[int, int]) -> None:
    resize(program, size)
    notice = program.window.home.notice
    notice.offer(f"{LONG} can not be read. " * 3, "Save what is left", notice.hide)
    program.settle()
    action, close = (program.button(name) for name in ("Save what is left", "Close this message"))
    assert not place(action).intersects(place(close))
    assert program.window.rect().contains(place(close))
    assert notice.height() >= notice.heightForWidth(notice.width())
