"""One point of view on a block: its questions one below the other, each with its answers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import Item, column, holding
from canvasapp.controls.letters import QUESTION, ROW, SMALL, STRONG
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.menus import Menu
from canvasapp.controls.note_card import NoteCard
from canvasapp.controls.painting import mark, rounded
from canvasapp.controls.surface import Rule
from canvasapp.controls.words import Paragraph, Words
from canvasapp.domain.template import Perspective, Question
from canvasapp.panels.questions.answered import Answer, Answered, Answers, Side

PADDING = 12
ASIDE_X, ASIDE = 6, 4
"""How far the ground of a question reaches out of its column, across and upwards, in px."""

OUTER = PADDING - ASIDE_X
CARD_GAP = 6
MARK = 10
MARK_GAP = 8
STATE_GAP = 4
NAMES = {Perspective.OUR: "Our view", Perspective.CUSTOMER: "Customer’s view"}


class SideHead(QWidget):
    """The point of view: its mark and its name in its ink."""

    def __init__(self, look: Look, perspective: Perspective) -> None:
        super().__init__()
        self._look, self._perspective = look, perspective
        self.setFixedHeight(STRONG.line)
        self.setAccessibleName(NAMES[perspective])

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self._look.theme
            mark(painter, self._perspective, 0, STRONG.line / 2, MARK, theme)
            name = Paragraph(NAMES[self._perspective], self._look, STRONG)
            name.draw(painter, MARK + MARK_GAP, 0, theme.view(self._perspective).ink)


class QuestionButton(Control):
    """A question: pressed, a note begins that answers it."""

    def __init__(self, look: Look, question: Question) -> None:
        super().__init__(look, f"{question.text} Answer it with a note")
        self._text = question.text
        self.explain("Answer it with a note")
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
    """Whether a question is answered, by sign and word."""

    def __init__(self, look: Look, *, answered: bool) -> None:
        super().__init__()
        self._look, self._answered = look, answered
        self._word = "Answered" if answered else "Open"
        self.setAccessibleName(self._word)
        self.setFixedHeight(ROW.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(80, ROW.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self._look.theme
            colour = theme.ok if self._answered else theme.gap
            name = "circle-check" if self._answered else "circle-dashed"
            draw_icon(painter, name, 0, (ROW.line - IN_TEXT) / 2, IN_TEXT, colour)
            Paragraph(self._word, self._look, ROW).draw(painter, IN_TEXT + STATE_GAP, 0, colour)


class SideColumn(QWidget):
    """Says which note is pressed, which question is to be answered, and which note is to answer it."""

    note_pressed = Signal(str)
    answer_asked = Signal(str)
    assigned = Signal(str, str)
    """A note, and the question that it shall answer."""

    def __init__(self, look: Look, side: Side, selected: frozenset[str]) -> None:
        super().__init__()
        self._look, self._side, self._selected = look, side, selected
        self.cards: list[NoteCard] = []
        self.answer_buttons: dict[str, Button] = {}
        layout = column(self._head(), margins=(OUTER, PADDING - 2, OUTER, PADDING))
        layout.addSpacing(8)
        for answered in side.questions:
            layout.addLayout(column(_inset(Rule(look)), PADDING - ASIDE))
            layout.addWidget(self._question(answered))
            layout.addSpacing(PADDING)
        if side.others:
            layout.addLayout(column(_inset(Rule(look)), PADDING))
            layout.addWidget(self._others())
        layout.addStretch(1)
        self.setLayout(layout)

    def _head(self) -> QWidget:
        summary = Words(self._look, self._side.summary, SMALL, ink2)
        return _inset(SideHead(self._look, self._side.perspective), summary)

    def _question(self, answered: Answered) -> QWidget:
        question = answered.question
        asked = QuestionButton(self._look, question)
        asked.clicked.connect(lambda: self.answer_asked.emit(question.id))
        state = State(self._look, answered=bool(answered.answers))
        below = self._cards(answered.answers)
        below = below or [self._answer_button(question)]
        return holding(column(asked, _inset(state, 8 - CARD_GAP, *below, gap=CARD_GAP)))

    def _answer_button(self, question: Question) -> Button:
        button = Button(self._look, "Answer with a note", Weight.DASHED, icon="plus")
        button.setAccessibleName(f"Answer with a note: {question.text}")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.answer_asked.emit(question.id))
        self.answer_buttons[question.id] = button
        return button

    def _others(self) -> QWidget:
        head = Words(self._look, "Other notes", QUESTION, ink2)
        return _inset(head, *self._cards(self._side.others), gap=CARD_GAP)

    def _cards(self, answers: Answers) -> list[QWidget]:
        cards: list[QWidget] = [self._card(answer) for answer in answers.shown]
        if answers.more:
            cards.append(Words(self._look, f"and {answers.more} more on the board", SMALL, ink2))
        return cards

    def _card(self, answer: Answer) -> NoteCard:
        note = answer.note
        card = NoteCard(self._look, note, answer.party, selected=note.id in self._selected)
        card.explain("Find it on the board. Right-click to say what it answers")
        card.clicked.connect(lambda: self.note_pressed.emit(note.id))
        card.menu_asked.connect(lambda at: self.menu_for(note.id).popup(at))
        self.cards.append(card)
        return card

    def menu_for(self, note_id: str) -> Menu:
        """Which question the note answers: one of this point of view, or none."""
        menu = Menu(self._look, parent=self, marked=True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for answered in self._side.questions:
            question = answered.question
            entry = menu.add_name(question.text)
            entry.setCheckable(True)
            entry.setChecked(any(each.note.id == note_id for each in answered.answers.shown))
            entry.triggered.connect(
                lambda _=False, id_=question.id: self.assigned.emit(note_id, id_)
            )
        menu.addSeparator()
        menu.addAction("None of them", lambda: self.assigned.emit(note_id, ""))
        return menu


def _inset(*items: Item, gap: int = 0) -> QWidget:
    """What stands in the column itself, inside of the grounds of the questions."""
    return holding(column(*items, gap=gap, margins=(ASIDE_X, 0, ASIDE_X, 0)))
