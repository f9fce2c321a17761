"""Asks why agreed thresholds are reopened, and who says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, SECTION
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.painting import CARD_RADIUS, rounded
from canvasapp.controls.value_fields import Stock, ValueField
from canvasapp.controls.value_fields.settling import settle
from canvasapp.controls.value_fields.value_field import Line, Sign
from canvasapp.controls.words import Words
from canvasapp.domain.register import Register, Value

WHY, BY = "why", "by_role"
MARGIN = 16
WHAT_FOLLOWS = "The reason is kept as a decision about these thresholds."


class Reopening(QWidget):
    """`confirmed` with the reason and the role, `left` without."""

    confirmed = Signal(str, str)
    left = Signal()

    def __init__(self, look: Look, decision: Register, stock: Callable[[], Stock]) -> None:
        super().__init__()
        self._look = look
        self._written: dict[str, str] = {}
        self.fields = {
            each: ValueField(look, decision.field(each), stock, self._keeping(each))
            for each in (WHY, BY)
        }
        self.refusal = Line(look)
        reopen = Button(look, "Reopen the thresholds", Weight.PRIMARY)
        reopen.clicked.connect(self._confirm)
        cancel = Button(look, "Leave them agreed", Weight.QUIET)
        cancel.clicked.connect(self.left)
        words = Words(look, WHAT_FOLLOWS, BODY, ink2)
        head = Words(look, "Why reopen them?", SECTION, ink)
        buttons = holding(row(None, cancel, reopen, gap=8))
        parts = (head, words, *self.fields.values(), self.refusal, buttons)
        self.setLayout(column(*parts, gap=12, margins=(MARGIN, MARGIN, MARGIN, 12)))

    def begin(self) -> None:
        """Asks anew."""
        self._written = {}
        for field in self.fields.values():
            field.show_value(None, missing=False)
        self.refuse("")
        self.show()
        self.fields[WHY].input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self, sentence: str) -> None:
        """Says why they can not be reopened."""
        self.refusal.say(sentence, Sign.MISSING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self._look.theme
            rounded(painter, QRectF(self.rect()), CARD_RADIUS, theme.raised, theme.line2)

    def _confirm(self) -> None:
        settle(self)
        self.confirmed.emit(self._written.get(WHY, ""), self._written.get(BY, ""))

    def _keeping(self, name: str) -> Callable[[Value | None, bool], str]:
        def keep(given: Value | None, _again: bool) -> str:  # noqa: FBT001  # as a field gives
            self._written[name] = given if isinstance(given, str) else ""
            return ""

        return keep
