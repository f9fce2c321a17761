"""The menu of the workshop's boards: go to one, make one, and what can be done to the one in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from canvasapp.controls.menus import Menu
from canvasapp.domain.board import Workshop
from canvasapp.edits.boards import duplicate_board, new_board, remove_board
from canvasapp.edits.upgrading import Upgrade, newest_version, upgrade_board
from canvasapp.panels.canvas_editor.panel import NEW as NEW_CANVAS
from canvasapp.panels.surroundings import Guide

EDITOR = "canvas-editor"
ONLY_BOARD = "The only board of the workshop stays"


@dataclass(frozen=True, slots=True)
class BoardActs:
    """What the entries do: `guide` commits edits and leads to boards and notes, `rename` asks for the board's name."""

    guide: Guide
    rename: Callable[[], object]


def fill_board_menu(menu: Menu, workshop: Workshop, current: str, acts: BoardActs) -> None:
    """Exchanges the entries for those of `workshop` as it is now."""
    menu.clear()
    for board in workshop.boards_in_order():
        entry = menu.add_name(board.head.title)
        entry.setCheckable(True)
        entry.setChecked(board.id == current)
        entry.triggered.connect(lambda _=False, id_=board.id: acts.guide.show_board(id_))
    menu.addSeparator()
    menu.addAction("Overview of the boards", lambda: acts.guide.show_panel("overview"))
    canvases = menu.submenu("New board")
    for template in workshop.templates.values():
        canvases.addAction(template.name, partial(_make, acts, workshop, template.id))
    menu.addSeparator()
    _offer_newest(menu, workshop, current, acts)
    canvas = workshop.boards[current].head.template
    menu.addAction("Edit the canvas", partial(acts.guide.show_panel, EDITOR, canvas))
    menu.addAction("New canvas", partial(acts.guide.show_panel, EDITOR, NEW_CANVAS))
    menu.addSeparator()
    menu.addAction("Rename", acts.rename)
    menu.addAction("Duplicate", lambda: acts.guide.perform(duplicate_board(workshop, current)))
    remove = menu.addAction("Remove", lambda: acts.guide.perform(remove_board(workshop, current)))
    remove.setEnabled(len(workshop.boards) > 1)
    remove.setToolTip("" if len(workshop.boards) > 1 else ONLY_BOARD)


def _offer_newest(menu: Menu, workshop: Workshop, current: str, acts: BoardActs) -> None:
    """An entry that brings the board to the newest version of its canvas, if there is a newer one."""
    board = workshop.boards[current]
    newest = newest_version(workshop, board)
    if newest > board.head.template_version:
        upgrade = upgrade_board(workshop, current, newest)
        title = f"Bring to version {newest} of its canvas"
        entry = menu.addAction(title, partial(_upgrade, acts, upgrade))
        entry.setToolTip(", ".join(upgrade.outcome))


def _upgrade(acts: BoardActs, upgrade: Upgrade) -> None:
    """Does it, and goes to what has lost its block."""
    acts.guide.perform(upgrade.edit)
    if upgrade.headings:
        acts.guide.show_note(upgrade.headings[0])


def _make(acts: BoardActs, workshop: Workshop, template_id: str) -> None:
    acts.guide.perform(new_board(workshop, template_id))
