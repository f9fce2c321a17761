"""What a panel is given, and what it may ask of the window it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from canvasapp.controls.look import Look
from canvasapp.domain.change import Edit
from canvasapp.domain.register import Register
from canvasapp.edits.journal import Journal
from canvasapp.export.file_order import BoardFile, FileOrder
from canvasapp.templates import Concept, load_concepts
from canvasapp.view.board_view import BoardView


class Guide(Protocol):
    """The way to other parts of the window."""

    def show_panel(self, panel_id: str, about: str = "") -> None:
        """Shows a panel, with what it shall speak `about` (an id that the panel knows); "" leaves that to it."""

    def follow_panel(self, panel_id: str, about: str) -> None:
        """Shows a panel at the right unless another one was asked for there; "" for nothing to show leaves it.

        The keyboard stays where it is, and a side that is hidden stays hidden.
        """

    def leave_panel(self) -> None:
        """Back to what is shown when nothing else is asked for: the board, and its questions at the right."""

    def show_note(self, note_id: str) -> None:
        """Selects a note, on whichever board it lies, and brings it into the window."""

    def show_board(self, board_id: str) -> None:
        """Shows a board of the workshop."""

    def print_gaps(self) -> None:
        """Asks where the page of gaps shall go, and writes it."""

    def export(self, order: FileOrder) -> None:
        """Asks where a file shall go, and writes it beside the window."""

    def send_to_printer(self, order: BoardFile) -> None:
        """Asks for a printer in the system's dialog, and prints the pages of that file at their size."""

    def recall(self, name: str) -> str:
        """What was remembered under this name, also in an earlier start; "" for nothing."""

    def remember(self, name: str, text: str) -> None:
        """Keeps a text from one start to the next."""

    def perform(self, edit: Edit) -> None:
        """Commits an edit; when it can not be, says why."""

    def tell(self, sentence: str) -> None:
        """Says something that needs no answer."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every panel is made of."""

    look: Look
    journal: Journal
    view: BoardView
    guide: Guide
    registers: Mapping[str, Register]
    concepts: tuple[Concept, ...] = field(default_factory=load_concepts)
