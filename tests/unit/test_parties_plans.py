"""What the plans for parties change, and how parties get their initials."""

from __future__ import annotations

import pytest

from canvasapp.domain.records import Note, Party
from canvasapp.edits.parties import (
    add_party,
    initials_for,
    move_party,
    remove_party,
    rename_party,
    starting_parties,
)
from tests.unit.small_canvas import RETAILER, TELECOM, note, workshop


def test_a_new_workshop_has_the_own_side_and_the_customer() -> None:
    ours, customer = starting_parties()
    assert (ours.name, ours.initials, ours.slot) == ("Our organisation", "Ou", 1)
    assert (customer.name, customer.initials, customer.slot) == ("Customer", "Cu", 8)
    assert ours.id != customer.id != starting_parties()[1].id


def test_a_new_party_takes_the_first_free_slot() -> None:
    start = workshop(Party("customer", "Customer", "Cu", 4))
    (change,) = add_party(start, " Repair\nnetwork ").changes
    assert isinstance(change.after, Party)
    assert (change.after.name, change.after.slot) == ("Repair network", 3)


def test_a_party_without_a_name_is_not_made() -> None:
    assert not add_party(workshop(), " ")


def test_initials_follow_a_new_name_and_may_stay_the_partys_own() -> None:
    (change,) = rename_party(workshop(), "retailer", "Telecom shop").changes
    assert change.after == Party("retailer", "Telecom shop", "Tl", 2)
    (change,) = rename_party(workshop(), "telecom", "Telephone").changes
    assert change.after == Party("telecom", "Telephone", "Te", 1)


@pytest.mark.parametrize(
    ("party", "name"), [("gone", "New"), ("telecom", ""), ("telecom", "Telecom")]
)
def test_a_party_without_another_name_is_left_as_it_is(party: str, name: str) -> None:
    assert not rename_party(workshop(), party, name)


def test_the_notes_of_a_removed_party_stay_on_all_boards_and_are_nobodys() -> None:
    start = workshop(
        note("hers", party="telecom"),
        note("other", party="retailer"),
        note("far", board="b2", party="telecom"),
        boards=["b1", "b2"],
    )
    edit = remove_party(start, "telecom")
    after = start.after(edit)
    assert after.parties == {"retailer": RETAILER}
    assert [after.boards["b1"].note(each).party for each in ("hers", "other")] == [None, "retailer"]
    assert after.boards["b2"].note("far").party is None
    assert [type(change.record) for change in edit.inverse().changes] == [Party, Note, Note]
    assert after.after(edit.inverse()).parties_in_order() == [TELECOM, RETAILER]


def test_a_party_that_is_gone_is_passed_over() -> None:
    assert not remove_party(workshop(), "gone")


@pytest.mark.parametrize(
    ("name", "taken", "initials"),
    [
        ("Telecom", [], "Te"),
        ("Retailer", [], "Re"),
        ("Repair network", ["Re"], "Rp"),
        ("Regulator", ["RE", "rp"], "Rg"),
        ("Telecom service desk", ["Te"], "Tl"),
        ("de Vries", [], "De"),
        ("X", [], "X2"),
        ("Xx", ["Xx"], "X2"),
        ("电信公司", [], "电信"),
        ("(3M)", [], "3m"),
        ("***", [], "?2"),
    ],
)
def test_initials_tell_parties_apart(name: str, taken: list[str], initials: str) -> None:
    assert initials_for(name, taken) == initials


def test_initials_are_found_even_when_all_are_taken() -> None:
    taken = ["Aa", *(f"A{number}" for number in range(2, 10))]
    assert initials_for("Aa", taken) == "Aa"


def test_a_party_moved_past_an_end_stays_where_it_is() -> None:
    first = workshop().parties_in_order()[0]
    assert not move_party(workshop(), first.id, -1)
    assert not move_party(workshop(), "nobody", 1)


def test_a_party_that_is_moved_changes_slots_with_the_next_one() -> None:
    first, second, *_ = workshop().parties_in_order()
    after = workshop().after(move_party(workshop(), first.id, 1)).parties
    assert (after[first.id].slot, after[second.id].slot) == (second.slot, first.slot)
