"""The head of the panel: kind and code, what the entry says, and how much of it is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import IconButton
from canvasapp.controls.icons import IN_BUTTON, IN_TEXT, draw_icon
from canvasapp.controls.layouts import column, row
from canvasapp.controls.letters import BODY, PANEL_TITLE, SMALL
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.painting import rounded
from canvasapp.controls.value_fields.value_field import Line, Sign
from canvasapp.controls.value_fields.written import WrittenInput
from canvasapp.controls.words import Paragraph, Words
from canvasapp.domain.register import Field, FieldType, Register, Value

BAR = 4
ICON_ROOM = 24
MARGIN = 16
TITLE_OUT = 10
"""How far the title reaches out to the left, so that its letters stand in line with the rest, in px."""

MOST_TITLE = 4
STRONG_SMALL = replace(SMALL, weight=600)


Give = Callable[[Field, Value | None, bool], str]
"""Keeps a value of a field, perhaps in the place of the last one; the sentence that says why it can not."""


class Kind(QWidget):
    """An icon, and what kind of entry this is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.words = Words(look, "", BODY, ink2, most=1)
        self.setLayout(column(self.words, margins=(ICON_ROOM, 0, 0, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            y = (self.height() - IN_TEXT) / 2
            draw_icon(painter, "file-text", 0, y, IN_TEXT, self._look.theme.ink2)


class Progress(QWidget):
    """A bar that fills with what is there, how much is missing, and what."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._missing: tuple[Field, ...] = ()
        self._asked = 0
        self.setFixedHeight(BAR + 8 + SMALL.line)

    def show_missing(self, missing: tuple[Field, ...], asked: int) -> None:
        self._missing, self._asked = missing, asked
        names = ", ".join(field.label for field in missing)
        self.setAccessibleName(f"{self._said}: {names}" if names else self._said)
        self.setVisible(asked > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme, width = self._look.theme, float(self.width())
            rounded(painter, QRectF(0, 0, width, BAR), BAR / 2, theme.press)
            there = width * (self._asked - len(self._missing)) / max(self._asked, 1)
            if there:
                rounded(painter, QRectF(0, 0, there, BAR), BAR / 2, theme.ink)
            y = BAR + 8
            said = Paragraph(self._said, self._look, STRONG_SMALL)
            said.draw(painter, 0, y, theme.gap if self._missing else theme.ink2)
            names = ", ".join(field.label for field in self._missing)
            room = max(width - said.width - MARGIN, 1)
            which = Paragraph(names, self._look, SMALL, room, 1)
            which.draw(painter, width - which.width, y, theme.ink2)

    @property
    def _said(self) -> str:
        if self._missing:
            return f"{len(self._missing)} of {self._asked} missing"
        return "Nothing is missing"


class EntryHead(QWidget):
    """Its title is the entry's main field, to be written in place; where the kind has none, it only says it."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.kind, self.progress = Kind(look), Progress(look)
        self.more = IconButton(look, "ellipsis", "More for this entry", icon_size=IN_BUTTON)
        close = IconButton(look, "x", "Close the entry", icon_size=IN_BUTTON)
        close.clicked.connect(self.closed)
        self.title = Words(look, "", PANEL_TITLE, ink, most=MOST_TITLE)
        self.writing: WrittenInput | None = None
        self.line = Line(look)
        self._place = column(margins=(MARGIN - TITLE_OUT, 0, MARGIN - TITLE_OUT, 0))
        self._told = column(self.title, margins=(TITLE_OUT, 4, TITLE_OUT, 4))
        self._place.addLayout(self._told)
        self._place.addWidget(self.line)
        bar = row(self.kind, None, self.more, close, margins=(MARGIN, 0, 12, 0))
        under = column(self.progress, margins=(MARGIN, 8, MARGIN, 12))
        self.setLayout(column(12, bar, 4, self._place, under))

    def begin(self, register: Register, give: Give) -> None:
        """Makes room for an entry of this register, whose main field goes to `give`."""
        if self.writing is not None:
            self.writing.hide()
            self.writing.deleteLater()
            self.writing = None
        self.line.say("", Sign.UNFIT)
        main = register.field(register.main) if register.main else None
        if main is not None:
            field = replace(main, type=FieldType.TEXT)
            self.writing = WrittenInput(self._look, field, PANEL_TITLE, flat=True)
            self._place.insertWidget(0, self.writing)
            self.writing.given.connect(lambda given: self._take(field, given, give))
        self.title.setVisible(main is None)

    def show_title(self, title: Value | None, code: str, register: Register) -> None:
        self.kind.words.say(f"{register.title} {code}")
        if self.writing is not None:
            self.writing.show_value(title)
            self.writing.show_missing(missing=title is None)
        else:
            self.title.say(str(title or register.title))

    def _take(self, field: Field, given: Value | None, give: Give) -> None:
        if self.writing is not None:
            sentence = give(field, given, self.writing.again)
            self.line.say(sentence, Sign.UNFIT)
            if not sentence:
                self.writing.accept()
