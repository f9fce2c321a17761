"""Editing a cell in place: typed over it, or chosen from a list below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.look import Look
from canvasapp.controls.value_fields import Stock
from canvasapp.controls.value_fields.picked import SEVERAL
from canvasapp.controls.value_fields.picker import Picker
from canvasapp.controls.value_fields.stock import Option, said
from canvasapp.controls.value_fields.value_field import PICKED, steps_of
from canvasapp.controls.value_fields.written import WrittenInput
from canvasapp.domain.register import Field, FieldType, Value

Give = Callable[[Value | None, bool], str]
"""Keeps the value; the sentence that says why it can not. The second: in the place of what was just kept."""

NARROWEST = 200


class CellInput(WrittenInput):
    """Esc brings back what was there and closes it."""

    closed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        if self.is_typed_anew:
            super().keyPressEvent(event)
        event.accept()
        self.closed.emit()


class CellEditor(QObject):
    """At most one cell of `table` is edited at a time. `refuse` tells why a value can not be kept."""

    def __init__(self, look: Look, table: QWidget, refuse: Callable[[str], object]) -> None:
        super().__init__(table)
        self._look, self._table, self._refuse = look, table, refuse
        self.input: CellInput | None = None
        self.picker: Picker | None = None
        self._anchor = QWidget(table)
        self._anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def begin(
        self, field: Field, value: Value | None, rect: QRect, stock: Stock, give: Give
    ) -> None:
        """`rect` is the cell, in the table."""
        self.end()
        if field.type is FieldType.COMPUTED:
            self._refuse(f"{field.label} follows from the other fields: change those.")
        elif field.type in PICKED or options_of(field):
            self._pick(field, value, rect, stock, give)
        else:
            self._write(field, value, rect, give)

    def end(self) -> None:
        """Keeps what is typed, as far as it fits, and closes."""
        editing, self.input = self.input, None
        if editing is not None:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)  # which gives what was typed
            editing.hide()
            editing.deleteLater()

    def _write(self, field: Field, value: Value | None, rect: QRect, give: Give) -> None:
        editing = CellInput(self._look, field)
        editing.setParent(self._table)
        editing.show_value(value)
        editing.given.connect(lambda given: self._take(editing, give, given))
        editing.writing.entered.connect(lambda: self._close(editing))
        editing.writing.left.connect(lambda: self._close(editing))
        editing.closed.connect(self.end)
        editing.move(rect.topLeft())
        editing.setFixedWidth(max(rect.width(), NARROWEST))
        editing.show()
        editing.raise_()
        self.input = editing
        editing.writing.selectAll()
        editing.writing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, editing: CellInput, give: Give, given: Value | None) -> None:
        sentence = give(given, editing.again)
        if sentence:
            self._refuse(sentence)
        else:
            editing.accept()

    def _close(self, editing: CellInput) -> None:
        """What could not be kept stays typed."""
        if editing is self.input and not editing.is_changed:
            self.end()

    def _pick(
        self, field: Field, value: Value | None, rect: QRect, stock: Stock, give: Give
    ) -> None:
        self._anchor.setGeometry(rect)
        chosen = [_key(value)] if not isinstance(value, tuple) else list(value)
        several = field.type in SEVERAL
        options, values = stock.options(field), dict[str, Value]()
        if field.type not in PICKED:
            values = options_of(field)
            options = [Option(key, said(key), detail=field.name_of(values[key])) for key in values]
        self.picker = Picker(
            self._look,
            self._anchor,
            f"Choose: {field.label}",
            options,
            [key for key in chosen if key],
            several=several,
            own=field.type is FieldType.OPEN_CHOICE,
        )

        def take(key: str) -> None:
            if several:
                chosen[:] = [e for e in chosen if e not in ("", key)] + [key] * (key not in chosen)
                self._tell(give(tuple(chosen) or None, False))
            else:
                self._tell(give(values.get(key, key) or None if key else None, False))

        self.picker.picked.connect(take)
        self.picker.open()

    def _tell(self, sentence: str) -> None:
        if sentence:
            self._refuse(sentence)


def options_of(field: Field) -> dict[str, Value]:
    """What a field offers that has only a few values: yes and no, or the numbers of a scale."""
    if field.type is FieldType.BOOL:
        return {"yes": True, "no": False}
    steps = steps_of(field) if field.type is FieldType.INT else None
    return {str(step): float(step) for step in steps or ()}


def _key(value: Value | None) -> str:
    """The key of the option that stands for the value."""
    match value:
        case None | ():
            return ""
        case bool():
            return "yes" if value else "no"
        case float() | int():
            return str(int(value))
    return str(value)
