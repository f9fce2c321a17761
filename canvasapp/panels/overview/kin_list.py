"""The block that notes come from or go to: which one it is, what feeds it, and what it feeds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import column, empty, holding
from canvasapp.controls.letters import SMALL, SMALL_LABEL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.menus import Menu, opens_menu
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Scroll, Surface
from canvasapp.controls.words import Words
from canvasapp.domain.board import Workshop
from canvasapp.panels.overview.flows import BoardBlock, Flows, Kin
from canvasapp.panels.overview.rows import KinRow

WIDTH, MARGIN = 264, 16
NO_KIN = "No other board speaks of the same."


class KinList(Surface):
    """`block_chosen` for the block that all is about, `kin_chosen` for the one at the other end."""

    block_chosen = Signal(object)
    kin_chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, Qt.Edge.RightEdge)
        self.rows: list[KinRow] = []
        self._workshop: Workshop | None = None
        self._block: BoardBlock | None = None
        self._shown: tuple[Flows, Kin | None] | None = None
        self.block_button = Button(look, "", after="chevron-down")
        self.other_button = Button(look, "Another block", Weight.DASHED, icon="plus")
        self._whose = Words(look, "", SMALL, ink2, most=1)
        self._list = column(margins=(8, 4, 8, MARGIN))
        self.setFixedWidth(WIDTH)
        self._offer_blocks()
        head = (Words(look, "Block", SMALL_LABEL, ink2), 6, self.block_button, 4, self._whose)
        layout = column(holding(column(*head, margins=(MARGIN, MARGIN, MARGIN, 4))))
        layout.addWidget(Scroll(holding(self._list)), 1)
        layout.addLayout(column(self.other_button, margins=(MARGIN, 8, MARGIN, MARGIN)))
        self.setLayout(layout)

    def show_flows(
        self, workshop: Workshop, block: BoardBlock, flows: Flows, other: Kin | None
    ) -> None:
        """`other` is one that was chosen and is no kin."""
        self._workshop, self._block = workshop, block
        board = workshop.boards[block.board]
        self.other_button.setEnabled(len(workshop.boards) > 1)
        self.block_button.say(board.template.block(block.block).title)
        self._whose.say(board.head.title)
        if self._shown == (flows, other):
            return
        self._shown = flows, other
        held = next((row.kin.there for row in self.rows if row.hasFocus()), None)
        self._fill(flows, other)
        for row in self.rows:
            if row.kin.there == held:
                row.setFocus()

    def mark_chosen(self, there: BoardBlock | None) -> None:
        for row in self.rows:
            row.setChecked(row.kin.there == there)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self.rows, event):
            super().keyPressEvent(event)

    def _fill(self, flows: Flows, other: Kin | None) -> None:
        empty(self._list)
        self.rows = []
        self._add_part("It feeds", flows.feeds)
        self._add_part("Fed by", flows.fed_by)
        self._add_part("Chosen", (other,) if other else ())
        if not self.rows:
            words = Words(self.look, NO_KIN, SMALL, ink2)
            self._list.addWidget(holding(column(words, margins=(8, 12, 8, 4))))
        self._list.addStretch(1)

    def _add_part(self, title: str, kin: tuple[Kin, ...]) -> None:
        if kin:
            words = Words(self.look, title, SMALL_LABEL, ink2)
            self._list.addWidget(holding(column(words, margins=(8, 12, 8, 4))))
        for each in kin:
            row = KinRow(self.look, each)
            row.clicked.connect(partial(self.kin_chosen.emit, each.there))
            self.rows.append(row)
            self._list.addWidget(row)

    def _offer_blocks(self) -> None:
        """The menus of both buttons are filled when they are opened."""
        for button, fill in (
            (self.block_button, self._fill_blocks),
            (self.other_button, self._fill_others),
        ):
            menu = Menu(self.look, parent=self)
            menu.aboutToShow.connect(partial(fill, menu))
            opens_menu(button, menu)
            button.give_way(WIDTH - 2 * MARGIN)

    def _fill_blocks(self, menu: Menu) -> None:
        self._list_blocks(menu, self.block_chosen.emit, "")

    def _fill_others(self, menu: Menu) -> None:
        self._list_blocks(menu, self.kin_chosen.emit, self._block.board if self._block else "")

    def _list_blocks(
        self, menu: Menu, choose: Callable[[BoardBlock], object], but_for: str
    ) -> None:
        """The boards but for one, each with its blocks."""
        menu.clear()
        for board in self._workshop.boards_in_order() if self._workshop else ():
            if board.id != but_for:
                blocks = menu.submenu(board.head.title.replace("&", "&&"))
                for block in board.template.blocks_in_order():
                    there = BoardBlock(board.id, block.id)
                    blocks.addAction(block.title.replace("&", "&&"), partial(choose, there))
