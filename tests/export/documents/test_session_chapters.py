"""A record tells what was voted, as far as that is no secret, and what happened in the sessions."""

from __future__ import annotations

import pytest

from canvasapp.domain.audience import workshop_for
from canvasapp.domain.board import Workshop
from canvasapp.edits.example import example_workshop
from canvasapp.edits.voting import give_dots, show_counts, start_vote
from canvasapp.export.documents.record import Heading, Line, Table
from canvasapp.export.documents.session_chapters import NO_DOTS, log_chapter, vote_chapter
from canvasapp.templates import load_templates
from tests.export.documents.workshops import words
from tests.unit.small_canvas import note, workshop


@pytest.fixture(scope="module")
def example() -> Workshop:
    return example_workshop(load_templates())


def rows_of(table: object) -> list[tuple[str, ...]]:
    assert isinstance(table, Table)
    return [tuple(words(cell) for cell in row) for row in table.rows]


def test_each_vote_that_was_shown_has_its_ranking_with_ties(example: Workshop) -> None:
    chapter, title, who, table = vote_chapter(example)
    assert isinstance(chapter, Heading)
    assert isinstance(title, Heading)
    assert chapter.level < title.level
    rows = rows_of(table)
    tied = [place for place, _, _ in rows if place.endswith("=")]
    assert len(tied) > 1
    assert len(set(tied)) == 1
    counts = [int(count) for _, _, count in rows]
    assert counts == sorted(counts, reverse=True)
    assert isinstance(who, Line)
    assert f"{sum(counts)} given" in who.text


def test_a_vote_whose_counts_are_secret_is_not_told() -> None:
    room = workshop(note("n1"), boards=("b1",))
    room = room.after(start_vote(room.boards["b1"], "Best", 3, 2, round_id="v1"))
    room = room.after(give_dots(room.boards["b1"], "v1", "n1"))
    assert list(vote_chapter(room)) == []
    assert workshop_for(room).boards["b1"].rounds == {}


def test_a_vote_without_dots_says_so() -> None:
    room = workshop(note("n1"), boards=("b1",))
    room = room.after(start_vote(room.boards["b1"], "Best", 3, 2, round_id="v1"))
    room = room.after(show_counts(room.boards["b1"], "v1"))
    assert list(vote_chapter(room))[-1] == Line(NO_DOTS)


def test_the_log_has_each_step_with_its_time_and_what_happened_in_it(example: Workshop) -> None:
    _, title, when, table = log_chapter(example)
    assert isinstance(title, Heading)
    assert isinstance(when, Line)
    rows = rows_of(table)
    assert [time for time, _, _ in rows] == sorted(time for time, _, _ in rows)
    steps = [took for _, _, took in rows if took]
    assert len(steps) > len(rows) / 2
    said = " ".join(what for _, what, _ in rows)
    assert all(each in said for each in ("Vote closed", "Revealed", "Decided"))


def test_without_votes_and_sessions_there_are_no_chapters() -> None:
    room = workshop(note("n1"), boards=("b1",))
    assert [*vote_chapter(room), *log_chapter(room)] == []
