"""The matrix itself: five by five cells, the riskiest marked, and the assumptions that lie in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.letters import SMALL, SMALL_LABEL
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CHOSEN_EDGE, FLOAT_RADIUS, rounded
from canvasapp.controls.words import Paragraph
from canvasapp.domain.assumptions import EVIDENCE, IMPORTANCE, Cell, is_risky
from canvasapp.domain.register import Register
from canvasapp.panels.matrix.card import AssumptionCard, Said
from canvasapp.panels.matrix.grid import (
    GAP,
    HEAD,
    PADDING,
    SCALE_OF_EVIDENCE,
    SCALE_OF_IMPORTANCE,
    SIDE,
    Box,
    Grid,
    laid_out,
)

UNWEIGHED = "Not weighed yet"
START: Cell = (3, 0)
"""Where one that is not weighed goes with the first arrow."""


class MatrixBoard(QWidget):
    """`chosen` with an entry's id; `weighed` with the id and the cell it shall lie in."""

    chosen = Signal(str)
    weighed = Signal(str, int, int)

    def __init__(self, look: Look, register: Register) -> None:
        super().__init__()
        self._look = look
        self._importance, self._evidence = register.field(IMPORTANCE), register.field(EVIDENCE)
        self.setAccessibleName("Assumptions by importance and evidence")
        self.cards: dict[str, AssumptionCard] = {}
        self._weighed: dict[Cell, list[str]] = {}
        self._others: list[str] = []
        self._cell_of: dict[str, Cell] = {}
        self.grid: Grid = laid_out(0, 0, {}, [])
        self._target: Cell | None = None
        self._height = 0

    def show_assumptions(self, found: Sequence[tuple[str, Cell | None, Said]]) -> None:
        """Their ids, where they lie and what is said of them, in the order of their codes."""
        self._drop_all_but({each for each, _, _ in found})
        self._weighed, self._others, self._cell_of = {}, [], {}
        for entry_id, cell, said in found:
            if entry_id in self.cards:
                self.cards[entry_id].show_said(said)
            else:
                self.cards[entry_id] = self._made(entry_id, said)
            if cell is None:
                self._others.append(entry_id)
            else:
                self._weighed.setdefault(cell, []).append(entry_id)
                self._cell_of[entry_id] = cell
        self._lay_out()

    def mark_chosen(self, entry_id: str) -> None:
        for each, card in self.cards.items():
            card.setChecked(each == entry_id)

    def fit(self, height: int) -> None:
        """Takes as much height as there is to see, and more when it needs it."""
        self._height = height
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(640, self.grid.height)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, self.grid.height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint_names(painter)
            for cell, box in self.grid.cells.items():
                self._paint_cell(painter, cell, box)
            if self.grid.tray is not None:
                self._paint_tray(painter, self.grid.tray)

    def _made(self, entry_id: str, said: Said) -> AssumptionCard:
        card = AssumptionCard(self._look, said, self)
        card.chosen.connect(partial(self.chosen.emit, entry_id))
        card.stepped.connect(partial(self._step, entry_id))
        card.dragged.connect(self._show_target)
        card.dropped.connect(partial(self._drop_at, entry_id))
        card.drag_ended.connect(self._lay_out)
        card.show()
        return card

    def _drop_all_but(self, kept: set[str]) -> None:
        for entry_id in self.cards.keys() - kept:
            gone = self.cards.pop(entry_id)
            gone.hide()
            gone.deleteLater()

    def _lay_out(self) -> None:
        self._target = None
        self.grid = laid_out(self.width(), self._height, self._weighed, self._others)
        for entry_id in self._in_order():
            placed, card = self.grid.placed[entry_id], self.cards[entry_id]
            card.show_size(placed.size)
            card.setGeometry(*placed.box)
            card.raise_()  # Tab goes by the order of children, the last one is the topmost
        self.setMinimumHeight(self.grid.height)
        self.updateGeometry()
        self.update()

    def _in_order(self) -> list[str]:
        """As one reads them: the tray, then cell by cell from the riskiest."""
        cells = [(row, column) for row in SCALE_OF_IMPORTANCE for column in SCALE_OF_EVIDENCE]
        return [*self._others, *(each for cell in cells for each in self._weighed.get(cell, ()))]

    def _step(self, entry_id: str, more_important: int, more_evidence: int) -> None:
        cell = self._cell_of.get(entry_id)
        if cell is None:
            self.weighed.emit(entry_id, *START)
            return
        wanted = (cell[0] + more_important, cell[1] + more_evidence)
        if wanted in self.grid.cells:
            self.weighed.emit(entry_id, *wanted)

    def _show_target(self, at: QPoint) -> None:
        target = self.grid.cell_at(at.x(), at.y())
        if target != self._target:
            self._target = target
            self.update()

    def _drop_at(self, entry_id: str, at: QPoint) -> None:
        cell = self.grid.cell_at(at.x(), at.y())
        self.chosen.emit(entry_id)
        if cell is not None:
            self.weighed.emit(entry_id, *cell)

    def _paint_names(self, painter: QPainter) -> None:
        theme = self._look.theme
        first = self.grid.cells[SCALE_OF_IMPORTANCE[0], SCALE_OF_EVIDENCE[0]]
        for column in SCALE_OF_EVIDENCE:
            left, _, width, _ = self.grid.cells[SCALE_OF_IMPORTANCE[0], column]
            words = f"Evidence {column}"
            head = Paragraph(words, self._look, SMALL_LABEL, width, 1)
            head.draw(painter, left + PADDING, 2, theme.ink)
            name = self._evidence.name_of(column)
            Paragraph(name, self._look, SMALL, width - PADDING, 1).draw(
                painter, left + PADDING, 18, theme.ink2
            )
        for row in SCALE_OF_IMPORTANCE:
            top, x = self.grid.cells[row, SCALE_OF_EVIDENCE[0]][1], first[0] - SIDE
            head = Paragraph(f"Importance {row}", self._look, SMALL_LABEL)
            head.draw(painter, x, top + PADDING, theme.ink)
            caption = Paragraph(self._importance.name_of(row), self._look, SMALL)
            caption.draw(painter, x, top + PADDING + 16, theme.ink2)

    def _paint_cell(self, painter: QPainter, cell: Cell, box: Box) -> None:
        theme, rect = self._look.theme, QRectF(*box)
        if cell == self._target:
            rounded(painter, rect, FLOAT_RADIUS, theme.accent_soft, theme.accent, width=CHOSEN_EDGE)
        elif is_risky(cell):
            rounded(painter, rect, FLOAT_RADIUS, theme.gap_soft, theme.gap, dashed=True)
        else:
            rounded(painter, rect, FLOAT_RADIUS, theme.sheet, theme.line)

    def _paint_tray(self, painter: QPainter, tray: Box) -> None:
        theme = self._look.theme
        rounded(painter, QRectF(*tray), FLOAT_RADIUS, theme.panel, theme.line2, dashed=True)
        head = Paragraph(UNWEIGHED, self._look, SMALL_LABEL)
        head.draw(painter, 2 * PADDING, (HEAD - GAP - SMALL_LABEL.line) / 2, theme.ink2)
