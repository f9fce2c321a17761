"""A copied table becomes notes in the way that is chosen at the board."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.geometry import Point
from canvasapp.edits.placing import HeightOf
from canvasapp.edits.tables import PartyOf, Table, add_columns, add_grid
from canvasapp.picture.note_picture import grown_height
from canvasapp.picture.theme import Theme
from canvasapp.view.paste_choice import PasteChoice
from canvasapp.view.stage import Stage
from canvasapp.view.viewpoint import Viewpoint

Plan = Callable[[Board, Table, Point, HeightOf, PartyOf], Edit]


class TablePasting:
    """Of the board that `view` shows. `perform` does something, or tells why not."""

    def __init__(
        self,
        view: QWidget,
        stage: Stage,
        viewpoint: Viewpoint,
        theme: Theme,
        perform: Callable[[Callable[[], object]], object],
    ) -> None:
        self.choice = PasteChoice(view, theme, perform)
        self._stage, self._viewpoint = stage, viewpoint

    def offer(self, table: Table, at: Point, as_notes: Callable[[], object]) -> None:
        """Asks what the table shall become at a place on the sheet, in mm; `as_notes` makes a note of each cell."""
        x, y = self._viewpoint.camera.to_view(at)
        ways: dict[str, Callable[[], object]] = {
            "notes": as_notes,
            "grid": partial(self._add, add_grid, table, at),
            "columns": partial(self._add, add_columns, table, at),
        }
        self.choice.ask(QPoint(round(x), round(y)), ways)

    def _add(self, plan: Plan, table: Table, at: Point) -> None:
        board, parties = self._stage.board, self._stage.parties
        self._stage.add(plan(board, table, at, grown_height, partial(parties.of, board)))
