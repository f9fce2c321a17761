"""The line of quick entry: Enter ends a note, and so does each end of a line in what is pasted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from canvasapp.controls.fields import HEIGHT
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look

LONGEST = 2_000_000
"""More characters are not taken at a time."""

NARROWEST = 180


class QuickField(QLineEdit):
    """`entered` tells the lines that shall become notes; `first` sees each key before and says whether it was its."""

    entered = Signal(list)

    def __init__(self, look: Look, first: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._first = first
        self._kept = ""
        self.setFont(look.font(BODY))
        self.setMaxLength(LONGEST)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(NARROWEST)
        self.setAccessibleName("New note")
        self.setPlaceholderText("Type a note, then Enter")
        self.returnPressed.connect(lambda: self._enter(self.text()))
        self.textChanged.connect(self._divide)
        self.installEventFilter(self)

    def empty(self) -> None:
        """What was written has become a note: it can not be undone here any more."""
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._first(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """With nothing written, undo and redo are the board's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            turns = event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            )
            if turns and not self.text():
                event.ignore()
                return True
        return False

    def _divide(self, text: str) -> None:
        """Several lines have been pasted or dropped; what can not be entered leaves what was written before."""
        if "\n" not in text and "\r" not in text:
            self._kept = text
            return
        self.setText(self._kept)
        self._enter(text)

    def _enter(self, text: str) -> None:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if lines:
            self.entered.emit(lines)
