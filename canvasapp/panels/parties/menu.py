"""What can be done with a party: the menu of its row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from canvasapp.controls.look import Look
from canvasapp.controls.menus import Menu, chip_icon
from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.records import Party, PartyKind
from canvasapp.edits.parties import merge_parties, move_party, remove_party, set_party_kind


@dataclass(frozen=True, slots=True)
class PartyActs:
    """What the menu asks of the panel. `perform` commits an edit and tells the sentence."""

    rename: Callable[[], object]
    select: Callable[[], object]
    look_at: Callable[[], object]
    show_all: Callable[[], object]
    perform: Callable[[Edit, str], object]


def fill_party_menu(
    look: Look,
    menu: Menu,
    workshop: Workshop,
    party: Party,
    acts: PartyActs,
    *,
    looked_at: bool | None,
) -> None:
    """`looked_at`: whether the notes of this party are among those not dimmed; None while none are."""
    menu.addAction("Rename", acts.rename)
    menu.addAction("Select its notes", acts.select)
    words = {None: "Look only at its notes", False: "Look also at its notes", True: "Dim its notes"}
    menu.addAction(words[looked_at], acts.look_at)
    if looked_at is not None:
        menu.addAction("Show all parties", acts.show_all)
    menu.addSeparator()
    _add_kinds(menu.submenu("Kind", marked=True), workshop, party, acts)
    parties = workshop.parties_in_order()
    for words_, step, end in (("Move up", -1, parties[0]), ("Move down", 1, parties[-1])):
        move = menu.addAction(words_, partial(_move, workshop, party, step, acts))
        move.setEnabled(party.id != end.id)
    menu.addSeparator()
    if len(parties) > 1:
        _add_merging(look, menu.submenu("Merge into"), workshop, party, acts)
    menu.addAction("Remove", partial(_remove, workshop, party, acts))


def _add_kinds(menu: Menu, workshop: Workshop, party: Party, acts: PartyActs) -> None:
    for kind in (*PartyKind, None):
        entry = menu.addAction(kind.capitalize() if kind else "Not said")
        entry.setCheckable(True)
        entry.setChecked(party.kind is kind)
        edit = set_party_kind(workshop, party.id, kind)
        entry.triggered.connect(lambda _=False, edit=edit: acts.perform(edit, ""))


def _add_merging(look: Look, menu: Menu, workshop: Workshop, party: Party, acts: PartyActs) -> None:
    ratio = menu.devicePixelRatioF()
    for other in workshop.parties_in_order():
        if other.id == party.id:
            continue
        entry = menu.add_name(other.name)
        entry.setIcon(chip_icon(look, other.initials, other.slot, ratio))
        entry.triggered.connect(partial(_merge, workshop, party, other, acts))


def _move(workshop: Workshop, party: Party, step: int, acts: PartyActs) -> None:
    acts.perform(move_party(workshop, party.id, step), "")


def _merge(workshop: Workshop, party: Party, other: Party, acts: PartyActs, *_: bool) -> None:
    sentence = f"{party.name} is merged: {_notes(workshop, party)} {other.name}’s now"
    acts.perform(merge_parties(workshop, party.id, other.id), sentence)


def _remove(workshop: Workshop, party: Party, acts: PartyActs) -> None:
    sentence = f"{party.name} is removed: {_notes(workshop, party)} nobody’s now"
    acts.perform(remove_party(workshop, party.id), sentence)


def _notes(workshop: Workshop, party: Party) -> str:
    """How many notes it has on all boards, and the verb that goes with them."""
    counts = [
        count
        for board in workshop.boards.values()
        if (count := sum(note.party == party.id for note in board.notes.values()))
    ]
    where = f" on {len(counts)} boards" if len(counts) > 1 else ""
    return "its only note is" if counts == [1] else f"its {sum(counts)} notes{where} are"
