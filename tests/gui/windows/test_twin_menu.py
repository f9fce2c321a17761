"""The notes' menu leads to other boards: shown there too, and back."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from canvasapp.app.twin_menu import INDEPENDENT, SHOW
from tests.gui.windows.conftest import Program

OURS = "48-hour repair with automatic credit"


def selected(example: Program, text: str) -> str:
    """The note with this text on the board in the window, selected."""
    view = example.page.view
    (found,) = (note.id for note in view.board.notes.values() if note.text == text)
    view.select([found])
    return found


def submenu(menu: QMenu, title: str) -> QMenu:
    (found,) = (each.menu() for each in menu.actions() if each.text() == title)
    assert isinstance(found, QMenu)
    return found


def titles(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions()]


def test_a_note_is_shown_on_another_board_and_the_fitting_block_stands_first(
    example: Program,
) -> None:
    page = example.page
    note_id = selected(example, OURS)
    blocks = submenu(submenu(page.context_menu(), SHOW), "Joint Service Proposition")
    assert titles(blocks)[:2] == ["Offer and Guarantees", ""]
    assert len(titles(blocks)) == 10
    example.choose(page.context_menu(), SHOW, "Joint Service Proposition", "Offer and Guarantees")
    workshop = page.journal.workshop
    (twin,) = (
        note
        for board in workshop.boards.values()
        for note in board.notes.values()
        if note.shared == note_id and note.id != note_id
    )
    assert (twin.text, twin.block) == (OURS, "offer-and-guarantees")
    assert workshop.boards[twin.board].head.title == "Joint Service Proposition"
    assert "Joint Service Proposition" not in titles(submenu(page.context_menu(), SHOW))


def test_a_note_on_two_boards_leads_from_one_to_the_other(example: Program) -> None:
    page = example.page
    here = page.view.board
    shared = next(note for note in here.notes.values() if note.shared)
    selected(example, shared.text)
    example.choose(page.context_menu(), "Also on Joint Service Proposition")
    assert page.view.board.head.title == "Joint Service Proposition"
    (there,) = page.view.selected_ids
    assert page.view.board.note(there).text == shared.text
    example.choose(page.context_menu(), "Also on Service Logic")
    assert page.view.board.id == here.id


def test_a_note_made_independent_is_shown_nowhere_else(example: Program) -> None:
    page = example.page
    shared = next(note for note in page.view.board.notes.values() if note.shared)
    selected(example, shared.text)
    example.choose(page.context_menu(), INDEPENDENT)
    (alone,) = (n for n in page.view.board.notes.values() if n.text == shared.text)
    assert alone.shared is None
    selected(example, shared.text)
    assert INDEPENDENT not in titles(page.context_menu())
