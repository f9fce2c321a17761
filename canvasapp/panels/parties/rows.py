"""A party in the list: its chip, its name, how many notes it has, and whether they are looked at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from canvasapp.controls.buttons import IconButton
from canvasapp.controls.control import Control
from canvasapp.controls.fields import NameField
from canvasapp.controls.icons import IN_TEXT
from canvasapp.controls.letters import BODY, COUNT
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CHIP_HEIGHT, CHIP_WIDTH, chip, rounded
from canvasapp.controls.words import Paragraph
from canvasapp.domain.records import Party

HEIGHT = 28
PADDING = 8
NAME_X = PADDING + CHIP_WIDTH + 8
FIELD_X = NAME_X - 8
EYE, COUNT_ROOM = 24, 24
LAST_KEY = 8
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
WHAT = "Give it the selected notes, or select its own. Double-click renames"
NO_KEY = "Only eight have a key: Alt+Up moves it up"


class PartyRow(Control):
    """One party. Pressed it asks for what the panel says; its name can be changed in place."""

    renamed = Signal(str)
    edit_asked = Signal()
    eye_pressed = Signal()
    move_asked = Signal(int)

    def __init__(self, look: Look, party: Party) -> None:
        super().__init__(look, party.name)
        self.party, self._count = party, 0
        self._looked_at: bool | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field = NameField(look, f"Name of {party.name}", parent=self)
        self.field.hide()
        self.field.kept.connect(self.renamed)
        self.eye = IconButton(look, "eye", "", side=EYE, icon_size=IN_TEXT, parent=self)
        self.eye.setCheckable(True)
        self.eye.clicked.connect(self.eye_pressed)
        self.eye.installEventFilter(self)
        self.eye.hide()
        key = f"Key {party.slot} on the board" if party.slot <= LAST_KEY else NO_KEY
        self.explain(f"{WHAT}. {key}")
        self.show_looked_at(None)

    def show_count(self, count: int) -> None:
        self._count = count
        self._describe()

    def show_looked_at(self, looked_at: bool | None) -> None:  # noqa: FBT001  # three states
        """Whether its notes are among those that are not dimmed; None while none are."""
        self._looked_at = looked_at
        self.eye.setChecked(looked_at is True)
        also = "also " if looked_at is False else "only "
        name = f"Dim {self.party.name}" if looked_at else f"Look {also}at {self.party.name}"
        self.eye.setAccessibleName(name)
        self.eye.explain(f"{name}. On the party itself: Ctrl+Enter")
        self._show_eye()
        self._describe()

    def edit(self) -> None:
        """Opens the name for change."""
        self.field.begin(self.party.name)

    def cut_words(self) -> str:
        return self.party.name if self._name().is_cut else ""

    def sizeHint(self) -> QSize:
        return QSize(208, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key == Qt.Key.Key_F2:
            self.edit()
        elif key == Qt.Key.Key_Return and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.eye_pressed.emit()
        elif key in STEPS and modifiers & Qt.KeyboardModifier.AltModifier:
            self.move_asked.emit(STEPS[key])
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_asked.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_eye()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_eye()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_eye()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_eye()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:  # of the eye
            self._show_eye()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.field.setGeometry(QRect(FIELD_X, 0, self.width() - FIELD_X, HEIGHT))
        eye_x = self.width() - PADDING - COUNT_ROOM - EYE
        self.eye.move(eye_x, (HEIGHT - EYE) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            rounded(painter, QRectF(self.rect()), self.radius, self.ground())
            box = QRectF(PADDING, (HEIGHT - CHIP_HEIGHT) / 2, CHIP_WIDTH, CHIP_HEIGHT)
            if self._looked_at is False:
                painter.setOpacity(0.45)
            chip(painter, box, self.party.initials, self.party.slot, self.look)
            painter.setOpacity(1.0)
            count = self._figure()
            count_x = self.width() - PADDING - count.width
            count.draw(painter, count_x, (HEIGHT - COUNT.line) / 2, theme.ink2)
            ink = theme.ink3 if self._looked_at is False else theme.ink
            self._name().draw(painter, NAME_X, (HEIGHT - BODY.line) / 2, ink)

    def _describe(self) -> None:
        notes = "1 note" if self._count == 1 else f"{self._count} notes"
        dimmed = ", dimmed" if self._looked_at is False else ""
        self.setAccessibleDescription(notes + dimmed)
        self.update()

    def _show_eye(self) -> None:
        """In sight while one is at the row, or while some parties are dimmed."""
        here = self.underMouse() or self.hasFocus() or self.eye.hasFocus()
        self.eye.setVisible(here or self._looked_at is not None)
        self.update()

    def _figure(self) -> Paragraph:
        return Paragraph(str(self._count), self.look, COUNT)

    def _name(self) -> Paragraph:
        beside = COUNT_ROOM + EYE if not self.eye.isHidden() else self._figure().width
        room = self.width() - PADDING - beside - NAME_X - PADDING
        return Paragraph(self.party.name, self.look, BODY, max(room, 1), 1)
