"""A part of the agenda in the list: when, what, how long, and where it stands."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from canvasapp.controls.buttons import IconButton
from canvasapp.controls.control import Control
from canvasapp.controls.fields import NameField
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.letters import BODY, COUNT, STRONG
from canvasapp.controls.look import Look
from canvasapp.controls.painting import chosen_ground, rounded
from canvasapp.controls.words import Paragraph
from canvasapp.facilitation.parts import TimedPart
from canvasapp.facilitation.schedule import Turn

SIDE, CLOCK, LENGTH, PADDING_Y = 8, 48, 52, 8
GRIP, ICON = 18, 24
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
FAR = 6
"""A press that moves so many px drags the part."""


class PartRow(Control):
    """Pressed, the session goes there. While the plan is `edited` it is renamed, timed, skipped, moved and deleted."""

    renamed = Signal(str)
    timed = Signal(str)
    moved = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, look: Look, part: TimedPart, zone: tzinfo | None, *, edited: bool) -> None:
        super().__init__(look, part.title)
        self.part, self._zone, self.edited = part, zone, edited
        self._pressed: QPoint | None = None
        self._drags = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.field = NameField(look, f"Title of {part.title}", parent=self)
        self.minutes = NameField(look, f"Minutes of {part.title}", parent=self)
        self.field.hide()
        self.minutes.hide()
        self.field.kept.connect(self.renamed)
        self.minutes.kept.connect(self.timed)
        skipped = part.turn is Turn.SKIPPED
        self.eye = self._icon("eye-off" if skipped else "eye", "Take" if skipped else "Skip")
        self.remove = self._icon("trash-2", "Delete")
        self.setAccessibleDescription(f"{part.minutes} minutes, {part.turn}")
        if edited:
            self.explain("F2 renames, M changes the minutes, Alt+Up and Alt+Down move it")

    def sizeHint(self) -> QSize:
        return QSize(256, self.heightForWidth(256))

    def heightForWidth(self, width: int) -> int:
        return self._title(width).height + 2 * PADDING_Y

    def rename(self) -> None:
        self.field.begin(self.part.title)

    def set_minutes(self) -> None:
        self.minutes.begin(str(self.part.minutes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.edited and key == Qt.Key.Key_F2:
            self.rename()
        elif self.edited and key == Qt.Key.Key_M:
            self.set_minutes()
        elif self.edited and key == Qt.Key.Key_Delete:
            self.remove.click()
        elif self.edited and key in STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(STEPS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed, self._drags = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        if self.edited and self._pressed and (at - self._pressed).manhattanLength() > FAR:
            self._drags = True
            self.dragged.emit(self.mapToParent(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._drags:
            self._drags = False
            self.setDown(False)
            self.dropped.emit(self.mapToParent(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.edited:
            return
        if event.position().x() > self.width() - self._right:
            self.set_minutes()
        else:
            self.rename()

    def resizeEvent(self, event: QResizeEvent) -> None:
        width, y = self.width(), PADDING_Y - 2
        self.remove.move(width - ICON - 2, y)
        self.eye.move(width - 2 * ICON - 2, y)
        field = (self.height() - self.field.sizeHint().height()) // 2
        self.field.setGeometry(GRIP, field, width - GRIP - self._right, 28)
        self.minutes.setGeometry(width - self._right, field, LENGTH, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme, turn = self.look.theme, self.part.turn
            now, whole = turn is Turn.NOW, QRectF(self.rect())
            if now:
                chosen_ground(painter, whole, self.radius, theme)
            else:
                rounded(painter, whole, self.radius, self.ground())
            faint = turn in (Turn.DONE, Turn.PASSED, Turn.SKIPPED)
            ink = theme.ink3 if faint else theme.ink
            self._title(self.width()).draw(painter, self._left, PADDING_Y, ink)
            if self.edited:
                draw_icon(painter, "grip-vertical", 2, PADDING_Y + 3, IN_TEXT, theme.field)
            else:
                colour = theme.accent if now else theme.ink2
                Paragraph(self._clock, self.look, COUNT).draw(painter, SIDE, PADDING_Y + 2, colour)
            self._paint_end(painter)

    def _paint_end(self, painter: QPainter) -> None:
        theme, turn = self.look.theme, self.part.turn
        right = self.width() - (2 * ICON + 8 if self.edited else SIDE)
        if turn is Turn.DONE and not self.edited:
            draw_icon(painter, "check", right - IN_TEXT, PADDING_Y + 3, IN_TEXT, theme.ink2)
            return
        said = "skipped" if turn is Turn.SKIPPED and not self.edited else f"{self.part.minutes} min"
        length = Paragraph(said, self.look, COUNT)
        colour = theme.accent if turn is Turn.NOW else theme.ink2
        length.draw(painter, right - length.width, PADDING_Y + 2, colour)

    @property
    def _clock(self) -> str:
        known = self.part.turn not in (Turn.PASSED, Turn.SKIPPED)
        return f"{self.part.start.astimezone(self._zone):%H:%M}" if known else "–"

    @property
    def _left(self) -> int:
        return GRIP + 4 if self.edited else SIDE + CLOCK

    @property
    def _right(self) -> int:
        return LENGTH + SIDE + (2 * ICON if self.edited else 0)

    def _title(self, width: int) -> Paragraph:
        letters = STRONG if self.part.turn is Turn.NOW else BODY
        room = max(width - self._left - self._right, 1)
        return Paragraph(self.part.title, self.look, letters, room)

    def _icon(self, icon: str, what: str) -> IconButton:
        name = f"{what} {self.part.title}"
        button = IconButton(self.look, icon, name, side=ICON, icon_size=IN_TEXT, parent=self)
        button.setVisible(self.edited)
        return button
