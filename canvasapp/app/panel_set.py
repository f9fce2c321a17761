"""The panels of a page, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from canvasapp.checks import Checked
from canvasapp.domain.board import Board
from canvasapp.domain.check import Check
from canvasapp.panels import PANELS, AnyPanel, Panel, Reviewer, Side
from canvasapp.panels.surroundings import Surroundings


def of_side(side: Side) -> list[Panel]:
    return [panel for panel in PANELS if panel.side is side]


class PanelSet:
    """By their ids. What was found of the board reaches a panel however late it is made.

    They go with the `page`, also those that were never shown.
    """

    def __init__(self, around: Surroundings, page: QWidget) -> None:
        self._around, self._page = around, page
        self._kinds = {panel.id: panel for panel in PANELS}
        self._made: dict[str, AnyPanel] = {}
        self._findings: tuple[Checked | None, Mapping[str, Check]] = (None, {})
        for panel in PANELS:
            if panel.follows:
                self._make(panel.id)

    def __getitem__(self, panel_id: str) -> AnyPanel:
        """The panel, made if it is not there yet."""
        return self._made[panel_id] if panel_id in self._made else self._make(panel_id)

    def show_board(self, board: Board, unseen: set[str]) -> None:
        """The board as it is now, to those that are made and in sight."""
        for panel_id, panel in self._made.items():
            if panel_id not in unseen:
                panel.show_board(board)

    def show_findings(self, checked: Checked | None, checks: Mapping[str, Check]) -> None:
        """To all that tell of them, seen or not."""
        self._findings = checked, checks
        for panel in self._made.values():
            if isinstance(panel, Reviewer):
                panel.show_findings(checked, checks)

    def _make(self, panel_id: str) -> AnyPanel:
        made = self._made[panel_id] = self._kinds[panel_id].make(self._around)
        made.setParent(self._page)
        if isinstance(made, Reviewer):
            made.show_findings(*self._findings)
        return made
