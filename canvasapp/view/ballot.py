"""Enters votes: a dot on the note that is clicked, or so many on the selected one, for whom it is the turn."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from canvasapp.domain.board import Board
from canvasapp.domain.records import Note
from canvasapp.domain.session import VoteRound
from canvasapp.domain.voting import allowed, dots_on, open_round, spent
from canvasapp.edits.journal import Journal
from canvasapp.edits.voting import VoteError, give_dots, set_dots
from canvasapp.view.scene import Scene
from canvasapp.view.selection import Selection

NONE_OPEN = "No vote takes dots now: start one in the votes panel."
MORE, FEWER = "+=", "-−"


class Ballot(QObject):
    """Of the open round of the board that is shown. `in_hand` while clicks give dots.

    `told` says what has been entered: of that note alone, as other counts may be secret.
    """

    told = Signal(str)
    party_changed = Signal()

    def __init__(self, journal: Journal, scene: Scene, selection: Selection) -> None:
        super().__init__()
        self.in_hand = False
        self._journal, self._scene, self._selection = journal, scene, selection
        self._party: str | None = None

    @property
    def vote(self) -> VoteRound | None:
        return open_round(self._board)

    @property
    def party(self) -> str | None:
        """The party whose dots are entered; None where people vote."""
        vote = self.vote
        if vote is None or not vote.parties:
            return None
        return self._party if self._party in vote.parties else vote.parties[0]

    def enter_for(self, party: str) -> None:
        self._party = party
        self.party_changed.emit()

    def count(self, note: Note) -> int:
        """What the note has from those whose dots are entered."""
        vote = self.vote
        found = dots_on(self._board, vote.id, note.content, self.party) if vote else None
        return found.count if found else 0

    def give(self, note: Note, number: int) -> None:
        """So many dots more, or with a number below 0 fewer. Raises VoteError."""
        vote = self._open()
        self._journal.commit(give_dots(self._board, vote.id, note.id, number, self.party))
        self._tell(vote, note)

    def give_selected(self, number: int) -> None:
        """The same for the note that was selected first. Raises VoteError."""
        for note in self._selected():
            self.give(note, number)

    def put_on_selected(self, count: int) -> None:
        """The selected note has so many. Raises VoteError."""
        vote = self._open()
        for note in self._selected():
            self._journal.commit(set_dots(self._board, vote.id, note.id, count, self.party))
            self._tell(vote, note)

    def deed(self, sign: str) -> Callable[[], object] | None:
        """What a sign that is typed means while votes are entered."""
        if not self.in_hand or not sign:
            return None
        if sign in MORE:
            return partial(self.give_selected, 1)
        if sign in FEWER:
            return partial(self.give_selected, -1)
        return partial(self.put_on_selected, int(sign)) if sign in "0123456789" else None

    @property
    def _board(self) -> Board:
        return self._scene.board

    def _open(self) -> VoteRound:
        vote = self.vote
        if vote is None:
            raise VoteError(NONE_OPEN)
        return vote

    def _selected(self) -> list[Note]:
        return [self._board.note(each) for each in self._selection.ids[:1]]

    def _tell(self, vote: VoteRound, note: Note) -> None:
        left = allowed(vote, self.party) - spent(self._board, vote, self.party)
        count = self.count(note)
        dots = "1 dot" if count == 1 else f"{count} dots"
        self.told.emit(f"{dots} on this note, {left} left")
