"""A canvas of one's own, made in the window: drawn, written, saved, taken along by its boards, never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.template import Perspective
from canvasapp.edits.canvas_drafts import add_block
from canvasapp.edits.canvases import save_canvas
from canvasapp.edits.notes import add_note
from canvasapp.edits.placing import free_places
from canvasapp.edits.workshops import new_workshop
from canvasapp.panels.canvas_editor import CanvasEditorPanel
from canvasapp.store import create_workshop
from canvasapp.templates import load_own, load_templates
from canvasapp.templates.drafting import Content, blank_content, text_of
from tests.gui.windows.conftest import Program

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shop(program: Program, tmp_path: Path) -> Program:
    """A workshop with one empty board, open."""
    path = tmp_path / "shop.workshop"
    create_workshop(path, new_workshop(load_templates(), "service-logic-bmc", "Shop"))
    program.window.open_path(path)
    return program


@pytest.fixture
def editor(shop: Program) -> CanvasEditorPanel:
    """On a sheet of 1189 x 841 mm without a block."""
    return opened(shop, "New canvas")


def opened(program: Program, entry: str) -> CanvasEditorPanel:
    program.choose(program.page.boards_menu, entry)
    found = program.page.frame.panels["canvas-editor"]
    assert isinstance(found, CanvasEditorPanel)
    return found


def drag(editor: CanvasEditorPanel, start: Point, *ways: Point) -> None:
    """From one place on the sheet (mm) to the others; the last one is let go at."""
    sheet, held = editor.sheet, LEFT
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * len(ways)]
    for kind, place in zip(
        (*kinds, QEvent.Type.MouseButtonRelease), (start, *ways, ways[-1]), strict=True
    ):
        at = QPointF(*sheet.camera.to_view(place))
        button = NONE if kind is QEvent.Type.MouseMove else LEFT
        held = NONE if kind is QEvent.Type.MouseButtonRelease else LEFT
        event = QMouseEvent(kind, at, QPointF(sheet.mapToGlobal(at)), button, held, PLAIN)
        QApplication.sendEvent(sheet, event)
    QApplication.processEvents()


def key(editor: CanvasEditorPanel, pressed: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(editor.sheet, pressed, held)
    QApplication.processEvents()


def rects(editor: CanvasEditorPanel) -> list[Rect]:
    blocks = sorted(editor.desk.review.template.blocks, key=lambda block: block.number)
    return [block.rect for block in blocks]


def titles(editor: CanvasEditorPanel) -> list[str]:
    blocks = sorted(editor.desk.review.template.blocks, key=lambda block: block.number)
    return [block.title for block in blocks]


def two_blocks() -> Content:
    left = add_block(blank_content(), Rect(15, 80, 580, 714), "left")
    return {**add_block(left, block_id="right"), "id": "pair", "name": "Pair", "short_name": "Pair"}


def saved_pair(program: Program) -> None:
    journal = program.page.journal
    journal.commit(save_canvas(journal.workshop, two_blocks()))
    program.settle()


def test_a_canvas_is_drawn_written_saved_and_a_board_made_of_it(
    shop: Program, editor: CanvasEditorPanel
) -> None:
    assert not editor.head.save.isEnabled()
    drag(editor, Point(200, 200), Point(300, 300), Point(500, 500))
    shop.type("What we know")
    shop.key(Qt.Key.Key_Return)
    assert titles(editor) == ["What we know"]
    drag(editor, Point(700, 210), Point(800, 300), Point(1000, 503))
    drag(editor, Point(850, 400), Point(700, 400), Point(653, 397))
    first, second = rects(editor)
    assert (second.x, second.bottom) == pytest.approx((first.right, first.bottom), abs=0.01), (
        "it rests there"
    )
    shop.press("Add a question, our view")
    shop.type("What is sure?")
    shop.key(Qt.Key.Key_Return)
    shop.key(Qt.Key.Key_Tab)
    shop.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is shop.button("Add a question, our view")
    shop.press("Save the canvas")
    assert editor.saved.text == "Version 1 is saved. New boards can be made of it."
    assert editor.desk.laid_aside == []
    shop.press("Make a board of it")
    template = shop.page.board.template
    assert [block.title for block in template.blocks] == ["What we know", "New block"]
    assert [question.text for _, question in template.questions()] == ["What is sure?"]
    assert shop.page.view.isVisible()


def test_everything_on_the_sheet_is_done_with_keys(shop: Program) -> None:
    saved_pair(shop)
    editor = opened(shop, "New canvas")
    editor.deeds.open("pair")
    before = rects(editor)
    key(editor, Qt.Key.Key_Tab)
    key(editor, Qt.Key.Key_Tab)
    assert editor.side.block.block_id == "right"
    key(editor, Qt.Key.Key_Left, SHIFT)
    key(editor, Qt.Key.Key_Right)
    step = editor.desk.review.template.sheet.frame.w / 100
    assert rects(editor)[1].x == pytest.approx(before[1].x + step, abs=0.01)
    assert rects(editor)[1].right == pytest.approx(before[1].right, abs=0.01)
    key(editor, Qt.Key.Key_Delete)
    assert titles(editor) == ["New block"]
    for _ in range(3):
        key(editor, Qt.Key.Key_Z, CTRL)
    assert rects(editor) == before
    assert editor.chosen == "right", "what comes back is chosen again"
    assert shop.page.journal.undo_label == "Add canvas", "undo was the draft's"
    key(editor, Qt.Key.Key_Y, CTRL)
    assert rects(editor)[1].w == pytest.approx(before[1].w - step, abs=0.01)


def test_enter_names_the_block_and_escape_leads_back_to_the_board(shop: Program) -> None:
    saved_pair(shop)
    editor = opened(shop, "New canvas")
    editor.deeds.open("pair")
    key(editor, Qt.Key.Key_Tab)
    key(editor, Qt.Key.Key_Return)
    shop.type("What we guess")
    shop.key(Qt.Key.Key_Return)
    shop.key(Qt.Key.Key_Escape)
    assert editor.sheet.hasFocus()
    assert titles(editor)[0] == "What we guess"
    key(editor, Qt.Key.Key_Escape)
    assert (editor.chosen, editor.isVisible()) == ("", True)
    key(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_escape_gives_back_what_is_dragged(editor: CanvasEditorPanel) -> None:
    drag(editor, Point(200, 200), Point(500, 500))
    before = rects(editor)
    sheet = editor.sheet
    places = [QPoint(*map(round, sheet.camera.to_view(Point(x, 300)))) for x in (300, 400)]
    QTest.mousePress(sheet, LEFT, PLAIN, places[0])
    QTest.mouseMove(sheet, places[1])
    QApplication.processEvents()
    key(editor, Qt.Key.Key_Escape)
    QTest.mouseRelease(sheet, LEFT, PLAIN, places[1])
    assert rects(editor) == before


def test_a_fault_is_told_at_once_and_leads_to_its_place(
    shop: Program, editor: CanvasEditorPanel
) -> None:
    drag(editor, Point(200, 200), Point(500, 500))
    key(editor, Qt.Key.Key_Return)
    shop.key(Qt.Key.Key_Delete)
    shop.key(Qt.Key.Key_Return)
    (fault,) = editor.side.faults.rows
    assert fault.fault.sentence == "Block 1: the title has no words. Write them."
    assert not editor.head.save.isEnabled()
    editor.choose("")
    shop.press(fault.fault.sentence)
    shop.type("Anew")
    shop.key(Qt.Key.Key_Return)
    assert titles(editor) == ["Anew"]
    assert editor.head.save.isEnabled()


def test_a_draft_is_found_again_after_the_program_has_ended(
    shop: Program, editor: CanvasEditorPanel, start: Callable[[], Program], tmp_path: Path
) -> None:
    drag(editor, Point(200, 200), Point(500, 500))
    shop.type("Half a thought")
    shop.key(Qt.Key.Key_Return)
    again = start()
    again.window.open_path(tmp_path / "shop.workshop")
    again.page.commands["edit-canvas"].trigger()
    again.settle()
    found = again.page.frame.panels["canvas-editor"]
    assert isinstance(found, CanvasEditorPanel)
    assert titles(found) == ["Half a thought"]
    again.choose(found.head.menu, "Discard the changes")
    assert titles(found) == []
    found.undo()
    assert titles(found) == ["Half a thought"], "even that can be undone"


def test_the_next_version_takes_its_boards_along_and_parks_what_lost_its_block(
    shop: Program,
) -> None:
    saved_pair(shop)
    shop.choose(shop.page.boards_menu, "New board", "Pair")
    (place,) = free_places(shop.page.board, "right", Perspective.OUR, 1)
    shop.page.journal.commit(add_note(shop.page.board, place, "Bread"))
    editor = opened(shop, "Edit the canvas")
    assert not editor.head.save.isEnabled(), "nothing has changed yet"
    editor.choose("right")
    shop.press("Delete the block")
    shop.press("Save as version 2")
    assert "1 board is made from an older one. It would have 1 note beside" in editor.saved.text
    shop.press("Bring it along")
    assert shop.page.board.head.template_version == 2
    assert "Bread" in shop.texts
    assert shop.page.view.isVisible(), "one is led to what lost its block"


def test_a_canvas_comes_from_a_file_goes_to_one_and_goes_when_no_board_uses_it(
    shop: Program, editor: CanvasEditorPanel, tmp_path: Path
) -> None:
    source, copy = tmp_path / "pair.json", tmp_path / "copy.json"
    source.write_text(text_of(two_blocks()), "utf-8")
    editor.deeds.ask_file = lambda: source
    editor.deeds.ask_where = lambda _: copy
    shop.choose(editor.head.menu, "Add a canvas from a file")
    assert editor.desk.session.canvas_id == "pair"
    shop.choose(editor.head.menu, "Export the canvas")
    assert load_own(copy) == load_own(source), "to the byte"
    shop.choose(editor.head.menu, "Remove the canvas")
    assert shop.page.journal.workshop.canvases == {}
    source.write_text("{}", "utf-8")
    shop.choose(editor.head.menu, "Add a canvas from a file")
    assert "can not be used" in shop.page.frame.status.message
