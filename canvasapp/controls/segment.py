"""A choice of a few, all in sight."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.letters import LABEL
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CHOSEN_EDGE, CONTROL_RADIUS, FLOAT_RADIUS, mark, rounded
from canvasapp.controls.words import Paragraph
from canvasapp.domain.template import Perspective

HEIGHT = 32
INSET = 2
PADDING, TIGHT = 12, 5
MARK, MARK_GAP = 8, 7
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)

Option = tuple[str, str]
"""A value and what it is called."""


class Segment(QWidget):
    """Options side by side, one of them chosen. Tab enters at the chosen one, arrows choose."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[Option],
        value: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, INSET, INSET, INSET)
        row.setSpacing(0)
        self._options = {value: _Option(look, label, name) for value, label in options}
        for each, button in self._options.items():
            row.addWidget(button, 1)
            button.clicked.connect(lambda _=False, each=each: self.choose(each))
        self.value = value
        self._mark_chosen()

    def choose(self, value: str) -> None:
        self.show_chosen(value)
        self.chosen.emit(value)

    def mark(self, value: str, perspective: Perspective) -> None:
        """The option's words have the sign of a perspective before them."""
        self._options[value].perspective = perspective

    def keep_words(self) -> None:
        """Each option is as wide as its words need, instead of all alike."""
        for button in self._options.values():
            button.setMinimumWidth(button.sizeHint().width())

    def explain(self, value: str, text: str, keys: str) -> None:
        """What the option's tip says, and the keys that choose it."""
        self._options[value].explain(text, keys)

    def show_chosen(self, value: str) -> None:
        """Marks an option that was chosen elsewhere."""
        self.value = value
        self._mark_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        values = list(self._options)
        self.choose(values[(values.index(self.value) + step) % len(values)])
        self._options[self.value].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), FLOAT_RADIUS, self._look.theme.press)

    def _mark_chosen(self) -> None:
        stop = self.value if self.value in self._options else next(iter(self._options))
        for value, button in self._options.items():
            button.setChecked(value == self.value)
            policy = Qt.FocusPolicy.TabFocus if value == stop else Qt.FocusPolicy.NoFocus
            button.setFocusPolicy(policy)


class FewChoices(Segment):
    """A segment in which nothing may be chosen. Arrows only go from one to the next.

    What is chosen is let go of when it is pressed again, or with Delete.
    """

    def __init__(self, look: Look, name: str, options: Sequence[Option]) -> None:
        super().__init__(look, name, options, "")
        self.missing = False
        for button in self._options.values():
            button.setMinimumWidth(button.sizeHint().width() - 2 * (PADDING - TIGHT))

    @property
    def least(self) -> int:
        """The width in px that the words need."""
        return sum(each.minimumWidth() for each in self._options.values()) + 2 * INSET

    def choose(self, value: str) -> None:
        super().choose("" if value == self.value else value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        buttons = list(self._options.values())
        here = next((place for place, each in enumerate(buttons) if each.hasFocus()), 0)
        if key in STEPS:
            buttons[(here + STEPS[key]) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in CLEARS and self.value:
            self.choose(self.value)
        else:
            QWidget.keyPressEvent(self, event)

    def describe(self, description: str) -> None:
        """What a screen reader adds to the name of each option."""
        for button in self._options.values():
            button.setAccessibleDescription(description)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.missing:
            with QPainter(self) as painter:
                rect, gap = QRectF(self.rect()), self._look.theme.gap
                rounded(painter, rect, FLOAT_RADIUS, None, gap, dashed=True)


class _Option(Control):
    def __init__(self, look: Look, label: str, group: str) -> None:
        super().__init__(look, f"{group}: {label}")
        self.setCheckable(True)
        self._label = Paragraph(label, look, LABEL)
        self.perspective: Perspective | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(math.ceil(self._width) + 2 * PADDING, HEIGHT - 2 * INSET)

    @property
    def _width(self) -> float:
        """Of what stands on it, in px."""
        return self._label.width + (MARK + MARK_GAP if self.perspective else 0)

    def nextCheckState(self) -> None:
        """Only the segment says who is checked."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            ground = theme.raised if self.isChecked() else self.ground()
            outlined = self.isChecked() and theme.plain_paper  # there grounds hardly differ
            edge = theme.accent if outlined else None
            rounded(painter, QRectF(self.rect()), CONTROL_RADIUS, ground, edge, width=CHOSEN_EDGE)
            colour = theme.ink if self.isChecked() or self.underMouse() else theme.ink2
            x = (self.width() - self._width) / 2
            if self.perspective:
                mark(painter, self.perspective, x, self.height() / 2, MARK, theme)
                x += MARK + MARK_GAP
            self._label.draw(painter, x, (self.height() - LABEL.line) / 2, colour)
