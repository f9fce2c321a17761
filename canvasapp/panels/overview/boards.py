"""The page of the boards: a card for each, and one for each canvas that has none yet."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from canvasapp.controls.card_grid import CardGrid
from canvasapp.controls.layouts import column, holding
from canvasapp.controls.look import Look
from canvasapp.controls.surface import Scroll
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.overview import BoardState, board_state
from canvasapp.domain.register import Register
from canvasapp.domain.template import Template
from canvasapp.panels.overview.cards import HEIGHT, NARROWEST, BoardCard, NewBoardCard

MARGIN = 24


class BoardsPage(QWidget):
    """`opened` with the id of a board, `made` with that of a canvas."""

    opened = Signal(str)
    made = Signal(str)

    def __init__(self, look: Look, registers: Mapping[str, Register]) -> None:
        super().__init__()
        self._look, self._registers = look, registers
        self.cards: dict[str, BoardCard] = {}
        self.new_cards: dict[str, NewBoardCard] = {}
        self._current = ""
        self._grid = CardGrid(NARROWEST, HEIGHT)
        margins = (MARGIN, MARGIN, MARGIN, MARGIN)
        self._scroll = Scroll(holding(column(self._grid, None, margins=margins)))
        self.setLayout(column(self._scroll))

    def show_workshop(
        self, workshop: Workshop, current: str, findings: Mapping[str, int | None]
    ) -> None:
        """`findings` are those that are known, by the ids of boards."""
        self._current = current
        boards = {board.id: board for board in workshop.boards_in_order()}
        states = {each: board_state(board, self._registers) for each, board in boards.items()}
        self.cards = {e: self.cards.get(e) or self._card(b, states[e]) for e, b in boards.items()}
        for each, card in self.cards.items():
            is_current = each == current
            card.show_board(boards[each], states[each], findings.get(each), current=is_current)
        used = {board.template.id for board in boards.values()}
        self.new_cards = {
            template.id: self.new_cards.get(template.id) or self._new_card(template)
            for template in workshop.templates.values()
            if template.id not in used
        }
        self._grid.show_cards([*self.cards.values(), *self.new_cards.values()])

    def take_keyboard(self) -> None:
        """The card of the board in the window has it."""
        card = self.cards.get(self._current)
        if card is not None:
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._scroll.ensureWidgetVisible(card)

    def _card(self, board: Board, state: BoardState) -> BoardCard:
        card = BoardCard(self._look, board, state)
        card.clicked.connect(lambda: self.opened.emit(board.id))
        return card

    def _new_card(self, template: Template) -> NewBoardCard:
        card = NewBoardCard(self._look, template)
        card.clicked.connect(lambda: self.made.emit(template.id))
        return card
