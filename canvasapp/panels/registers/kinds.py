"""The registers as a list: those of this board first, then those of the workshop, then what other boards have."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.layouts import column, empty, holding, panel_head
from canvasapp.controls.letters import COUNT, ROW, ROW_STRONG
from canvasapp.controls.look import Look
from canvasapp.controls.painting import FLOAT_RADIUS
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Scroll
from canvasapp.controls.words import Paragraph
from canvasapp.domain.board import Board
from canvasapp.domain.register import Register, Scope

MARGIN, PADDING = 8, 8
HEIGHT = 32


@dataclass(frozen=True, slots=True)
class Section:
    """Registers under one heading, each with how many entries it has."""

    title: str
    kinds: tuple[tuple[Register, int], ...]


def sections_of(
    board: Board, registers: Mapping[str, Register], counts: Mapping[str, int]
) -> tuple[Section, ...]:
    """Those that nobody needs here and nobody has filled are left out."""
    named = [*(r for block in board.template.blocks_in_order() for r in block.registers)]
    here = dict.fromkeys([*named, *board.template.registers])
    fitting = [registers[e] for e in here if e in registers]
    ours = [each for each in fitting if each.scope is not Scope.WORKSHOP]
    common = [each for each in registers.values() if each.scope is Scope.WORKSHOP]
    rest = [e for e in registers.values() if e not in ours and e not in common and counts.get(e.id)]
    lists = (("This board", ours), ("Workshop", common), ("Other boards", rest))
    return tuple(
        Section(title, tuple((each, counts.get(each.id, 0)) for each in kinds))
        for title, kinds in lists
        if kinds
    )


class KindRow(Control):
    """One register with the count of its entries."""

    radius = FLOAT_RADIUS

    def __init__(self, look: Look, register: Register, count: int) -> None:
        super().__init__(look, register.plural)
        self.register, self._count = register, count
        self.setAccessibleDescription("1 entry" if count == 1 else f"{count} entries")
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT)

    def nextCheckState(self) -> None:
        """Only the panel says which one is shown."""

    def cut_words(self) -> str:
        return self.register.plural if self._title().is_cut else ""

    def sizeHint(self) -> QSize:
        return QSize(208, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            self.paint_ground(painter)
            y = (HEIGHT - ROW.line) / 2
            self._title().draw(painter, PADDING, y, theme.ink)
            figure = self._figure()
            x = self.width() - PADDING - figure.width
            figure.draw(painter, x, y, theme.ink2 if self._count else theme.ink3)

    def _figure(self) -> Paragraph:
        return Paragraph(str(self._count), self.look, COUNT)

    def _title(self) -> Paragraph:
        letters = ROW_STRONG if self.isChecked() else ROW
        room = self.width() - 3 * PADDING - math.ceil(self._figure().width)
        return Paragraph(self.register.plural, self.look, letters, max(room, 1), 1)


class KindList(QWidget):
    """`chosen` with the id of a register that was pressed. Arrows go from row to row."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sections: tuple[Section, ...] = ()
        self._list = column(margins=(0, 8, 0, MARGIN))
        self.rows: list[KindRow] = []
        self.setLayout(column(Scroll(holding(self._list))))

    def show_sections(self, sections: tuple[Section, ...], current: str) -> None:
        if sections != self._sections:
            self._sections = sections
            held = next((row.register.id for row in self.rows if row.hasFocus()), None)
            self._fill()
            for row in self.rows:
                if row.register.id == held:
                    row.setFocus()
        for row in self.rows:
            row.setChecked(row.register.id == current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self.rows, event):
            super().keyPressEvent(event)

    def _fill(self) -> None:
        empty(self._list)
        self.rows = []
        for section in self._sections:
            rows = [KindRow(self._look, *kind) for kind in section.kinds]
            for row in rows:
                register_id = row.register.id
                row.clicked.connect(lambda _=False, id_=register_id: self.chosen.emit(id_))
            self.rows += rows
            body = column(*rows, margins=(MARGIN, 0, MARGIN, 8))
            self._list.addWidget(holding(column(panel_head(self._look, section.title), body)))
        self._list.addStretch(1)
