"""Text that can be written in place: a name that turns into a field, and the field itself."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.letters import BODY, Letters
from canvasapp.controls.look import Look, Tone, ink, ink2
from canvasapp.controls.painting import rounded
from canvasapp.controls.way_back import WayBack
from canvasapp.controls.words import Paragraph

HEIGHT = 28
PADDING = 8
WIDEST, NARROWEST = 360, 64
"""Between these, in px, a name gives way to what stands beside it."""

LONGEST = 200
"""The longest name, in characters."""

EDIT_KEYS = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameField(QLineEdit):
    """One line to write a name in. Enter or leaving keeps it, Esc does not; then the keyboard goes back."""

    kept = Signal(str)
    left = Signal()

    def __init__(
        self, look: Look, name: str, letters: Letters = BODY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFont(look.font(letters))
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)
        self._done = False
        self._back: WayBack | None = None

    def begin(self, text: str) -> None:
        self._done = False
        self._back = WayBack()
        self.setText(text)
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc end here: passed on, they would press what the field lies in."""
        match event.key():
            case Qt.Key.Key_Escape:
                self._leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._keep()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own context menu
            self._keep()

    def _keep(self) -> None:
        if self._done:
            return
        text = self.text().strip()
        self._leave()
        if text:
            self.kept.emit(text)

    def _leave(self) -> None:
        self._done = True
        if self.hasFocus() and self._back is not None:
            self._back.go()  # before Qt looks for another
        self.hide()
        self.left.emit()


class Name(Control):
    """A name that is changed in place: double-click, F2 or Enter opens it.

    While it `invites`, because nobody has given it yet, it has the outline of a field and one press opens it.
    """

    renamed = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        letters: Letters,
        tone: Tone = ink,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name, parent)
        self._name, self._letters, self._tone = name, letters, tone
        self._value, self._invites = "", False
        self.setMinimumWidth(NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.field = NameField(look, name, letters, self)
        self.field.hide()
        self.field.kept.connect(self._rename)
        self.field.left.connect(self.updateGeometry)
        self.clicked.connect(self._pressed)

    def say(self, value: str, *, invites: bool = False) -> None:
        self._value, self._invites = value, invites
        self.setAccessibleName(f"{self._name}: {value}")
        self.explain("Give it a name" if invites else "Double-click to rename")
        self.updateGeometry()
        self.update()

    def edit(self) -> None:
        self.field.begin(self._value)
        self.updateGeometry()

    def cut_words(self) -> str:
        return self._value if self._label(self.width()).is_cut else ""

    def sizeHint(self) -> QSize:
        label = self._label(WIDEST)
        width = WIDEST if self.field.isVisible() else math.ceil(label.width) + 2 * PADDING
        return QSize(min(width, WIDEST), HEIGHT)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in EDIT_KEYS:
            self.edit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.field.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            edge = theme.field if self._invites else None
            rounded(painter, QRectF(self.rect()), self.radius, self.ground(), edge, dashed=True)
            y = (self.height() - self._letters.line) / 2
            tone = ink2 if self._invites else self._tone
            self._label(self.width()).draw(painter, PADDING, y, tone(theme))

    def _label(self, width: int) -> Paragraph:
        room = max(width - 2 * PADDING, 1)
        return Paragraph(self._value, self.look, self._letters, room, 1)

    def _pressed(self) -> None:
        if self._invites:
            self.edit()

    def _rename(self, value: str) -> None:
        if value != self._value:
            self.renamed.emit(value)
