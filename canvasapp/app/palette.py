"""The palette: every action, block, board and workshop by a few letters of its name. It holds up nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from canvasapp.app.offer_list import ROWS, OfferList
from canvasapp.app.offers import Offer, ranked
from canvasapp.controls.fields import LONGEST
from canvasapp.controls.layouts import column, holding
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look
from canvasapp.controls.popover import MARGIN, Popover

WIDTH, FIELD, PADDING = 560, 40, 8
TOP = 56
"""Below the bar at the top of the window, in px."""

STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS - 1,
    Qt.Key.Key_PageUp: 1 - ROWS,
}


class PaletteField(QLineEdit):
    """Up, Down and Enter are for the list below; Esc is for who opened it."""

    stepped = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Palette(Popover):
    """Lists `offers` as they are when it is opened; `used` tells what was chosen lately."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        over: QWidget,
        offers: Callable[[], list[Offer]],
        used: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(look, None, over)
        self._ask, self._used, self._page = offers, used, over
        self._offers: list[Offer] = []
        self.field = PaletteField()
        self.field.setFont(look.font(BODY))
        self.field.setFixedHeight(FIELD)
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName("Command")
        self.field.setPlaceholderText("What to do, or where to go")
        self.list = OfferList(look)
        margins = (PADDING, PADDING, PADDING, PADDING)
        layout = column(self.field, gap=PADDING, margins=margins)
        layout.addWidget(self.list, 1)
        self._content = holding(layout)
        self.hold(self._content)
        self.field.textChanged.connect(self._show)
        self.field.stepped.connect(self.list.step)
        self.field.entered.connect(self._choose)
        self.list.chosen.connect(self._choose)
        self.setAccessibleName("Commands")

    def open(self) -> None:
        self._offers = self._ask()
        self.field.clear()
        self._content.setFixedWidth(min(WIDTH, self._page.width() - 2 * MARGIN))
        super().open()
        self._show()

    def place(self, page: QWidget) -> QPoint:
        """At the head, in the middle."""
        top = min(TOP, page.height() - self.height() - MARGIN)
        return QPoint((page.width() - self.width()) // 2, max(top, MARGIN))

    def _show(self) -> None:
        self.list.show_rows(ranked(self._offers, self.field.text(), self._used()))
        self.field.setAccessibleDescription(self.list.accessibleDescription())

    def _choose(self) -> None:
        row = self.list.current
        if row is None or row.offer.why:
            return
        self.close_up()
        self.chosen.emit(row.offer.id)
        row.offer.act()
