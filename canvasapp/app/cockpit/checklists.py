"""What is done after a session: lists whose items are ticked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import column
from canvasapp.controls.letters import BODY, SMALL_LABEL
from canvasapp.controls.look import Look
from canvasapp.controls.painting import rounded
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Scroll
from canvasapp.controls.words import Paragraph
from canvasapp.domain.agenda import Checklist, ChecklistItem
from canvasapp.edits.checklists import tick, untick

SIDE, BOX, RADIUS, PADDING_Y = 16, 16, 4, 8
TEXT_X = SIDE + BOX + 12


class ItemRow(Control):
    """An item to be ticked: when, and what."""

    radius = 0

    def __init__(self, look: Look, item: ChecklistItem) -> None:
        super().__init__(look, f"{item.when}: {item.what}")
        self.item, self.done = item, False
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def nextCheckState(self) -> None:
        """Only the workshop says what is done."""

    def show_done(self, *, done: bool) -> None:
        self.done = done
        self.setChecked(done)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(256, self.heightForWidth(256))

    def heightForWidth(self, width: int) -> int:
        return SMALL_LABEL.line + self._what(width).height + 2 * PADDING_Y

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            rounded(painter, QRectF(self.rect()), self.radius, self.ground())
            box = QRectF(SIDE, PADDING_Y + 1, BOX, BOX)
            rounded(painter, box, RADIUS, theme.ink if self.done else theme.raised, theme.field)
            if self.done:
                inset = (BOX - IN_TEXT) / 2
                draw_icon(painter, "check", SIDE + inset, box.y() + inset, IN_TEXT, theme.on_ink)
            Paragraph(self.item.when, self.look, SMALL_LABEL).draw(
                painter, TEXT_X, PADDING_Y, theme.ink2
            )
            ink = theme.ink3 if self.done else theme.ink
            self._what(self.width()).draw(painter, TEXT_X, PADDING_Y + SMALL_LABEL.line, ink)

    def _what(self, width: int) -> Paragraph:
        return Paragraph(self.item.what, self.look, BODY, max(width - TEXT_X - SIDE, 1))


class ChecklistPane(QWidget):
    """One list."""

    def __init__(self, look: Look, conduct: Conduct, checklist: Checklist) -> None:
        super().__init__()
        self._conduct = conduct
        self.rows = [ItemRow(look, item) for item in checklist.items]
        for row in self.rows:
            row.clicked.connect(partial(self._turn, row))
        content = QWidget()
        content.setLayout(column(*self.rows, None, margins=(0, 8, 1, 8)))
        self.setLayout(column(Scroll(content)))

    def refresh(self) -> None:
        for row in self.rows:
            row.show_done(done=row.item.id in self._conduct.workshop.ticks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self.rows, event):
            super().keyPressEvent(event)

    def _turn(self, row: ItemRow, _: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt's signal
        conduct, item = self._conduct, row.item.id
        if row.done:
            conduct.perform(lambda: untick(conduct.workshop, item))
        else:
            conduct.perform(lambda: tick(conduct.workshop, item, conduct.clock()))
