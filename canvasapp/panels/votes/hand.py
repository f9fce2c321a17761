"""How dots are entered: the tool for it, whose turn it is, and the note that is selected with what it has."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button, IconButton
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, FIGURE, SECTION, SMALL
from canvasapp.controls.look import ink, ink2
from canvasapp.controls.words import Words
from canvasapp.domain.board import Board
from canvasapp.domain.records import Note, NoteKind
from canvasapp.domain.session import VoteRound
from canvasapp.domain.voting import allowed, spent
from canvasapp.panels.surroundings import Surroundings
from canvasapp.panels.votes.rows import GiverRow
from canvasapp.panels.votes.said import words_of
from canvasapp.view.tools.vote import VOTE

HOW = (
    "A click on a note gives it a dot, with Shift or the right button takes one back. By keys: + and -,"
    " or a figure, on the selected note; Enter goes to the next."
)


class Hand(QWidget):
    """Shown while a round is open."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, look = around, around.look
        self._ballot = around.view.bench.stage.ballot
        self.tool = Button(look, "Give dots", icon="vote")
        self.tool.explain("A click on a note gives a dot", "D")
        self.tool.clicked.connect(self._turn_tool)
        self.fewer = IconButton(look, "minus", "A dot fewer", icon_size=IN_BUTTON)
        self.more = IconButton(look, "plus", "A dot more", icon_size=IN_BUTTON)
        for button, number in ((self.fewer, -1), (self.more, 1)):
            button.clicked.connect(partial(self._give, number))
        self._words = Words(look, "", BODY, ink, most=2)
        self.count = Words(look, "", FIGURE, ink, most=1)
        self._note = holding(
            column(self._words, row(self.fewer, 8, self.count, 8, self.more, None), gap=4)
        )
        self._how = Words(look, HOW, SMALL, ink2)
        self.givers: list[GiverRow] = []
        self._parties = column()
        self._left = Words(look, "", SECTION, ink, most=1)
        self.setLayout(
            column(
                row(self.tool, None, self._left),
                holding(self._parties),
                self._how,
                self._note,
                gap=8,
                margins=(16, 0, 16, 12),
            )
        )

    def show_round(self, board: Board, vote: VoteRound) -> None:
        self.tool.say("Stop giving dots" if self._ballot.in_hand else "Give dots")
        party = self._ballot.party
        self._left.say(f"{allowed(vote, party) - spent(board, vote, party)} left")
        self._show_parties(board, vote)
        notes = [board.notes[e] for e in self._around.view.selected_ids[:1] if e in board.notes]
        note = next((each for each in notes if each.kind is NoteKind.NOTE), None)
        self._note.setVisible(note is not None)
        self._how.setVisible(note is None)
        if note is not None:
            self._show_note(board, vote, note)

    def _show_note(self, board: Board, vote: VoteRound, note: Note) -> None:
        count, party = self._ballot.count(note), self._ballot.party
        self._words.say(words_of(note))
        self.count.say(str(count))
        self.count.setAccessibleName(f"{count} on the selected note")
        self.fewer.setEnabled(count > 0)
        self.more.setEnabled(spent(board, vote, party) < allowed(vote, party))

    def _show_parties(self, board: Board, vote: VoteRound) -> None:
        parties = [board.parties[each] for each in vote.parties if each in board.parties]
        if [each.party for each in self.givers] != parties:
            for giver in self.givers:
                giver.hide()
                giver.deleteLater()
            self.givers = [GiverRow(self._around.look, party) for party in parties]
            for giver in self.givers:
                giver.clicked.connect(partial(self._ballot.enter_for, giver.party.id))
                self._parties.addWidget(giver)
        for giver in self.givers:
            giver.setChecked(giver.party.id == self._ballot.party)
            giver.show_left(vote.dots - spent(board, vote, giver.party.id))

    def _turn_tool(self) -> None:
        view = self._around.view
        view.set_tool("select" if self._ballot.in_hand else VOTE.id)
        view.setFocus()

    def _give(self, number: int) -> None:
        bench = self._around.view.bench
        bench.perform(lambda: self._ballot.give_selected(number))
