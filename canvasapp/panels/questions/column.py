"""One point of view on a block: its questions one below the other, each with its answers."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button
from canvasapp.controls.layouts import Item, column, holding
from canvasapp.controls.letters import QUESTION, SMALL, STRONG
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.note_card import NoteCard
from canvasapp.controls.painting import mark
from canvasapp.controls.surface import Rule
from canvasapp.controls.words import Paragraph, Words
from canvasapp.domain.answers import Standing
from canvasapp.domain.template import Perspective
from canvasapp.panels.questions.answered import Answer, Answered, Answers, Side
from canvasapp.panels.questions.carrying import AnswerCard
from canvasapp.panels.questions.question import ASIDE, ASIDE_X, CARD_GAP, QuestionBox

PADDING = 12
OUTER = PADDING - ASIDE_X
MARK = 10
MARK_GAP = 8
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


class SideColumn(QWidget):
    """Says which note is pressed, which question is to be answered, and which note is to answer it."""

    note_pressed = Signal(str)
    answer_asked = Signal(str)
    selected_asked = Signal(str)
    """The question that the selected notes shall answer."""
    menu_asked = Signal(str, QPoint)
    """A note, and where on the screen what it answers shall be offered."""
    set_aside = Signal(str, str)
    """A question, and the reason."""
    taken_up = Signal(str)
    carried = Signal(str, QPoint)
    let_go = Signal(str, QPoint)
    """A note in the hand, and where on the screen it is."""
    put_back = Signal()

    def __init__(self, look: Look, side: Side, selected: frozenset[str]) -> None:
        super().__init__()
        self._look, self._side, self._selected = look, side, selected
        self.cards: list[NoteCard] = []
        self.boxes: dict[str, QuestionBox] = {}
        """The questions by their ids."""
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

    @property
    def answer_buttons(self) -> dict[str, Button]:
        """Of the questions that are open."""
        open_ones = (q for q in self._side.questions if q.standing is Standing.OPEN)
        return {each.question.id: self.boxes[each.question.id].answer for each in open_ones}

    def _question(self, answered: Answered) -> QuestionBox:
        box = QuestionBox(self._look, answered, self._cards(answered.answers))
        asked = answered.question.id
        self.boxes[asked] = box
        box.answer_asked.connect(lambda: self.answer_asked.emit(asked))
        box.selected_asked.connect(lambda: self.selected_asked.emit(asked))
        box.set_aside.connect(lambda reason: self.set_aside.emit(asked, reason))
        box.taken_up.connect(lambda: self.taken_up.emit(asked))
        return box

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
        card = AnswerCard(self._look, note, answer.party, selected=note.id in self._selected)
        card.explain("Find it on the board. Drag it, or right-click, to say what it answers")
        card.carried.connect(lambda at: self.carried.emit(note.id, at))
        card.let_go.connect(lambda at: self.let_go.emit(note.id, at))
        card.put_back.connect(self.put_back)
        card.clicked.connect(lambda: self.note_pressed.emit(note.id))
        card.menu_asked.connect(lambda at: self.menu_asked.emit(note.id, at))
        self.cards.append(card)
        return card


def _inset(*items: Item, gap: int = 0) -> QWidget:
    """What stands in the column itself, inside of the grounds of the questions."""
    return holding(column(*items, gap=gap, margins=(ASIDE_X, 0, ASIDE_X, 0)))
