"""The steps of the part that the session is in: what is done, where it is, what is to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import column
from canvasapp.controls.letters import BODY, SMALL_LABEL, STRONG
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.painting import rounded
from canvasapp.controls.rows import step_through
from canvasapp.controls.words import Paragraph, Words
from canvasapp.facilitation.parts import TimedPart
from canvasapp.facilitation.schedule import Timed, Turn

HEIGHT = 31
RING = 18
TURNS = {Turn.DONE: "done", Turn.NOW: "now", Turn.SKIPPED: "skipped", Turn.PASSED: "passed over"}


class CycleRow(Control):
    """A step to go to."""

    def __init__(self, look: Look, timed: Timed) -> None:
        super().__init__(look, timed.step.title)
        self.timed = timed
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(TURNS.get(timed.turn, ""))
        self.explain(timed.step.hint)

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme, turn = self.look.theme, self.timed.turn
            ring = QRectF(0.0, (HEIGHT - RING) / 2, RING, RING)
            now = turn is Turn.NOW
            if turn is Turn.DONE:
                rounded(painter, ring, RING / 2, theme.press)
                inset = (RING - IN_TEXT) / 2
                draw_icon(painter, "check", inset, ring.y() + inset, IN_TEXT, theme.ink2)
            elif now:
                rounded(painter, ring, RING / 2, None, theme.accent, width=5.0)
            else:
                rounded(painter, ring, RING / 2, None, theme.field)
            quiet = not now and not self.underMouse()
            words = Paragraph(
                self.timed.step.title, self.look, STRONG if now else BODY, self.width() - 30, 1
            )
            words.draw(painter, 30, (HEIGHT - BODY.line) / 2, theme.ink2 if quiet else theme.ink)


class CyclePane(QWidget):
    """Nothing is listed where the part is one step."""

    def __init__(self, look: Look, conduct: Conduct) -> None:
        super().__init__()
        self._look, self._conduct = look, conduct
        self._title = Words(look, "", SMALL_LABEL, ink2, most=1)
        self.empty = True
        self.rows: list[CycleRow] = []
        self._list = column()
        self.setLayout(column(self._title, 6, self._list))

    def show_part(self, part: TimedPart | None) -> None:
        shown = part.steps if part is not None and len(part.steps) > 1 else ()
        self.empty = not shown
        self._title.say(part.title if part else "")
        if tuple(row.timed for row in self.rows) == shown:
            return
        had = next((row.timed.step.id for row in self.rows if row.hasFocus()), None)
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._row(each) for each in shown]
        for row in self.rows:
            if row.timed.step.id == had:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self.rows, event):
            super().keyPressEvent(event)

    def _row(self, timed: Timed) -> CycleRow:
        row = CycleRow(self._look, timed)
        row.clicked.connect(lambda: self._conduct.go_to(timed.step.id))
        self._list.addWidget(row)
        return row
