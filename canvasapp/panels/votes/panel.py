"""The panel itself: one round at a time, entered, counted and shown; the latest one unless another is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button, IconButton
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import column, empty, holding, row
from canvasapp.controls.letters import BODY, PANEL_TITLE, SMALL_LABEL
from canvasapp.controls.look import ink, ink2
from canvasapp.controls.menus import Menu, place_under
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Rule, Scroll
from canvasapp.controls.value_fields import Stock
from canvasapp.controls.value_fields.asked import Asked
from canvasapp.controls.words import Words
from canvasapp.domain.board import Board
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import new_id
from canvasapp.domain.register import Value
from canvasapp.domain.session import VoteRound
from canvasapp.domain.voting import rounds_in_order
from canvasapp.edits.voting import close_vote, show_counts
from canvasapp.panels.surroundings import Surroundings
from canvasapp.panels.votes.form import FIELDS, proposed, started
from canvasapp.panels.votes.hand import Hand
from canvasapp.panels.votes.menu import fill_round_menu
from canvasapp.panels.votes.rows import Ranked, RankedRow
from canvasapp.panels.votes.said import ranking, state_of, to_test_first, who_votes
from canvasapp.view.tools.vote import VOTE

PADDING, MARGIN = 16, 8
NO_ROUND = "No vote on this board yet"
WHAT_FOR = "Everybody has a few dots. What they are given to says what matters most to the room."
NOT_SHOWN = "The counts are secret until you show them."
NOBODY = "Nothing has a dot yet."
FIRST = "Riskiest assumptions, to be tested first"


class VotesPanel(QWidget):
    """Arrows go from row to row."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, look = around, around.look
        self._wanted = ""
        self._shown: object = None
        self.rows: list[RankedRow] = []
        self._title = Words(look, "", PANEL_TITLE, ink, most=3)
        self._state = Words(look, "", BODY, ink2)
        self.hand = Hand(around)
        self.form = Asked(look, "New vote", FIELDS, self._stock, "Start the vote")
        self.form.confirmed.connect(self._start)
        self.form.left.connect(self._leave_form)
        self.form.hide()
        self._list = column(margins=(MARGIN, 0, MARGIN, MARGIN))
        layout = column(self._head(), Rule(look), 12, self.hand)
        layout.addWidget(Scroll(holding(self._list)), 1)
        layout.addWidget(self.form)
        layout.addWidget(self._foot())
        self.setLayout(layout)
        self._listen()

    def speak_of(self, about: str) -> None:
        """A round, by its id."""
        self._wanted = about
        self.show_board(self._around.view.board)

    def show_board(self, board: Board) -> None:
        vote = self.vote
        self._title.say(vote.title if vote else NO_ROUND)
        self._state.say(f"{who_votes(vote)}. {state_of(board, vote)}" if vote else WHAT_FOR)
        is_open = vote is not None and vote.is_open
        self.hand.setVisible(is_open)
        if vote is not None and is_open:
            self.hand.show_round(board, vote)
        self._show_foot(vote)
        self._fill(vote)

    @property
    def vote(self) -> VoteRound | None:
        """The round that is shown."""
        rounds = self._around.view.board.rounds
        known = rounds_in_order(self._around.view.board)
        return rounds.get(self._wanted) or (known[-1] if known else None)

    def begin(self) -> None:
        """Asks for a new round."""
        self._foot_bar.hide()
        self.form.show()
        self.form.begin(proposed(self._around.view.board))

    def menu(self) -> Menu:
        """The other rounds, and what can be done with this one."""
        menu = Menu(self._around.look, parent=self, marked=True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_round_menu(menu, self._around, self.vote, self.speak_of)
        if not self.start.isVisible():
            menu.addAction("New vote, which closes this one", self.begin)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self.rows, event):
            super().keyPressEvent(event)

    def _listen(self) -> None:
        view = self._around.view
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._follow)
        view.selection_changed.connect(self._soon.start)
        view.tool_changed.connect(self._soon.start)
        view.bench.stage.ballot.party_changed.connect(self._soon.start)

    def _follow(self) -> None:
        if self.isVisible():
            self.show_board(self._around.view.board)

    def _head(self) -> QWidget:
        look = self._around.look
        self.more = IconButton(look, "ellipsis", "More about this vote", icon_size=IN_BUTTON)
        self.more.clicked.connect(self._open_menu)
        close = IconButton(look, "x", "Close the votes", keys="Esc", icon_size=IN_BUTTON)
        close.clicked.connect(self._around.guide.leave_panel)
        bar = row(Words(look, "Votes", BODY, ink2, most=1), None, self.more, close)
        words = column(self._title, self._state, gap=4, margins=(0, 0, 4, 0))
        return holding(column(bar, words, margins=(PADDING, 12, 12, 12)))

    def _foot(self) -> QWidget:
        look = self._around.look
        self.close_vote, self.show_counts = Button(look, "Close the vote"), Button(look, "")
        self.close_vote.clicked.connect(self._close)
        self.show_counts.clicked.connect(self._show_or_hide)
        self.start = Button(look, "New vote", icon="plus")
        self.start.clicked.connect(self.begin)
        bar = row(self.close_vote, self.show_counts, None, self.start, gap=8)
        bar.setContentsMargins(PADDING, 11, PADDING, 12)
        self._foot_bar = holding(column(Rule(look), bar))
        return self._foot_bar

    def _show_foot(self, vote: VoteRound | None) -> None:
        is_open = vote is not None and vote.is_open
        self.more.setVisible(vote is not None)
        self.show_counts.setVisible(vote is not None)
        self.close_vote.setVisible(is_open)
        self.start.setVisible(not is_open)
        self.show_counts.say("Hide the counts" if vote and vote.shown else "Show the counts")

    def _fill(self, vote: VoteRound | None) -> None:
        workshop = self._around.journal.workshop
        found = list(ranking(workshop, vote)) if vote and vote.shown else []
        risky = list(to_test_first(workshop))
        shown = (vote and vote.shown, found, risky)
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        if vote is not None and not found:
            said = Words(self._around.look, NOBODY if vote.shown else NOT_SHOWN, BODY, ink2)
            self._list.addWidget(holding(column(said, margins=(MARGIN, 0, MARGIN, 4))))
        for note, ranked in found:
            self._add(ranked, partial(self._around.guide.show_note, note.id))
        if risky:
            heading = Words(self._around.look, FIRST, SMALL_LABEL, ink2)
            self._list.addWidget(holding(column(heading, margins=(MARGIN, 16, MARGIN, 4))))
        for entry, ranked in risky:
            self._add(ranked, partial(self._around.guide.show_panel, "matrix", entry.id))
        self._list.addStretch(1)

    def _add(self, ranked: Ranked, go: Callable[[], object]) -> None:
        made = RankedRow(self._around.look, ranked)
        made.clicked.connect(lambda _=False: go())
        self.rows.append(made)
        self._list.addWidget(made)

    def _clear(self) -> None:
        self.rows = []
        empty(self._list)

    def _stock(self) -> Stock:
        return Stock(self._around.journal.workshop, self._around.registers)

    def _start(self, given: dict[str, Value]) -> None:
        round_id = new_id()
        try:
            edit = started(self._around.view.board, given, round_id)
        except ExpectedError as refusal:
            self.form.refuse(str(refusal))
            return
        self._wanted = round_id
        self._leave_form()
        self._around.guide.perform(edit)
        self._around.view.set_tool(VOTE.id)
        self._around.view.setFocus()

    def _leave_form(self) -> None:
        self.form.hide()
        self._foot_bar.show()
        self.start.setFocus()

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.popup(place_under(self.more, menu))

    def _close(self) -> None:
        view = self._around.view
        if (vote := self.vote) is None:
            return
        self._around.guide.perform(close_vote(view.board, vote.id))
        if view.bench.stage.ballot.in_hand:
            view.set_tool("select")
        self.start.setFocus()

    def _show_or_hide(self) -> None:
        if (vote := self.vote) is not None:
            edit = show_counts(self._around.view.board, vote.id, shown=not vote.shown)
            self._around.guide.perform(edit)
