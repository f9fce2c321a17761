"""The menus of a page that are made of its actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from canvasapp.app.commands import Commands
from canvasapp.app.note_menu import add_note_entries
from canvasapp.controls.menus import Menu
from canvasapp.panels.surroundings import Surroundings

IN_THE_ROOM = ("hide", "private", "", "park", "decide")
IN_THE_ROOM_OF_BLOCK = ("reveal-block", "reveal-board", "finish-block", "decide")
PAIR = 2


def add_actions(menu: Menu, commands: Commands, *action_ids: str) -> None:
    """The actions with these ids; an empty one is a line between them."""
    for action_id in action_ids:
        if action_id:
            menu.addAction(commands[action_id])
        else:
            menu.addSeparator()


def _arrangements(count: int) -> tuple[str, ...]:
    """What can be done to so many notes at once."""
    if count == 1:
        return ("tidy", "split")
    return (
        "tidy",
        "sort-by-text",
        "sort-by-party",
        "sort-by-votes",
        "",
        "stack",
        "match-size",
        "",
        "merge",
    )


def context_menu(page: QWidget, around: Surroundings, commands: Commands) -> Menu:
    """For what is selected, or for the board."""
    menu, view = Menu(around.look, parent=page), around.view
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if not view.selected_ids:
        add_actions(menu, commands, "quick-entry", "", "paste", "select-all", "tidy", "bring-over")
        add_actions(menu, commands, "", *IN_THE_ROOM_OF_BLOCK)
        add_actions(menu, commands, "", "fit")
        return menu
    add_actions(menu, commands, "type", "duplicate", "cut", "copy", "")
    add_note_entries(menu, around)
    room = IN_THE_ROOM if len(view.selected_ids) != PAIR else (*IN_THE_ROOM, "mark-gap")
    add_actions(menu.submenu("In the room"), commands, *room)
    add_actions(menu.submenu("Arrange"), commands, *_arrangements(len(view.selected_ids)))
    add_actions(menu, commands, "", "delete")
    return menu
