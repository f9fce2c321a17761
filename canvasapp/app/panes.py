"""Goes from one part of the window to the next by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

BY_TAB = Qt.FocusPolicy.TabFocus


def go_by(panes: Sequence[QWidget], step: int) -> None:
    """Gives the keyboard to the next pane (1) or the one before (-1) that is seen and can take it."""
    focused = QApplication.focusWidget()
    here = next((i for i, pane in enumerate(panes) if focused and _holds(pane, focused)), -step)
    for distance in range(1, len(panes) + 1):
        pane = panes[(here + step * distance) % len(panes)]
        target = _first_stop(pane) if pane.isVisible() else None
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _first_stop(pane: QWidget) -> QWidget | None:
    """The pane itself, or the first in it that Tab would stop at: one that is checked before others."""
    if pane.focusPolicy() & BY_TAB:
        return pane
    stops = [
        each
        for each in pane.findChildren(QWidget)
        if each.focusPolicy() & BY_TAB and each.isVisible() and each.isEnabled()
    ]
    chosen = (each for each in stops if getattr(each, "isChecked", bool)())
    return next(chosen, stops[0] if stops else None)
