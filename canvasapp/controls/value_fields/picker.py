"""A float with a field to search in and all that can be chosen below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from canvasapp.controls.control import ENTER
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import column, holding
from canvasapp.controls.letters import BODY, STRONG
from canvasapp.controls.look import Look
from canvasapp.controls.painting import (
    CHIP_HEIGHT,
    CHIP_WIDTH,
    CONTROL_RADIUS,
    chip,
    chosen_ground,
)
from canvasapp.controls.popover import MARGIN, Popover
from canvasapp.controls.value_fields.stock import Option
from canvasapp.controls.words import Paragraph

ROW = 32
MOST_ROWS = 9
FIELD = 32
PADDING = 8
NARROWEST, WIDEST = 240, 420
GAP = 4
NOTCH = 120
NOTHING = Option("", "Nothing")
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: MOST_ROWS - 1,
    Qt.Key.Key_PageUp: 1 - MOST_ROWS,
}


class PickRows(QWidget):
    """As many options as there is room for, one of them current; those of `chosen` have a check."""

    pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._options: list[Option] = []
        self.chosen: frozenset[str] = frozenset()
        self._first, self._at = 0, 0
        self.setMouseTracking(True)
        self.setAccessibleName("What can be chosen")

    @property
    def options(self) -> tuple[Option, ...]:
        return tuple(self._options)

    @property
    def current(self) -> Option | None:
        return self._options[self._at] if self._options else None

    def show_options(self, options: Sequence[Option], at: int = 0) -> None:
        self._options, self._first = list(options), 0
        self._go(min(at, max(len(options) - 1, 0)))

    def step(self, by: int) -> None:
        """Down or up; past the ends by one row, round."""
        if self._options:
            last = len(self._options) - 1
            over = self._at + by
            self._go(over % (last + 1) if abs(by) == 1 else min(max(over, 0), last))

    def sizeHint(self) -> QSize:
        return QSize(NARROWEST, max(min(len(self._options), MOST_ROWS), 1) * ROW)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        if row is not None:
            self._go(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go(row)
            self.pressed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        most = max(len(self._options) - MOST_ROWS, 0)
        turned = round(event.angleDelta().y() / NOTCH)
        self._first = min(max(self._first - turned, 0), most)
        self.update()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self._look.theme
            if not self._options:
                none = Paragraph("Nothing fits", self._look, BODY)
                none.draw(painter, PADDING, (ROW - BODY.line) / 2, theme.ink2)
            shown = self._options[self._first : self._first + MOST_ROWS]
            for place, option in enumerate(shown):
                self._paint_row(painter, option, place * ROW, place + self._first == self._at)

    def _paint_row(
        self,
        painter: QPainter,
        option: Option,
        top: int,
        is_current: bool,  # noqa: FBT001  # of the row
    ) -> None:
        theme = self._look.theme
        if is_current:
            chosen_ground(painter, QRectF(0, top, self.width(), ROW), CONTROL_RADIUS, theme)
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

    def _row_at(self, event: QMouseEvent) -> int | None:
        row = self._first + int(event.position().y()) // ROW
        return row if row < len(self._options) else None

    def _go(self, row: int) -> None:
        self._at = row
        self._first = min(max(self._first, row - MOST_ROWS + 1), row)
        self.update()


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


class SearchField(QLineEdit):
    """Up, Down and Enter are for the list below; Esc is for the float."""

    stepped = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


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
        self.field = SearchField()
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
            self.rows.show_options(self._options, keys.index(chosen[0]))

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
        self.rows.show_options(fitting)
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
