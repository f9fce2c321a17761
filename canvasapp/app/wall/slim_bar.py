"""The slim bar over the wall where there is one screen only: on, back, keep, blank, to the tools, end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import row
from canvasapp.controls.look import Look
from canvasapp.controls.painting import FLOAT_DEPTH
from canvasapp.controls.surface import Float

BUTTONS = (
    ("before", "Back", "arrow-left"),
    ("next", "Next", "arrow-right"),
    ("freeze", "Freeze", "pin"),
    ("blank", "Blank", "square"),
    ("aside", "Cockpit", "panel-left"),
)


class SlimBar(Float):
    """Says what was pressed; it never has the keyboard, which is the wall's."""

    asked = Signal(str)

    def __init__(self, look: Look, wall: QWidget) -> None:
        super().__init__(look, wall)
        end = Button(look, "End presenting", Weight.PLAIN, icon="x")
        buttons = [Button(look, name, Weight.QUIET, icon=icon) for _, name, icon in BUTTONS]
        for button, key in zip(
            (*buttons, end), (*(key for key, _, _ in BUTTONS), "end"), strict=True
        ):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, asked=key: self.asked.emit(asked))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setLayout(row(*buttons, 12, end, gap=4, margins=(8, 6, 8, 6 + FLOAT_DEPTH)))
