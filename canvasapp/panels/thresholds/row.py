"""One threshold: what is agreed, what was measured, and the verdict."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from canvasapp.controls.buttons import IconButton
from canvasapp.controls.icons import IN_BUTTON, IN_TEXT, draw_icon
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, SMALL, SMALL_LABEL, STRONG
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.painting import CARD_RADIUS, rounded
from canvasapp.controls.value_fields import Stock, ValueField
from canvasapp.controls.value_fields.stock import said
from canvasapp.controls.words import Words
from canvasapp.domain.entries import missing
from canvasapp.domain.records import Entry
from canvasapp.domain.register import Field, Register, Value
from canvasapp.domain.thresholds import AGREED_ON, CLOSED, is_agreed

GAP, MARGIN = 16, 16
LINES = (("criterion", "metric"), ("go_if", "no_go_if", "actual", "verdict"))
"""Which fields stand side by side."""

Keep = Callable[[str, str, Value | None, bool], str]
"""Keeps what is given to a field of an entry; the sentence that says why it can not."""


class AgreedField(QWidget):
    """A field that is closed: its name and its words, with a lock."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__()
        self._look = look
        self.words = Words(look, "", BODY, ink)
        self._field = field
        label = Words(look, field.label, SMALL_LABEL, ink2, most=1)
        head = column(label, margins=(IN_TEXT + 6, 0, 0, 0))
        words = column(self.words, margins=(IN_TEXT + 6, 6, 0, 6))
        self.setLayout(column(head, 4, holding(words)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_value(self, value: Value | None) -> None:
        words = str(value or "")
        self.words.say(said(words) if self._field.choices else words)
        self.words.setAccessibleName(f"{self._field.label}, agreed: {words}")

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_icon(painter, "lock", 0, 1, IN_TEXT, self._look.theme.ink2)


class ThresholdRow(QWidget):
    """A card; its fields are made anew when it is agreed or reopened."""

    thread_asked = Signal()
    removed = Signal()

    def __init__(
        self,
        look: Look,
        register: Register,
        entry: Entry,
        stock: Callable[[], Stock],
        keep: Keep,
    ) -> None:
        super().__init__()
        self.agreed = is_agreed(entry)
        self._look, self._register, self._stock = look, register, stock
        self._keep = partial(keep, entry.id)
        self.fields: dict[str, ValueField] = {}
        self.closed: dict[str, AgreedField] = {}
        self._day = Words(look, "", SMALL, ink2, most=1)
        lines = [self._line(names) for names in LINES]
        margins = (MARGIN, 12, MARGIN, MARGIN)
        self.setLayout(column(self._head(entry.code), *lines, gap=12, margins=margins))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_entry(self, entry: Entry) -> None:
        empty = missing(self._register, entry, None)
        for field_id, field in self.fields.items():
            field.show_value(entry.get(field_id), missing=field.field in empty)
        for field_id, closed in self.closed.items():
            closed.show_value(entry.get(field_id))
        day = entry.get(AGREED_ON)
        self._day.say(f"Agreed on {day}" if day else "Not agreed yet")

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self._look.theme
            rounded(painter, QRectF(self.rect()), CARD_RADIUS, theme.sheet, theme.line)

    def _head(self, code: str) -> QBoxLayout:
        look = self._look
        thread = IconButton(
            look, "flask-conical", f"Evidence and decisions about {code}", icon_size=IN_BUTTON
        )
        thread.clicked.connect(self.thread_asked)
        remove = IconButton(look, "trash-2", f"Remove {code}", icon_size=IN_BUTTON)
        remove.clicked.connect(self.removed)
        remove.setVisible(not self.agreed)
        return row(Words(look, code, STRONG, ink), 12, self._day, None, thread, remove)

    def _line(self, names: tuple[str, ...]) -> QBoxLayout:
        line = row(gap=GAP)
        for name in names:
            line.addWidget(self._made(self._register.field(name)), 1, Qt.AlignmentFlag.AlignTop)
        return line

    def _made(self, field: Field) -> QWidget:
        if self.agreed and field.id in CLOSED:
            self.closed[field.id] = AgreedField(self._look, field)
            return self.closed[field.id]
        self.fields[field.id] = ValueField(
            self._look, field, self._stock, partial(self._keep, field.id)
        )
        return self.fields[field.id]
