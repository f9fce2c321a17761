"""A float with a field to search in and all that can be chosen below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from canvasapp.controls.choice_list import ROWS, ChoiceField, ChoiceList
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import column, holding
from canvasapp.controls.letters import BODY, STRONG
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CHIP_HEIGHT, CHIP_WIDTH, chip
from canvasapp.controls.popover import MARGIN, Popover
from canvasapp.controls.value_fields.stock import Option
from canvasapp.controls.words import Paragraph

ROW = 32
FIELD = 32
PADDING = 8
NARROWEST, WIDEST = 240, 420
GAP = 4
NOTHING = Option("", "Nothing")


class PickRows(ChoiceList[Option]):
    """Those of `chosen` have a check."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, ROW, PADDING, "Nothing fits", self._paint_option)
        self.chosen: frozenset[str] = frozenset()
        self.setAccessibleName("What can be chosen")

    def sizeHint(self) -> QSize:
        return QSize(NARROWEST, max(min(len(self.rows), ROWS), 1) * ROW)

    def _paint_option(self, painter: QPainter, option: Option, top: int) -> None:
        theme = self._look.theme
        icon_y, words_y = top + (ROW - IN_TEXT) / 2, top + (ROW - BODY.line) / 2
        if option.key in self.chosen:
            right = self.width() - PADDING - IN_TEXT
            draw_icon(painter, "check", right, icon_y, IN_TEXT, theme.ink2)
        x = PADDING + draw_sign(painter, option, PADDING, top + ROW / 2, self._look)
        if option.code:
            code = Paragraph(option.code, self._look, STRONG)
            code.draw(painter, x, words_y, theme.ink)
            x += code.width + PADDING
        room = max(self.width() - x - 2 * PADDING - IN_TEXT, 1)
        words = option.detail or option.label
        tone = theme.ink if option.key else theme.ink2
        Paragraph(words, self._look, BODY, room, 1).draw(painter, x, words_y, tone)


def draw_sign(painter: QPainter, option: Option, x: float, middle: float, look: Look) -> float:
    """The party's chip or the icon of an option; how much room that takes with the gap behind it."""
    if option.party is not None:
        rect = QRectF(x, middle - CHIP_HEIGHT / 2, CHIP_WIDTH, CHIP_HEIGHT)
        chip(painter, rect, option.party.initials, option.party.slot, look)
        return CHIP_WIDTH + PADDING
    if option.icon:
        draw_icon(painter, option.icon, x, middle - IN_TEXT / 2, IN_TEXT, look.theme.ink2)
        return IN_TEXT + PADDING
    return 0.0


class Picker(Popover):
    """Offers `options` under `anchor`. `picked` has the key of one, "" for nothing; with `own` also other words.

    With `several` it stays open, and picking a chosen one lets go of it.
    """

    picked = Signal(str)
    closed = Signal()

    def __init__(
        self,
        look: Look,
        anchor: QWidget,
        name: str,
        options: Sequence[Option],
        chosen: Sequence[str],
        *,
        several: bool = False,
        own: bool = False,
    ) -> None:
        super().__init__(look, anchor, anchor.window())
        self._anchored = anchor
        anchor.destroyed.connect(self._lose_anchor)
        self._several, self._own = several, own
        empties = [NOTHING] if chosen and not several else []
        self._options = [*empties, *options]
        self.rows = PickRows(look)
        self.rows.chosen = frozenset(chosen)
        self.field = ChoiceField()
        self.field.setFixedHeight(FIELD)
        self.field.setFont(look.font(BODY))
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText("Search, or write another" if own else "Search")
        margins = (PADDING, PADDING, PADDING, PADDING)
        self._content = holding(column(self.field, self.rows, gap=PADDING, margins=margins))
        self.hold(self._content)
        self.field.textChanged.connect(self._search)
        self.field.stepped.connect(self._step)
        self.field.entered.connect(self._pick)
        self.rows.pressed.connect(self._pick)
        self._search("")
        keys = [option.key for option in self._options]
        if chosen and chosen[0] in keys:
            self.rows.show_rows(self._options, keys.index(chosen[0]))

    def open(self) -> None:
        self._content.setFixedWidth(min(max(self._anchored.width(), NARROWEST), WIDEST))
        super().open()
        self._tell()

    def close_up(self) -> None:
        super().close_up()
        self.closed.emit()
        self.deleteLater()

    def _lose_anchor(self) -> None:
        """What it was opened from is gone, and with it the way back."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # there is one
        self.hide()
        self.deleteLater()

    def place(self, page: QWidget) -> QPoint:
        """Left edges in line, above the anchor where there is no room below."""
        corner = self._anchored.mapTo(page, QPoint(0, self._anchored.height() + GAP))
        x = min(corner.x(), page.width() - MARGIN - self.width())
        y = corner.y()
        if y + self.height() > page.height() - MARGIN:
            y = corner.y() - self._anchored.height() - 2 * GAP - self.height()
        return QPoint(max(MARGIN, x), max(MARGIN, y))

    def _search(self, text: str) -> None:
        fitting = matching(self._options, text)
        words = text.strip()
        if (
            self._own
            and words
            and all(each.label.casefold() != words.casefold() for each in fitting)
        ):
            fitting.append(Option(words, f"“{words}”"))
        self.rows.show_rows(fitting)
        self._content.setFixedHeight(FIELD + 3 * PADDING + self.rows.sizeHint().height())
        if self.isVisible():
            self.fit()
        self._tell()

    def _step(self, by: int) -> None:
        self.rows.step(by)
        self._tell()

    def _tell(self) -> None:
        """A screen reader hears which one is current."""
        now = self.rows.current
        self.field.setAccessibleDescription(now.words if now else "Nothing fits")

    def _pick(self) -> None:
        now = self.rows.current
        if now is None:
            return
        if self._several:
            self.rows.chosen ^= {now.key}
            self.rows.update()
        else:
            self.close_up()
        self.picked.emit(now.key)


def matching(options: Sequence[Option], text: str) -> list[Option]:
    """The options that have every word of the text, in their order."""
    wanted = text.casefold().split()
    found = []
    for option in options:
        said = f"{option.words} {option.detail}".casefold()
        if all(word in said for word in wanted):
            found.append(option)
    return found
