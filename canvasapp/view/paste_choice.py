"""Asks at the board what a pasted table shall become. It holds up nothing: Esc or a press elsewhere pastes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.layouts import column, holding
from canvasapp.controls.letters import KEYS, LABEL, SMALL, SMALL_LABEL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.painting import rounded
from canvasapp.controls.popover import MARGIN, Popover
from canvasapp.controls.rows import step_through
from canvasapp.controls.words import Paragraph, Words
from canvasapp.picture.theme import Theme

WIDTH, HEIGHT = 288, 48
PADDING, EDGE = 12, 6


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to paste a table, what it is called, and what comes of it."""

    id: str
    label: str
    meaning: str


CHOICES = (
    Choice("notes", "Notes", "A note for each cell, in the lane there"),
    Choice("grid", "Keep the grid", "Notes in rows and columns as they are"),
    Choice("columns", "Columns are blocks", "Each column’s notes in a block"),
)

Ways = Mapping[str, Callable[[], object]]
"""What each choice does, by its id."""


class PasteChoice(Popover):
    """Lies over `view`. `perform` does what was chosen, or tells why not."""

    def __init__(
        self, view: QWidget, theme: Theme, perform: Callable[[Callable[[], object]], object]
    ) -> None:
        super().__init__(Look(theme), None, view)
        self._perform = perform
        self._at = QPoint()
        self._ways: Ways = {}
        self._rows: list[_Row] = []
        self.setAccessibleName("Paste the table as")

    def wear(self, theme: Theme) -> None:
        self.look.theme = theme
        self.update()

    def ask(self, at: QPoint, ways: Ways) -> None:
        """At a place of the view, in logical pixels."""
        if self.isVisible():
            self.close_up()
        self._at, self._ways = at, ways
        self.hold(self._written())
        self.open()

    def place(self, page: QWidget) -> QPoint:
        x = min(self._at.x(), page.width() - MARGIN - self.width())
        y = min(self._at.y(), page.height() - MARGIN - self.height())
        return QPoint(max(MARGIN, x), max(MARGIN, y))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key goes on to the board."""
        number = event.key() - Qt.Key.Key_1.value
        if 0 <= number < len(CHOICES):
            self._choose(CHOICES[number].id)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            step_through(self._rows, event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  # Qt's name
        """Tab goes round in here: the board keeps Tab for its notes."""
        here = [row.hasFocus() for row in self._rows].index(True)
        row = self._rows[(here + (1 if next else -1)) % len(self._rows)]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _written(self) -> QWidget:
        self._rows = [_Row(self.look, at, choice) for at, choice in enumerate(CHOICES, start=1)]
        for row, choice in zip(self._rows, CHOICES, strict=True):
            row.clicked.connect(partial(self._choose, choice.id))
        title = Words(self.look, "Paste the table as", SMALL_LABEL, ink2, most=1)
        head = column(title, margins=(PADDING, 6, PADDING, 6))
        return holding(column(head, *self._rows, margins=(EDGE, EDGE, EDGE, EDGE)))

    def _choose(self, choice_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self.close_up()
        self._perform(self._ways[choice_id])


class _Row(Control):
    """A choice with its number, which is its key."""

    def __init__(self, look: Look, number: int, choice: Choice) -> None:
        super().__init__(look, choice.label)
        self._label = Paragraph(choice.label, look, LABEL)
        self._meaning = Paragraph(choice.meaning, look, SMALL)
        self._number = Paragraph(str(number), look, KEYS)
        self.setAccessibleDescription(choice.meaning)
        self.setFixedHeight(HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        top = (HEIGHT - LABEL.line - SMALL.line) / 2
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), self.radius, self.ground())
            self._label.draw(painter, PADDING, top, theme.ink)
            self._meaning.draw(painter, PADDING, top + LABEL.line, theme.ink2)
            x = self.width() - PADDING - self._number.width
            self._number.draw(painter, x, (HEIGHT - KEYS.line) / 2, theme.ink2)
