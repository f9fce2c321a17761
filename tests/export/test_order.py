"""What was ordered is what is on the sheets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.template import Perspective
from canvasapp.edits.example import example_workshop
from canvasapp.export import Content, PrintOrder, Tiles, Views
from canvasapp.export.imposition import imposed
from canvasapp.picture.options import Questions
from canvasapp.picture.shapes import Kind, Picture
from canvasapp.templates import load_templates

pytestmark = pytest.mark.usefixtures("qapp")

(BOARD,) = example_workshop(load_templates(), "service-logic-bmc").boards_in_order()


def sheets(order: PrintOrder, *boards: Board) -> list[Picture]:
    return order.pictures(boards or (BOARD,), "Home Care")


def kinds(sheet: Picture, kind: Kind) -> set[str]:
    return {part.id for part in sheet.parts if part.kind is kind}


def written(sheet: Picture) -> list[str]:
    return [text.string for _, text in sheet.texts()]


def test_two_views_are_two_sheets_ours_first() -> None:
    ours, theirs = sheets(PrintOrder(views=Views.TWO))
    assert [ours.title, theirs.title] == [
        "Service Logic, our view",
        "Service Logic, customer’s view",
    ]
    for sheet, view in ((ours, Perspective.OUR), (theirs, Perspective.CUSTOMER)):
        expected = {note.id for note in BOARD.notes.values() if note.perspective in (view, None)}
        assert kinds(sheet, Kind.NOTE) == expected


def test_gaps_follow_their_board() -> None:
    other = replace(BOARD, head=replace(BOARD.head, id="other", title="Other"))
    titles = [each.title for each in sheets(PrintOrder(gaps=True), BOARD, other)]
    assert titles == ["Service Logic", "Service Logic, gaps", "Other", "Other, gaps"]


def test_the_gaps_can_be_all_that_is_printed() -> None:
    assert [each.title for each in sheets(PrintOrder(Content.GAPS))] == ["Service Logic, gaps"]


@pytest.mark.parametrize("questions", Questions)
def test_a_blank_sheet_asks_as_much_as_was_ordered(questions: Questions) -> None:
    (sheet,) = sheets(PrintOrder(Content.BLANK, questions))
    most = {Questions.NONE: 0, Questions.FIRST: 1, Questions.ALL: None}[questions]
    asked = {
        f"{block.id}/{question.id}"
        for block in BOARD.template.blocks
        for view in Perspective
        for question in block.questions_of(view)[:most]
    }
    assert kinds(sheet, Kind.NOTE) == set()
    assert kinds(sheet, Kind.QUESTION) == asked


def test_a_sheet_of_questions_asks_all_of_them_in_larger_letters() -> None:
    (asking,) = sheets(PrintOrder(Content.QUESTIONS))
    (blank,) = sheets(PrintOrder(Content.BLANK, Questions.ALL))
    assert kinds(asking, Kind.NOTE) == set()
    assert kinds(asking, Kind.QUESTION) == kinds(blank, Kind.QUESTION)
    large, usual = (
        {part.id: text.size for part, text in sheet.texts() if part.kind is Kind.QUESTION}
        for sheet in (asking, blank)
    )
    assert all(large[each] >= usual[each] for each in usual)
    assert max(large.values()) > 2 * max(usual.values())


def test_evidence_and_legend_are_left_out_on_request() -> None:
    (full,), (bare,) = sheets(PrintOrder()), sheets(PrintOrder(evidence=False, legend=False))
    codes = {entry.code for entry in BOARD.entries.values()}
    parties = {party.name for party in BOARD.parties.values()}
    legends = [
        {text.string for part, text in sheet.texts() if part.kind is Kind.LEGEND}
        for sheet in (full, bare)
    ]
    assert codes & set(written(full))
    assert not codes & set(written(bare))
    assert parties & legends[0]
    assert not parties & legends[1]
    assert any("Home Care" in each for each in legends[1])  # it still tells what it is about


def test_what_concerns_the_file_goes_to_its_writer() -> None:
    order = PrintOrder(paper="A1", bleed=3, marks=True, tiles=Tiles(), dpi=72, date="d", author="A")
    options = order.export_options([BOARD], "Home Care")
    for name in ("paper", "orientation", "bleed", "marks", "tiles", "dpi", "date", "author"):
        assert getattr(options, name) == getattr(order, name)
    assert (options.title, options.subject) == ("Service Logic", "Home Care")


def test_a_file_of_several_boards_is_called_as_the_workshop() -> None:
    assert PrintOrder().export_options([BOARD, BOARD], "Home Care").title == "Home Care"


@pytest.mark.parametrize("order", [PrintOrder(gaps=True), PrintOrder(Content.GAPS)])
def test_the_list_of_gaps_lies_on_paper_as_large_as_the_board(order: PrintOrder) -> None:
    pages = imposed(sheets(order), order.export_options([BOARD], "Home Care"))
    *_, (last,) = pages
    assert (last.width, last.height) == (841, 1189)
    assert len(pages) == 1 or (pages[0][0].width, pages[0][0].height) == (1189, 841)
