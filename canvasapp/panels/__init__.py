"""What stands beside the board: panels that show it in words, and what one does there."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from canvasapp.controls.look import Look
from canvasapp.domain.board import Board
from canvasapp.edits.journal import Journal
from canvasapp.panels.blocks import BlocksPanel
from canvasapp.panels.outline import OutlinePanel
from canvasapp.panels.parties import PartiesPanel
from canvasapp.panels.questions import QuestionsPanel
from canvasapp.view.board_view import BoardView


class Side(Enum):
    """Where in the window a panel stands."""

    LEFT = auto()
    RIGHT = auto()


class BoardPanel(Protocol):
    """What the window asks of a panel, which is a QWidget besides."""

    def show_board(self, board: Board) -> None:
        """Called with the board in the window, after each edit and when it is another one."""


@dataclass(frozen=True, slots=True)
class Panel:
    """An entry: the panel's id, its side, and how it is made. On one side the first one takes what room is left.

    Those of a side that have a `tab` share that room: one of them is shown at a time.
    """

    id: str
    side: Side
    make: Callable[
        [Look, Journal, BoardView], BlocksPanel | OutlinePanel | PartiesPanel | QuestionsPanel
    ]
    tab: str = ""


PANELS = (
    Panel("blocks", Side.LEFT, BlocksPanel, "Blocks"),
    Panel("outline", Side.LEFT, OutlinePanel, "Outline"),
    Panel("parties", Side.LEFT, PartiesPanel),
    Panel("questions", Side.RIGHT, QuestionsPanel),
)
