"""The palette: every action, block, board and workshop by a few letters of its name. It holds up nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from canvasapp.app.offer_list import OfferList
from canvasapp.app.offers import Offer, ranked
from canvasapp.controls.choice_list import ChoiceField
from canvasapp.controls.fields import LONGEST
from canvasapp.controls.layouts import column, holding
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look
from canvasapp.controls.popover import MARGIN, Popover

WIDTH, FIELD, PADDING = 560, 40, 8
TOP = 56
"""Below the bar at the top of the window, in px."""


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
        self.field = ChoiceField()
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
        self.field.stepped.connect(self._step)
        self.field.entered.connect(self._choose)
        self.list.pressed.connect(self._choose)
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
        self._tell()

    def _step(self, by: int) -> None:
        self.list.step(by)
        self._tell()

    def _tell(self) -> None:
        """A screen reader hears which one is current."""
        row = self.list.current
        self.field.setAccessibleDescription(row.offer.label if row else "Nothing found")

    def _choose(self) -> None:
        row = self.list.current
        if row is None or row.offer.why:
            return
        self.close_up()
        self.chosen.emit(row.offer.id)
        row.offer.act()
