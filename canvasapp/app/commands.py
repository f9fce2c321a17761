"""Ties the actions of the list to what the page does, and gives them their keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from canvasapp.app.actions import ACTIONS, Action, is_single

Deeds = Mapping[str, Callable[[], object]]
"""What each action does, by its id."""


EVERYWHERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
FOR_SHOW = Qt.ShortcutContext.WidgetShortcut
"""Of a page that never has the keyboard itself: the menus show the key, the board listens for it."""


class Commands:
    """The actions of a page, ready to be put into menus; their keys work in `page` and all that it holds."""

    def __init__(self, page: QWidget, deeds: Deeds) -> None:
        self._actions = {each.id: _bound(page, each, deeds[each.id]) for each in ACTIONS}

    def use_single_keys(self, *, used: bool) -> None:
        """Whether letters, digits and signs by themselves are keys."""
        for action in ACTIONS:
            wanted = [keys for keys in action.keys if used or not is_single(keys)]
            self._actions[action.id].setShortcuts([QKeySequence(keys) for keys in wanted])

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]


def _bound(page: QWidget, action: Action, deed: Callable[[], object]) -> QAction:
    bound = QAction(action.label, page)
    bound.triggered.connect(lambda _=False: deed())
    bound.setShortcuts([QKeySequence(keys) for keys in action.keys])
    bound.setShortcutContext(FOR_SHOW if action.by_board else EVERYWHERE)
    bound.setShortcutVisibleInContextMenu(True)
    page.addAction(bound)
    return bound
