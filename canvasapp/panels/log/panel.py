"""The panel itself: a session at a time, the latest one unless another is asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import IconButton
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import column, empty, holding, row
from canvasapp.controls.letters import BODY, PANEL_TITLE
from canvasapp.controls.look import ink, ink2
from canvasapp.controls.menus import Menu, place_under
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Rule, Scroll
from canvasapp.controls.words import Words
from canvasapp.domain.board import Board
from canvasapp.domain.change import StaleEditError
from canvasapp.domain.logbook import lines_of, session_ids, span_of
from canvasapp.domain.session import Event, LogLine
from canvasapp.edits.rewinding import Rewind, rewind
from canvasapp.facilitation.recording import record_of
from canvasapp.panels.log.rows import LogRow, WayBackCard
from canvasapp.panels.log.said import Told, told_lines, what_it_does, what_stays, when
from canvasapp.panels.surroundings import Surroundings

PADDING, MARGIN = 16, 8
NONE_YET = "No session yet"
WHAT_FOR = "What happens while a session runs is written down here: steps with their times, votes, decisions."
UNKNOWN = "What was changed in this exercise is not known here: only its log is."


class LogPanel(QWidget):
    """Arrows go from row to row; Enter unfolds a step."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, look = around, around.look
        self._wanted = ""
        self._shown: list[Told] | None = None
        self.rows: list[LogRow] = []
        self.card: WayBackCard | None = None
        self._title = Words(look, "", PANEL_TITLE, ink, most=2)
        self._when = Words(look, "", BODY, ink2)
        self._list = column(margins=(MARGIN, MARGIN, MARGIN, MARGIN))
        layout = column(self._head(), Rule(look))
        layout.addWidget(Scroll(holding(self._list)), 1)
        self.setLayout(layout)

    def speak_of(self, about: str) -> None:
        """A session, by its id."""
        self._wanted = about
        self.show_board(self._around.view.board)

    def show_board(self, board: Board) -> None:
        workshop = self._around.journal.workshop
        ids = session_ids(workshop)
        self.more.setVisible(len(ids) > 1)
        session = self._wanted if self._wanted in ids else next(reversed(ids), "")
        self._title.say(record_of(workshop, session).title if session else NONE_YET)
        self._when.say(when(workshop, session) if session else WHAT_FOR)
        told = list(told_lines(workshop, session)) if session else []
        if told != self._shown:
            self._shown = told
            self._fill(told)
        elif self.card is not None:
            self._fold()  # what it said may be so no more

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self.rows, event):
            super().keyPressEvent(event)

    def _head(self) -> QWidget:
        look = self._around.look
        self.more = IconButton(look, "ellipsis", "Other sessions", icon_size=IN_BUTTON)
        self.more.clicked.connect(self._open_menu)
        close = IconButton(look, "x", "Close the log", keys="Esc", icon_size=IN_BUTTON)
        close.clicked.connect(self._around.guide.leave_panel)
        bar = row(Words(look, "Log of the session", BODY, ink2, most=1), None, self.more, close)
        words = column(self._title, self._when, gap=4, margins=(0, 0, 4, 0))
        return holding(column(bar, words, margins=(PADDING, 12, 12, 12)))

    def _open_menu(self) -> None:
        workshop = self._around.journal.workshop
        menu = Menu(self._around.look, parent=self, marked=True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in reversed(session_ids(workshop)):
            entry = menu.add_name(f"{record_of(workshop, each).title}, {when(workshop, each)}")
            entry.triggered.connect(lambda _=False, id_=each: self.speak_of(id_))
        menu.popup(place_under(self.more, menu))

    def _fill(self, told: list[Told]) -> None:
        self.card, self.rows = None, []
        empty(self._list)
        for each in told:
            made = LogRow(self._around.look, each)
            made.clicked.connect(partial(self._press, made))
            self.rows.append(made)
            self._list.addWidget(made)
        self._list.addStretch(1)

    def _press(self, pressed: LogRow, *_: bool) -> None:
        line = pressed.told.line
        if pressed.told.is_step:
            was_unfolded = pressed.unfolded
            self._fold()
            if not was_unfolded:
                self._unfold(pressed)
            return
        self._go(line)

    def _go(self, line: LogLine) -> None:
        guide, workshop = self._around.guide, self._around.journal.workshop
        board = workshop.boards.get(line.board)
        if board is None:
            return
        match line.event:
            case Event.VOTE_OPENED | Event.VOTE_CLOSED if line.about in board.rounds:
                guide.show_board(board.id)
                guide.show_panel("votes", line.about)
            case Event.DECIDED if line.about in workshop.entries:
                guide.show_panel("entry", line.about)
            case Event.FINISHED | Event.REOPENED:
                guide.show_board(board.id)
                self._around.view.zoom_to_block(line.about)
            case _:
                guide.show_board(board.id)

    def _unfold(self, step: LogRow) -> None:
        planned = self._planned(step.told.line)
        does = what_it_does(planned) if planned else UNKNOWN
        stays = what_stays(planned.left) if planned else []
        possible = planned is not None and bool(planned.edit)
        card = self.card = WayBackCard(self._around.look, does, stays, possible=possible)
        card.left.connect(self._leave_card)
        card.confirmed.connect(partial(self._go_back, step.told))
        step.unfold(unfolded=True)
        self._list.insertWidget(self._list.indexOf(step) + 1, card)
        QWidget.setTabOrder(step, card.leave)
        QWidget.setTabOrder(card.leave, card.back)

    def _planned(self, line: LogLine) -> Rewind | None:
        """None when it is not known what was changed: the log came from elsewhere, or the board is gone."""
        journal = self._around.journal
        span = span_of({line.about}, lines_of(journal.workshop, line.session))
        if span is None or line.board not in journal.workshop.boards:
            return None
        try:
            past = journal.since(span.begun)
        except StaleEditError:
            return None
        return rewind(journal.workshop, line.board, span, past)

    def _go_back(self, told: Told) -> None:
        planned = self._planned(told.line)
        self._fold()
        if planned is not None:
            self._around.guide.show_board(told.line.board)
            self._around.guide.perform(planned.edit)
            self._around.guide.tell(f"Back to before “{told.words}”. Undo takes that back")

    def _leave_card(self) -> None:
        step = next((each for each in self.rows if each.unfolded), None)
        self._fold()
        if step is not None:
            step.setFocus()

    def _fold(self) -> None:
        for each in self.rows:
            if each.unfolded:
                each.unfold(unfolded=False)
        if self.card is not None:
            self.card.hide()
            self.card.deleteLater()
            self.card = None
