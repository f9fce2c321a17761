"""Boards on canvases of a workshop's own, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction

from canvasapp.app.actions import ACTIONS
from canvasapp.edits.canvases import add_canvas
from canvasapp.edits.notes import add_note
from canvasapp.edits.placing import free_places
from tests.gui.windows.conftest import Program
from tests.unit.canvas_file import Json, own_canvas, small_file
from tests.unit.small_canvas import OUR

UPGRADE = "Bring to version 2 of its canvas"


def bare() -> Json:
    """Two blocks with a gap between them; the left one asks nothing, and nothing is planned."""
    content = small_file() | {"agenda": []}
    content["blocks"][0] |= {"questions": [], "examples": [], "sublanes": []}
    content["blocks"][1]["rect"] = {"x": 60, "y": 20, "w": 40, "h": 75}
    return content


def without_left() -> Json:
    return small_file() | {"version": 2, "agenda": [], "blocks": small_file()["blocks"][1:]}


@pytest.fixture
def own(example: Program) -> Program:
    """The example with a board on a canvas of its own, a note in its left block."""
    page = example.page
    page.journal.commit(add_canvas(page.journal.workshop, own_canvas(bare()).file))
    example.choose(page.boards_menu, "New board", "Sixth Canvas")
    (place,) = free_places(page.board, "left", OUR, 1)
    page.journal.commit(add_note(page.board, place, "Bread"))
    example.settle()
    return example


def entry(program: Program, title: str) -> QAction | None:
    menu = program.page.boards_menu
    menu.aboutToShow.emit()
    return next((each for each in menu.actions() if each.text() == title), None)


def test_a_board_is_made_of_a_canvas_of_its_own_from_the_menu(own: Program) -> None:
    assert own.page.board.template == own_canvas(bare()).template
    assert own.page.board.lanes["left", OUR][0].text == "Bread"
    assert entry(own, UPGRADE) is None


@pytest.mark.parametrize("action", [each.id for each in ACTIONS if each.panel])
def test_every_panel_shows_a_board_whose_canvas_asks_nothing(own: Program, action: str) -> None:
    panel = next(each.panel for each in ACTIONS if each.id == action)
    own.page.commands[action].trigger()
    own.settle()
    if panel not in in_sight(own):  # it was before
        own.page.commands[action].trigger()
        own.settle()
    assert panel in in_sight(own)


def in_sight(program: Program) -> set[str | None]:
    """The panels that were asked for."""
    decks = program.page.frame.deck, program.page.frame.rooms
    return {deck.shown for deck in decks if deck.isVisible()}


def test_the_menu_brings_the_board_to_the_next_version_and_undo_takes_it_back(
    own: Program,
) -> None:
    page = own.page
    page.journal.commit(add_canvas(page.journal.workshop, own_canvas(without_left()).file))
    before = page.board
    offered = entry(own, UPGRADE)
    assert offered is not None
    assert offered.toolTip() == "1 note beside the sheet"
    own.choose(page.boards_menu, UPGRADE)
    assert [block.id for block in page.board.template.blocks] == ["right"]
    assert own.texts == ["Bread", "No longer on the canvas: 1 Left"]
    (heading,) = (each for each in page.board.notes.values() if each.text != "Bread")
    assert page.view.selected_ids == (heading.id,), "one is led there"
    assert page.view.bench.navigation.seen.encloses(heading.rect)
    assert entry(own, UPGRADE) is None
    own.page.commands["undo"].trigger()
    own.settle()
    assert (page.board.template, page.board.notes) == (before.template, before.notes)
