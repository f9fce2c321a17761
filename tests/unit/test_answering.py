"""Notes put to questions, wherever they lie, and taken off them again."""

from __future__ import annotations

from canvasapp.domain.geometry import Point
from canvasapp.edits.answering import answer_with, lay_back
from tests.unit.small_canvas import CUSTOMER, LANES, OUR, note, workshop


def test_a_note_in_the_lane_of_the_question_stays_where_it_is() -> None:
    before = workshop(note())
    after = before.after(answer_with(before.boards["b1"], ["n"], "tall", "what"))
    assert after.boards["b1"].note("n") == note(question="what")


def test_a_note_from_elsewhere_comes_into_the_lane_and_answers() -> None:
    before = workshop(note(block="broad", x=210))
    moved = (
        before.after(answer_with(before.boards["b1"], ["n"], "tall", "why")).boards["b1"].note("n")
    )
    assert (moved.block, moved.perspective, moved.question) == ("tall", CUSTOMER, "why")
    assert LANES["tall", CUSTOMER].encloses(moved.rect)


def test_locked_notes_and_unknown_questions_change_nothing() -> None:
    board = workshop(note(locked=True), note("free")).boards["b1"]
    assert not answer_with(board, ["n"], "tall", "what")
    assert not answer_with(board, ["free"], "tall", "never asked")


def test_a_note_laid_back_answers_nothing_and_lies_where_it_was_let_go() -> None:
    before = workshop(note(question="what"))
    laid = before.after(lay_back(before.boards["b1"], "n", Point(100, 200))).boards["b1"].note("n")
    assert laid.rect.centre == Point(100, 200)
    assert (laid.perspective, laid.question) == (OUR, None)
