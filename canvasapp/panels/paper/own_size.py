"""A field for the size of paper that has no name; under it stands how to write one, or why one can not be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from canvasapp.controls.control import ENTER
from canvasapp.controls.layouts import column
from canvasapp.controls.letters import BODY, SMALL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.words import Words
from canvasapp.export import ExportError
from canvasapp.export.paper import OWN, paper_size

HEIGHT = 32
HINT = "Width × height, such as 600 × 400 mm or 24 × 36 in"


class SizeLine(QLineEdit):
    """Given with Enter, and when one leaves it."""

    given = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.given.emit(self.text().strip())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.given.emit(self.text().strip())


class OwnSize(QWidget):
    """`given` has a size that can be read."""

    given = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.line = SizeLine()
        self.line.setFixedHeight(HEIGHT)
        self.line.setFont(look.font(BODY))
        self.line.setAccessibleName("Own size of the paper")
        self.line.given.connect(self._take)
        self._hint = Words(look, HINT, SMALL, ink2)
        self.setLayout(column(self.line, 4, self._hint))

    def show_size(self, size: str) -> None:
        if not self.line.hasFocus():
            self.line.setText(size)
            self._say(HINT)

    def _take(self, size: str) -> None:
        try:
            paper_size(size)
        except ExportError as error:
            self._say(str(error) if OWN.fullmatch(size) else HINT)
        else:
            self._say(HINT)
            self.given.emit(size)

    def _say(self, sentence: str) -> None:
        self._hint.say(sentence)
        self.line.setAccessibleDescription(sentence)
