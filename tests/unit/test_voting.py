"""Votes: dots within their limit, results with ties, and dots that stay with what a note says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.assumptions import ASSUMPTION
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.records import Entry, Note
from canvasapp.domain.session import VoteRound
from canvasapp.domain.template import Place
from canvasapp.domain.voting import (
    counted,
    open_round,
    ranked,
    results,
    rounds_in_order,
    spent,
    winners,
)
from canvasapp.edits.boards import duplicate_board
from canvasapp.edits.consequences import with_consequences
from canvasapp.edits.notes import duplicate_notes, remove_notes
from canvasapp.edits.sharing import make_independent, move_to_board, show_on_board
from canvasapp.edits.splitting import merge_notes
from canvasapp.edits.voting import (
    VoteError,
    close_vote,
    give_dots,
    remove_vote,
    reopen_vote,
    send_to_matrix,
    set_dots,
    show_counts,
    sort_by_votes,
    start_vote,
)
from canvasapp.facilitation.riskiest import riskiest
from canvasapp.templates import load_registers
from tests.unit.small_canvas import OUR, note, workshop

NOTES = (note("n1"), note("n2", x=80), note("n3", x=10, y=120, z="a1"), note("n4", x=80, y=120))
NOWHERE = Place("broad", OUR)


class Table:
    """A workshop around which people vote, edit by edit."""

    def __init__(self, *records: Note, boards: tuple[str, ...] = ("b1",)) -> None:
        self.workshop = workshop(*records, boards=boards)

    @property
    def board(self) -> Board:
        return self.workshop.boards["b1"]

    @property
    def vote(self) -> VoteRound:
        return rounds_in_order(self.board)[-1]

    def do(self, edit: Edit) -> Edit:
        whole = with_consequences(self.workshop, edit)
        self.workshop = self.workshop.after(whole)
        return whole

    def give(self, **dots: int) -> None:
        for note_id, number in dots.items():
            self.do(give_dots(self.board, self.vote.id, note_id, number))

    @property
    def outcome(self) -> list[tuple[str, int, str]]:
        found = results(self.workshop, self.vote)
        return [(each.note.id, each.dots, each.place) for each in found]


@pytest.fixture
def table() -> Table:
    table = Table(*NOTES)
    table.do(start_vote(table.board, "Riskiest", dots=3, voters=4))
    return table


def test_results_are_sorted_and_ties_are_ties(table: Table) -> None:
    table.give(n1=2, n3=5, n4=2)
    assert table.outcome == [("n3", 5, "1"), ("n1", 2, "2="), ("n4", 2, "2=")]


@given(st.lists(st.integers(0, 5), max_size=9))
def test_a_rank_is_one_more_than_the_notes_with_more_dots(dots: list[int]) -> None:
    found = ranked((note(str(at)), number) for at, number in enumerate(dots))
    assert [each.dots for each in found] == sorted(dots, reverse=True)
    for each in found:
        assert each.rank == 1 + sum(number > each.dots for number in dots)
        assert each.tied == (dots.count(each.dots) > 1)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=9), st.integers(1, 6))
def test_winners_never_cut_a_tie_in_two(dots: list[int], most: int) -> None:
    found = ranked((note(str(at)), number) for at, number in enumerate(dots))
    won, lost = winners(found, most), found[len(winners(found, most)) :]
    assert won == found[: len(won)] != []
    assert not {each.dots for each in won} & {each.dots for each in lost}
    assert len(won) <= most or won[-1].rank == 1


def test_there_are_no_more_dots_than_people_have(table: Table) -> None:
    table.give(n1=11)
    with pytest.raises(VoteError, match=r"^4 people have 3 dots each, and only 1 is left\.$"):
        give_dots(table.board, table.vote.id, "n2", 2)
    table.give(n2=1)
    with pytest.raises(VoteError, match=r"^4 people have 3 dots each, and none is left\.$"):
        give_dots(table.board, table.vote.id, "n2")
    table.give(n1=-1, n3=1)
    assert spent(table.board, table.vote) == 12


@given(st.lists(st.tuples(st.sampled_from(["n1", "n2"]), st.integers(-3, 4)), max_size=20))
def test_whatever_is_given_and_taken_counts_stay_within_bounds(
    turns: list[tuple[str, int]],
) -> None:
    table = Table(*NOTES)
    table.do(start_vote(table.board, "", dots=2, voters=3))
    counts = {"n1": 0, "n2": 0}
    for note_id, number in turns:
        try:
            table.give(**{note_id: number})
        except VoteError:
            assert sum(counts.values()) + number > 6
        else:
            counts[note_id] = max(counts[note_id] + number, 0)
        given_now = counted(table.board, table.vote.id)
        assert {each: given_now.get(each, 0) for each in counts} == counts


def test_parties_have_dots_of_their_own() -> None:
    table = Table(*NOTES)
    table.do(start_vote(table.board, "", dots=1, parties=["telecom", "retailer", "gone"]))
    vote = table.vote.id
    table.do(give_dots(table.board, vote, "n1", party="telecom"))
    table.do(give_dots(table.board, vote, "n1", party="retailer"))
    assert table.outcome == [("n1", 2, "1")]
    with pytest.raises(VoteError, match=r"^Telecom has 1 dot, and none is left\.$"):
        give_dots(table.board, vote, "n2", party="telecom")
    with pytest.raises(VoteError, match="Choose the party"):
        give_dots(table.board, vote, "n2")


def test_parties_give_nothing_where_people_vote(table: Table) -> None:
    with pytest.raises(VoteError, match="People vote"):
        give_dots(table.board, table.vote.id, "n1", party="telecom")


def test_a_dot_is_taken_back_by_undo(table: Table) -> None:
    table.give(n1=1)
    before = table.workshop
    table.give(n1=1)
    edit = table.do(give_dots(table.board, table.vote.id, "n1"))
    assert counted(table.workshop.after(edit.inverse()).boards["b1"], table.vote.id)["n1"] == 2
    assert counted(before.boards["b1"], table.vote.id)["n1"] == 1


def test_the_count_of_a_note_can_be_written(table: Table) -> None:
    table.do(set_dots(table.board, table.vote.id, "n1", 4))
    table.do(set_dots(table.board, table.vote.id, "n1", 3))
    assert table.outcome == [("n1", 3, "1")]
    table.do(set_dots(table.board, table.vote.id, "n1", 0))
    assert (table.outcome, table.board.dots) == ([], {})


def test_a_closed_round_takes_no_dots_until_it_is_opened_again(table: Table) -> None:
    table.do(close_vote(table.board, table.vote.id))
    assert open_round(table.board) is None
    with pytest.raises(VoteError, match="Riskiest is closed"):
        give_dots(table.board, table.vote.id, "n1")
    table.do(reopen_vote(table.board, table.vote.id))
    table.give(n1=1)
    assert open_round(table.board) == table.vote


def test_a_second_round_closes_the_first_and_both_are_kept(table: Table) -> None:
    table.give(n1=1)
    first = table.vote
    table.do(start_vote(table.board, " ", dots=1, voters=1))
    assert [(v.number, v.title, v.is_open) for v in rounds_in_order(table.board)] == [
        (1, "Riskiest", False),
        (2, "Round 2", True),
    ]
    assert counted(table.board, first.id) == {"n1": 1}


def test_counts_are_secret_until_they_are_shown(table: Table) -> None:
    assert not table.vote.shown
    table.do(show_counts(table.board, table.vote.id))
    assert table.vote.shown


@pytest.mark.parametrize(("dots", "voters"), [(0, 3), (3, 0), (1001, 1), (1, 1001)])
def test_a_vote_needs_dots_and_people(dots: int, voters: int) -> None:
    with pytest.raises(VoteError, match=r"are from 1 to 1,000\."):
        start_vote(workshop().boards["b1"], "", dots, voters)


def test_a_removed_round_takes_its_dots_along(table: Table) -> None:
    table.give(n1=2)
    table.do(remove_vote(table.board, table.vote.id))
    assert (table.board.rounds, table.board.dots) == ({}, {})


# --- dots stay with the content of a note ---------------------------------------------------------------------------


def test_dots_go_with_the_last_note_that_shows_them_and_come_back_with_it(table: Table) -> None:
    table.give(n1=2, n2=1)
    edit = table.do(remove_notes(table.board, ["n1"]))
    assert table.outcome == [("n2", 1, "1")]
    table.do(edit.inverse())
    assert table.outcome == [("n1", 2, "1"), ("n2", 1, "2")]


def test_a_note_shown_on_two_boards_keeps_its_dots_while_one_is_left() -> None:
    table = Table(*NOTES, boards=("b1", "b2"))
    table.do(start_vote(table.board, "", dots=9))
    table.give(n1=2)
    table.do(show_on_board(table.workshop, "b1", ["n1"], "b2", "broad", OUR))
    table.do(remove_notes(table.board, ["n1"]))
    (found,) = results(table.workshop, table.vote)
    assert (found.note.board, found.dots) == ("b2", 2)


def test_a_note_moved_to_another_board_keeps_its_dots() -> None:
    table = Table(*NOTES, boards=("b1", "b2"))
    table.do(start_vote(table.board, "", dots=9))
    table.give(n1=2)
    table.do(move_to_board(table.workshop, "b1", ["n1"], "b2", NOWHERE))
    assert table.outcome == [("n1", 2, "1")]


def test_an_independent_note_keeps_the_dots_it_was_given_here() -> None:
    table = Table(*NOTES, boards=("b1", "b2"))
    table.do(start_vote(table.board, "", dots=9))
    table.give(n1=2)
    table.do(show_on_board(table.workshop, "b1", ["n1"], "b2", "broad", OUR))
    table.do(make_independent(table.workshop, "b1", ["n1"]))
    (found,) = results(table.workshop, table.vote)
    assert (found.note.board, found.note.text, found.dots) == ("b1", "n1", 2)


def test_notes_made_one_have_the_dots_of_both(table: Table) -> None:
    table.give(n1=2, n2=3, n3=1)
    table.do(merge_notes(table.board, ["n1", "n2"], lambda *_: 40))
    assert table.outcome == [("n1", 5, "1"), ("n3", 1, "2")]


def test_a_note_without_dots_takes_over_those_of_the_merged_one(table: Table) -> None:
    table.give(n2=3)
    table.do(merge_notes(table.board, ["n1", "n2"], lambda *_: 40))
    assert table.outcome == [("n1", 3, "1")]


def test_a_copied_note_has_no_dots_but_a_copied_board_has_its_votes(table: Table) -> None:
    table.give(n1=2)
    table.do(duplicate_notes(table.board, ["n1"], 0, 90))
    assert len(table.outcome) == 1
    table.do(duplicate_board(table.workshop, "b1", copy_id="copy"))
    (vote,) = rounds_in_order(table.workshop.boards["copy"])
    (found,) = results(table.workshop, vote)
    assert (found.note.board, found.note.text, found.dots) == ("copy", "n1", 2)


# --- what becomes of the winners ------------------------------------------------------------------------------------

REGISTER = load_registers()[ASSUMPTION]


def assumptions(state: Workshop) -> dict[str, Entry]:
    return {str(each.get("statement")): each for each in state.entries.values()}


def test_winners_come_to_the_matrix_with_their_dots(table: Table) -> None:
    table.give(n1=3, n2=2, n3=2, n4=1)
    table.do(send_to_matrix(table.workshop, REGISTER, "b1", table.vote.id, most=3))
    found = assumptions(table.workshop)
    assert {name: (e.get("votes"), e.get("importance")) for name, e in found.items()} == {
        "n1": (3, 5),
        "n2": (2, 5),
        "n3": (2, 5),
    }


def test_sent_again_the_same_assumptions_get_the_new_dots(table: Table) -> None:
    table.give(n1=1)
    table.do(send_to_matrix(table.workshop, REGISTER, "b1", table.vote.id, importance=4))
    table.give(n1=2)
    table.do(send_to_matrix(table.workshop, REGISTER, "b1", table.vote.id))
    (entry,) = table.workshop.entries.values()
    assert (entry.get("votes"), entry.get("importance")) == (3, 4)
    assert not send_to_matrix(table.workshop, REGISTER, "b1", table.vote.id)


def test_the_riskiest_are_important_with_little_evidence_and_most_dots_first(table: Table) -> None:
    table.give(n1=1, n2=3, n3=2)
    table.do(send_to_matrix(table.workshop, REGISTER, "b1", table.vote.id))
    for entry in list(table.workshop.entries.values()):
        evidence = 3.0 if entry.get("statement") == "n3" else 1.0
        values = tuple(sorted((*entry.values, ("evidence_strength", evidence))))
        state = {**table.workshop.entries, entry.id: replace(entry, values=values)}
        table.workshop = replace(table.workshop, entries=state)
    assert [each.get("statement") for each in riskiest(table.workshop)] == ["n2", "n1"]


def test_notes_are_sorted_by_their_dots(table: Table) -> None:
    table.give(n4=3, n2=1)
    table.do(sort_by_votes(table.board, table.board.notes, table.vote.id))
    assert [each.id for each in table.board.notes_in("tall", OUR)] == ["n4", "n2", "n1", "n3"]
