"""The ways of the keyboard through the window: from pane to pane, and with Tab from stop to stop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QStackedWidget,
    QWidget,
)

BY_TAB = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)


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


def order_stops(panes: Iterable[QWidget]) -> None:
    """Lets Tab go through the panes in this order: Qt would put what came later behind all others."""
    stops = [
        stop for pane in panes for stop in (pane, *pane.findChildren(QWidget)) if _is_stop(stop)
    ]
    for stop, following in pairwise(stops):
        QWidget.setTabOrder(stop, following)


def _is_stop(widget: QWidget) -> bool:
    return widget.focusPolicy() in BY_TAB


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _first_stop(pane: QWidget) -> QWidget | None:
    """The pane itself, or the first in it that Tab would stop at: what its tabs show, what is checked."""
    if _is_stop(pane):
        return pane
    stops = [
        each
        for part in (*pane.findChildren(QStackedWidget), pane)
        for each in part.findChildren(QWidget)
        if _is_stop(each) and each.isVisible() and each.isEnabled()
    ]
    chosen = (each for each in stops if isinstance(each, QAbstractItemView) or _is_checked(each))
    return next(chosen, stops[0] if stops else None)


def _is_checked(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.isChecked()
