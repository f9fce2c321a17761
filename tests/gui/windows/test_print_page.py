"""The print page: what is chosen is seen before it leaves the window, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.export import Content, PrintOrder, Tiles, Views
from canvasapp.export.file_order import BoardFile, DocumentFile
from canvasapp.panels.paper import PaperPanel
from canvasapp.panels.paper.before import PointRow
from canvasapp.panels.paper.imprint_fields import HINT
from canvasapp.picture.options import Questions
from tests.gui.windows.conftest import Program


@pytest.fixture
def panel(example: Program) -> PaperPanel:
    """The page over the worked example."""
    example.window.activateWindow()
    example.qtbot.waitUntil(example.window.isActiveWindow)
    example.page.view.setFocus()
    example.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    found = example.panel("paper", PaperPanel)
    settle(example, found)
    return found


def settle(program: Program, panel: PaperPanel) -> None:
    """Until what was chosen is seen."""
    program.settle()
    program.qtbot.waitUntil(lambda: not panel.busy, timeout=20_000)
    program.settle()


def choose(program: Program, panel: PaperPanel, *names: str) -> None:
    for name in names:
        program.press(name)
    settle(program, panel)


def pick(program: Program, panel: PaperPanel, field: str, title: str) -> None:
    """Chooses from the menu that a field drops."""
    (found,) = (each for each in program.buttons() if each.startswith(f"{field}: "))
    program.choose(program.button(found).menu, title)  # type: ignore[attr-defined]  # a drop-down has one
    settle(program, panel)


def views(panel: PaperPanel) -> list[str]:
    return [thumb.accessibleName() for thumb in panel.strip.thumbs]


def order(panel: PaperPanel) -> PrintOrder:
    file = panel.file
    assert isinstance(file, BoardFile)
    return file.order


def test_the_page_opens_in_the_window_and_nowhere_else(example: Program, panel: PaperPanel) -> None:
    assert panel.isVisible()
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [example.window]
    assert panel.preview.hasFocus()


def test_what_is_chosen_is_what_is_ordered_and_seen(example: Program, panel: PaperPanel) -> None:
    choose(
        example,
        panel,
        "Perspective: Customer’s",
        "Questions on the sheet: All",
        "Crop marks",
        "Bleed 3 mm",
        "Evidence marks",
        "Gap page",
    )
    made = order(panel)
    assert (made.views, made.questions) == (Views.CUSTOMER, Questions.ALL)
    assert (made.marks, made.bleed, made.evidence, made.gaps) == (True, 3.0, False, True)
    assert views(panel) == ["Poster, A0", "Gaps, A0"]
    pick(example, panel, "Sheets", "On A3")
    made = order(panel)
    assert made.tiles is not None
    assert (made.tiles.paper, made.marks, made.bleed) == ("A3", False, 0.0)
    assert not {"Crop marks", "Bleed 3 mm"} & example.buttons()  # sheets always have marks
    assert "Map, A3" in views(panel)
    choose(example, panel, "Canvas: Blank", "Assembly map")
    assert "Map, A3" not in views(panel)
    assert views(panel)[:2] == ["Blank canvas, A0", f"Sheets, {len(sheets(panel))} × A3"]
    assert panel.finish.told[1].endswith("sheets, fonts embedded")


def test_a_poster_is_fitted_to_so_many_sheets(example: Program, panel: PaperPanel) -> None:
    pick(example, panel, "Sheets", "On A4")
    choose(example, panel, "Scale: Fit to sheets")
    pick(example, panel, "Sheets across", "2 across")
    made = order(panel).tiles
    assert made is not None
    assert made.fit == (2, 3)
    assert all(name[0] in "AB" and name[1] in "123" for name in sheets(panel))
    choose(example, panel, "Scale: At 100 %")
    assert order(panel).tiles == Tiles("A4")
    assert len(sheets(panel)) > 6


def sheets(panel: PaperPanel) -> list[str]:
    """The names of the sheets of the poster that is looked at."""
    view = panel.preview.view
    assert view is not None
    assert view.poster is not None
    return [page.label for page in view.poster.sheets]


def test_a_profile_is_saved_found_after_a_start_renamed_and_deleted(
    start: Callable[[], Program],
) -> None:
    first = start()
    first.window.open_example()
    panel = first.turn_to_paper()
    choose(first, panel, "Canvas: Questions")
    assert "Profile: Changed: Poster, A0" in first.buttons()
    first.choose(panel.print.profile.menu, "Save as a new profile")
    first.write("Name of the profile", "For the wall")
    assert "Profile: For the wall" in first.buttons()
    pick(first, panel, "Poster", "A2")
    second = start()
    second.window.open_example()
    panel = second.turn_to_paper()
    assert (order(panel).content, order(panel).paper) == (Content.QUESTIONS, "A2")
    assert "Profile: Changed: For the wall" in second.buttons()
    pick(second, panel, "Profile", "For the wall")
    assert order(panel).paper == "A0"
    second.choose(panel.print.profile.menu, "Rename")
    second.write("Name of the profile", "For the hall")
    assert "Profile: For the hall" in second.buttons()
    second.choose(panel.print.profile.menu, "Delete")
    assert "Profile: Not saved" in second.buttons()
    assert order(panel).content is Content.QUESTIONS


def test_paper_of_its_own_size_is_written_in_words(example: Program, panel: PaperPanel) -> None:
    pick(example, panel, "Poster", "Own size")
    example.write("Own size of the paper", "24 x 36 in")
    settle(example, panel)
    assert order(panel).paper == "24 x 36 in"
    example.write("Own size of the paper", "as large as it gets")
    assert order(panel).paper == "24 x 36 in"
    example.write("Own size of the paper", "10 x 10 mm")
    field = example.seen(QWidget, "Own size of the paper")
    assert "too small" in field.accessibleDescription()


def test_keys_and_presses_lead_to_single_sheets_and_back(
    example: Program, panel: PaperPanel
) -> None:
    pick(example, panel, "Profile", "Office printer, A0 on A4")
    preview = panel.preview
    preview.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        example.key(key)
    settle(example, panel)
    assert preview.accessibleDescription() == "Sheet B3, A4"
    example.key(Qt.Key.Key_Left)
    settle(example, panel)
    assert preview.accessibleDescription() == "Sheet A3, A4"
    example.key(Qt.Key.Key_Return)
    settle(example, panel)
    assert preview.accessibleDescription() == "Sheets, 25 × A4, sheet A3"
    QTest.mouseClick(preview, Qt.MouseButton.LeftButton, pos=preview.rect().center())
    settle(example, panel)
    assert preview.accessibleDescription() == "Sheet C3, A4"
    thumb = panel.strip.thumbs[1]
    thumb.setFocus(Qt.FocusReason.TabFocusReason)
    example.key(Qt.Key.Key_Right)
    settle(example, panel)
    assert preview.accessibleDescription() == "Map, A4"


def test_a_small_note_is_lit_and_a_press_on_it_leads_to_the_board(
    example: Program, panel: PaperPanel
) -> None:
    before = panel.preview.grab().toImage()
    pick(example, panel, "Poster", "A3")
    assert panel.preview.grab().toImage() != before
    (heading,) = (name for name in example.buttons() if "below 18 pt" in name)
    example.press(heading)
    row = next(each for each in panel.finish.before.rows if isinstance(each, PointRow))
    example.qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    assert example.page.view.selected_ids == (row.point.note,)


def test_the_page_follows_the_workshop(example: Program, panel: PaperPanel) -> None:
    board = example.page.board
    example.press("Joint Service Proposition")
    settle(example, panel)
    assert isinstance(panel.file, BoardFile)
    assert len(panel.file.boards) == 2
    assert len(panel.strip.thumbs) == 2
    links = [Change(each, None) for each in board.links.values()]
    notes = [Change(each, None) for each in board.notes.values()]
    example.page.journal.commit(Edit("Empty", (*links, *notes)))
    settle(example, panel)
    example.press("Joint Service Proposition")
    settle(example, panel)
    texts = [
        each.text() for each in panel.finish.meter.findChildren(QWidget) if hasattr(each, "text")
    ]
    assert "No notes, headings or questions to read" in texts


def test_a_print_that_can_not_be_is_said_in_its_place(example: Program, panel: PaperPanel) -> None:
    pick(example, panel, "Sheets", "On A4")
    pick(example, panel, "Poster", "Own size")
    example.write("Own size of the paper", "5000 x 5000 mm")
    settle(example, panel)
    assert panel.finish.save.isEnabled()
    pick(example, panel, "Overlap", "Overlap 30 mm")
    pick(example, panel, "Sheets", "In one piece")
    choose(example, panel, "Crop marks", "Bleed 3 mm")
    example.write("Own size of the paper", "5079 x 5079 mm")
    settle(example, panel)
    assert "200 inches" in panel.preview.accessibleDescription()
    assert not panel.finish.save.isEnabled()
    pick(example, panel, "Poster", "A0")
    assert panel.finish.save.isEnabled()


def test_a_picture_has_pixels_and_carries_its_board(example: Program, panel: PaperPanel) -> None:
    choose(example, panel, "What leaves the program: Picture")
    pick(example, panel, "Resolution", "300 dpi")
    assert panel.finish.told == (
        "Home Care Together, Service Logic.png",
        "14,043 × 9,933 pixels. Opens again as a workshop.",
    )
    choose(
        example, panel, "Format: SVG", "Letters stay text", "The board inside, to be opened again"
    )
    assert isinstance(panel.file, BoardFile)
    assert (panel.file.suffix, panel.file.carries) == (".svg", False)
    assert panel.file.order.live_text
    choose(example, panel, "Format: HTML", "Boards: All boards")
    assert panel.file.boards == tuple(each.id for each in boards_of(example))
    choose(example, panel, "Boards: This board")
    assert panel.file.boards == (example.page.board.id,)
    choose(example, panel, "Format: PNG", "Copy")
    copied = QApplication.clipboard().image()
    assert copied.width() == 4096
    QApplication.clipboard().clear()


def boards_of(program: Program) -> list[Board]:
    return program.page.journal.workshop.boards_in_order()


def test_author_and_date_are_written_once_for_all_files(
    example: Program, panel: PaperPanel
) -> None:
    choose(example, panel, "What leaves the program: Record", "Format: Slides")
    example.write("Author", "Ada Lovelace")
    example.write("Date", "31 May 2026")
    signed = DocumentFile(".pptx", None, False, date(2026, 5, 31), "Ada Lovelace")
    assert panel.file == signed
    line = example.seen(QLineEdit, "Date")
    assert line.text() == "2026-05-31"
    line.selectAll()
    example.qtbot.keyClicks(line, "some day")
    assert line.accessibleDescription() == HINT
    choose(example, panel, "What leaves the program: Print")
    pick(example, panel, "Sheets", "On A4")
    assert (order(panel).author, order(panel).date) == ("Ada Lovelace", "2026-05-31")
    line = example.seen(QLineEdit, "Date")
    line.selectAll()
    example.qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert order(panel).date == ""


def test_what_is_chosen_is_found_after_a_start(start: Callable[[], Program]) -> None:
    first = start()
    first.window.open_example()
    panel = first.turn_to_paper("picture")
    choose(first, panel, "Format: SVG", "Letters stay text", "Legend")
    choose(first, panel, "What leaves the program: Record", "Format: Slides")
    first.write("Author", "Ada Lovelace")
    second = start()
    second.window.open_example()
    panel = second.turn_to_paper("record")
    assert isinstance(panel.file, DocumentFile)
    assert (panel.file.suffix, panel.file.author) == (".pptx", "Ada Lovelace")
    assert panel.file.day is not None
    choose(second, panel, "What leaves the program: Picture")
    assert panel.file.suffix == ".svg"
    assert (order(panel).live_text, order(panel).legend) == (True, False)


def test_documents_are_chosen_by_format_and_register(
    example: Program, panel: PaperPanel, tmp_path: Path
) -> None:
    choose(example, panel, "What leaves the program: Record")
    assert len(panel.strip.thumbs) > 20
    example.key(Qt.Key.Key_PageDown)
    settle(example, panel)
    choose(example, panel, "Format: Slides")
    assert isinstance(panel.file, DocumentFile)
    assert (panel.file.suffix, panel.file.day) == (".pptx", panel.print.imprint.value.day)
    choose(example, panel, "What leaves the program: Registers", "Format: CSV")
    pick(example, panel, "Register", "Risk")
    assert (panel.file.suffix, panel.file.register) == (".csv", "risk")
    example.answers.export = tmp_path / "risks.csv"
    example.press("Save CSV")
    example.wait_for_export()
    assert (tmp_path / "risks.csv").read_text("utf-8-sig").count("\n") > 1


def test_the_window_answers_while_a_large_print_is_made(
    example: Program, panel: PaperPanel
) -> None:
    shown = panel.preview.accessibleDescription()
    panel.print.form.change(PrintOrder(paper="A2", gaps=True, questions=Questions.ALL))
    panel.print.form.change(PrintOrder(paper="A1"))
    assert panel.busy
    assert panel.preview.accessibleDescription() == shown  # the one before, until the other is made
    settle(example, panel)
    assert views(panel) == ["Poster, A1"]
