"""The panel: the thresholds of the board one below the other, its dates beside them, and what is agreed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import ink2
from canvasapp.controls.room_head import RoomHead
from canvasapp.controls.surface import Scroll, Surface
from canvasapp.controls.value_fields import Stock
from canvasapp.controls.value_fields.keeper import Keeper
from canvasapp.controls.value_fields.settling import settle
from canvasapp.controls.words import Words
from canvasapp.domain.board import Board
from canvasapp.domain.entries import code_order
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import Entry
from canvasapp.domain.register import Value
from canvasapp.domain.thresholds import AGREED_ON, THRESHOLDS, is_agreed
from canvasapp.domain.trace import DECISION
from canvasapp.edits.entries import add_entry, remove_entries
from canvasapp.edits.thresholds import agree, reopen
from canvasapp.panels.surroundings import Surroundings
from canvasapp.panels.thresholds.dates import TIMELINE, BoardDates
from canvasapp.panels.thresholds.reopening import Reopening
from canvasapp.panels.thresholds.row import ThresholdRow

MARGIN, WIDEST = 16, 1120
NONE_YET = "No thresholds yet. Say before the pilot what would let it go on, and what would end it."
VERDICTS = ("go", "adjust", "no-go", "open")


class ThresholdsPanel(QWidget):
    """Keeps the rows of thresholds that are open or agreed as they were."""

    def __init__(self, around: Surroundings, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self._around, self._journal, self._today = around, around.journal, today
        self._register = around.registers[THRESHOLDS]
        self._keeper = Keeper(around.journal, around.view.bench.perform)
        self.rows: dict[str, ThresholdRow] = {}
        self._board = around.view.board
        self._none = Words(around.look, NONE_YET, BODY, ink2)
        self.reopening = Reopening(around.look, around.registers[DECISION], self._stock)
        self.reopening.hide()
        self.dates = BoardDates(
            around.look, around.registers[TIMELINE], self._stock, self._keep_date
        )
        self._list = column(gap=12)
        self.head = self._head()
        self.setLayout(column(self._page()))
        self._listen()

    def show_board(self, board: Board) -> None:
        self._board = board
        thresholds = self._thresholds(board)
        self._list_rows(thresholds)
        for each in thresholds:
            self.rows[each.id].show_entry(each)
        agreed = [each for each in thresholds if is_agreed(each)]
        self.head.say(_summary(thresholds, agreed))
        self._none.setVisible(not thresholds)
        self._agree.setVisible(len(agreed) < len(thresholds))
        self._reopen.setVisible(bool(agreed))
        if not agreed:
            self.reopening.hide()
        self.dates.show_entry(self._dates_of(board))

    def add(self) -> None:
        """A new threshold, whose metric is asked for."""
        edit = add_entry(self._journal.workshop, self._register, self._board.id)
        self._around.guide.perform(edit)
        self._show_now()
        last = list(self.rows.values())[-1]
        last.fields["metric"].input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _page(self) -> QWidget:
        content = column(self._none, self.reopening, gap=12, margins=(MARGIN, 16, MARGIN, MARGIN))
        content.addLayout(self._list)
        content.addStretch(1)
        listed = holding(content)
        listed.setMaximumWidth(WIDEST)
        body = row()
        body.addWidget(Scroll(listed), 1)
        body.addWidget(self.dates)
        page = Surface(self._around.look)
        layout = column(self.head)
        layout.addLayout(body, 1)
        page.setLayout(layout)
        return page

    def _head(self) -> RoomHead:
        look = self._around.look
        add = Button(look, "Add a threshold", icon="plus")
        add.clicked.connect(self.add)
        self._reopen = Button(look, "Reopen", Weight.QUIET)
        self._reopen.clicked.connect(self.reopening.begin)
        self._agree = Button(look, "Agree these thresholds today", Weight.PRIMARY, icon="lock")
        self._agree.clicked.connect(self._agree_today)
        acts = row(add, self._reopen, self._agree, gap=8)
        head = RoomHead(look, "Go, adjust or no-go", holding(acts))
        head.left.connect(self._around.guide.leave_panel)
        return head

    def _listen(self) -> None:
        self.reopening.left.connect(self.reopening.hide)
        self.reopening.confirmed.connect(self._reopen_all)

    def _list_rows(self, thresholds: list[Entry]) -> None:
        states = {each.id: is_agreed(each) for each in thresholds}
        for entry_id in [e for e, shown in self.rows.items() if states.get(e) is not shown.agreed]:
            gone = self.rows.pop(entry_id)
            gone.hide()
            gone.deleteLater()
        for place, each in enumerate(thresholds):
            if each.id not in self.rows:
                self.rows[each.id] = self._row(each)
                self._list.insertWidget(place, self.rows[each.id])
        self.rows = {each.id: self.rows[each.id] for each in thresholds}

    def _row(self, entry: Entry) -> ThresholdRow:
        made = ThresholdRow(self._around.look, self._register, entry, self._stock, self._keep)
        made.thread_asked.connect(partial(self._around.guide.show_panel, "evidence", entry.id))
        made.removed.connect(partial(self._remove, entry.id))
        return made

    def _agree_today(self) -> None:
        """All of them that are open; what lacks its terms is named."""
        settle(self)
        try:
            edit = agree(self._journal.workshop, self.rows, self._today())
        except ExpectedError as refusal:
            self._around.guide.tell(str(refusal))
            return
        self._around.guide.perform(edit)
        self._show_now()
        self._reopen.setFocus()

    def _reopen_all(self, why: str, by_role: str) -> None:
        decision, workshop = self._around.registers[DECISION], self._journal.workshop
        try:
            edit = reopen(workshop, decision, self.rows, why, by_role, self._today())
        except ExpectedError as refusal:
            self.reopening.refuse(str(refusal))
            return
        self._around.guide.perform(edit)
        self.reopening.hide()
        self._show_now()
        self._agree.setFocus()

    def _show_now(self) -> None:
        """Before the window does: what was pressed goes, and the keyboard would leave the panel with it."""
        self.show_board(self._around.view.board)

    def _remove(self, entry_id: str) -> None:
        self._around.guide.perform(remove_entries(self._journal.workshop, [entry_id]))

    def _keep(self, entry_id: str, field_id: str, given: Value | None, again: bool) -> str:  # noqa: FBT001  # as a field gives
        return self._keeper.keep(self._register, entry_id, field_id, given, again)

    def _keep_date(self, field_id: str, given: Value | None, again: bool) -> str:  # noqa: FBT001  # as a field gives
        """The board has one entry for its dates, from the first of them on."""
        register, entry = self._around.registers[TIMELINE], self._dates_of(self._board)
        if entry is not None:
            return self._keeper.keep(register, entry.id, field_id, given, again)
        if given is None:
            return ""
        try:
            edit = add_entry(self._journal.workshop, register, self._board.id, ((field_id, given),))
        except ExpectedError as refusal:
            return str(refusal)
        self._around.guide.perform(edit)
        return ""

    def _thresholds(self, board: Board) -> list[Entry]:
        found = (each for each in board.entries.values() if each.register == THRESHOLDS)
        return sorted(found, key=lambda each: code_order(each.code))

    def _dates_of(self, board: Board) -> Entry | None:
        entries = self._journal.workshop.boards[board.id].entries.values()
        return next((each for each in entries if each.register == TIMELINE), None)

    def _stock(self) -> Stock:
        return Stock(self._journal.workshop, self._around.registers)


def _summary(thresholds: list[Entry], agreed: list[Entry]) -> str:
    """How many there are, whether they are agreed, and the verdicts."""
    if not thresholds:
        return ""
    count = f"{len(thresholds)} threshold{'' if len(thresholds) == 1 else 's'}"
    days = sorted({str(each.get(AGREED_ON)) for each in agreed})
    said = f"agreed on {', '.join(days)}" if len(agreed) == len(thresholds) else ""
    if not said:
        said = f"{len(agreed)} of them agreed" if agreed else "not agreed yet"
    verdicts = Counter(str(each.get("verdict")) for each in thresholds)
    told = [f"{verdicts[each]} {each}" for each in VERDICTS if verdicts[each]]
    return " · ".join((count, said, *told))
