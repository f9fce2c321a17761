"""Which parties are looked at while the notes of the others are dimmed, and the float over the board that says so."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import row
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look, ink
from canvasapp.controls.painting import CARD_RADIUS, FLOAT_DEPTH
from canvasapp.controls.surface import Float
from canvasapp.controls.words import Words
from canvasapp.domain.board import Board
from canvasapp.view.board_view import BoardView

ASIDE = 16


class LookedAtFloat(Float):
    """Lies in the upper left corner of the board."""

    def __init__(self, look: Look, board: QWidget) -> None:
        super().__init__(look, board, CARD_RADIUS)
        self._said = Words(look, "", BODY, ink, most=1)
        self.all = Button(look, "Show all", Weight.LINK)
        self.all.setAccessibleName("Show all parties")
        margins = (14, 2, 14, 2 + FLOAT_DEPTH)
        self.setLayout(row(self._said, self.all, gap=12, margins=margins))
        self.move(ASIDE, ASIDE)
        self.hide()

    def say(self, shown: int, parties: int) -> None:
        self._said.say(f"Showing {shown} of {parties} parties")
        self.adjustSize()
        self.show()
        self.raise_()


class LookedAt(QObject):
    """Dims the notes of all parties but those that were chosen; none were at first. It holds for every board."""

    changed = Signal()

    def __init__(self, look: Look, view: BoardView) -> None:
        super().__init__(view)
        self._view = view
        self._chosen: frozenset[str] = frozenset()
        self.float = LookedAtFloat(look, view)
        self.float.all.clicked.connect(self.show_all)

    def is_looked_at(self, party_id: str) -> bool | None:
        """None while all are."""
        return party_id in self._chosen if self._chosen else None

    def turn(self, party_id: str) -> None:
        """Looks at this party too, or no more."""
        self._choose(self._chosen ^ {party_id})

    def show_all(self) -> None:
        self._choose(frozenset())

    def follow(self, board: Board) -> None:
        """The board as it is now."""
        self._chosen &= board.parties.keys()
        self._dim(board)

    def _choose(self, parties: Collection[str]) -> None:
        self._chosen = frozenset(parties)
        self._dim(self._view.board)
        self.changed.emit()

    def _dim(self, board: Board) -> None:
        if not self._chosen:
            self._view.spotlight.choose_only(None)
            self.float.hide()
            return
        notes = board.notes.values()
        self._view.spotlight.choose_only(n.id for n in notes if n.party in self._chosen)
        self.float.say(len(self._chosen), len(board.parties))
