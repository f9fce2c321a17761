"""A bar that tells what has happened and stays until it is closed; nothing waits for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.buttons import Button, IconButton
from canvasapp.controls.icons import IN_BUTTON, draw_icon
from canvasapp.controls.layouts import row
from canvasapp.controls.look import Look
from canvasapp.controls.words import Words
from canvasapp.picture.shapes import Colour
from canvasapp.picture.theme import Theme

LEFT, RIGHT = 16, 8
ICON_GAP = 12
PADDING_Y = 6


class Notice(QWidget):
    """One sentence on a soft ground, and a button for what can be done. Hidden while there is nothing to tell."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sentence = Words(look, tone=_warn)
        self._action = Button(look, "")
        self._action.clicked.connect(self._act)
        self._act_on: Callable[[], object] = self.hide
        close = IconButton(look, "x", "Close this message", icon_size=IN_BUTTON)
        close.clicked.connect(self.hide)
        margins = (LEFT + IN_BUTTON + ICON_GAP, PADDING_Y, RIGHT, PADDING_Y)
        layout = row(self._sentence, self._action, close, gap=8, margins=margins)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; nothing while it is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def tell(self, sentence: str) -> None:
        self._sentence.say(sentence)
        self._sentence.setAccessibleName(sentence)
        self._action.hide()
        self.show()

    def offer(self, sentence: str, label: str, act: Callable[[], object]) -> None:
        """With a button, which closes the message."""
        self.tell(sentence)
        self._act_on = act
        self._action.say(label)
        self._action.show()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self._look.theme
            painter.fillRect(self.rect(), QColor(theme.warn_soft))
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
            y = (self.height() - IN_BUTTON) / 2
            draw_icon(painter, "triangle-alert", LEFT, y, IN_BUTTON, theme.warn)

    def _act(self) -> None:
        self.hide()
        self._act_on()


def _warn(theme: Theme) -> Colour:
    return theme.warn
