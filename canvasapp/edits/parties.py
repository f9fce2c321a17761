"""Plans for the parties at the table: who they are called and what becomes of their notes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import count

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.entries import entries
from canvasapp.domain.records import Party, PartyKind, new_id
from canvasapp.domain.register import redirected
from canvasapp.edits.wording import clean_title

OUR_SLOT = 1
CUSTOMER_SLOT = 8
"""The grey one: the customer's, or shared."""


def starting_parties() -> tuple[Party, ...]:
    """The two sides that every new workshop has."""
    return (
        Party(new_id(), "Our organisation", "Ou", OUR_SLOT),
        Party(new_id(), "Customer", "Cu", CUSTOMER_SLOT),
    )


def add_party(workshop: Workshop, name: str) -> Edit:
    """A new party in the first free slot. Without a name nothing happens."""
    cleaned = clean_title(name)
    if not cleaned:
        return Edit("Add party", ())
    parties = workshop.parties.values()
    taken = {party.slot for party in parties}
    slot = next(slot for slot in count(1) if slot not in taken)
    initials = initials_for(cleaned, [party.initials for party in parties])
    return Edit("Add party", (Change(None, Party(new_id(), cleaned, initials, slot)),))


def rename_party(workshop: Workshop, party_id: str, name: str) -> Edit:
    """The party under another name, with initials that follow it. Without a name nothing happens."""
    party, cleaned = workshop.parties.get(party_id), clean_title(name)
    if party is None or cleaned in ("", party.name):
        return Edit("Rename party", ())
    others = [each.initials for each in workshop.parties.values() if each.id != party_id]
    renamed = replace(party, name=cleaned, initials=initials_for(cleaned, others))
    return Edit("Rename party", (Change(party, renamed),))


def remove_party(workshop: Workshop, party_id: str) -> Edit:
    """The party taken away; its notes, on all boards, stay and are nobody's. So do values that name it."""
    party = workshop.parties.get(party_id)
    if party is None:
        return Edit("Remove party", ())
    orphaned = (
        Change(note, replace(note, party=None))
        for board in workshop.boards_in_order()
        for note in board.notes.values()
        if note.party == party_id
    )
    return Edit("Remove party", (*orphaned, Change(party, None)))


def merge_parties(workshop: Workshop, gone_id: str, kept_id: str) -> Edit:
    """The party `gone_id` made one with another: notes and entries of it are those of the other one now."""
    gone = workshop.parties.get(gone_id)
    if gone is None or kept_id not in workshop.parties or gone_id == kept_id:
        return Edit("Merge parties", ())
    changes = [
        Change(note, replace(note, party=kept_id))
        for board in workshop.boards_in_order()
        for note in board.notes.values()
        if note.party == gone_id
    ]
    for entry in entries(workshop):
        values = redirected(entry.values, {gone_id: kept_id})
        if values != entry.values:
            changes.append(Change(entry, replace(entry, values=values)))
    return Edit("Merge parties", (*changes, Change(gone, None)))


def set_party_kind(workshop: Workshop, party_id: str, kind: PartyKind | None) -> Edit:
    """Where the party stands, or nothing about that."""
    party = workshop.parties.get(party_id)
    if party is None or party.kind is kind:
        return Edit("Change kind of party", ())
    return Edit("Change kind of party", (Change(party, replace(party, kind=kind)),))


def move_party(workshop: Workshop, party_id: str, step: int) -> Edit:
    """The party one place earlier (-1) or later (1): it changes places, colours and keys with the one there."""
    parties = workshop.parties_in_order()
    here = next((place for place, each in enumerate(parties) if each.id == party_id), None)
    there = -1 if here is None else here + step
    if here is None or not 0 <= there < len(parties):
        return Edit("Reorder parties", ())
    one, other = parties[here], parties[there]
    swapped = (replace(one, slot=other.slot), replace(other, slot=one.slot))
    return Edit("Reorder parties", (Change(one, swapped[0]), Change(other, swapped[1])))


def initials_for(name: str, taken: Collection[str]) -> str:
    """Two signs for a party's chip: its first two letters, or the first and the next one that nobody has.

    When all are taken a number stands in the second place; past nine the first two letters are used again.
    """
    used = {each.casefold() for each in taken}
    letters = [sign for sign in name if sign.isalnum()] or ["?"]
    first = letters[0].upper()[0]  # some letters become two
    seconds = [sign.lower() for sign in letters[1:]] + [str(number) for number in range(2, 10)]
    for second in seconds:
        if (first + second).casefold() not in used:
            return first + second
    return first + seconds[0]
