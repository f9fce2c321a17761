"""The overview: boards as cards, the map of concepts, and notes brought to another board."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from canvasapp.domain.records import Note
from canvasapp.edits.boards import remove_board
from canvasapp.edits.sealing import seal_block
from canvasapp.panels.overview import OverviewPanel
from canvasapp.panels.overview.flows import BoardBlock
from canvasapp.panels.overview.preview import BlockPreview
from canvasapp.picture.theme import LIGHT
from tests.gui.windows.conftest import Program

ACCENT = LIGHT.accent
WORLD = "customers-world"


@pytest.fixture
def panel(example: Program) -> OverviewPanel:
    """The overview of the worked example, as its action shows it."""
    example.page.commands["overview"].trigger()
    example.settle()
    found = example.page.frame.panels["overview"]
    assert isinstance(found, OverviewPanel)
    assert found.isVisible()
    return found


def seen(preview: BlockPreview) -> set[str]:
    """The colours of its picture."""
    image = preview.grab().toImage()
    places = ((x, y) for x in range(0, image.width(), 2) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in places}


def board_id(example: Program, canvas: str) -> str:
    boards = example.page.journal.workshop.boards.values()
    return next(board.id for board in boards if board.template.id == canvas)


def notes_there(example: Program, there: BoardBlock) -> dict[str, Note]:
    """The notes of a block by what they say."""
    board = example.page.journal.workshop.boards[there.board]
    return {note.content: note for note in board.notes_in(there.block)}


def test_arrows_and_enter_open_a_board_and_a_canvas_without_one_gets_its_own(
    example: Program, panel: OverviewPanel
) -> None:
    page = example.page
    first, second, *_ = panel.boards.cards.values()
    assert first.hasFocus()
    assert first.isChecked()
    assert "16 of 20 questions answered" in first.accessibleDescription()
    example.key(Qt.Key.Key_Right)
    assert second.hasFocus()
    example.key(Qt.Key.Key_Return)
    assert page.view.board is second.board
    assert not panel.isVisible()
    gone = board_id(example, "value-stack")
    page.journal.commit(remove_board(page.journal.workshop, gone))
    page.guide.show_panel("overview")
    assert list(panel.boards.new_cards) == ["value-stack"]
    example.press("New board: Value Stack Canvas")
    assert page.view.board.template.id == "value-stack"
    assert page.view.isVisible()


def test_the_map_leads_to_blocks_by_press_and_to_what_they_feed_by_menu(
    example: Program, panel: OverviewPanel
) -> None:
    panel.speak_of("concepts")
    links = panel.concepts.links
    assert links[0].hasFocus()
    example.key(Qt.Key.Key_Right)
    assert [link.there.block for link in links if link.hasFocus()] == ["target-customer"]
    at = next(link for link in links if link.there.block == WORLD)
    assert at.accessibleDescription() == "6 notes"
    example.choose(panel.concepts.menu_of(at.there), "Bring over from here or to here")
    assert panel.turn.value == "bring"
    kin = [row.kin.there.block for row in panel.bring.kin.rows]
    assert kin[:2] == ["target-customer", "jobs-and-outcomes"]
    panel.speak_of("concepts")
    there = next(link for link in panel.concepts.links if link.there.block == "role-taxonomy")
    QTest.mouseClick(there, Qt.MouseButton.LeftButton)
    assert example.page.view.board.template.id == "service-ecosystem"
    assert not panel.isVisible()


def test_what_is_ticked_is_lit_brought_over_in_one_edit_and_taken_back(
    example: Program, panel: OverviewPanel
) -> None:
    page = example.page
    target = BoardBlock(board_id(example, "joint-service-proposition"), "jobs-and-outcomes")
    source = BoardBlock(page.view.board.id, WORLD)
    before = notes_there(example, target)
    panel.speak_of("bring")
    panel.bring.ask(source)
    panel.show_board(page.board)
    row = next(each for each in panel.bring.kin.rows if each.kin.there == target)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    example.settle()
    first, *others = panel.bring.notes.possible
    assert all(each.isChecked() for each in (first, *others))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    example.key(Qt.Key.Key_Space)
    assert ACCENT in seen(panel.bring.preview)
    lit = panel.bring.preview.accessibleName()
    assert lit == f"Jobs and Outcomes with {len(others)} notes more"
    example.press(f"Bring over {len(others)} notes")
    new = notes_there(example, target).keys() - before.keys()
    assert new == {each.note.content for each in others}
    assert panel.isVisible()
    assert [each.note.content for each in panel.bring.notes.possible] == [first.note.content]
    page.commands["undo"].trigger()
    assert notes_there(example, target) == before


def test_selected_notes_are_proposed_and_a_copy_is_seen_as_told(example: Program) -> None:
    page = example.page
    here = page.board.notes_in(WORLD)[0]
    page.view.select([here.id])
    example.choose(page.context_menu(), "Show on another board", "With a preview")
    panel = example.page.frame.panels["overview"]
    assert isinstance(panel, OverviewPanel)
    example.press("How: A copy")
    example.press("View there: Customer’s")
    assert [each.note.id for each in panel.bring.notes.possible if each.isChecked()] == [here.id]
    example.press("Copy 1 note")
    other = page.journal.workshop.boards[board_id(example, "joint-service-proposition")]
    (copy,) = (n for n in other.notes.values() if n.text == here.text)
    assert (copy.shared, copy.perspective.value if copy.perspective else "") == (None, "customer")


def test_a_finished_block_takes_nothing_and_nothing_is_said_to_have_come(
    example: Program, panel: OverviewPanel
) -> None:
    journal = example.page.journal
    other = journal.workshop.boards[board_id(example, "joint-service-proposition")]
    journal.commit(seal_block(other, "target-customer"))
    before = journal.workshop
    panel.speak_of("bring")
    panel.bring.ask(BoardBlock(example.page.view.board.id, WORLD))
    panel.show_board(example.page.board)
    panel.bring.notes.all_button.click()
    assert ACCENT not in seen(panel.bring.preview)
    assert not panel.bring.bring.isEnabled()
    panel.bring.notes.all_button.click()
    panel.bring.bring.click()
    assert journal.workshop is before
    assert example.page.frame.status.message.startswith("1 Target Customer")
