"""The line of quick entry: Enter ends a note, and so does each end of a line in what is pasted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from canvasapp.controls.fields import HEIGHT
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look
from canvasapp.domain.listed import lines_of

LONGEST = 10_000
"""So many characters are too long for one line: Qt takes them one by one, which holds up the window."""

NARROWEST = 180


class QuickField(QLineEdit):
    """`entered` tells the lines that shall become notes, `overflowed` that there was far too much to take.

    `first` sees each key before and says whether it was its.
    """

    entered = Signal(list)
    overflowed = Signal()

    def __init__(self, look: Look, first: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._first = first
        self._kept = ""
        self.setFont(look.font(BODY))
        self.setMaxLength(2 * LONGEST)  # Qt counts in UTF-16 and cuts the rest off unsaid
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
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().text())
        elif not self._first(event):
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

    def _paste(self, text: str) -> None:
        """Several lines never come into the field: there may be very many."""
        if len(text.splitlines()) > 1:
            self._enter(text)
        elif len(text) >= LONGEST:
            self.overflowed.emit()
        else:
            self.paste()

    def _divide(self, text: str) -> None:
        """Several lines have been dropped or pasted by menu; what can not be entered leaves what was written before."""
        if len(text) >= LONGEST:
            self.setText(self._kept)
            self.overflowed.emit()
        elif "\n" in text or "\r" in text:
            self.setText(self._kept)
            self._enter(text)
        else:
            self._kept = text

    def _enter(self, text: str) -> None:
        lines = lines_of(text)
        if lines:
            self.entered.emit(lines)
