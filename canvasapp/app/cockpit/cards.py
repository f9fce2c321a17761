"""What lies below the wall in the cockpit: the facilitator's own notes, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.app.cockpit.card import PADDING, Card
from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import column, holding
from canvasapp.controls.letters import PANEL_TITLE, QUESTION, SMALL, SMALL_LABEL, Letters
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.painting import mark
from canvasapp.controls.surface import Scroll
from canvasapp.controls.words import Paragraph, Words
from canvasapp.domain.change import Edit
from canvasapp.domain.geometry import Rect
from canvasapp.domain.markup import plain_text
from canvasapp.domain.session import PlanStep
from canvasapp.domain.template import Perspective
from canvasapp.edits.placing import WIDE, places_for
from canvasapp.edits.privacy import add_private, private_notes
from canvasapp.facilitation.asking import visible_questions
from canvasapp.picture.note_picture import grown_height
from canvasapp.view.quick_field import QuickField

TALK = Letters(15, 22)
APART, STEP = 40.0, 80.0
"""Private notes that are of no block lie so far beside the sheet and below each other, in mm."""
MARK, INDENT = 9, 20
TOO_LONG = "This is too long for one note, so nothing was taken."
WELCOME = (
    "The wall shows the whole canvas. The first step starts the clock. Nothing on this page is seen in the room "
    "but the picture above"
)
NOTHING_NEXT = "Nothing comes after this."
END_IT = "End the session"


class Asked(QWidget):
    """A question with the mark of its view."""

    def __init__(self, look: Look, text: str, perspective: Perspective) -> None:
        super().__init__()
        self._look, self._text, self._perspective = look, text, perspective
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def heightForWidth(self, width: int) -> int:
        return self._words(width).height

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self._look.theme
            mark(painter, self._perspective, 0, QUESTION.line / 2, MARK, theme)
            self._words(self.width()).draw(painter, INDENT, 0, theme.ink2)

    def _words(self, width: int) -> Paragraph:
        return Paragraph(self._text, self._look, QUESTION, max(width - INDENT, 1))


class NotesCard(Card):
    """What the facilitator does in the step, and the private notes of the block; a line adds one.

    `left` when Esc gives the keyboard back.
    """

    left = Signal()

    def __init__(self, look: Look, conduct: Conduct) -> None:
        super().__init__(look)
        self._conduct = conduct
        self.hint = Words(look, "", TALK)
        self._own: list[Words] = []
        self._list = column(self.hint, gap=8)
        self.field = QuickField(look, self._take_key)
        self.field.setAccessibleName("New private note")
        self.field.setPlaceholderText("Add a private note, press Enter")
        self.field.setFixedHeight(32)
        self.field.entered.connect(self._add)
        self.field.overflowed.connect(lambda: conduct.around.guide.tell(TOO_LONG))
        content = column(margins=(0, 0, 12, 0))
        content.addLayout(self._list)
        content.addStretch(1)
        layout = column(
            Words(look, "Private notes", SMALL_LABEL, ink2),
            8,
            margins=(PADDING, 16, PADDING, 16),
        )
        layout.addWidget(Scroll(holding(content)), 1)
        layout.addSpacing(8)
        layout.addWidget(self.field)
        layout.addSpacing(8)
        layout.addWidget(Words(look, "Only you see this", SMALL, ink2, most=1))
        self.setLayout(layout)

    @property
    def texts(self) -> list[str]:
        """The private notes that are shown."""
        return [each.text() for each in self._own]

    def refresh(self) -> None:
        step = self._conduct.step_now
        said = [step.aim, step.hint] if step else [WELCOME]
        self.hint.say("\n".join(f"{each.rstrip('.')}." for each in said if each))
        notes = private_notes(self._conduct.board, self._conduct.block)
        texts = [plain_text(note.text) for note in notes]
        if texts == self.texts:
            return
        for each in self._own:
            each.hide()
            each.deleteLater()
        self._own = [Words(self.look, text, TALK) for text in texts]
        for each in self._own:
            self._list.addWidget(each)

    def _add(self, lines: Sequence[str]) -> None:
        if self._conduct.perform(lambda: self._edit("\n".join(lines))):
            self.field.empty()

    def _edit(self, text: str) -> Edit:
        """In the block that is spoken of; beside the sheet where there is none."""
        board, block = self._conduct.board, self._conduct.block
        if block is not None:
            (rect,) = places_for(board, block, Perspective.OUR, [text], grown_height)
            return add_private(board, rect, text)
        down, sheet = STEP * len(private_notes(board, None)), board.template.sheet
        rect = Rect(sheet.width + APART, sheet.margin + down, *WIDE)
        return add_private(board, rect, text)

    def _take_key(self, event: QKeyEvent) -> bool:
        leaves = event.key() == Qt.Key.Key_Escape
        if leaves:
            self.left.emit()
        return leaves


class NextCard(Card):
    """The step to which the next key leads: when, what it is for, and what it asks."""

    def __init__(self, look: Look, conduct: Conduct) -> None:
        super().__init__(look)
        self._conduct = conduct
        self.zone: tzinfo | None = None
        self._when = Words(look, "", SMALL_LABEL, ink2, most=1)
        self._title = Words(look, "", PANEL_TITLE, ink, most=2)
        self._aim = Words(look, "", TALK, ink)
        self._asked: list[Asked] = []
        self._shown: tuple[tuple[str, Perspective], ...] = ()
        self._list = column(gap=8)
        self.button = Button(look, "Next step", Weight.PRIMARY, icon="arrow-right")
        self.button.explain("", "PgDown")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._go_on)
        content = column(self._title, 4, self._aim, 10, margins=(0, 0, 12, 0))
        content.addLayout(self._list)
        content.addStretch(1)
        layout = column(self._when, 6, margins=(PADDING, 16, PADDING, 16))
        layout.addWidget(Scroll(holding(content)), 1)
        layout.addSpacing(12)
        layout.addWidget(self.button)
        self.setLayout(layout)

    def refresh(self) -> None:
        step, begun = self._conduct.beside(1), self._conduct.session is not None
        if step is None:
            self._say(NOTHING_NEXT if begun else "", "", "End" if begun else "No agenda")
            self.button.say(END_IT if begun else "Next block  ·  PgDn")
        else:
            now = self._conduct.step_now
            same = now is not None and step.part and now.part == step.part
            title = step.title if same or not step.part else step.part
            self._say(step.hint if same else step.aim or step.hint, title, self._at(step))
            self.button.say("Next step  ·  PgDn" if begun else "Begin  ·  PgDn")
        self._show_questions(step)

    def _at(self, step: PlanStep) -> str:
        if self._conduct.session is None:
            return "First"
        timed = (e for e in self._conduct.schedule.steps if e.step.id == step.id)
        start = next((e.start for e in timed), self._conduct.clock())
        return f"Next, at {start.astimezone(self.zone):%H:%M}"

    def _say(self, aim: str, title: str, when: str) -> None:
        self._aim.say(f"{aim.rstrip('.')}." if aim else "")
        self._title.say(title)
        self._when.say(when)

    def _show_questions(self, step: PlanStep | None) -> None:
        asked = visible_questions(self._conduct.board, step) if step else ()
        shown = tuple((each.text, each.perspective) for each in asked)
        if shown == self._shown:
            return
        for each in self._asked:
            each.hide()
            each.deleteLater()
        self._shown = shown
        self._asked = [Asked(self.look, *each) for each in shown]
        for each in self._asked:
            self._list.addWidget(each)

    def _go_on(self) -> None:
        if self._conduct.session is not None and self._conduct.beside(1) is None:
            self._conduct.end()
        else:
            self._conduct.step(1)
