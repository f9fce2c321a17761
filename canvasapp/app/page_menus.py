"""The menus of a page that are made of its actions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from canvasapp.app.commands import Commands
from canvasapp.app.note_menu import add_note_entries
from canvasapp.controls.look import Look
from canvasapp.controls.menus import Menu
from canvasapp.domain.change import Edit
from canvasapp.view.board_view import BoardView


def add_actions(menu: Menu, commands: Commands, *action_ids: str) -> None:
    """The actions with these ids; an empty one is a line between them."""
    for action_id in action_ids:
        if action_id:
            menu.addAction(commands[action_id])
        else:
            menu.addSeparator()


def context_menu(
    page: QWidget,
    look: Look,
    commands: Commands,
    view: BoardView,
    perform: Callable[[Edit], object],
) -> Menu:
    """For what is selected, or for the board."""
    menu = Menu(look, parent=page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if not view.selected_ids:
        add_actions(menu, commands, "quick-entry", "", "paste", "select-all", "", "fit")
        return menu
    add_actions(menu, commands, "type", "duplicate", "cut", "copy", "")
    add_note_entries(menu, look, view.board, view.selected_ids, perform)
    add_actions(menu, commands, "", "delete")
    return menu
