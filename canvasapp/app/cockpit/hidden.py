"""The notes of a block that wait to be revealed: one is shown by its eye, all of them by one button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.controls.buttons import Button
from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import column, row
from canvasapp.controls.letters import BODY, COUNT, SMALL_LABEL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.painting import mark, rounded
from canvasapp.controls.rows import step_through
from canvasapp.controls.words import Paragraph, Words
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Note
from canvasapp.edits.privacy import hidden_notes, reveal, show_notes

HEIGHT = 31
MARK = 9
MOST = 6
"""So many are listed; the others are counted."""
FEW = {1: "Reveal it", 2: "Reveal both"}


class HiddenRow(Control):
    """A note: press it to reveal it."""

    def __init__(self, look: Look, note: Note) -> None:
        words = plain_text(note.text) or "Empty note"
        super().__init__(look, f"Reveal: {words}")
        self.note, self._words = note, words
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.explain("Shows it on the wall")

    def cut_words(self) -> str:
        return self._words if self._text().is_cut else ""

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            ground = QRectF(self.rect()).adjusted(-6, 0, 6, 0)
            rounded(painter, ground, self.radius, self.ground())
            if self.note.perspective is not None:
                mark(painter, self.note.perspective, 0, HEIGHT / 2, MARK, theme)
            self._text().draw(painter, 20, (HEIGHT - BODY.line) / 2, theme.ink)
            name = "eye" if self.underMouse() or self.hasFocus() else "eye-off"
            x, y = self.width() - IN_TEXT, (HEIGHT - IN_TEXT) / 2
            draw_icon(painter, name, x, y, IN_TEXT, theme.ink2)

    def _text(self) -> Paragraph:
        return Paragraph(self._words, self.look, BODY, max(self.width() - 44, 1), 1)


class HiddenPane(QWidget):
    """Of the block that is spoken of; where none is, of the whole board."""

    def __init__(self, look: Look, conduct: Conduct) -> None:
        super().__init__()
        self._look, self._conduct = look, conduct
        self._count = Words(look, "", COUNT, ink2, most=1)
        self.rows: list[HiddenRow] = []
        self._list = column()
        self._more = Words(look, "", BODY, ink2, most=1)
        self.reveal = Button(look, "", icon="eye")
        self.reveal.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reveal.explain("Shows on the wall what is hidden", "R")
        self.reveal.clicked.connect(self.reveal_all)
        head = row(Words(look, "Hidden from the wall", SMALL_LABEL, ink2), None, self._count)
        self.setLayout(column(head, 6, self._list, self._more, 8, self.reveal))

    def reveal_all(self) -> None:
        conduct = self._conduct
        conduct.perform(lambda: reveal(conduct.board, conduct.block))

    def refresh(self) -> None:
        notes = hidden_notes(self._conduct.board, self._conduct.block)
        self._count.say(str(len(notes)) if notes else "Nothing")
        self.reveal.setVisible(bool(notes))
        self.reveal.say(FEW.get(len(notes), f"Reveal all {len(notes)}"))
        self._more.setVisible(len(notes) > MOST)
        self._more.say(f"and {len(notes) - MOST} more")
        if [each.note for each in self.rows] == notes[:MOST]:
            return
        place = next((at for at, each in enumerate(self.rows) if each.hasFocus()), None)
        for each in self.rows:
            each.hide()
            each.deleteLater()
        self.rows = [self._row(note) for note in notes[:MOST]]
        if place is not None and self.rows:
            self.rows[min(place, len(self.rows) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self.rows, event):
            super().keyPressEvent(event)

    def _row(self, note: Note) -> HiddenRow:
        made = HiddenRow(self._look, note)
        made.clicked.connect(lambda: self._reveal(note))
        self._list.addWidget(made)
        return made

    def _reveal(self, note: Note) -> None:
        self._conduct.perform(lambda: show_notes(self._conduct.board, [note.id]))
