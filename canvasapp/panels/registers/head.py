"""The head of the register page, and what stands there while a register has no entries."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from canvasapp.controls.buttons import Button, IconButton
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import column, row
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.room_head import RoomHead
from canvasapp.controls.words import Words
from canvasapp.domain.register import Register

FILTER, HEIGHT = 220, 32
NO_BLOCK = "No block of this board has this register: open a board that has one"


class FilterField(QLineEdit):
    """Down and Enter go on to what was found; Esc empties it first."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape:
                event.ignore()
            case _:
                super().keyPressEvent(event)


class RegisterHead(RoomHead):
    """Name and count, the filter, and what can be done with the rows."""

    def __init__(self, look: Look) -> None:
        self.filter = FilterField()
        self.filter.setFont(look.font(BODY))
        self.filter.setFixedSize(FILTER, HEIGHT)
        self.filter.setPlaceholderText("Filter")
        self.filter.setAccessibleName("Filter the rows")
        self.copy = IconButton(look, "copy", "Copy as a table", keys="Ctrl+C", icon_size=IN_BUTTON)
        self.remove = IconButton(look, "trash-2", "Remove the selected rows", icon_size=IN_BUTTON)
        self.add = Button(look, "Add", icon="plus")
        super().__init__(look, "", self.filter, 8, self.copy, 8, self.remove, 8, self.add)

    def show_register(self, register: Register, count: int, *, addable: bool) -> None:
        self.name(register.plural)
        self.say(str(count))
        self.add.setEnabled(addable)
        self.add.explain("" if addable else NO_BLOCK)
        self.remove.setEnabled(count > 0)
        self.copy.setEnabled(count > 0)


class NoRows(QWidget):
    """One sentence and one button."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._words = Words(look, "", BODY, ink2)
        self.add = Button(look, "Add the first one", icon="plus")
        self.setLayout(column(self._words, 12, row(self.add, None), None, margins=(16, 16, 16, 16)))

    def show_register(self, register: Register, *, addable: bool) -> None:
        name = register.plural[:1].upper() + register.plural[1:]
        self._words.say(f"{name}: nothing yet." if addable else f"{name}: nothing yet. {NO_BLOCK}.")
        self.add.setVisible(addable)
