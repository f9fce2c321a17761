"""Cards side by side, in as many rows as the width asks for; arrows go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 16


class CardGrid(QWidget):
    """Cards of one `height`, none narrower than `narrowest` unless the grid itself is (px)."""

    def __init__(self, narrowest: int, height: int) -> None:
        super().__init__()
        self._narrowest, self._height, self._columns = narrowest, height, 1
        self.cards: Sequence[QWidget] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """These, in their order; those that were here and are not among them go."""
        for gone in [each for each in self.cards if each not in cards]:
            gone.hide()
            gone.deleteLater()
        self.cards = tuple(cards)
        for card in self.cards:
            card.setParent(self)
            card.show()
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(self._narrowest, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((place for place, card in enumerate(self.cards) if card.hasFocus()), None)
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }.get(Qt.Key(event.key()))
        if here is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(self.cards):
            self.cards[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        self._columns = even_columns(
            len(self.cards), (self.width() + GAP) // (self._narrowest + GAP)
        )
        rows = -(-len(self.cards) // self._columns)
        self.setFixedHeight(max(rows * (self._height + GAP) - GAP, 0))
        step = (self.width() + GAP) / self._columns
        for index, card in enumerate(self.cards):
            row, column = divmod(index, self._columns)
            left, right = round(column * step), round((column + 1) * step) - GAP
            card.setGeometry(left, row * (self._height + GAP), right - left, self._height)


def even_columns(count: int, most: int) -> int:
    """At most so many columns, and no more than the rows need: five in rows of three and two, not of four and one."""
    rows = -(-max(count, 1) // max(1, most))
    return -(-max(count, 1) // rows)
