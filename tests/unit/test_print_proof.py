"""What a print will be: its sheets and views, what to look at before, and what is told of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.records import Note
from canvasapp.edits.example import example_workshop
from canvasapp.export import Content, ExportError, PrintOrder, Tiles, Views
from canvasapp.export.file_order import BoardFile
from canvasapp.panels.paper.advice import Advice, advice_on
from canvasapp.panels.paper.meter import place_on_scale
from canvasapp.panels.paper.proof import Proof, proof_of
from canvasapp.panels.paper.said import measures, picture_said, print_said
from canvasapp.panels.paper.views import found, views_of
from canvasapp.picture.options import Questions
from canvasapp.picture.shapes import Kind
from canvasapp.templates import load_templates

pytestmark = pytest.mark.usefixtures("qapp")

A4 = PrintOrder(paper="A0", tiles=Tiles())
MISSING = "\U00010380"
"""A letter of Ugaritic, for which no face comes along."""


@pytest.fixture(scope="module")
def boards() -> list[Board]:
    return example_workshop(load_templates()).boards_in_order()


def proof(boards: list[Board], order: PrintOrder, count: int = 1) -> Proof:
    return proof_of(boards[:count], order, "Care", {})


def said(proof: Proof) -> dict[str, Advice]:
    return {each.icon: each for each in advice_on(proof)}


def with_note(board: Board, **changes: object) -> tuple[Board, Note]:
    """The board with its first note changed."""
    note = next(iter(board.notes.values()))
    changed = replace(note, **changes)  # type: ignore[arg-type]  # fields of a note
    return replace(board, notes={**board.notes, note.id: changed}), changed


def test_a_poster_in_one_piece_is_one_view(boards: list[Board]) -> None:
    made = proof(boards, PrintOrder(paper="A0"))
    assert [(each.title, each.detail) for each in views_of(made)] == [("Poster", "A0")]
    assert print_said(made) == "1 sheet, fonts embedded"
    assert measures(made.posters[0]) == "1189 × 841 mm"


def test_tiles_are_seen_together_cut_and_on_their_map(boards: list[Board]) -> None:
    made = proof(boards, A4)
    views = views_of(made)
    assert [(each.title, each.detail) for each in views] == [
        ("Poster", "A0"),
        ("Sheets", "25 × A4"),
        ("Map", "A4"),
    ]
    assert [each.cut is not None for each in views] == [False, True, False]
    assert print_said(made) == "25 sheets and 1 map, fonts embedded"
    assert measures(made.posters[0]) == "1189 × 841 mm · 25 sheets, 5 × 5"


def test_a_poster_that_is_fitted_tells_its_scale(boards: list[Board]) -> None:
    poster = proof(boards, PrintOrder(paper="A0", tiles=Tiles(fit=(2, 3)))).posters[0]
    assert poster.cut is not None
    assert f"({round(100 * poster.placement.width / 1189)} %)" in measures(poster)


def test_one_sheet_is_found_by_its_name_and_what_is_gone_leads_to_all(boards: list[Board]) -> None:
    made = proof(boards, A4)
    views = views_of(made)
    sheet = found(made, views, "0/sheet/B3")
    assert (sheet.title, sheet.page.label) == ("Sheet B3", "B3")
    assert sheet.tile is not None
    assert (sheet.tile.column, sheet.tile.row) == (1, 2)
    assert found(made, views, "0/sheet/Z9").title == "Sheets"
    assert found(made, views, "7/poster").title == "Sheets"
    assert found(made, views, "0/map").title == "Map"
    whole = proof(boards, PrintOrder())
    assert found(whole, views_of(whole), "0/sheet/B3").title == "Poster"


def test_several_boards_views_and_gaps_are_told_apart(boards: list[Board]) -> None:
    made = proof(boards, PrintOrder(paper="A1", views=Views.TWO, gaps=True), 2)
    names = [(each.title, each.detail) for each in views_of(made)]
    first, second = (board.head.title for board in boards[:2])
    sheets = ("Our view, A1", "Customer’s view, A1", "Gaps, A1")
    assert names == [(title, sheet) for title in (first, second) for sheet in sheets]
    assert made.sheets == 6


def test_empty_sheets_that_are_left_out_are_not_there(boards: list[Board]) -> None:
    empty = replace(boards[0], notes={}, links={})
    order = replace(A4, tiles=Tiles(skip_empty=True))
    made = proof([empty], order)
    poster = made.posters[0]
    assert poster.cut is not None
    left_out = [each.name for each in poster.cut.tiles if poster.sheet(each.name) is None]
    assert made.sheets == len(poster.cut.tiles) - len(left_out)
    assert left_out


def test_small_notes_are_listed_with_their_size_and_lit_where_they_lie(
    boards: list[Board],
) -> None:
    made = proof(boards, PrintOrder(paper="A3"))
    told = said(made)["type"]
    notes = len(boards[0].notes)
    assert told.title == f"{notes} notes below 18 pt"
    assert {each.note for each in told.points} == boards[0].notes.keys()
    (view,) = views_of(made)
    assert {part.id for _, part in view.lit} == boards[0].notes.keys()
    assert all(view.page.trim.encloses(place) for place, _ in view.lit)
    assert "type" not in said(proof(boards, PrintOrder(paper="A0")))


def test_a_character_that_no_face_has_is_told_with_its_code_and_note(boards: list[Board]) -> None:
    board, note = with_note(boards[0], text=f"Bread {MISSING}")
    told = said(proof([board], PrintOrder()))["info"]
    assert told.title == "1 character printed as code"
    (point,) = told.points
    assert (point.figure, point.note) == ("U+10380", note.id)
    assert "info" not in said(proof([board], PrintOrder(content=Content.BLANK)))


def test_open_questions_are_told_where_they_are_left_out(boards: list[Board]) -> None:
    assert "questions open" in said(proof(boards, PrintOrder()))["circle-dashed"].title
    all_asked = PrintOrder(questions=Questions.ALL)
    assert "circle-dashed" not in said(proof(boards, all_asked))
    assert "circle-dashed" not in said(proof(boards, PrintOrder(content=Content.BLANK)))


def test_questions_that_lie_under_notes_are_told(boards: list[Board]) -> None:
    asked = PrintOrder(questions=Questions.ALL)
    note = next(each for each in boards[0].notes.values() if each.image is None)
    alone = replace(boards[0], notes={note.id: note}, links={})
    parts = proof([alone], asked).posters[0].picture.parts
    question = next(p for p in parts if p.kind is Kind.QUESTION)
    lane = next(p.rect for p in parts if p.kind is Kind.LANE and p.rect.encloses(question.rect))
    over = replace(note, x=lane.x, y=lane.y, w=lane.w, h=lane.h)
    told = said(proof([replace(alone, notes={note.id: over})], asked))["layers"]
    point = next(p for p in told.points if question.label.startswith(p.said.rstrip("…")))
    assert (point.figure, point.note) == ("1 note", note.id)
    assert "layers" not in said(proof([alone], asked))


def test_only_sheets_to_tape_have_a_ruler_to_check(boards: list[Board]) -> None:
    assert said(proof(boards, A4))["ruler"].detail == "Check the ruler on sheet A1"
    assert "ruler" not in said(proof(boards, PrintOrder()))


def test_text_over_the_edge_is_told_of_a_poster_in_one_piece(boards: list[Board]) -> None:
    board, note = with_note(boards[0], x=-20.0)
    told = said(proof([board], PrintOrder()))["triangle-alert"]
    assert [(each.figure, each.note) for each in told.points] == [("cut off", note.id)]


def test_what_can_not_be_made_is_told_in_a_sentence(boards: list[Board]) -> None:
    with pytest.raises(ExportError, match="no paper"):
        proof(boards, PrintOrder(paper="A9"))


def test_a_picture_tells_its_pixels_and_whether_it_opens_again(boards: list[Board]) -> None:
    order = PrintOrder(paper="A4", dpi=300)
    made, here = proof(boards, order), (boards[0].id,)
    png = BoardFile(here, order, ".png", carries=True)
    assert picture_said(made, png) == "3,508 × 2,480 pixels. Opens again as a workshop."
    assert picture_said(made, replace(png, suffix=".svg", carries=False)) == "297 × 210 mm."
    blank = replace(order, content=Content.BLANK)
    assert not BoardFile(here, blank, ".png", carries=True).can_carry


def test_the_scale_doubles_from_mark_to_mark() -> None:
    assert [place_on_scale(each) for each in (0.1, 0.5, 1, 2, 4, 9)] == pytest.approx(
        [0, 0, 1 / 3, 2 / 3, 1, 1]
    )
