"""The notes of a block with boxes to tick: those that may come over to another one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import column, empty, holding, row
from canvasapp.controls.letters import BODY, SECTION, SMALL
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Scroll
from canvasapp.controls.words import Words
from canvasapp.domain.board import Board
from canvasapp.panels.overview.rows import NoteRow
from canvasapp.panels.overview.ways import Candidate

MARGIN = 16
NO_NOTES = "No notes there yet."
ALL, NONE = "Tick all", "Tick none"


class CandidateList(QWidget):
    """`ticked` with the ids of those that are ticked now, after a tick. Up and Down go from note to note."""

    ticked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[str, tuple[Candidate, ...]] | None = None
        self.rows: dict[str, NoteRow] = {}
        self._title = Words(look, "", SECTION, ink, most=1)
        self._whose = Words(look, "", SMALL, ink2, most=1)
        self._count = Words(look, "", SMALL, ink2, most=1)
        self.all_button = Button(look, ALL, Weight.LINK)
        self.all_button.clicked.connect(self._tick_all)
        self._list = column(margins=(8, 4, 8, MARGIN))
        counts = row(self._count, None, self.all_button)
        head = column(self._title, self._whose, 4, counts, margins=(MARGIN, MARGIN, MARGIN, 0))
        layout = column(holding(head))
        layout.addWidget(Scroll(holding(self._list)), 1)
        self.setLayout(layout)

    @property
    def possible(self) -> list[NoteRow]:
        """The rows of notes that may come along."""
        return [each for each in self.rows.values() if each.isEnabled()]

    def say(self, sentence: str) -> None:
        """Words instead of notes."""
        self._shown = None
        for words in (self._title, self._whose, self._count):
            words.say("")
        self.all_button.hide()
        self._clear()
        self._add_words(sentence)

    def show_notes(
        self, board: Board, block_id: str, found: list[Candidate], ticked: frozenset[str]
    ) -> None:
        self._title.say(f"From {board.template.block(block_id).title}")
        self._whose.say(board.head.title)
        if self._shown != (board.id, tuple(found)):
            self._shown = board.id, tuple(found)
            self._fill(board, found)
        for each, shown in self.rows.items():
            shown.setChecked(each in ticked)
        self._count.say(f"{len(ticked)} of {len(found)} ticked" if found else "")
        self.all_button.say(NONE if ticked else ALL)
        self.all_button.setVisible(bool(self.possible))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self.possible, event):
            super().keyPressEvent(event)

    def _fill(self, board: Board, found: list[Candidate]) -> None:
        held = next((each for each, shown in self.rows.items() if shown.hasFocus()), None)
        self._clear()
        for each in found:
            party = board.parties.get(each.note.party) if each.note.party else None
            added = NoteRow(self._look, each.note, party, each.why)
            added.clicked.connect(self._tell)
            self.rows[each.note.id] = added
            self._list.addWidget(added)
        if not found:
            self._add_words(NO_NOTES)
        else:
            self._list.addStretch(1)
        if held in self.rows:
            self.rows[held].setFocus()

    def _add_words(self, sentence: str) -> None:
        words = Words(self._look, sentence, BODY, ink2)
        self._list.addWidget(holding(column(words, margins=(8, 8, 8, 8))))
        self._list.addStretch(1)

    def _clear(self) -> None:
        empty(self._list)
        self.rows = {}

    def _tick_all(self) -> None:
        """All of them, or none when some are ticked."""
        ids = frozenset(each.note.id for each in self.possible)
        any_ticked = any(each.isChecked() for each in self.possible)
        self.ticked.emit(frozenset[str]() if any_ticked else ids)

    def _tell(self) -> None:
        self.ticked.emit(frozenset(each.note.id for each in self.possible if each.isChecked()))
