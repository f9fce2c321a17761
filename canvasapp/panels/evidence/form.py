"""A form for a new entry: nothing is kept before it is whole enough to be added."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button, IconButton, Weight
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, SECTION
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.surface import Rule
from canvasapp.controls.value_fields import Stock, ValueField
from canvasapp.controls.value_fields.gathering import gathering
from canvasapp.controls.value_fields.settling import settle
from canvasapp.controls.value_fields.value_field import Line, Sign
from canvasapp.controls.words import Words
from canvasapp.domain.register import Field, Register, Value, Values
from canvasapp.edits.evidence import ABOUT

GAP, MARGIN = 12, 16


class NewEntryForm(QWidget):
    """`added` when what was written shall be an entry; `file_asked` when a photo or file shall go with it."""

    added = Signal()
    left = Signal()
    file_asked = Signal()

    def __init__(
        self, look: Look, register: Register, title: str, stock: Callable[[], Stock], start: Values
    ) -> None:
        super().__init__()
        self.register = register
        self._look = look
        self._values: dict[str, Value] = dict(start)
        self.fields = {
            field.id: ValueField(
                look, field, stock, gathering(field, stock, self._values, self._show)
            )
            for field in _main_first(register)
        }
        self.refusal = Line(look)
        self.attached = Words(look, "", BODY, ink2, most=1)
        self.attach = Button(look, "Attach a photo or file", Weight.DASHED, icon="image")
        self.attach.clicked.connect(self.file_asked)
        self.setLayout(
            column(
                Rule(look),
                self._head(title),
                *self.fields.values(),
                *self._foot(),
                gap=GAP,
                margins=(MARGIN, 8, MARGIN, MARGIN),
            )
        )
        for field_id, field in self.fields.items():
            field.show_value(self._values.get(field_id), missing=False)

    @property
    def values(self) -> Values:
        """What was written, as it is kept."""
        return tuple(sorted(self._values.items()))

    def take_files(self, *, taken: bool) -> None:
        """Whether a photo or file can go with the entry."""
        self.attach.setVisible(taken)
        self.attached.setVisible(False)

    def show_file(self, name: str, *, is_coming: bool = False) -> None:
        """What is attached, or on its way."""
        self.attached.say(f"Adding {name}" if is_coming else name)
        self.attached.setVisible(bool(name))
        self.attach.say("Attach another one instead" if name else "Attach a photo or file")
        self.attach.setEnabled(not is_coming)

    def begin(self) -> None:
        """Gives the first field the keyboard."""
        next(iter(self.fields.values())).input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the fields leave to it: Esc leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def add(self) -> None:
        """Asks for what is written to be added; without its main words there is nothing to add."""
        settle(self)
        main = self.register.main
        if main is not None and main not in self._values:
            self.refusal.say(
                f"Write the {self.register.field(main).label.lower()} first.", Sign.MISSING
            )
            self.fields[main].input.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.added.emit()

    def refuse(self, sentence: str) -> None:
        """Says why it could not be added."""
        self.refusal.say(sentence, Sign.UNFIT)

    def _head(self, title: str) -> QWidget:
        close = IconButton(self._look, "x", "Leave the form", keys="Esc", icon_size=IN_BUTTON)
        close.clicked.connect(self.left)
        return holding(row(Words(self._look, title, SECTION, ink), None, close))

    def _foot(self) -> tuple[QWidget, ...]:
        add = Button(self._look, "Add", Weight.PRIMARY)
        add.setAccessibleName(f"Add {self.register.title.lower()}")
        add.clicked.connect(self.add)
        cancel = Button(self._look, "Cancel", Weight.QUIET)
        cancel.clicked.connect(self.left)
        file = holding(column(self.attached, row(self.attach, None), gap=4))
        return file, self.refusal, holding(row(None, cancel, add, gap=8))

    def _show(self, field: Field, value: Value | None) -> None:
        self.refusal.say("", Sign.HELP)
        self.fields[field.id].show_value(value, missing=False)


def _main_first(register: Register) -> list[Field]:
    """The fields in their order, the one that says the entry in words before them; what it is about is known."""
    fields = [field for field in register.fields if field.id != ABOUT]
    return sorted(fields, key=lambda field: field.id != register.main)
