"""The bar in which one says what to find; it floats over the board and holds up nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QLineEdit

from canvasapp.controls.buttons import Button, IconButton, Weight
from canvasapp.controls.fields import HEIGHT, LONGEST
from canvasapp.controls.icons import IN_BUTTON, draw_icon
from canvasapp.controls.layouts import row
from canvasapp.controls.letters import BODY, COUNT
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.painting import CARD_RADIUS, FLOAT_DEPTH
from canvasapp.controls.surface import Float
from canvasapp.controls.words import Words

WIDEST, NARROWEST_FIELD = 560, 120
"""In px."""
LEFT, PADDING, ICON_GAP = 14, 6, 10
FOUND_ROOM = 88
"""So that the field stays as wide as it is while the figures change."""

STEPS = {
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
}


class FindField(QLineEdit):
    """Enter and Down ask for the next, Shift with Enter and Up for the one before, Esc for the end."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in STEPS:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else STEPS[key])
        else:
            super().keyPressEvent(event)


class FindBar(Float):
    """Tells what is typed and pressed, and says what it is told."""

    sought = Signal(str)
    stepped = Signal(int)
    elsewhere_asked = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, radius=CARD_RADIUS)
        self.field = FindField()
        self.field.setFont(look.font(BODY))
        self.field.setFixedHeight(HEIGHT)
        self.field.setMinimumWidth(NARROWEST_FIELD)
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName("Find")
        self.field.setPlaceholderText("Find notes, parties, blocks, questions")
        self._found = Words(look, "", COUNT, ink2, most=1)
        self._found.setMinimumWidth(FOUND_ROOM)
        self.elsewhere = Button(look, "", Weight.LINK)
        self.before = IconButton(look, "chevron-up", "Match before", keys="Shift+F3")
        self.after = IconButton(look, "chevron-down", "Next match", keys="F3")
        self.close_button = IconButton(look, "x", "Close find", icon_size=IN_BUTTON)
        margins = (LEFT + IN_BUTTON + ICON_GAP, PADDING, PADDING, PADDING + FLOAT_DEPTH)
        ends = row(self.before, self.after, self.close_button)
        layout = row(self.field, self._found, self.elsewhere, ends, gap=10, margins=margins)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._wire()
        self.say("", steps=False)
        self.hide()

    @property
    def found(self) -> str:
        """What it says of how many were found."""
        return self._found.text()

    def say(self, found: str, *, steps: bool) -> None:
        """How many were found; with `steps` there are others to go to."""
        self._found.say(found)
        self._found.setAccessibleName(found)
        self.field.setAccessibleDescription(found)
        self.before.setEnabled(steps)
        self.after.setEnabled(steps)

    def say_elsewhere(self, count: int, boards: str) -> None:
        """How many were found on other boards, and on which."""
        self.elsewhere.setVisible(count > 0)
        self.elsewhere.say(f"{count} on other boards" if count else "")
        self.elsewhere.explain(boards)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            middle = QPointF(LEFT, (self.height() - FLOAT_DEPTH - IN_BUTTON) / 2)
            colour = self.look.theme.ink2
            draw_icon(painter, "search", middle.x(), middle.y(), IN_BUTTON, colour)

    def _wire(self) -> None:
        self.field.textChanged.connect(self.sought)
        self.field.stepped.connect(self.stepped)
        self.field.left.connect(self.left)
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.elsewhere.clicked.connect(self.elsewhere_asked)
        self.close_button.clicked.connect(self.left)
