"""Files and prints leave the window: where they go, how that is told, and what happens when they can not."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtPrintSupport import QPrinter

from canvasapp.app.printing import NO_PRINTING
from canvasapp.export import ExportError, PrintOrder
from canvasapp.export.file_order import BoardFile, DocumentFile
from tests.gui.windows.conftest import Program


def ask_for(program: Program, target: Path, suffix: str = ".svg", dpi: int = 150) -> None:
    """Asks for a file of the board in the window."""
    program.answers.export = target
    order = PrintOrder(dpi=dpi)
    program.page.guide.export(BoardFile((program.page.board.id,), order, suffix))


def test_a_pdf_is_written_beside_the_window(example: Program, tmp_path: Path) -> None:
    example.answers.export = tmp_path / "board.pdf"
    example.turn_to_paper()
    example.press("Save PDF")
    example.wait_for_export()
    assert (tmp_path / "board.pdf").read_bytes().startswith(b"%PDF-")
    assert example.page.frame.status.message == "board.pdf is written"
    assert example.button("Show in folder").isVisible()


def test_the_dialog_proposes_a_name_beside_the_workshop(example: Program) -> None:
    boards = tuple(example.page.journal.workshop.boards)
    here = (example.page.board.id,)
    for order in (BoardFile(here, suffix=".svg"), BoardFile(boards), DocumentFile(".pptx")):
        example.page.guide.export(order)
    names = ["Home Care Together, Service Logic.svg", "Home Care Together.pdf"]
    names.append("Home Care Together, slides.pptx")
    assert example.answers.proposed == [example.documents / name for name in names]
    assert not example.page.exporting.busy


def test_what_can_not_be_written_is_told_in_a_bar(example: Program, tmp_path: Path) -> None:
    ask_for(example, tmp_path / "nowhere" / "board.svg")
    example.wait_for_export()
    assert "does not exist" in example.page.frame.notice.text


def test_a_forgotten_ending_is_added_and_never_takes_the_place_of_a_file(
    example: Program, tmp_path: Path
) -> None:
    there = tmp_path / "board.svg"
    there.write_text("somebody’s drawing")
    ask_for(example, tmp_path / "board")
    example.wait_for_export()
    assert there.read_text() == "somebody’s drawing"
    assert "<svg" in (tmp_path / "board 2.svg").read_text()


def test_a_cancelled_export_leaves_what_was_there(example: Program, tmp_path: Path) -> None:
    target = tmp_path / "board.png"
    target.write_text("yesterday's")
    ask_for(example, target, ".png", dpi=300)
    example.press("Cancel")
    example.wait_for_export()
    assert target.read_text() == "yesterday's"
    assert example.page.frame.status.message == "Export cancelled, nothing was written"
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_an_export_goes_on_when_one_goes_home_and_on_to_another_workshop(
    example: Program, tmp_path: Path
) -> None:
    exporting = example.page.exporting
    ask_for(example, tmp_path / "board.png", ".png")
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
    ask_for(example, stick / "board.png", ".png")
    example.window.show_home()
    shutil.rmtree(stick)
    example.qtbot.waitUntil(lambda: not exporting.busy, timeout=60_000)
    assert "stick" in example.window.home.notice.text


def test_a_window_that_is_closed_finishes_its_export_out_of_sight(
    example: Program, tmp_path: Path
) -> None:
    ask_for(example, tmp_path / "board.png", ".png")
    example.window.close()
    assert not example.window.isVisible()
    assert (tmp_path / "board.png").read_bytes().endswith(b"IEND\xaeB`\x82")


def test_a_second_export_is_not_begun_before_the_first_is_done(
    example: Program, tmp_path: Path
) -> None:
    ask_for(example, tmp_path / "first.png", ".png")
    ask_for(example, tmp_path / "second.png", ".png")
    assert example.page.frame.status.message == "An export is being written"
    example.wait_for_export()
    assert not (tmp_path / "second.png").exists()


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_document_holds_the_whole_workshop_its_author_and_its_day(
    example: Program, tmp_path: Path, suffix: str
) -> None:
    example.answers.export = tmp_path / f"all{suffix}"
    example.page.guide.export(DocumentFile(suffix, day=date(2026, 5, 31), author="Ada Lovelace"))
    example.wait_for_export()
    with ZipFile(example.answers.export) as whole:
        facts = whole.read("docProps/core.xml").decode()
    assert "Ada Lovelace" in facts
    assert "2026-05-31" in facts


def test_the_printer_that_was_chosen_prints_beside_the_window(
    example: Program, tmp_path: Path
) -> None:
    def choose(title: str) -> QPrinter:
        printer = QPrinter()
        printer.setDocName(title)
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        return printer

    example.page.exporting.ask_printer = choose
    example.turn_to_paper()
    example.press("Printer…")
    example.wait_for_export()
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-")
    said = "Home Care Together, Service Logic is on its way to the printer"
    assert example.page.frame.status.message == said


def test_without_any_way_to_print_the_pdf_is_proposed(example: Program) -> None:
    def refuse(title: str) -> None:
        raise ExportError(NO_PRINTING)

    example.page.exporting.ask_printer = refuse
    example.turn_to_paper()
    example.press("Printer…")
    assert example.page.frame.notice.text == NO_PRINTING
