"""What every input of a field does: it shows a value, gives another one, and is seen to be missing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from canvasapp.controls.layouts import column
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.painting import CONTROL_RADIUS, rounded
from canvasapp.controls.value_fields.stock import said
from canvasapp.controls.value_fields.values import text_of
from canvasapp.controls.words import Words
from canvasapp.domain.register import Field, Value

HEIGHT = 32
PADDING = 10
RING = 2.0
FOLLOWS = "Follows from the other fields"


class Input(QWidget):
    """Its subclasses show a value, and emit `given` when a person has given another one."""

    given = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.missing = False
        self.again = False
        """Whether what is given takes the place of what was just given: it is still being typed."""

    @property
    def is_typed_in(self) -> bool:
        """Whether somebody is about to type in it."""
        return False

    def accept(self) -> None:
        """What was given is kept now."""

    def show_missing(self, *, missing: bool) -> None:
        if missing != self.missing:
            self.missing = missing
            self.update()
            for part in self.findChildren(QWidget):
                part.update()


class ShownInput(Input):
    """What follows from other fields: it is read, and given by nobody."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__(look)
        self.words = Words(look, "", BODY, ink2)
        self.words.setAccessibleName(field.label)
        self.setLayout(column(self.words))

    def show_value(self, value: Value | None) -> None:
        self.words.say(said(text_of(value)) or FOLLOWS)

    def describe(self, description: str) -> None:
        self.words.setAccessibleDescription(description)


def frame(
    painter: QPainter, rect: QRectF, look: Look, *, focused: bool, missing: bool, lit: bool = False
) -> None:
    """The outline of an input: dashed while its value is missing, with a ring while it has the keyboard."""
    theme = look.theme
    if focused:
        rounded(painter, rect, CONTROL_RADIUS, theme.raised, theme.accent, width=RING)
    else:
        ground = theme.hover if lit else theme.raised
        edge = theme.gap if missing else theme.field
        rounded(painter, rect, CONTROL_RADIUS, ground, edge, dashed=missing)
