"""Asks for a few values at once and gives them together; nothing is kept before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, SECTION
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.value_fields.gathering import gathering
from canvasapp.controls.value_fields.settling import settle
from canvasapp.controls.value_fields.stock import Stock
from canvasapp.controls.value_fields.value_field import Line, Sign, ValueField
from canvasapp.controls.value_fields.written import WrittenInput
from canvasapp.controls.words import Words
from canvasapp.domain.register import Field, Value

MARGIN, GAP = 16, 12
CONFIRMS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Asked(QWidget):
    """Enter goes to the next text that is empty and confirms when there is none; Esc leaves.

    `confirmed` with what was written, by the fields' ids; what is empty is not among it.
    """

    confirmed = Signal(object)
    left = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        fields: Sequence[Field],
        stock: Callable[[], Stock],
        confirm: str,
    ) -> None:
        super().__init__()
        self._values: dict[str, Value] = {}
        self.fields = {
            each.id: ValueField(look, each, stock, gathering(each, stock, self._values, self._show))
            for each in fields
        }
        self.head, self.said = Words(look, title, SECTION, ink), Words(look, "", BODY, ink2)
        self.said.hide()
        self.refusal = Line(look)
        self.confirm = Button(look, confirm, Weight.PRIMARY)
        self.confirm.clicked.connect(self._confirm)
        cancel = Button(look, "Cancel", Weight.QUIET)
        cancel.clicked.connect(self.left)
        foot = holding(row(None, cancel, self.confirm, gap=8))
        parts = (self.head, self.said, *self.fields.values(), self.refusal, foot)
        self.setLayout(column(*parts, gap=GAP, margins=(MARGIN, MARGIN, MARGIN, MARGIN)))
        for field in self.fields.values():
            if isinstance(field.input, WrittenInput):
                field.input.writing.entered.connect(partial(self._go_on, field))

    @property
    def written(self) -> Mapping[str, Value]:
        """What is in the fields now, by their ids."""
        settle(self)
        return dict(self._values)

    def begin(self, values: Mapping[str, Value], said: str = "") -> None:
        """Asks anew, with these values to begin with; `said` stands under the title."""
        self._values.clear()
        self._values.update(values)
        self.said.say(said)
        self.said.setVisible(bool(said))
        for field_id, field in self.fields.items():
            field.show_value(self._values.get(field_id), missing=False)
        self.refuse("")
        self.enter()

    def enter(self) -> None:
        """Gives the first field the keyboard."""
        next(iter(self.fields.values())).input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self, sentence: str) -> None:
        """Says why it can not be so."""
        self.refusal.say(sentence, Sign.MISSING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the fields leave to it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in CONFIRMS:
            self._confirm()
        else:
            super().keyPressEvent(event)

    def _go_on(self, field: ValueField) -> None:
        known = list(self.fields.values())
        following = known[known.index(field) + 1 :]
        written = [each for each in following if isinstance(each.input, WrittenInput)]
        empty = [each for each in written if each.field.id not in self._values]
        if empty:
            empty[0].input.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._confirm()

    def _confirm(self) -> None:
        self.confirmed.emit(self.written)

    def _show(self, field: Field, value: Value | None) -> None:
        self.refuse("")
        self.fields[field.id].show_value(value, missing=False)
