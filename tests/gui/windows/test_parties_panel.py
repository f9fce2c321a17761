"""The parties beside the board."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from canvasapp.controls.words import Words
from canvasapp.domain.records import PartyKind
from canvasapp.edits.parties import add_party
from canvasapp.panels.parties import PartiesPanel, PartyRow
from tests.gui.windows.conftest import Program


def row(program: Program, name: str) -> PartyRow:
    button = program.button(name)
    assert isinstance(button, PartyRow)
    return button


def panel(program: Program) -> PartiesPanel:
    return program.panel("parties", PartiesPanel)


def owners(program: Program) -> set[str | None]:
    """The parties of the selected notes, by name."""
    page = program.page
    notes = [page.board.note(each) for each in page.view.selected_ids]
    return {page.board.parties[note.party].name if note.party else None for note in notes}


def test_pressing_a_party_gives_it_the_selected_notes(example: Program) -> None:
    example.page.view.select(list(example.page.board.notes)[:2])
    example.press("Letting agency")
    assert owners(example) == {"Letting agency"}
    assert len(example.page.view.selected_ids) == 2


def test_with_nothing_selected_a_party_shows_its_own_notes(example: Program) -> None:
    example.press("Retailer")
    assert owners(example) == {"Retailer"}
    count = row(example, "Retailer").accessibleDescription()
    assert count == f"{len(example.page.view.selected_ids)} notes"


def test_a_party_is_added_by_its_name(example: Program) -> None:
    example.press("Add a party")
    example.write("Name of the new party", "City council")
    assert "City council" in {p.name for p in example.page.journal.workshop.parties.values()}
    assert row(example, "City council").accessibleDescription() == "0 notes"


def test_a_party_is_not_added_when_the_field_is_left_with_escape(example: Program) -> None:
    before = example.page.journal.workshop.parties
    example.press("Add a party")
    example.type("City council")
    example.key(Qt.Key.Key_Escape)
    assert example.page.journal.workshop.parties == before


def test_a_party_is_renamed_where_its_name_stands(example: Program) -> None:
    example.double_click(row(example, "Telecom"))
    example.write("Name of Telecom", "Network operator")
    assert row(example, "Network operator").party.initials == "Ne"


def test_f2_renames_too(example: Program) -> None:
    telecom = row(example, "Telecom")
    telecom.setFocus()
    QTest.keyClick(telecom, Qt.Key.Key_F2)
    example.write("Name of Telecom", "Network operator")
    assert row(example, "Network operator").isVisible()


def test_arrows_go_from_party_to_party(example: Program) -> None:
    row(example, "Telecom").setFocus()
    example.key(Qt.Key.Key_Down)
    assert example.window.focusWidget().accessibleName() == "Retailer"
    example.key(Qt.Key.Key_Up)
    assert example.window.focusWidget().accessibleName() == "Telecom"


def test_removing_a_party_keeps_its_notes(example: Program) -> None:
    notes = len(example.page.board.notes)
    example.choose(panel(example).menu_for(row(example, "Retailer")), "Remove")
    assert "Retailer" not in {p.name for p in example.page.journal.workshop.parties.values()}
    assert len(example.page.board.notes) == notes


def lit(program: Program) -> set[str | None]:
    """The parties whose notes are not dimmed, by name; empty while nothing is."""
    veil = program.page.view.bench.frames.surface.veil
    board = program.page.board
    notes = [board.notes[each] for each in veil.lit or ()]
    return {board.parties[note.party].name if note.party else None for note in notes}


def press_eye(program: Program, party: str) -> None:
    eye = row(program, party).eye
    eye.click()
    program.settle()


def said(program: Program) -> set[str]:
    return {each.text() for each in program.page.view.findChildren(Words) if each.isVisible()}


def test_only_the_notes_of_chosen_parties_are_not_dimmed_and_a_float_says_so(
    example: Program,
) -> None:
    press_eye(example, "Retailer")
    press_eye(example, "Telecom")
    count = len(example.page.board.parties)
    assert lit(example) == {"Retailer", "Telecom"}
    assert f"Showing 2 of {count} parties" in said(example)
    assert row(example, "Customer").accessibleDescription().endswith(", dimmed")
    example.press("Show all parties")
    assert not lit(example)
    assert not said(example)


def test_a_note_that_is_given_to_a_chosen_party_is_not_dimmed_any_more(example: Program) -> None:
    press_eye(example, "Retailer")
    retailer = row(example, "Retailer").party.id
    other = next(n for n in example.page.board.notes.values() if n.party != retailer)
    example.page.view.select([other.id])
    example.press("Retailer")
    assert other.id in (example.page.view.bench.frames.surface.veil.lit or ())


def test_after_finding_the_chosen_parties_are_shown_again(example: Program) -> None:
    press_eye(example, "Retailer")
    example.page.commands["find"].trigger()
    example.write("Find", "customer")
    assert lit(example) != {"Retailer"}
    example.page.ways.finding.close()
    assert lit(example) == {"Retailer"}


def test_the_keyboard_chooses_what_is_looked_at(example: Program) -> None:
    row(example, "Retailer").setFocus()
    example.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert lit(example) == {"Retailer"}
    example.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not lit(example)


def test_a_party_that_is_moved_up_changes_places_with_the_one_before(example: Program) -> None:
    before = {name: row(example, name).party.slot for name in ("Telecom", "Retailer")}
    row(example, "Retailer").setFocus()
    example.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert row(example, "Retailer").party.slot == before["Telecom"]
    assert row(example, "Telecom").party.slot == before["Retailer"]
    assert row(example, "Retailer").hasFocus()


def test_a_party_has_a_kind(example: Program) -> None:
    menu = panel(example).menu_for(row(example, "Retailer"))
    example.choose(menu, "Kind", "Partner")
    assert row(example, "Retailer").party.kind is PartyKind.PARTNER


def notes_of(program: Program, name: str) -> list[str]:
    """The boards of the notes of a party, one for each note."""
    party = row(program, name).party.id
    boards = program.page.journal.workshop.boards.values()
    return [board.id for board in boards for note in board.notes.values() if note.party == party]


def test_merging_gives_the_notes_to_the_other_party_and_says_so(example: Program) -> None:
    here = row(example, "Retailer").accessibleDescription()
    everywhere = notes_of(example, "Retailer")
    example.choose(panel(example).menu_for(row(example, "Retailer")), "Merge into", "Telecom")
    assert "Retailer" not in {p.name for p in example.page.board.parties.values()}
    count = f"{len(everywhere)} notes on {len(set(everywhere))} boards"
    told = f"Retailer is merged: its {count} are Telecom’s now"
    assert example.page.frame.status.message == told
    example.page.commands["undo"].trigger()
    assert row(example, "Retailer").accessibleDescription() == here


def test_removing_a_party_says_what_becomes_of_its_notes(example: Program) -> None:
    (note, *_) = example.page.board.notes
    example.page.perform(add_party(example.page.journal.workshop, "City council"))
    example.page.view.select([note])
    example.press("City council")
    example.choose(panel(example).menu_for(row(example, "City council")), "Remove")
    told = "City council is removed: its only note is nobody’s now"
    assert example.page.frame.status.message == told


def test_what_has_no_key_says_so(example: Program) -> None:
    for number in range(9):
        example.page.perform(add_party(example.page.journal.workshop, f"Firm {number}"))
    assert "Only eight have a key" in row(example, "Firm 8").tip
    assert "Key 1 on the board" in row(example, "Telecom").tip
