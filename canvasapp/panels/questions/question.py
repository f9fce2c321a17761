"""One question of the panel: how it stands, what answers it, why it is set aside; notes can be dropped on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.control import Control
from canvasapp.controls.fields import NameField
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import Item, column, holding, row
from canvasapp.controls.letters import QUESTION, ROW, SMALL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.menus import Menu
from canvasapp.controls.painting import chosen_ground, rounded
from canvasapp.controls.words import Paragraph, Words
from canvasapp.domain.answers import Standing
from canvasapp.domain.template import Question
from canvasapp.panels.questions.answered import Answered
from canvasapp.picture.shapes import Colour
from canvasapp.picture.theme import Theme

ASIDE_X, ASIDE = 6, 4
"""How far the ground of a question reaches out of its column, across and upwards, in px."""

CARD_GAP = 6
STATE_GAP = 4
NOT_FOR_US = "Not for us"
WHY_NOT = "Why not? Enter keeps it"
TAKE_UP = "Take up again"
ANSWER = "Answer with a note"
ANSWER_SELECTED = "Answer with the selected notes"
CHANGE_REASON = "Change the reason"

SIGNS = {
    Standing.ANSWERED: ("circle-check", "Answered"),
    Standing.OPEN: ("circle-dashed", "Open"),
    Standing.ASIDE: ("circle-slash", NOT_FOR_US),
}


class QuestionButton(Control):
    """A question: pressed, a note begins that answers it."""

    def __init__(self, look: Look, question: Question) -> None:
        super().__init__(look, f"{question.text} Answer it with a note")
        self._text = question.text
        self.explain("Answer it with a note. Right-click for more")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(168, self.heightForWidth(168))

    def heightForWidth(self, width: int) -> int:
        return self._words(width).height + 2 * ASIDE

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), self.radius, self.ground())
            self._words(self.width()).draw(painter, ASIDE_X, ASIDE, self.look.theme.ink)

    def _words(self, width: int) -> Paragraph:
        return Paragraph(self._text, self.look, QUESTION, max(width - 2 * ASIDE_X, 1))


class State(QWidget):
    """How a question stands, by sign and word."""

    def __init__(self, look: Look, standing: Standing) -> None:
        super().__init__()
        self._look, self._standing = look, standing
        self._sign, self._word = SIGNS[standing]
        self.setAccessibleName(self._word)
        self.setFixedHeight(ROW.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(88, ROW.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colour = _tone(self._standing, self._look.theme)
            draw_icon(painter, self._sign, 0, (ROW.line - IN_TEXT) / 2, IN_TEXT, colour)
            Paragraph(self._word, self._look, ROW).draw(painter, IN_TEXT + STATE_GAP, 0, colour)


class QuestionBox(QWidget):
    """Says what is asked of the question. `cards` are the notes that answer it."""

    answer_asked = Signal()
    selected_asked = Signal()
    set_aside = Signal(str)
    """With the reason that was written."""
    taken_up = Signal()

    def __init__(self, look: Look, answered: Answered, cards: list[QWidget]) -> None:
        super().__init__()
        self._look, self.question = look, answered.question
        self._standing, self._reason = answered.standing, answered.reason
        self._offered = False
        asked = QuestionButton(look, answered.question)
        asked.clicked.connect(self.answer_asked)
        asked.menu_asked.connect(lambda at: self.menu().popup(at))
        self.answer = self._answer_button()
        self.why = NameField(look, f"{NOT_FOR_US}: {answered.question.text}")
        self.why.setPlaceholderText(WHY_NOT)
        self.why.hide()
        self.why.kept.connect(self.set_aside)
        self.why.left.connect(lambda: self.answer.setVisible(self._standing is Standing.OPEN))
        below = cards if self._standing is Standing.ANSWERED else self._unanswered()
        inner = column(self._state(), 8 - CARD_GAP, *below, self.why, gap=CARD_GAP)
        inner.setContentsMargins(ASIDE_X, 0, ASIDE_X, 0)
        self.setLayout(column(asked, holding(inner)))

    def menu(self) -> Menu:
        """All that can be done with the question."""
        menu = Menu(self._look, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(ANSWER, self.answer_asked.emit)
        menu.addAction(ANSWER_SELECTED, self.selected_asked.emit)
        if self._standing is not Standing.ANSWERED:
            menu.addSeparator()
        if self._standing is Standing.OPEN:
            menu.addAction(NOT_FOR_US, self.ask_why)
        if self._standing is Standing.ASIDE:
            menu.addAction(CHANGE_REASON, self.ask_why)
            menu.addAction(TAKE_UP, self.taken_up.emit)
        return menu

    def ask_why(self) -> None:
        """Opens the field for the reason in the place of the button."""
        self.answer.hide()
        self.why.begin(self._reason)

    def show_offer(self, *, offered: bool) -> None:
        """Marks that the notes in the hand would be taken here."""
        if offered != self._offered:
            self._offered = offered
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._offered:
            with QPainter(self) as painter:
                rect = QRectF(self.rect())
                chosen_ground(painter, rect, Control.radius, self._look.theme)
                rounded(painter, rect, Control.radius, None, self._look.theme.accent, width=2.0)

    def _state(self) -> Item:
        """How it stands, and what can be done about that."""
        state = State(self._look, self._standing)
        match self._standing:
            case Standing.OPEN:
                return row(state, None, self._link(NOT_FOR_US, self.ask_why))
            case Standing.ASIDE:
                return row(state, None, self._link(TAKE_UP, self.taken_up.emit))
            case Standing.ANSWERED:
                return state

    def _unanswered(self) -> list[QWidget]:
        if self._standing is Standing.OPEN:
            return [self.answer]
        self.answer.setParent(self)
        self.answer.hide()
        return [Words(self._look, self._reason, SMALL, ink2)]

    def _link(self, label: str, act: Callable[[], object]) -> Button:
        link = Button(self._look, label, Weight.LINK)
        link.setAccessibleName(f"{label}: {self.question.text}")
        link.setFixedHeight(ROW.line)
        link.clicked.connect(lambda _=False: act())
        return link

    def _answer_button(self) -> Button:
        button = Button(self._look, ANSWER, Weight.DASHED, icon="plus")
        button.setAccessibleName(f"{ANSWER}: {self.question.text}")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self.answer_asked)
        return button


def _tone(standing: Standing, theme: Theme) -> Colour:
    match standing:
        case Standing.ANSWERED:
            return theme.ok
        case Standing.OPEN:
            return theme.gap
        case Standing.ASIDE:
            return theme.ink3
