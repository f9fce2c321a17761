"""Finds on the board in the window what is typed into the bar, lights it, and goes from one to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from canvasapp.app.find_bar import FindBar
from canvasapp.domain.board import Board
from canvasapp.domain.finding import Found, Searched, find
from canvasapp.edits.journal import Journal
from canvasapp.view.board_view import BoardView

NOTHING = "Nothing found"


class Finding(QObject):
    """`show_board` shows another board of the workshop."""

    def __init__(
        self,
        bar: FindBar,
        view: BoardView,
        journal: Journal,
        show_board: Callable[[str], object],
    ) -> None:
        super().__init__(bar)
        self._bar, self._view, self._journal = bar, view, journal
        self._show_board = show_board
        self._searched = Searched()
        self._found: list[Found] = []
        self._at = 0
        self._has_left = self._is_there = False
        bar.sought.connect(self._seek)
        bar.stepped.connect(self.step)
        bar.elsewhere_asked.connect(self.go_elsewhere)
        bar.left.connect(self.close)

    @property
    def found(self) -> tuple[Found, ...]:
        """What was found on the board in the window."""
        return tuple(self._found)

    @property
    def is_open(self) -> bool:
        return not self._bar.isHidden()

    def open(self) -> None:
        """Shows the bar with what was sought last, ready to be written over."""
        if not self.is_open:
            self._has_left = False
            self._bar.show()
            self._seek(self._bar.field.text())
        self._bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bar.field.selectAll()

    def close(self) -> None:
        """All is as it was; what was found last stays selected."""
        if self.is_open:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)  # before Qt looks for another
            self._bar.hide()
            self._view.spotlight.put_out()

    def step(self, by: int) -> None:
        """To the next match (1) or the one before (-1), round and round; first to the one that is only lit."""
        if not self.is_open:
            self.open()
        if not self._found:
            return
        if self._view.spotlight.can_be_read(self._board, self._found[self._at]) or self._is_there:
            self._at = (self._at + by) % len(self._found)
        self._go()

    def go_elsewhere(self) -> None:
        """To the first match on the next board that has any."""
        boards = self._journal.workshop.boards_in_order()
        here = next(place for place, board in enumerate(boards) if board.id == self._board.id)
        for board in (*boards[here + 1 :], *boards[:here]):
            if self._matches(board):
                self._show_board(board.id)
                self._seek(self._bar.field.text())
                self._go()
                return

    def refresh(self) -> None:
        """The board has changed, or is another one: what is lit follows, what is selected stays."""
        if self.is_open:
            self._look_again()
            self._tell()

    @property
    def _board(self) -> Board:
        return self._journal.workshop.boards[self._view.board_id]

    def _seek(self, query: str) -> None:
        self._look_again()
        if self._found:
            self._at = self._first_seen()
            self._leave()
            self._view.spotlight.choose(self._board, self._found[self._at])
        self._tell()

    def _look_again(self) -> None:
        """Finds anew, and stays with the match one was at when it is still there."""
        before = self._found[self._at].id if self._found else None
        self._found = self._matches(self._board)
        ids = [each.id for each in self._found]
        self._at = ids.index(before) if before in ids else 0
        self._is_there = False
        if self._query.strip():
            self._view.spotlight.light(self._found)
        else:
            self._view.spotlight.put_out()

    def _matches(self, board: Board) -> list[Found]:
        return find(self._searched.entries(board), self._query) if self._query.strip() else []

    def _first_seen(self) -> int:
        """The match one was at, or the first that is in the window, or the first of all."""
        places = (self._at, *range(len(self._found)))
        found = [self._found[place] for place in places]
        seen = self._view.spotlight.first_seen(found)
        return self._at if seen is None else places[seen]

    def _go(self) -> None:
        self._leave()
        self._view.spotlight.go_to(self._board, self._found[self._at])
        self._is_there = True
        self._tell()

    def _leave(self) -> None:
        """Back leads to where one was before searching."""
        if not self._has_left:
            self._view.spotlight.leave()
            self._has_left = True

    @property
    def _query(self) -> str:
        return self._bar.field.text()

    def _tell(self) -> None:
        count = len(self._found)
        if not self._query.strip():
            self._bar.say("", steps=False)
        elif count:
            self._bar.say(f"{self._at + 1} of {count}", steps=True)
        else:
            self._bar.say(NOTHING, steps=False)
        others = [
            (board, found)
            for board in self._journal.workshop.boards_in_order()
            if board.id != self._view.board_id and (found := len(self._matches(board)))
        ]
        names = "\n".join(f"{board.head.title}: {found}" for board, found in others)
        self._bar.say_elsewhere(sum(found for _, found in others), names)
