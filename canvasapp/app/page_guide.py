"""The way from a panel to the other parts of the page it stands on."""

from __future__ import annotations

from typing import Protocol

from canvasapp.app.export_popover import GAP_PAGE
from canvasapp.app.page_frame import PageFrame
from canvasapp.domain.change import Edit
from canvasapp.edits.journal import Journal
from canvasapp.view.board_view import BoardView


class Page(Protocol):
    """What the guide needs of the page."""

    frame: PageFrame
    view: BoardView
    journal: Journal

    def refresh(self) -> None: ...
    def show_board(self, board_id: str) -> None: ...
    def perform(self, edit: Edit) -> None: ...


class PageGuide:
    """What panels ask of `page`, which may still be in the making when they are."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def show_panel(self, panel_id: str, about: str = "") -> None:
        frame = self._page.frame
        if panel_id in frame.rooms:
            self._page.view.finish_editing()
            frame.rooms.show_panel(panel_id, about)
            return
        frame.rooms.show_first()
        frame.area.show_right()
        if panel_id in frame.deck:
            frame.deck.show_panel(panel_id, about)
        else:
            frame.deck.show_first(about)

    def follow_panel(self, panel_id: str, about: str) -> None:
        if self._page.frame.deck.follow(panel_id, about):
            self._page.refresh()

    def turn_to(self, panel_id: str) -> None:
        """Shows a panel, or leaves it when it is shown."""
        frame = self._page.frame
        if panel_id in (frame.rooms.shown, frame.deck.shown):
            self.leave_panel()
        else:
            self.show_panel(panel_id)

    def leave_panel(self) -> None:
        self._page.frame.rooms.show_first()
        self._page.frame.deck.show_first()

    def show_note(self, note_id: str) -> None:
        boards = self._page.journal.workshop.boards.values()
        board = next((each for each in boards if note_id in each.notes), None)
        if board is not None:
            self.show_board(board.id)
            self._page.view.select([note_id])

    def show_board(self, board_id: str) -> None:
        self._page.frame.rooms.show_first()
        if self._page.view.board_id != board_id:
            self._page.show_board(board_id)

    def print_gaps(self) -> None:
        self._page.frame.export.ordered.emit(GAP_PAGE)

    def perform(self, edit: Edit) -> None:
        self._page.view.bench.perform(lambda: self._page.perform(edit))

    def tell(self, sentence: str) -> None:
        self._page.frame.status.tell(sentence)
