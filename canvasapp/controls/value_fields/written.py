"""Inputs that one types into: a text that grows with its lines, a list, a number, a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from canvasapp.controls.control import ENTER
from canvasapp.controls.layouts import column
from canvasapp.controls.letters import BODY, Letters
from canvasapp.controls.look import Look
from canvasapp.controls.value_fields.dates import read_date, stepped
from canvasapp.controls.value_fields.inputs import HEIGHT, PADDING, Input, frame
from canvasapp.controls.value_fields.values import text_of
from canvasapp.domain.register import Field, FieldType, Value

MOST_SHOWN = 8
"""Lines that are seen at once; longer texts are scrolled."""

BARE = "QPlainTextEdit { border: none; background: transparent; padding: 0; }"
HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
DATE_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
PAUSE = 1_200
"""How long, in ms, one has not typed when a text is kept already, lest it be lost."""


class Writing(QPlainTextEdit):
    """The text itself. Enter is `entered`; with Shift, or where lines count, it begins a line."""

    begun = Signal()
    entered = Signal()
    left = Signal()
    stepped = Signal(int)

    def __init__(self, look: Look, name: str, letters: Letters, *, lines: bool) -> None:
        super().__init__()
        self._lines, self.steps = lines, False
        self.setFont(look.font(letters))
        self.setAccessibleName(name)
        self.setStyleSheet(BARE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(80, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ENTER and bool(event.modifiers() & HELD) is self._lines:
            self.entered.emit()
        elif key in ENTER:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif key == Qt.Key.Key_Escape:
            event.ignore()  # for the input around it
        elif self.steps and key in DATE_STEPS:
            self.stepped.emit(DATE_STEPS[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.begun.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own context menu
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(1, min(round(self.document().size().height()), MOST_SHOWN))
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing()) + 1)


class WrittenInput(Input):
    """Kept when it is left, with Enter, or when one has paused; Esc brings back what was there.

    A `flat` one looks like words until one points at it.
    """

    def __init__(
        self,
        look: Look,
        field: Field,
        letters: Letters = BODY,
        today: Callable[[], date] = date.today,
        *,
        flat: bool = False,
    ) -> None:
        super().__init__(look)
        self._field, self._today, self._flat = field, today, flat
        self._shown = self._start = ""
        self.writing = Writing(look, field.label, letters, lines=field.type is FieldType.LIST)
        self.writing.steps = field.type is FieldType.DATE
        room = max(HEIGHT - self.writing.height(), 8)
        self.setLayout(
            column(self.writing, margins=(PADDING, room // 2, PADDING, room - room // 2))
        )
        self.setFocusProxy(self.writing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._give)
        self._listen()

    def keep_within(self, pause: int) -> None:
        """A text is kept when one has not typed for so many ms: sooner where something follows it."""
        self._pause.setInterval(pause)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.writing.toPlainText() != self._shown

    @property
    def is_typed_anew(self) -> bool:
        """Whether it says something else than when one began to type."""
        return self.writing.toPlainText() != self._start

    @property
    def is_typed_in(self) -> bool:
        return self.writing.hasFocus()

    def show_value(self, value: Value | None) -> None:
        """What is being typed stays, whatever the value is meanwhile."""
        text = text_of(value)
        if text == self._shown:
            return
        was_changed, self._shown = self.is_changed, text
        if not (was_changed and self.writing.hasFocus()):
            self._start = text
            self._write(text)

    def accept(self) -> None:
        self._shown = self.writing.toPlainText()

    def finish(self) -> None:
        """What is typed counts; what is typed next is another edit."""
        self._give()
        self.again = False
        self._start = self.writing.toPlainText()
        self.update()

    def describe(self, description: str) -> None:
        self.writing.setAccessibleDescription(description)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the text leaves to it: Esc."""
        if event.key() == Qt.Key.Key_Escape and self.is_typed_anew:
            self._write(self._start)
            self._give()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        focused = self.writing.hasFocus()
        if self._flat and not (focused or self.underMouse() or self.missing):
            return
        with QPainter(self) as painter:
            frame(painter, QRectF(self.rect()), self.look, focused=focused, missing=self.missing)

    def _listen(self) -> None:
        writing = self.writing
        writing.entered.connect(self.finish)
        writing.left.connect(self.finish)
        writing.begun.connect(self.update)
        writing.stepped.connect(self._step)
        if self._field.type in (FieldType.TEXT, FieldType.LIST):
            writing.textChanged.connect(self._pause.start)

    def _give(self) -> None:
        self._pause.stop()
        if self.is_changed:
            self.given.emit(self._read(self.writing.toPlainText()))
            self.again = True

    def _read(self, text: str) -> Value | None:
        if not text.strip():
            return None
        match self._field.type:
            case FieldType.LIST:
                return tuple(text.split("\n"))
            case FieldType.DATE:
                return read_date(text, self._today(), month_first=month_first())
        return text

    def _step(self, days: int) -> None:
        text = self.writing.toPlainText().strip()
        self._write(stepped(text, days) if text else self._today().isoformat())

    def _write(self, text: str) -> None:
        self.writing.setPlainText(text)
        self._pause.stop()


def month_first() -> bool:
    """Whether people here write the month before the day."""
    order = QLocale().dateFormat(QLocale.FormatType.ShortFormat).casefold()
    return order.find("m") < order.find("d")
