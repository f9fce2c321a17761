"""Where the two views of a board part."""

from __future__ import annotations

import pytest

from canvasapp.domain.answers import Tally
from canvasapp.domain.gaps import gaps_of, lane_figures, letter_at, letters_of, pairs_of
from canvasapp.domain.records import Link, LinkKind, SetAside
from tests.unit.small_canvas import CUSTOMER, OUR, board, link, note, small_template

TALL, BROAD = small_template().blocks_in_order()
THEIRS = note("theirs", y=300, perspective=CUSTOMER)


def contradiction(link_id: str, source: str, target: str) -> Link:
    return Link(link_id, "b1", source, target, LinkKind.CONTRADICTS)


def test_a_block_with_notes_in_one_lane_only_is_seen_from_one_side() -> None:
    (found,) = gaps_of(board(note())).one_sided
    assert (found.block, found.missing) == (TALL, CUSTOMER)


def test_a_block_without_notes_and_one_seen_twice_are_not_seen_from_one_side() -> None:
    assert gaps_of(board(note(), THEIRS)).one_sided == ()


def test_each_side_is_counted_by_itself() -> None:
    tallies = gaps_of(board(note(question="what"))).tallies
    assert tallies == {OUR: Tally(1, 2), CUSTOMER: Tally(0, 2)}


def test_a_lane_has_its_notes_and_its_answers() -> None:
    figures = lane_figures(board(note("a", question="what"), note("b")), TALL, OUR)
    assert (figures.notes, figures.tally) == (2, Tally(1, 1))


def test_of_two_notes_that_disagree_ours_stands_first() -> None:
    (pair,) = pairs_of(board(note("a"), THEIRS, contradiction("x", "theirs", "a")))
    assert (pair.letter, pair.first.id, pair.second.id) == ("A", "a", "theirs")


def test_links_that_say_something_else_are_no_gaps() -> None:
    assert pairs_of(board(note("a"), THEIRS, link("x", "a", "theirs"))) == ()


def test_pairs_are_lettered_in_the_order_of_the_blocks_and_of_reading() -> None:
    notes = (
        note("late", block="broad", x=210),
        note("low", y=150),
        note("high"),
        THEIRS,
    )
    links = (contradiction(f"x{n.id}", n.id, "theirs") for n in notes[:3])
    pairs = pairs_of(board(*notes, *links))
    assert [(pair.letter, pair.first.id) for pair in pairs] == [
        ("A", "high"),
        ("B", "low"),
        ("C", "late"),
    ]
    assert letters_of(pairs)["theirs"] == ("A", "B", "C")


@pytest.mark.parametrize(("place", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (53, "BB")])
def test_after_z_letters_are_doubled(place: int, letter: str) -> None:
    assert letter_at(place) == letter


def test_what_is_set_aside_is_not_open() -> None:
    aside = SetAside("s", "b1", "tall", "why", "Asked elsewhere")
    found = gaps_of(board(note(question="what"), aside))
    assert [(block.id, question.id) for block, question in found.open] == [
        ("broad", "what"),
        ("broad", "why"),
    ]
