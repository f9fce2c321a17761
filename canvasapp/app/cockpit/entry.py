"""Quick entry in the cockpit: what the room says becomes a note of the block on the wall, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.controls.control import Control
from canvasapp.controls.layouts import column, row
from canvasapp.controls.letters import SMALL, SMALL_LABEL
from canvasapp.controls.look import Look, ink2, ink3
from canvasapp.controls.painting import CHIP_HEIGHT, CHIP_WIDTH, chip, mark, rounded
from canvasapp.controls.words import Words
from canvasapp.domain.change import Edit
from canvasapp.domain.template import Perspective
from canvasapp.edits.notes import add_notes
from canvasapp.edits.placing import places_for
from canvasapp.picture.note_picture import grown_height
from canvasapp.view.quick_bar import SEEN_AS, VIEWS
from canvasapp.view.quick_field import QuickField

HEIGHT = 36
MARK = 9
WIDTH = 64
HIDES = "Hidden from the wall until you reveal it"
SHOWS = "On the wall at once"
TOO_LONG = "This is too long for one note, so nothing was taken: paste it in parts."


class WhoseView(Control):
    """Whose view and whose note it is to be; pressed, it is the other view."""

    def __init__(self, look: Look, conduct: Conduct) -> None:
        super().__init__(look, "")
        self._conduct, self.perspective = conduct, Perspective.OUR
        self.setFixedSize(WIDTH, HEIGHT)
        self.explain("The other view: Alt+O, Alt+C")
        self.see_as(Perspective.OUR)

    @property
    def party(self) -> str | None:
        return self._conduct.around.view.bench.stage.parties.of(
            self._conduct.board, self.perspective
        )

    def see_as(self, perspective: Perspective) -> None:
        self.perspective = perspective
        self.setAccessibleName(f"View: {VIEWS[perspective]}")
        self.update()

    def turn(self) -> None:
        ours = self.perspective is Perspective.OUR
        self.see_as(Perspective.CUSTOMER if ours else Perspective.OUR)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), self.radius, self.ground())
            mark(painter, self.perspective, 10, HEIGHT / 2, MARK, self.look.theme)
            party = self._conduct.board.parties.get(self.party or "")
            if party is not None:
                box = QRectF(30, (HEIGHT - CHIP_HEIGHT) / 2, CHIP_WIDTH, CHIP_HEIGHT)
                chip(painter, box, party.initials, party.slot, self.look)


class EntryPane(QWidget):
    """The view is that of the step, until the other one is chosen. `left` when Esc gives the keyboard back."""

    left = Signal()

    def __init__(self, look: Look, conduct: Conduct) -> None:
        super().__init__()
        self._conduct = conduct
        self._step: str | None = None
        self._keys = Words(look, "Shift+N", SMALL, ink2)
        self._remark = Words(look, "", SMALL, ink3, most=1)
        self.whose = WhoseView(look, conduct)
        self.whose.clicked.connect(self.whose.turn)
        self.field = QuickField(look, self._take_key)
        self.field.setFixedHeight(HEIGHT)
        self.field.setPlaceholderText("Type a note, press Enter")
        self.field.entered.connect(self.add)
        self.field.overflowed.connect(lambda: conduct.around.guide.tell(TOO_LONG))
        head = row(Words(look, "Quick entry", SMALL_LABEL, ink2), None, self._keys)
        line = row(self.whose, 2, self.field)
        line.setStretch(2, 1)
        self.setLayout(column(head, 8, line, 6, self._remark))

    def begin(self) -> None:
        """The keyboard is in the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        step, session = self._conduct.step_now, self._conduct.session
        if step is not None and step.id != self._step:
            self._step = step.id
            self.whose.see_as(step.lens or Perspective.OUR)
        self._remark.say(HIDES if session is not None and session.hides else SHOWS)
        self.whose.update()

    def add(self, lines: Sequence[str]) -> None:
        """A note of each line in free room of the block."""
        if self._conduct.perform(lambda: self._edit(lines)):
            self.field.empty()

    def _edit(self, lines: Sequence[str]) -> Edit:
        board, whose = self._conduct.board, self.whose
        block = self._conduct.block or board.template.blocks_in_order()[0].id
        rects = places_for(board, block, whose.perspective, lines, grown_height)
        return add_notes(board, zip(rects, lines, strict=True), party=whose.party)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, by_alt = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif by_alt and key in SEEN_AS:
            self.whose.see_as(SEEN_AS[key])
        else:
            return False
        return True
