"""A line of the log, and what opens under a step: what going back to before it would do."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, COUNT, LABEL, SMALL
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.painting import CARD_RADIUS, rounded
from canvasapp.controls.words import Paragraph, Words
from canvasapp.domain.session import Event
from canvasapp.panels.log.said import Told

PADDING = 8
ICON_X, TEXT_X = 52, 76
CHEVRON = 22
MOST_LINES = 3
ICONS = {
    Event.STEP_BEGUN: "history",
    Event.VOTE_OPENED: "vote",
    Event.VOTE_CLOSED: "vote",
    Event.DECIDED: "circle-check",
    Event.REVEALED: "eye",
    Event.FINISHED: "lock",
    Event.REOPENED: "lock-open",
    Event.TAKEN_BACK: "undo-2",
}
BACK = "Back to before this exercise"


class LogRow(Control):
    """Press a step to see what going back would do, anything else to go there."""

    def __init__(self, look: Look, told: Told) -> None:
        took = f", {told.took}" if told.took else ""
        super().__init__(look, f"{told.time} {told.words}{took}")
        self.told, self.unfolded = told, False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if told.is_step:
            self.explain(BACK)

    def unfold(self, *, unfolded: bool) -> None:
        self.unfolded = unfolded
        self.setAccessibleDescription("Unfolded" if unfolded else "")
        self.update()

    def cut_words(self) -> str:
        return self.told.words if self._words(self.width()).is_cut else ""

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def heightForWidth(self, width: int) -> int:
        return self._words(width).height + 2 * PADDING

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme, told = self.look.theme, self.told
            rounded(painter, QRectF(self.rect()), self.radius, self.ground())
            line = PADDING + LABEL.line / 2
            time = Paragraph(told.time, self.look, COUNT)
            time.draw(painter, PADDING, line - COUNT.line / 2, theme.ink2)
            sign_y = line - IN_TEXT / 2
            draw_icon(painter, ICONS[told.line.event], ICON_X, sign_y, IN_TEXT, theme.ink2)
            self._words(self.width()).draw(painter, TEXT_X, PADDING, theme.ink)
            took = Paragraph(told.took, self.look, SMALL)
            right = self.width() - PADDING - (CHEVRON if told.is_step else 0)
            took.draw(painter, right - math.ceil(took.width), line - SMALL.line / 2, theme.ink2)
            if told.is_step:
                name = "chevron-down" if self.unfolded else "chevron-right"
                x = self.width() - PADDING - IN_TEXT
                draw_icon(painter, name, x, sign_y, IN_TEXT, theme.ink2)

    def _words(self, width: int) -> Paragraph:
        letters = LABEL if self.told.is_step else BODY
        took = math.ceil(Paragraph(self.told.took, self.look, SMALL).width)
        room = width - TEXT_X - PADDING - took - PADDING - (CHEVRON if self.told.is_step else 0)
        return Paragraph(self.told.words, self.look, letters, max(room, 1), MOST_LINES)


class WayBackCard(QWidget):
    """`confirmed` when the exercise shall be taken back, `left` when not."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, look: Look, does: str, stays: list[str], *, possible: bool) -> None:
        super().__init__()
        self._look = look
        parts: list[QWidget | None] = [Words(look, does, BODY, ink)]
        if stays:
            said = "Stays, as it was touched since:"
            parts.append(Words(look, said, SMALL, ink2))
            parts += [Words(look, f"–  {each}", SMALL, ink2, most=2) for each in stays]
        self.leave = Button(look, "Leave it" if possible else "Close", Weight.QUIET)
        self.leave.clicked.connect(self.left)
        self.back = Button(look, BACK, Weight.PRIMARY)
        self.back.clicked.connect(self.confirmed)
        self.back.setVisible(possible)
        buttons = holding(row(None, self.leave, self.back, gap=8, margins=(0, 8, 0, 0)))
        self.setLayout(column(*parts, buttons, gap=4, margins=(20, 12, 20, 16)))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self._look.theme
            place = QRectF(self.rect()).adjusted(8, 0, -8, -4)
            rounded(painter, place, CARD_RADIUS, theme.raised, theme.line2)
