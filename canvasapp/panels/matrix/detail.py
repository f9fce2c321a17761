"""The assumption that is chosen: its fields, and the ways to its note and its thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, SECTION
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.surface import Scroll, Surface
from canvasapp.controls.value_fields import Stock, ValueField
from canvasapp.controls.words import Words
from canvasapp.domain.entries import missing
from canvasapp.domain.records import Entry
from canvasapp.domain.register import Register, Value

WIDTH = 344
MARGIN, GAP = 16, 14
UNSHOWN = ("votes",)

Keep = Callable[[str, str, Value | None, bool], str]
"""Keeps what is given to a field of an entry; the sentence that says why it can not."""


class AssumptionDetail(Surface):
    """`note_asked`, `thread_asked` and `removed` with the entry's id."""

    note_asked = Signal(str)
    thread_asked = Signal(str)
    removed = Signal(str)

    def __init__(
        self, look: Look, register: Register, stock: Callable[[], Stock], keep: Keep
    ) -> None:
        super().__init__(look, Qt.Edge.LeftEdge)
        self._register, self._stock, self._keep = register, stock, keep
        self.shown = ""
        self.fields: dict[str, ValueField] = {}
        self._form: QWidget | None = None
        self.note_button = Button(look, "Show its note", icon="sticky-note")
        self.thread_button = Button(look, "Evidence and decisions", icon="flask-conical")
        self.setFixedWidth(WIDTH)
        self._room = column(margins=(1, 0, 0, 0))
        self.setLayout(self._room)
        self.say("")

    def say(self, sentence: str) -> None:
        """Words instead of an assumption."""
        self.shown, self.fields = "", {}
        words = Words(self.look, sentence, BODY, ink2)
        self._fill(holding(column(words, None, margins=(MARGIN, MARGIN, MARGIN, MARGIN))))

    def show_entry(self, entry: Entry, *, has_note: bool) -> None:
        if entry.id != self.shown:
            self._make(entry)
        self.note_button.setVisible(has_note)
        empty = missing(self._register, entry, None)
        for field_id, field in self.fields.items():
            field.show_value(entry.get(field_id), missing=field.field in empty)

    def begin(self) -> None:
        """Gives the words of the assumption the keyboard."""
        if self._register.main in self.fields:
            field = self.fields[self._register.main or ""]
            field.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make(self, entry: Entry) -> None:
        look, self.shown = self.look, entry.id
        self.fields = {
            each.id: ValueField(look, each, self._stock, partial(self._keep, entry.id, each.id))
            for each in self._register.fields
            if each.id not in UNSHOWN
        }
        head = Words(look, f"{self._register.title} {entry.code}", SECTION, ink)
        margins = (MARGIN, MARGIN, MARGIN, MARGIN)
        form = column(head, *self.fields.values(), gap=GAP, margins=margins)
        form.addLayout(self._ways(entry.id))
        form.addStretch(1)
        self._fill(Scroll(holding(form)))

    def _ways(self, entry_id: str) -> QBoxLayout:
        look = self.look
        self.note_button = Button(look, "Show its note", icon="sticky-note")
        self.note_button.clicked.connect(lambda: self.note_asked.emit(entry_id))
        self.thread_button = Button(look, "Evidence and decisions", icon="flask-conical")
        self.thread_button.clicked.connect(lambda: self.thread_asked.emit(entry_id))
        remove = Button(look, "Remove", Weight.QUIET, icon="trash-2")
        remove.setAccessibleName("Remove the assumption")
        remove.clicked.connect(lambda: self.removed.emit(entry_id))
        return column(
            row(self.thread_button, None), row(self.note_button, None), row(remove, None), gap=8
        )

    def _fill(self, content: QWidget) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        self._form = content
        self._room.addWidget(content)
