"""The head of what stands in the place of the board: the way back, its name, what there is, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from canvasapp.controls.buttons import IconButton
from canvasapp.controls.layouts import Item, row
from canvasapp.controls.letters import BODY, PANEL_TITLE
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.surface import Surface
from canvasapp.controls.words import Words

HEIGHT = 56


class RoomHead(Surface):
    """`left` when one wants to go back to the board; `trailing` stands at its end, in the order given."""

    left = Signal()

    def __init__(self, look: Look, title: str, *trailing: Item) -> None:
        super().__init__(look, Qt.Edge.BottomEdge)
        self._title = Words(look, title, PANEL_TITLE, ink, most=1)
        self._remark = Words(look, "", BODY, ink2, most=1)
        self.setFixedHeight(HEIGHT)
        back = IconButton(look, "arrow-left", "Back to the board", keys="Esc")
        back.clicked.connect(self.left)
        said = (back, 4, self._title, 16, self._remark, None)
        self.setLayout(row(*said, *trailing, margins=(8, 0, 16, 1)))

    def name(self, title: str) -> None:
        self._title.say(title)

    def say(self, remark: str) -> None:
        """How much there is, and of what kind."""
        self._remark.say(remark)
