"""Two lines in which one writes who made a file and of which day it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from canvasapp.controls.control import ENTER
from canvasapp.controls.fields import LONGEST
from canvasapp.controls.layouts import column
from canvasapp.controls.letters import BODY, SMALL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.value_fields.written import month_first
from canvasapp.controls.words import Words
from canvasapp.panels.paper.choosing import SECTION, labelled
from canvasapp.panels.paper.imprint import Imprint

HEIGHT = 32
HINT = "A day such as 2026-05-31 or 31 May; empty for none"


class ImprintLine(QLineEdit):
    """What is written counts at once; `ended` with Enter, and when the keyboard goes elsewhere."""

    ended = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.setFont(look.font(BODY))
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ended.emit()


class ImprintFields(QWidget):
    """`changed` has the imprint as somebody wrote it."""

    changed = Signal(object)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self.value, self._today = Imprint(), today
        self.author = ImprintLine(look, "Author")
        self.day = ImprintLine(look, "Date")
        self.author.textEdited.connect(self._take_author)
        self.day.textEdited.connect(self._take_day)
        self.day.ended.connect(self._say_day)
        self._hint = Words(look, HINT, SMALL, ink2)
        self._hint.hide()
        self._author = labelled(look, "Author", self.author)
        self._day = labelled(look, "Date", self.day)
        self.setLayout(column(self._author, SECTION - 4, self._day, 4, self._hint))

    def show_imprint(self, imprint: Imprint) -> None:
        """A line in which somebody writes stays as it is."""
        self.value = imprint
        if not self.author.hasFocus():
            self.author.setText(imprint.author)
        if not self.day.hasFocus():
            self._say_day()

    def ask(self, *, author: bool, day: bool) -> None:
        """Which of them the file has a place for."""
        self._author.setVisible(author)
        self._day.setVisible(day)
        self.setVisible(author or day)

    def _take_author(self, text: str) -> None:
        self._take(replace(self.value, author=text.strip()))

    def _take_day(self, text: str) -> None:
        taken = self.value.with_day(text, self._today(), month_first=month_first())
        self._warn(wrong=taken is None)
        if taken is not None:
            self._take(taken)

    def _take(self, imprint: Imprint) -> None:
        if imprint != self.value:
            self.value = imprint
            self.changed.emit(imprint)

    def _say_day(self) -> None:
        """As it is kept, in the place of what was written."""
        self.day.setText(self.value.said)
        self._warn(wrong=False)

    def _warn(self, *, wrong: bool) -> None:
        """Says how a day is written while what stands there is none; the last one counts on."""
        self._hint.setVisible(wrong)
        self.day.setAccessibleDescription(HINT if wrong else "")
