"""What stands beside the board or in its place: panels that show it in words, and what one does there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol, runtime_checkable

from canvasapp.checks import Checked
from canvasapp.domain.board import Board
from canvasapp.domain.check import Check
from canvasapp.panels.blocks import BlocksPanel
from canvasapp.panels.canvas_editor import CanvasEditorPanel
from canvasapp.panels.checks import ChecksPanel
from canvasapp.panels.entry import EntryPanel
from canvasapp.panels.evidence import EvidencePanel
from canvasapp.panels.gaps import GapsPanel
from canvasapp.panels.log import LogPanel
from canvasapp.panels.matrix import MatrixPanel
from canvasapp.panels.outline import OutlinePanel
from canvasapp.panels.overview import OverviewPanel
from canvasapp.panels.paper import PaperPanel
from canvasapp.panels.parties import PartiesPanel
from canvasapp.panels.questions import QuestionsPanel
from canvasapp.panels.registers import RegistersPanel
from canvasapp.panels.surroundings import Guide as Guide
from canvasapp.panels.surroundings import Surroundings
from canvasapp.panels.thresholds import ThresholdsPanel
from canvasapp.panels.votes import VotesPanel

AnyPanel = (
    BlocksPanel
    | CanvasEditorPanel
    | ChecksPanel
    | EntryPanel
    | EvidencePanel
    | GapsPanel
    | LogPanel
    | MatrixPanel
    | OutlinePanel
    | OverviewPanel
    | PaperPanel
    | PartiesPanel
    | QuestionsPanel
    | RegistersPanel
    | ThresholdsPanel
    | VotesPanel
)


class Side(Enum):
    """Where in the window a panel stands. A WHOLE one takes the place of the board and all beside it."""

    LEFT = auto()
    RIGHT = auto()
    WHOLE = auto()


class BoardPanel(Protocol):
    """What the window asks of a panel, which is a QWidget besides."""

    def show_board(self, board: Board) -> None:
        """Called with the board in the window, after each edit and when it is another one, while it is seen."""


@runtime_checkable
class Speaker(Protocol):
    """A panel that can be asked to speak of one thing."""

    def speak_of(self, about: str) -> None:
        """Shows what has this id; what has none is left as it is."""


@runtime_checkable
class Reviewer(Protocol):
    """A panel that tells what checks have found."""

    def show_findings(self, checked: Checked | None, checks: Mapping[str, Check]) -> None:
        """Called with what is found on the board in the window, whenever that is new; None while it is not known."""


@dataclass(frozen=True, slots=True)
class Panel:
    """An entry: the panel's id, its side, and how it is made.

    At the left, those that have a `tab` share the room of the first: one of them is shown at a time. At the right one
    is shown at a time, the first one unless another is asked for; a whole one only when it is asked for. One that
    `follows` comes into sight by itself; the others are made when they are first shown.
    """

    id: str
    side: Side
    make: Callable[[Surroundings], AnyPanel]
    tab: str = ""
    follows: bool = False


PANELS = (
    Panel("blocks", Side.LEFT, BlocksPanel, "Blocks"),
    Panel("outline", Side.LEFT, OutlinePanel, "Outline"),
    Panel("parties", Side.LEFT, PartiesPanel),
    Panel("questions", Side.RIGHT, QuestionsPanel),
    Panel("gaps", Side.RIGHT, GapsPanel),
    Panel("checks", Side.RIGHT, ChecksPanel),
    Panel("entry", Side.RIGHT, EntryPanel, follows=True),
    Panel("overview", Side.WHOLE, OverviewPanel),
    Panel("registers", Side.WHOLE, RegistersPanel),
    Panel("evidence", Side.RIGHT, EvidencePanel),
    Panel("votes", Side.RIGHT, VotesPanel),
    Panel("log", Side.RIGHT, LogPanel),
    Panel("matrix", Side.WHOLE, MatrixPanel),
    Panel("thresholds", Side.WHOLE, ThresholdsPanel),
    Panel("paper", Side.WHOLE, PaperPanel),
    Panel("canvas-editor", Side.WHOLE, CanvasEditorPanel),
)
