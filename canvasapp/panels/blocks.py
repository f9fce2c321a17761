"""The blocks in the order they are worked through, each with how many notes it has from either point of view."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.checks import Checked
from canvasapp.controls.control import Control
from canvasapp.controls.icons import draw_icon
from canvasapp.controls.layouts import column, holding
from canvasapp.controls.letters import COUNT, COUNT_STRONG, ROW, ROW_STRONG
from canvasapp.controls.look import Look
from canvasapp.controls.painting import FLOAT_RADIUS, mark
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Scroll
from canvasapp.controls.words import Paragraph
from canvasapp.domain.board import Board
from canvasapp.domain.check import Check, Severity
from canvasapp.domain.template import Block, Perspective, Template
from canvasapp.panels.surroundings import Surroundings
from canvasapp.picture.theme import Theme

MARGIN = 8
LOWEST = 36
PADDING_X, PADDING_Y = 8, 4
TITLE_X = 32
MARK = 7
MARK_GAP, PAIR_GAP, TITLE_GAP = 5, 4, 4
SIGN, SIGN_GAP, SIGN_LINE = 8, 8, 1.2
LOCK = 12
GRAVE = (Severity.ERROR, Severity.WARNING)
"""What is told of a block's findings: hints are not."""
SHAPES = {
    Severity.ERROR: [QPointF(0, -1), QPointF(1, 0), QPointF(0, 1), QPointF(-1, 0)],
    Severity.WARNING: [QPointF(0, -0.8), QPointF(1, 0.8), QPointF(-1, 0.8)],
}
"""Their signs, from -1 to 1."""


class BlockRow(Control):
    """One block: number, title and counts."""

    radius = FLOAT_RADIUS

    def __init__(self, look: Look, block: Block) -> None:
        super().__init__(look, block.title)
        self.block = block
        self._counts = dict.fromkeys(Perspective, 0)
        self._found: Counter[Severity] = Counter()
        self._is_sealed = False
        self._fitted: dict[tuple[int, bool], Paragraph] = {}
        self.setCheckable(True)
        self.setAutoExclusive(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()

    def show_counts(self, counts: dict[Perspective, int]) -> None:
        """Of notes, by point of view."""
        if counts != self._counts:
            self._counts = counts
            self._describe()

    def show_sealed(self, *, sealed: bool) -> None:
        """Whether the block is finished."""
        if sealed != self._is_sealed:
            self._is_sealed = sealed
            self._describe()

    def show_found(self, found: Counter[Severity]) -> None:
        """How many findings of each severity there are on the block."""
        if found != self._found:
            self._found = found
            self._describe()

    def _describe(self) -> None:
        our, customer = self._counts[Perspective.OUR], self._counts[Perspective.CUSTOMER]
        found = [
            f", {count} {each}" if count == 1 else f", {count} {each}s"
            for each in GRAVE
            if (count := self._found[each])
        ]
        views = f"Our view {our} notes, customer’s view {customer} notes"
        finished = ", finished" if self._is_sealed else ""
        self.setAccessibleDescription(views + "".join(found) + finished)
        self._fitted = {}
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
            self.paint_ground(painter)
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
        gravest = self._gravest
        if self._is_sealed:
            draw_icon(painter, "lock", x, middle - LOCK / 2, LOCK, theme.ink2)
            x += LOCK + SIGN_GAP
        if gravest is not None:
            _sign(painter, gravest, QPointF(x + SIGN / 2, middle), theme)
            x += SIGN + SIGN_GAP
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
        sign = SIGN + SIGN_GAP if self._gravest is not None else 0
        lock = LOCK + SIGN_GAP if self._is_sealed else 0
        return lock + sign + figures + 2 * (MARK + MARK_GAP) + PAIR_GAP + PADDING_X

    @property
    def _gravest(self) -> Severity | None:
        """The gravest that was found here."""
        return next((each for each in GRAVE if self._found[each]), None)

    def _figure(self, count: int) -> Paragraph:
        letters = COUNT_STRONG if self._is_missing(count) else COUNT
        return Paragraph(str(count), self.look, letters)

    def _is_missing(self, count: int) -> bool:
        """Whether this is the empty side of a block that is seen from the other one."""
        return count == 0 and any(self._counts.values())

    def _title(self, width: int) -> Paragraph:
        """Kept: its height is asked for whenever anything in the window is laid out."""
        fit = width, self.isChecked()
        if fit not in self._fitted:
            letters = ROW_STRONG if self.isChecked() else ROW
            room = width - TITLE_X - self._counts_width() - TITLE_GAP
            self._fitted[fit] = Paragraph(self.block.title, self.look, letters, max(room, 1))
        return self._fitted[fit]


class BlocksPanel(QWidget):
    """Follows the board and its current block; pressing a row goes to the block. Arrows go from row to row."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        look, view = around.look, around.view
        self._look, self._view = look, view
        self._template: Template | None = None
        self._rows: list[BlockRow] = []
        self._found: dict[str | None, Counter[Severity]] = {}
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
            self._mark_found()
        for row in self._rows:
            lanes = ((each, board.lanes.get((row.block.id, each), ())) for each in Perspective)
            row.show_counts({perspective: len(notes) for perspective, notes in lanes})
            row.show_sealed(sealed=row.block.id in board.sealed_blocks)
        self._mark_current(self._view.current_block)

    def show_findings(self, checked: Checked | None, checks: Mapping[str, Check]) -> None:
        found: dict[str | None, Counter[Severity]] = {}
        for each in checked.pressing if checked else ():
            found.setdefault(each.block, Counter())[each.severity] += 1
        self._found = found
        self._mark_found()

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

    def _mark_found(self) -> None:
        for row in self._rows:
            row.show_found(self._found.get(row.block.id, Counter()))

    def _mark_current(self, block_id: str | None) -> None:
        """While no block is current the first one is: so the questions have it."""
        current = block_id or self._rows[0].block.id
        for row in self._rows:
            row.setChecked(row.block.id == current)
            row.updateGeometry()


def _sign(painter: QPainter, severity: Severity, middle: QPointF, theme: Theme) -> None:
    """A full diamond for an error, an open triangle for a warning."""
    painter.save()
    painter.translate(middle)
    painter.scale(SIGN / 2, SIGN / 2)
    if severity is Severity.ERROR:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.gap))
    else:
        painter.setPen(QPen(QColor(theme.warn), 2 * SIGN_LINE / SIGN))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(SHAPES[severity])
    painter.restore()
