"""What is found on a board by what is typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.finding import Found, Kind, Searched, find, folded
from canvasapp.domain.template import Perspective
from canvasapp.edits.example import example_workshop
from canvasapp.edits.notes import add_notes, move_notes, set_text
from canvasapp.edits.placing import free_places
from canvasapp.templates.loader import load_templates

CANVAS = "service-logic-bmc"


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return example_workshop(load_templates(), CANVAS)


@pytest.fixture
def board(workshop: Workshop) -> Board:
    return next(each for each in workshop.boards.values() if each.head.template == CANVAS)


def found(board: Board, query: str) -> list[Found]:
    return find(Searched().entries(board), query)


def texts(board: Board, query: str) -> list[str]:
    notes = (each for each in found(board, query) if each.kind is Kind.NOTE)
    return [board.note(each.id).text for each in notes]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Müller", "muller"),
        ("Café", "CAFE"),
        ("Straße", "strasse"),
        ("ΟΔΟΣ", "οδος"),
        ("قَلَم", "قلم"),
        ("أحمد", "احمد"),
        ("شَـــهر", "شهر"),
        ("שָׁלוֹם", "שלום"),
        ("customer’s", "customer's"),
        ("ﬁnd", "find"),
        ("Đồng", "đong"),
    ],
)
def test_accents_points_and_case_are_not_told_apart(written: str, typed: str) -> None:
    assert folded(written) == folded(typed)


@pytest.mark.parametrize(("one", "other"), [("が", "か"), ("กุ", "กู"), ("o", "0"), ("ł", "l")])
def test_what_makes_another_word_is_told_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_notes_are_found_by_their_text(board: Board) -> None:
    assert texts(board, "48-HOUR repair with") == ["48-hour repair with automatic credit"]


def test_notes_are_found_by_whose_they_are(board: Board) -> None:
    agency = next(party for party in board.parties.values() if party.name == "Letting agency")
    own = {note.id for note in board.notes.values() if note.party == agency.id}
    assert own
    assert own <= {each.id for each in found(board, "letting agency")}


def test_every_word_must_be_there_but_not_side_by_side(board: Board) -> None:
    assert texts(board, "credit hour") == ["48-hour repair with automatic credit"]
    assert found(board, "credit unheard") == []


@pytest.mark.parametrize("query", ["", "   "])
def test_who_seeks_nothing_finds_nothing(board: Board, query: str) -> None:
    assert found(board, query) == []


def test_a_block_is_found_by_its_title_at_its_title(board: Board) -> None:
    (block,) = (each for each in found(board, "value proposition") if each.kind is Kind.BLOCK)
    rect = board.template.block("value-proposition").rect
    assert block.block == "value-proposition"
    assert [rect.encloses(area) for area in block.areas] == [True]


def test_an_answered_question_leads_to_its_answers_and_an_open_one_to_its_lane(
    board: Board,
) -> None:
    for block, question in board.template.questions():
        places = {each.id: each for each in found(board, question.text)}
        place = places[f"{block.id}/{question.id}"]
        answers = board.answers(block.id, question.id)
        assert set(place.notes) == {note.id for note in answers}
        lanes = () if answers else (block.lane(question.perspective).rect,)
        assert place.areas == lanes


def test_what_is_found_comes_in_facilitation_order(board: Board) -> None:
    order = [block.id for block in board.template.blocks_in_order()]
    places = [order.index(each.block) for each in found(board, "e") if each.block]
    assert places == sorted(places)
    assert set(places) == set(range(len(order)))


def test_after_an_edit_only_the_lanes_it_touched_are_listed_anew(
    workshop: Workshop, board: Board
) -> None:
    searched = Searched()
    before = {id(entry) for entry in searched.entries(board)}
    (note,) = (each for each in board.notes.values() if each.text.startswith("48-hour"))
    after = workshop.after(move_notes(board, [note.id], 1.0, 0.0)).boards[board.id]
    entries = searched.entries(after)
    kept = [entry for entry in entries if id(entry) in before]
    moved = [entry for entry in entries if entry.found.id == note.id]
    assert moved[0] not in kept
    assert len(kept) >= len(board.notes) - len(board.lanes[note.block, note.perspective])


def test_a_new_note_is_found_at_once(workshop: Workshop, board: Board) -> None:
    searched = Searched()
    assert find(searched.entries(board), "zebra") == []
    rects = free_places(board, "value-proposition", Perspective.OUR, 1)
    edit = add_notes(board, [(rects[0], "Zébra")], party=None)
    after = workshop.after(edit).boards[board.id]
    assert [each.kind for each in find(searched.entries(after), "zebra")] == [Kind.NOTE]


def test_a_party_renamed_is_found_by_its_new_name(board: Board) -> None:
    searched = Searched()
    searched.entries(board)
    parties = {each.id: replace(each, name="Quux") for each in board.parties.values()}
    renamed = replace(board, parties=parties)
    named = sum(1 for note in board.notes.values() if note.party)
    assert len(find(searched.entries(renamed), "quux")) == named


def test_words_are_found_through_the_marks_of_bold_letters(
    workshop: Workshop, board: Board
) -> None:
    note = next(iter(board.notes.values()))
    marked = workshop.after(set_text(board, note.id, "Zwie**back** and tea"))
    assert texts(marked.boards[board.id], "zwieback") == ["Zwie**back** and tea"]
    assert texts(marked.boards[board.id], "**") == []
