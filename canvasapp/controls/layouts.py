"""Rows and columns of widgets, said in one line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from canvasapp.controls.letters import SMALL_LABEL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.words import Words

Margins = tuple[int, int, int, int]
"""Left, top, right and bottom, in px."""

Item = QWidget | QBoxLayout | int | None
"""A widget or a layout; a number is room in px; None takes what room is left."""

NONE: Margins = (0, 0, 0, 0)


def row(*items: Item, gap: int = 0, margins: Margins = NONE) -> QBoxLayout:
    """From left to right, each in the middle of the height."""
    return _filled(QHBoxLayout(), items, gap, margins, Qt.AlignmentFlag.AlignVCenter)


def column(*items: Item, gap: int = 0, margins: Margins = NONE) -> QBoxLayout:
    """From top to bottom, each as wide as the column."""
    return _filled(QVBoxLayout(), items, gap, margins, Qt.AlignmentFlag(0))


def holding(layout: QBoxLayout) -> QWidget:
    """A widget that has no other purpose than its layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def empty(layout: QBoxLayout) -> None:
    """Takes out all that is in it; its widgets are gone for the eye at once."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def panel_head(look: Look, title: str, *trailing: QWidget) -> QBoxLayout:
    """The small heading over a list at the side, with what belongs to it at its end."""
    head = row(Words(look, title, SMALL_LABEL, ink2), None, *trailing, margins=(16, 0, 12, 0))
    head.addStrut(32)
    return head


def _filled(
    layout: QBoxLayout,
    items: tuple[Item, ...],
    gap: int,
    margins: Margins,
    alignment: Qt.AlignmentFlag,
) -> QBoxLayout:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item, 0, alignment)
        else:
            layout.addLayout(item)
    return layout
