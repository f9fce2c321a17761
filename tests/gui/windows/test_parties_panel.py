"""The parties beside the board."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from canvasapp.panels.parties import PartiesPanel, PartyRow
from tests.gui.windows.conftest import Program


def row(program: Program, name: str) -> PartyRow:
    button = program.button(name)
    assert isinstance(button, PartyRow)
    return button


def panel(program: Program) -> PartiesPanel:
    found = program.page.frame.panels["parties"]
    assert isinstance(found, PartiesPanel)
    return found


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
