"""A choice of some of which the chosen one is in sight: a field that drops a menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look
from canvasapp.controls.menus import Menu, place_under
from canvasapp.controls.painting import edge_width, rounded
from canvasapp.controls.segment import Option
from canvasapp.controls.words import Paragraph

HEIGHT = 32
PADDING, GAP = 10, 4
LEAST = 72


class DropDown(Control):
    """`chosen` has the value of what was chosen in the menu. Down opens it too."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[Option],
        value: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name, parent)
        self._name, self._label, self.value = name, "", value
        self._options: tuple[Option, ...] = ()
        self.menu = Menu(look, name, self, marked=True)
        self.menu.aboutToShow.connect(self._fill)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open)
        self.offer(options, value)

    def offer(self, options: Sequence[Option], value: str, said: str = "") -> None:
        """These can be chosen, one of them is. `said` stands for it where that is more than its name."""
        self._options, self.value = tuple(options), value
        self._label = said or next((label for each, label in options if each == value), "")
        self.setAccessibleName(f"{self._name}: {self._label}")
        self.update()

    def open(self) -> None:
        self._fill()  # its size says where there is room for it
        self.menu.setMinimumWidth(self.width())
        self.menu.popup(place_under(self, self.menu))
        now = next((each for each in self.menu.actions() if each.isChecked()), None)
        if now is not None:
            self.menu.setActiveAction(now)

    def cut_words(self) -> str:
        return self._label if self._words().is_cut else ""

    def sizeHint(self) -> QSize:
        return QSize(LEAST, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, lit = self.look.theme, self.underMouse() or self.isDown()
        with QPainter(self) as painter:
            ground = theme.hover if lit else theme.raised
            width = edge_width(theme, hovered=lit)
            rounded(painter, QRectF(self.rect()), self.radius, ground, theme.field, width=width)
            self._words().draw(painter, PADDING, (self.height() - BODY.line) / 2, theme.ink)
            x = self.width() - PADDING - IN_TEXT
            y = (self.height() - IN_TEXT) / 2
            draw_icon(painter, "chevron-down", x, y, IN_TEXT, theme.ink2)

    def _fill(self) -> None:
        """When it opens, and not when something else is chosen: an entry that was pressed must outlive that."""
        self.menu.clear()
        for value, label in self._options:
            entry = self.menu.add_name(label)
            entry.setCheckable(True)
            entry.setChecked(value == self.value)
            entry.triggered.connect(partial(self._choose, value))

    def _choose(self, value: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # as Qt tells
        self.chosen.emit(value)

    def _words(self) -> Paragraph:
        room = max(self.width() - 2 * PADDING - GAP - IN_TEXT, 1)
        return Paragraph(self._label, self.look, BODY, room, 1)
