"""Panels that share one room: a choice at its head says which of them is shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from canvasapp.controls.layouts import column, holding
from canvasapp.controls.look import Look
from canvasapp.controls.segment import Segment

HEAD = (8, 8, 8, 4)
LEAST = 160
"""So high is what is shown in the lowest window, in px: others below it scroll sooner."""


class PanelTabs(QWidget):
    """`names` by the id of the panel, the first one shown at first."""

    def __init__(
        self, look: Look, name: str, names: Mapping[str, str], panels: Mapping[str, QWidget]
    ) -> None:
        super().__init__()
        self._panels = panels
        self.choice = Segment(look, name, tuple(names.items()), next(iter(names)))
        self.choice.chosen.connect(self._show)
        self.room = QStackedWidget()
        self.room.setMinimumHeight(LEAST)
        for each in names:
            self.room.addWidget(panels[each])
        layout = column(holding(column(self.choice, margins=HEAD)))
        layout.addWidget(self.room, 1)
        self.setLayout(layout)

    def show_panel(self, panel_id: str) -> None:
        self.choice.show_chosen(panel_id)
        self._show(panel_id)

    def enter(self, panel_id: str) -> None:
        """Shows the panel and gives it the keyboard."""
        self.show_panel(panel_id)
        panel = self._panels[panel_id]
        stops = [panel, *panel.findChildren(QWidget)]
        first = next(each for each in stops if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, panel_id: str) -> None:
        self.room.setCurrentWidget(self._panels[panel_id])
