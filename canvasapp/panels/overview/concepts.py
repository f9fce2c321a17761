"""The concept map: what all canvases speak of, each in blocks of its own; press a block to go there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import column, empty, holding
from canvasapp.controls.letters import BODY, COUNT, LABEL, SMALL, SMALL_LABEL
from canvasapp.controls.look import Look, ink, ink3
from canvasapp.controls.menus import Menu
from canvasapp.controls.surface import Rule, Scroll
from canvasapp.controls.words import Paragraph, Words
from canvasapp.panels.overview.flows import BoardBlock, Cell, ConceptMap

MARGIN, FIRST = 24, 152
PADDING, ROOM_FOR_COUNT = 6, 30
KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
NO_BOARD = "No board yet"
NOTHING = "Nothing there yet"
BRING = "Bring over from here or to here"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a link lies on the map: its column and row, and its place in the cell."""

    column: int
    row: int
    place: int


class BlockLink(Control):
    """A block with how many notes it has."""

    def __init__(self, look: Look, cell: Cell, there: BoardBlock, spot: Spot) -> None:
        super().__init__(look, f"Go to {cell.title}")
        self.cell, self.there, self.spot = cell, there, spot
        said = "1 note" if cell.notes == 1 else f"{cell.notes} notes"
        self.setAccessibleDescription(said if cell.notes else NOTHING)
        self.explain("Go there; right click for more" if cell.notes else NOTHING)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(120))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, BODY.line + 2 * PADDING)

    def heightForWidth(self, width: int) -> int:
        return self._title(width).height + (SMALL.line if self._whose else 0) + 2 * PADDING

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme, cell = self.look.theme, self.cell
            self.paint_ground(painter)
            title = self._title(self.width())
            title.draw(painter, PADDING, PADDING, theme.ink if cell.notes else theme.ink2)
            if self._whose:
                room = max(self.width() - 2 * PADDING, 1)
                whose = Paragraph(self._whose, self.look, SMALL, room, 1)
                whose.draw(painter, PADDING, PADDING + title.height, theme.ink2)
            right = self.width() - PADDING
            if cell.notes:
                count = Paragraph(str(cell.notes), self.look, COUNT)
                count.draw(painter, right - count.width, PADDING + 2, theme.ink2)
            else:
                tone = theme.gap if cell.waits else theme.ink3
                draw_icon(painter, "circle-dashed", right - IN_TEXT, PADDING + 3, IN_TEXT, tone)

    @property
    def _whose(self) -> str:
        return self.cell.board_title

    def _title(self, width: int) -> Paragraph:
        room = max(width - 2 * PADDING - ROOM_FOR_COUNT, 1)
        return Paragraph(self.cell.title, self.look, BODY, room)


class ConceptsPage(QWidget):
    """`asked` for a block that one wants to go to, `bring_asked` for one whose flows are wanted."""

    asked = Signal(object)
    bring_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: ConceptMap | None = None
        self.links: list[BlockLink] = []
        self._names, self._body = column(), column()
        layout = column(holding(self._names), Rule(look))
        self._scroll = Scroll(holding(self._body))
        layout.addWidget(self._scroll, 1)
        self.setLayout(layout)

    def show_map(self, shown: ConceptMap) -> None:
        if shown == self._shown:
            return
        held = next((link.spot for link in self.links if link.hasFocus()), None)
        self._shown, self.links = shown, []
        _exchange(self._names, self._heading(shown))
        _exchange(self._body, self._rows(shown))
        for link in self.links:
            if link.spot == held:
                link.setFocus()

    def take_keyboard(self) -> None:
        if self.links:
            self.links[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((link for link in self.links if link.hasFocus()), None)
        key = Qt.Key(event.key())
        if here is None or key not in KEYS:
            super().keyPressEvent(event)
            return
        there = neighbour([link.spot for link in self.links], here.spot, key)
        for link in self.links:
            if link.spot == there:
                link.setFocus(Qt.FocusReason.TabFocusReason)
                self._scroll.ensureWidgetVisible(link)

    def _heading(self, shown: ConceptMap) -> QWidget:
        grid = _grid(len(shown.columns))
        for place, (title, made) in enumerate(shown.columns, 1):
            name = Words(self._look, title, SMALL_LABEL, ink if made else ink3, most=1)
            parts = (name,) if made else (name, Words(self._look, NO_BOARD, SMALL, ink3, most=1))
            grid.addWidget(_cell(column(*parts, None, margins=(PADDING, 0, 0, 0))), 0, place)
        grid.addWidget(QWidget(), 0, 0)  # Qt leaves out the room beside a column that is empty
        grid.setContentsMargins(MARGIN, 12, MARGIN, 10)
        return _held(grid)

    def _rows(self, shown: ConceptMap) -> QWidget:
        rows = column(margins=(0, 0, 0, MARGIN))
        for place, each in enumerate(shown.rows):
            grid = _grid(len(shown.columns))
            title = Words(self._look, each.title, LABEL, ink)
            title.setFixedWidth(FIRST)
            grid.addLayout(column(title, None, margins=(0, PADDING, 0, 0)), 0, 0)
            for at, cells in enumerate(each.cells):
                grid.addWidget(_cell(self._blocks(cells, at, place)), 0, at + 1)
            grid.setContentsMargins(MARGIN, 8, MARGIN, 8)
            rows.addWidget(_held(grid))
            rows.addWidget(Rule(self._look))
        rows.addStretch(1)
        return holding(rows)

    def _blocks(self, cells: Sequence[Cell], at: int, place: int) -> QBoxLayout:
        room = column()
        for within, cell in enumerate(cells):
            if cell.there is None:
                words = Words(self._look, cell.title, BODY, ink3)
                room.addLayout(column(words, margins=(PADDING, PADDING, PADDING, PADDING)))
            else:
                room.addWidget(self._link(cell, cell.there, Spot(at, place, within)))
        room.addStretch(1)
        return room

    def _link(self, cell: Cell, there: BoardBlock, spot: Spot) -> BlockLink:
        link = BlockLink(self._look, cell, there, spot)
        link.clicked.connect(lambda: self.asked.emit(there))
        link.menu_asked.connect(lambda at: self.menu_of(there).popup(at))
        self.links.append(link)
        return link

    def menu_of(self, there: BoardBlock) -> Menu:
        """What can be done with a block."""
        menu = Menu(self._look, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Go there", lambda: self.asked.emit(there))
        menu.addAction(BRING, lambda: self.bring_asked.emit(there))
        return menu


def neighbour(spots: Sequence[Spot], here: Spot, key: Qt.Key) -> Spot:
    """The spot that an arrow leads to: the next of the column, or the one beside it in the next column that has any."""
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        same = sorted((s for s in spots if s.column == here.column), key=lambda s: (s.row, s.place))
        step = 1 if key == Qt.Key.Key_Down else -1
        return same[min(max(same.index(here) + step, 0), len(same) - 1)]
    way = 1 if key == Qt.Key.Key_Right else -1
    beyond = [each for each in spots if (each.column - here.column) * way > 0]
    return min(
        beyond,
        key=lambda s: (
            abs(s.column - here.column),
            abs(s.row - here.row),
            abs(s.place - here.place),
        ),
        default=here,
    )


def _grid(columns: int) -> QGridLayout:
    """A row of the map: the names of concepts, and columns of one width."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setColumnMinimumWidth(0, FIRST)
    for place in range(1, columns + 1):
        grid.setColumnStretch(place, 1)
    return grid


def _cell(layout: QBoxLayout) -> QWidget:
    """As wide as its column, whatever its words would ask for."""
    cell = holding(layout)
    cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return cell


def _held(grid: QGridLayout) -> QWidget:
    widget = QWidget()
    widget.setLayout(grid)
    return widget


def _exchange(room: QBoxLayout, widget: QWidget) -> None:
    """Puts the widget in the place of the one in the room."""
    empty(room)
    room.addWidget(widget)
