"""Exporting the board from the window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from canvasapp.app.export_popover import BLANK, Order
from canvasapp.picture.options import Questions
from tests.gui.windows.conftest import Program


def test_a_pdf_is_written_beside_the_window(example: Program, tmp_path: Path) -> None:
    example.answers.export = tmp_path / "board.pdf"
    example.press("Export")
    example.press("Save PDF")
    example.qtbot.waitUntil(lambda: not example.page.exporting.busy, timeout=20_000)
    assert (tmp_path / "board.pdf").read_bytes().startswith(b"%PDF-")
    assert example.page.frame.status.message == "board.pdf is written"
    assert example.button("Show in folder").isVisible()


def test_the_dialog_proposes_a_name_beside_the_workshop(example: Program) -> None:
    example.press("Export")
    example.press("Format: SVG")
    example.press("Save SVG")
    expected = example.documents / "Home Care Together, Service Logic.svg"
    assert example.answers.proposed == [expected]
    assert not example.page.exporting.busy


def test_what_was_chosen_is_what_is_ordered(example: Program) -> None:
    popover = example.page.frame.export
    example.press("Export")
    for choice in (
        "Format: PNG",
        "Paper, landscape: A3",
        "Resolution: 300 dpi",
        "Notes: Blank",
        "View: Customer’s",
        "Questions on the sheet: All",
    ):
        example.press(choice)
    assert popover.order == Order(".png", "A3", BLANK, "customer", Questions.ALL, 300)


def test_the_resolution_is_asked_for_images_only(example: Program) -> None:
    example.press("Export")
    offered = example.page.frame.export.dpi
    assert not offered.isVisible()
    example.press("Format: PNG")
    assert offered.isVisible()
    example.press("Format: PDF")
    assert not offered.isVisible()


def test_questions_that_notes_may_cover_are_told_before(example: Program) -> None:
    export = example.page.frame.export
    example.press("Export")
    assert not export.covered.isVisible()
    example.press("Questions on the sheet: All")
    assert export.covered.isVisible()
    example.press("Notes: Blank")
    assert not export.covered.isVisible()


def test_what_can_not_be_written_is_told_in_a_bar(example: Program, tmp_path: Path) -> None:
    example.answers.export = tmp_path / "nowhere" / "board.pdf"
    example.press("Export")
    example.press("Save PDF")
    example.qtbot.waitUntil(lambda: not example.page.exporting.busy)
    assert "does not exist" in example.page.frame.notice.text


def test_a_forgotten_ending_is_added(example: Program, tmp_path: Path) -> None:
    example.answers.export = tmp_path / "board"
    example.press("Export")
    example.press("Format: SVG")
    example.press("Save SVG")
    example.qtbot.waitUntil(lambda: not example.page.exporting.busy, timeout=20_000)
    assert (tmp_path / "board.svg").is_file()


def test_a_name_without_ending_never_takes_the_place_of_a_file(
    example: Program, tmp_path: Path
) -> None:
    there = tmp_path / "board.svg"
    there.write_text("somebody’s drawing")
    example.answers.export = tmp_path / "board"
    example.press("Export")
    example.press("Format: SVG")
    example.press("Save SVG")
    example.qtbot.waitUntil(lambda: not example.page.exporting.busy, timeout=20_000)
    assert there.read_text() == "somebody’s drawing"
    assert "<svg" in (tmp_path / "board 2.svg").read_text()


def test_a_cancelled_export_leaves_what_was_there(example: Program, tmp_path: Path) -> None:
    target = tmp_path / "board.png"
    target.write_text("yesterday's")
    example.answers.export = target
    example.press("Export")
    example.press("Format: PNG")
    example.press("Resolution: 300 dpi")
    example.press("Save PNG")
    example.press("Cancel")
    example.qtbot.waitUntil(lambda: not example.page.exporting.busy, timeout=20_000)
    assert target.read_text() == "yesterday's"
    assert example.page.frame.status.message == "Export cancelled, nothing was written"
    assert [path.name for path in tmp_path.glob("*.part")] == []


def order_a_slow_one(program: Program, target: Path) -> None:
    """Presses for an image that takes a while."""
    program.answers.export = target
    program.press("Export")
    program.press("Format: PNG")
    program.press("Save PNG")


def test_an_export_goes_on_when_one_goes_home_and_on_to_another_workshop(
    example: Program, tmp_path: Path
) -> None:
    exporting = example.page.exporting
    order_a_slow_one(example, tmp_path / "board.png")
    example.press("Workshops")
    assert exporting.busy
    example.press("New workshop on Value Stack Canvas")
    example.qtbot.waitUntil(lambda: not exporting.busy, timeout=60_000)
    assert (tmp_path / "board.png").read_bytes().startswith(b"\x89PNG")
    assert example.page.frame.status.message == ""
    assert not example.page.exporting.busy


def test_an_export_that_fails_after_one_has_left_is_told_where_one_is(
    example: Program, tmp_path: Path
) -> None:
    exporting = example.page.exporting
    stick = tmp_path / "stick"
    stick.mkdir()
    order_a_slow_one(example, stick / "board.png")
    example.window.show_home()
    shutil.rmtree(stick)
    example.qtbot.waitUntil(lambda: not exporting.busy, timeout=60_000)
    assert "stick" in example.window.home.notice.text


def test_a_window_that_is_closed_finishes_its_export_out_of_sight(
    example: Program, tmp_path: Path
) -> None:
    order_a_slow_one(example, tmp_path / "board.png")
    example.window.close()
    assert not example.window.isVisible()
    assert (tmp_path / "board.png").read_bytes().endswith(b"IEND\xaeB`\x82")


def test_a_second_export_is_not_begun_before_the_first_is_done(
    example: Program, tmp_path: Path
) -> None:
    order_a_slow_one(example, tmp_path / "first.png")
    order_a_slow_one(example, tmp_path / "second.png")
    assert example.page.frame.status.message == "An export is being written"
    example.qtbot.waitUntil(lambda: not example.page.exporting.busy, timeout=60_000)
    assert not (tmp_path / "second.png").exists()


def test_the_panel_closes_with_escape_and_by_a_press_elsewhere(example: Program) -> None:
    popover = example.page.frame.export
    example.press("Export")
    example.key(Qt.Key.Key_Escape)
    assert not popover.isVisible()
    example.press("Export")
    example.press("Value Proposition")
    assert not popover.isVisible()
    example.press("Export")
    example.press("Export")
    assert not popover.isVisible()


def test_arrows_choose_within_a_row(example: Program) -> None:
    example.press("Export")
    example.button("Format: PDF").setFocus()
    example.key(Qt.Key.Key_Right)
    assert example.page.frame.export.order.suffix == ".png"
    example.key(Qt.Key.Key_Left)
    assert example.page.frame.export.order.suffix == ".pdf"


@pytest.mark.parametrize(
    ("order", "size"),
    [
        (Order(paper="A0"), "1189 × 841 mm"),
        (Order(suffix=".png", paper="A4", dpi=300), "3,508 × 2,480 pixels"),
    ],
)
def test_the_size_of_the_result_is_told_before(order: Order, size: str) -> None:
    assert order.size == size
