"""Whose new notes are."""

from __future__ import annotations

from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import Party
from canvasapp.edits.notes import add_note, set_party
from canvasapp.view.last_parties import LastParties, likeliest_party
from tests.unit.small_canvas import CUSTOMER, OUR, RETAILER, TELECOM, board, note

ANNA = Party("anna", "Anna", "An", 8)
NAMED = Party("named", "Customer", "Cu", 3)


def with_parties(start: Board, *parties: Party) -> Board:
    return replace(start, parties={party.id: party for party in parties})


def test_at_first_our_notes_are_the_first_party_s() -> None:
    assert likeliest_party([RETAILER, TELECOM, ANNA], OUR) == "telecom"
    assert likeliest_party([], OUR) is None


def test_at_first_the_customer_s_notes_are_those_of_slot_8_or_of_who_is_named_so() -> None:
    assert likeliest_party([TELECOM, NAMED, ANNA], CUSTOMER) == "anna"
    assert likeliest_party([TELECOM, NAMED], CUSTOMER) == "named"
    assert likeliest_party([TELECOM, RETAILER], CUSTOMER) is None


def test_off_the_blocks_a_new_note_is_nobody_s_at_first() -> None:
    assert likeliest_party([TELECOM, ANNA], None) is None


def test_what_was_given_last_counts_in_that_perspective_of_that_board_only() -> None:
    start = with_parties(board(note("a", party="telecom")), TELECOM, RETAILER, ANNA)
    parties = LastParties()
    parties.follow(set_party(start, ["a"], "retailer"))
    assert (parties.of(start, OUR), parties.of(start, CUSTOMER)) == ("retailer", "anna")
    elsewhere = replace(start, head=replace(start.head, id="other"))
    assert parties.of(elsewhere, OUR) == "telecom"


def test_nobody_can_be_the_last_one_too() -> None:
    start = with_parties(board(note("a", party="telecom")), TELECOM)
    parties = LastParties()
    parties.follow(set_party(start, ["a"], None))
    assert parties.of(start, OUR) is None


def test_a_new_note_tells_its_party_and_a_removed_or_changed_one_does_not() -> None:
    start = with_parties(board(note("a", party="telecom")), TELECOM, RETAILER)
    parties = LastParties()
    parties.follow(add_note(start, note().rect, "New", party="retailer"))
    other = start.note("a")
    parties.follow(Edit("Type", (Change(other, replace(other, text="Else")),)))
    parties.follow(Edit("Remove", (Change(other, None),)))
    assert parties.of(start, OUR) == "retailer"


def test_a_party_that_is_gone_is_given_no_more() -> None:
    start = with_parties(board(note("a", party="telecom")), TELECOM, RETAILER)
    parties = LastParties()
    parties.follow(set_party(start, ["a"], "retailer"))
    assert parties.of(with_parties(start, TELECOM), OUR) == "telecom"
