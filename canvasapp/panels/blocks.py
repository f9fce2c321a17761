"""The blocks in the order they are worked through, each with how many notes it has from either point of view."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.layouts import column, holding
from canvasapp.controls.letters import COUNT, COUNT_STRONG, ROW, ROW_STRONG
from canvasapp.controls.look import Look
from canvasapp.controls.painting import FLOAT_RADIUS, chosen_ground, mark, rounded
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Scroll
from canvasapp.controls.words import Paragraph
from canvasapp.domain.board import Board
from canvasapp.domain.template import Block, Perspective, Template
from canvasapp.panels.surroundings import Surroundings

MARGIN = 8
LOWEST = 36
PADDING_X, PADDING_Y = 8, 4
TITLE_X = 32
MARK = 7
MARK_GAP, PAIR_GAP, TITLE_GAP = 5, 4, 4


class BlockRow(Control):
    """One block: number, title and counts."""

    radius = FLOAT_RADIUS

    def __init__(self, look: Look, block: Block) -> None:
        super().__init__(look, block.title)
        self.block = block
        self._counts = dict.fromkeys(Perspective, 0)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_counts(self, counts: dict[Perspective, int]) -> None:
        our, customer = counts[Perspective.OUR], counts[Perspective.CUSTOMER]
        self._counts = counts
        self.setAccessibleDescription(f"Our view {our} notes, customer’s view {customer} notes")
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Only the panel says which block is the current one."""

    def sizeHint(self) -> QSize:
        return QSize(208, self.heightForWidth(208))

    def heightForWidth(self, width: int) -> int:
        return max(LOWEST, self._title(width).height + 2 * PADDING_Y)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            if self.isChecked():
                chosen_ground(painter, QRectF(self.rect()), FLOAT_RADIUS, theme)
            else:
                rounded(painter, QRectF(self.rect()), FLOAT_RADIUS, self.ground())
            middle = self.height() / 2
            number = Paragraph(str(self.block.number), self.look, COUNT)
            number_ink = theme.accent if self.isChecked() else theme.ink2
            number.draw(painter, PADDING_X, middle - COUNT.line / 2, number_ink)
            title = self._title(self.width())
            title.draw(painter, TITLE_X, middle - title.height / 2, theme.ink)
            self._draw_counts(painter, middle)

    def _draw_counts(self, painter: QPainter, middle: float) -> None:
        theme = self.look.theme
        x = self.width() - self._counts_width()
        for perspective, count in self._counts.items():
            mark(painter, perspective, x, middle, MARK, theme)
            x += MARK + MARK_GAP
            figure = self._figure(count)
            colour = theme.gap if self._is_missing(count) else theme.ink2
            figure.draw(painter, x, middle - COUNT.line / 2, colour)
            x += math.ceil(figure.width) + PAIR_GAP

    def _counts_width(self) -> float:
        """From the first mark to the row's edge."""
        figures = sum(math.ceil(self._figure(count).width) for count in self._counts.values())
        return figures + 2 * (MARK + MARK_GAP) + PAIR_GAP + PADDING_X

    def _figure(self, count: int) -> Paragraph:
        letters = COUNT_STRONG if self._is_missing(count) else COUNT
        return Paragraph(str(count), self.look, letters)

    def _is_missing(self, count: int) -> bool:
        """Whether this is the empty side of a block that is seen from the other one."""
        return count == 0 and any(self._counts.values())

    def _title(self, width: int) -> Paragraph:
        letters = ROW_STRONG if self.isChecked() else ROW
        room = width - TITLE_X - self._counts_width() - TITLE_GAP
        return Paragraph(self.block.title, self.look, letters, max(room, 1))


class BlocksPanel(QWidget):
    """Follows the board and its current block; pressing a row goes to the block. Arrows go from row to row."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        look, view = around.look, around.view
        self._look, self._view = look, view
        self._template: Template | None = None
        self._rows: list[BlockRow] = []
        self._list = column(margins=(MARGIN, 0, MARGIN, MARGIN))
        self._list.addStretch(1)
        rows = Scroll(holding(self._list))
        layout = column()
        layout.addWidget(rows, 1)
        self.setLayout(layout)
        view.block_changed.connect(self._mark_current)

    def show_board(self, board: Board) -> None:
        if board.template is not self._template:
            self._template = board.template
            self._list_blocks(board.template.blocks_in_order())
        for row in self._rows:
            lanes = ((each, board.lanes.get((row.block.id, each), ())) for each in Perspective)
            row.show_counts({perspective: len(notes) for perspective, notes in lanes})
        self._mark_current(self._view.current_block)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self._rows, event):
            super().keyPressEvent(event)

    def _list_blocks(self, blocks: list[Block]) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [BlockRow(self._look, block) for block in blocks]
        for place, row in enumerate(self._rows):
            self._list.insertWidget(place, row)
            row.clicked.connect(lambda _=False, id_=row.block.id: self._view.zoom_to_block(id_))

    def _mark_current(self, block_id: str | None) -> None:
        """While no block is current the first one is: so the questions have it."""
        current = block_id or self._rows[0].block.id
        for row in self._rows:
            row.setChecked(row.block.id == current)
            row.updateGeometry()
