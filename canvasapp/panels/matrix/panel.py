"""The panel: the matrix in the place of the board, with its head and what is chosen beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.room_head import RoomHead
from canvasapp.controls.surface import Scroll, Surface
from canvasapp.controls.value_fields import Stock
from canvasapp.controls.value_fields.keeper import Keeper
from canvasapp.domain.assumptions import ASSUMPTION, cell_of, is_risky, lacking
from canvasapp.domain.board import Board
from canvasapp.domain.entries import entry_by_id, register_rows, value_of
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Entry, new_id
from canvasapp.domain.register import Value
from canvasapp.domain.trace import threads_from
from canvasapp.edits.assumptions import weigh
from canvasapp.edits.entries import add_entry, remove_entries
from canvasapp.panels.matrix.board import UNWEIGHED, MatrixBoard
from canvasapp.panels.matrix.card import Said
from canvasapp.panels.matrix.detail import AssumptionDetail
from canvasapp.panels.surroundings import Surroundings

MARGIN = 16
NONE_YET = "No assumptions yet. Write down what must be true for this service to work."
NONE_CHOSEN = "Choose an assumption to write its test. Drag it, or press the arrows, to weigh it."
WORDLESS = "Nothing written yet"


class MatrixPanel(QWidget):
    """Everything is as it is in the workshop; what is chosen stays chosen while it is there."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._journal = around, around.journal
        self._register = around.registers[ASSUMPTION]
        self._keeper = Keeper(around.journal, around.view.bench.perform)
        self._chosen = ""
        self.head = self._head()
        self.matrix = MatrixBoard(around.look, self._register)
        stock = self._stock
        self.detail = AssumptionDetail(around.look, self._register, stock, self._keep)
        self._scroll = Scroll(
            holding(column(self.matrix, None, margins=(MARGIN, 12, MARGIN, MARGIN)))
        )
        self._scroll.viewport().installEventFilter(self)
        body = row()
        body.addWidget(self._scroll, 1)
        body.addWidget(self.detail)
        layout = column(self.head)
        layout.addLayout(body, 1)
        ground = Surface(around.look)
        ground.setLayout(layout)
        self.setLayout(column(ground))
        self._listen()

    def speak_of(self, about: str) -> None:
        """The assumption with this id is chosen."""
        if about in self.matrix.cards:
            self._choose(about)

    def show_board(self, board: Board) -> None:
        rows = [each.entry for each in register_rows(self._journal.workshop, ASSUMPTION)]
        self.matrix.show_assumptions([(e.id, cell_of(e), self._said(e)) for e in rows])
        risky = sum(is_risky(cell_of(each)) for each in rows)
        untested = sum(bool(lacking(each)) for each in rows)
        said = [f"{len(rows)} assumption{'' if len(rows) == 1 else 's'}"]
        said += [f"{risky} riskiest: importance 4 or 5, evidence 0 or 1"] if risky else []
        said += [f"{untested} of them without a whole test"] if untested else []
        self.head.say(" · ".join(said) if rows else "")
        self._show_chosen()

    def add(self) -> None:
        """A new assumption, not weighed yet, whose words are asked for."""
        entry_id = new_id()
        workshop = self._journal.workshop
        self._around.guide.perform(add_entry(workshop, self._register, entry_id=entry_id))
        self.show_board(self._around.view.board)
        self.speak_of(entry_id)
        self.detail.begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The matrix is as high as what is seen of it."""
        if event.type() == QEvent.Type.Resize:
            self.matrix.fit(self._scroll.viewport().height() - 12 - MARGIN)
        return False

    def _head(self) -> RoomHead:
        add = Button(self._around.look, "Add an assumption", Weight.PRIMARY, icon="plus")
        add.clicked.connect(self.add)
        head = RoomHead(self._around.look, "Assumptions", add)
        head.left.connect(self._around.guide.leave_panel)
        return head

    def _listen(self) -> None:
        self.matrix.chosen.connect(self._choose)
        self.matrix.weighed.connect(self._weigh)
        self.detail.thread_asked.connect(partial(self._around.guide.show_panel, "evidence"))
        self.detail.note_asked.connect(self._show_note)
        self.detail.removed.connect(self._remove)

    def _choose(self, entry_id: str) -> None:
        self._chosen = entry_id
        self._show_chosen()
        self._scroll.ensureWidgetVisible(self.matrix.cards[entry_id])

    def _show_chosen(self) -> None:
        entry = entry_by_id(self._journal.workshop, self._chosen) if self._chosen else None
        if entry is None:
            self._chosen = ""
            self.detail.say(NONE_CHOSEN if self.matrix.cards else NONE_YET)
        else:
            self.detail.show_entry(entry, has_note=bool(self._note_of(entry)))
        self.matrix.mark_chosen(self._chosen)

    def _weigh(self, entry_id: str, importance: int, evidence: int) -> None:
        cell = (importance, evidence)
        self._around.guide.perform(weigh(self._journal.workshop, self._register, entry_id, cell))
        self.show_board(self._around.view.board)

    def _remove(self, entry_id: str) -> None:
        self._around.guide.perform(remove_entries(self._journal.workshop, [entry_id]))

    def _show_note(self, entry_id: str) -> None:
        entry = entry_by_id(self._journal.workshop, entry_id)
        if entry is not None and (note_id := self._note_of(entry)):
            self._around.guide.show_note(note_id)

    def _note_of(self, entry: Entry) -> str:
        """The first note it is about."""
        threads = threads_from(self._journal.workshop, entry)
        return next((thread.notes[0].id for thread in threads if thread.notes), "")

    def _keep(self, entry_id: str, field_id: str, given: Value | None, again: bool) -> str:  # noqa: FBT001  # as a field gives
        return self._keeper.keep(self._register, entry_id, field_id, given, again)

    def _stock(self) -> Stock:
        return Stock(self._journal.workshop, self._around.registers)

    def _said(self, entry: Entry) -> Said:
        main = value_of(self._register, entry, None, self._register.main or "")
        words = " ".join(plain_text(main).split()) if isinstance(main, str) else WORDLESS
        cell = cell_of(entry)
        weight = f"Importance {cell[0]}, evidence {cell[1]}" if cell else UNWEIGHED
        owner = self._journal.workshop.parties.get(str(entry.get("owner")))
        names = tuple(self._register.field(each).label.lower() for each in lacking(entry))
        return Said(entry.code, words, weight, owner.slot if owner else None, names)
