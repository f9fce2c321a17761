"""Which questions are answered, and which is the next open one."""

from __future__ import annotations

from canvasapp.domain.answers import Tally, block_tally, is_answered, next_open, tally
from canvasapp.domain.records import SetAside
from canvasapp.domain.template import Block, Question
from tests.unit.small_canvas import CUSTOMER, OUR, board, note, small_template

TALL, BROAD = small_template().blocks_in_order()


def question(block: Block, question_id: str) -> Question:
    found = block.question(question_id)
    assert found is not None
    return found


def test_a_question_is_answered_by_a_note_of_its_block_and_view() -> None:
    answering = note(question="what")
    assert is_answered(board(answering), TALL, question(TALL, "what"))
    assert not is_answered(board(answering), BROAD, question(BROAD, "what"))


def test_a_note_that_names_no_question_answers_none() -> None:
    assert tally(board(note())) == Tally(answered=0, asked=4)


def test_two_notes_on_one_question_answer_it_once() -> None:
    answered = board(note("a", question="what"), note("b", question="what"))
    assert block_tally(answered, TALL) == Tally(answered=1, asked=2)


def test_a_block_is_counted_from_one_point_of_view_or_from_both() -> None:
    answered = board(note(question="what"))
    assert block_tally(answered, TALL, OUR) == Tally(answered=1, asked=1)
    assert block_tally(answered, TALL, CUSTOMER).open == 1
    assert block_tally(answered, TALL).open == 1


def test_the_next_open_question_is_the_first_one_of_the_block_that_has_no_answer() -> None:
    assert next_open(board(note(question="what")), TALL) == (TALL, question(TALL, "why"))


def test_from_an_open_question_the_next_one_follows() -> None:
    assert next_open(board(), TALL, question(TALL, "why")) == (BROAD, question(BROAD, "what"))


def test_after_the_last_block_the_search_goes_on_with_the_first() -> None:
    assert next_open(board(), BROAD, question(BROAD, "why")) == (TALL, question(TALL, "what"))


def test_no_question_is_next_when_all_are_answered() -> None:
    notes = [
        note(
            f"{block.id} {asked.id}",
            block=block.id,
            perspective=asked.perspective,
            question=asked.id,
        )
        for block, asked in small_template().questions()
    ]
    assert next_open(board(*notes), TALL) is None
    assert tally(board(*notes)).open == 0


ASIDE = SetAside("s", "b1", "tall", "what", "Not our market")


def test_a_question_set_aside_is_neither_open_nor_asked() -> None:
    assert block_tally(board(ASIDE), TALL) == Tally(answered=0, asked=1, aside=1)
    assert next_open(board(ASIDE), TALL) == (TALL, question(TALL, "why"))


def test_a_question_set_aside_that_is_answered_all_the_same_is_answered() -> None:
    answered = board(ASIDE, note(question="what"))
    assert block_tally(answered, TALL) == Tally(answered=1, asked=2)


def test_where_nothing_is_asked_all_of_it_is_answered() -> None:
    assert Tally(0, 0).share == 1.0
    assert Tally(1, 4).share == 0.25
