"""Which boards of the workshop are in the file; nothing to see while there is one only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from canvasapp.controls.check_box import CheckBox
from canvasapp.controls.layouts import column, empty
from canvasapp.controls.letters import SMALL_LABEL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.rows import step_through
from canvasapp.controls.words import Words
from canvasapp.domain.board import Board


class BoardsField(QWidget):
    """One of them stays chosen. Until somebody chooses, that is the board in the window."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._here = look, ""
        self._chosen: frozenset[str] = frozenset()
        self._offered: tuple[tuple[str, str], ...] = ()
        self.boxes: dict[str, CheckBox] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.setLayout(column(Words(look, "Boards", SMALL_LABEL, ink2), 2, self._list))

    def show_boards(self, boards: Sequence[Board], here: str) -> None:
        """`here` is the id of the one in the window."""
        if self._here != here:
            self._here, self._chosen = here, frozenset()
        offered = tuple((board.id, board.head.title) for board in boards)
        self._chosen &= {each for each, _ in offered}
        if offered != self._offered:
            self._offered = offered
            self._fill()
        for each, box in self.boxes.items():
            box.setChecked(each in self.chosen)
        self.setVisible(len(offered) > 1)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Their ids, in the order of the boards."""
        wanted = self._chosen or {self._here}
        return tuple(each for each, _ in self._offered if each in wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(list(self.boxes.values()), event):
            super().keyPressEvent(event)

    def _fill(self) -> None:
        empty(self._list)
        self.boxes = {each: CheckBox(self._look, title) for each, title in self._offered}
        for each, box in self.boxes.items():
            self._list.addWidget(box, 0, Qt.AlignmentFlag(0))
            box.clicked.connect(partial(self._press, each))

    def _press(self, board_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # as Qt tells
        self._chosen = frozenset(self.chosen) ^ {board_id} or frozenset({board_id})
        for each, box in self.boxes.items():
            box.setChecked(each in self.chosen)
        self.changed.emit()
