"""What the question panel shows of a block, as a value."""

from __future__ import annotations

import pytest

from canvasapp.panels.questions.answered import MOST, page_of
from tests.unit.small_canvas import CUSTOMER, OUR, TELECOM, board, note, small_template

TALL, BROAD = small_template().blocks_in_order()


def test_the_page_says_where_its_block_stands() -> None:
    page = page_of(board(), BROAD)
    assert (page.block, page.place, page.blocks) == (BROAD, 2, 2)


def test_answers_stand_under_their_question_and_other_notes_apart() -> None:
    answering, other = note("a", question="what"), note("b", y=120)
    ours, customers = page_of(board(answering, other), TALL).sides
    assert [answer.note for answer in ours.questions[0].answers.shown] == [answering]
    assert [answer.note for answer in ours.others.shown] == [other]
    assert not customers.others


def test_a_note_stands_on_the_side_whose_lane_it_lies_in() -> None:
    theirs = note("a", y=300, perspective=CUSTOMER)
    ours, customers = page_of(board(theirs), TALL).sides
    assert (ours.perspective, ours.notes) == (OUR, 0)
    assert (customers.perspective, customers.notes) == (CUSTOMER, 1)


def test_an_answer_knows_whose_it_is() -> None:
    owned = note(question="what", party=TELECOM.id)
    (answer,) = page_of(board(owned), TALL).sides[0].questions[0].answers.shown
    assert answer.party == TELECOM


@pytest.mark.parametrize(
    ("count", "summary"),
    [
        (0, "0 of 1 answered · 0 notes"),
        (1, "1 of 1 answered · 1 note"),
        (2, "1 of 1 answered · 2 notes"),
    ],
)
def test_a_side_is_summed_up(count: int, summary: str) -> None:
    notes = [note(str(number), question="what") for number in range(count)]
    assert page_of(board(*notes), TALL).sides[0].summary == summary


def test_open_questions_are_counted_here_and_on_the_board() -> None:
    page = page_of(board(note(question="what")), TALL)
    assert page.remark == "1 open here, 3 on the board"


def test_when_nothing_is_open_the_page_says_so() -> None:
    notes = [
        note(
            f"{block.id} {asked.id}",
            block=block.id,
            perspective=asked.perspective,
            question=asked.id,
        )
        for block, asked in small_template().questions()
    ]
    assert page_of(board(*notes), TALL).remark == "Every question has an answer"


def test_of_many_notes_the_first_are_shown_and_the_rest_counted() -> None:
    notes = [note(f"{number:02}", y=60 + number) for number in range(MOST + 5)]
    others = page_of(board(*notes), TALL).sides[0].others
    assert (len(others.shown), others.more) == (MOST, 5)


def test_an_edit_elsewhere_leaves_the_page_as_it_was() -> None:
    here = note("a", question="what")
    before = page_of(board(here), TALL)
    elsewhere = note("b", block="broad", x=300)
    assert page_of(board(here, elsewhere), TALL) == before
