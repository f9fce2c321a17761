"""The way from a panel to the other parts of the page it stands on."""

from __future__ import annotations

from typing import Protocol

from canvasapp.app.desk import OpenWorkshop
from canvasapp.app.exporting import Exporting
from canvasapp.app.page_frame import PageFrame
from canvasapp.app.settings import Settings
from canvasapp.domain.change import Edit
from canvasapp.edits.journal import Journal
from canvasapp.export import Content, PrintOrder
from canvasapp.export.file_order import BoardFile, FileOrder
from canvasapp.view.board_view import BoardView

GAP_PAGE = PrintOrder(content=Content.GAPS, paper="A3")
"""What the list of gaps prints."""


class Page(Protocol):
    """What the guide needs of the page."""

    frame: PageFrame
    view: BoardView
    journal: Journal
    opened: OpenWorkshop
    exporting: Exporting

    def refresh(self) -> None: ...
    def show_board(self, board_id: str) -> None: ...
    def perform(self, edit: Edit) -> None: ...


class PageGuide:
    """What panels ask of `page`, which may still be in the making when they are."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._settings: Settings | None = None

    def follow(self, settings: Settings) -> None:
        """What panels remember goes there."""
        self._settings = settings

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
        """Shows a panel, or leaves it when it is in sight."""
        frame = self._page.frame
        at_right = frame.deck.shown if frame.area.arrangement.right else None
        if panel_id == (frame.rooms.shown or at_right):
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
        self.export(BoardFile((self._page.view.board_id,), GAP_PAGE))

    def export(self, order: FileOrder) -> None:
        page = self._page
        page.view.finish_editing()
        workshop, folder = page.journal.workshop, page.opened.path.parent
        page.exporting.start(order, workshop, folder, page.journal.content)

    def send_to_printer(self, order: BoardFile) -> None:
        page = self._page
        page.view.finish_editing()
        page.exporting.start_printing(order, page.journal.workshop, page.journal.content)

    def recall(self, name: str) -> str:
        return self._settings.recall(name) if self._settings is not None else ""

    def remember(self, name: str, text: str) -> None:
        if self._settings is not None:
            self._settings.remember(name, text)

    def perform(self, edit: Edit) -> None:
        self._page.view.bench.perform(lambda: self._page.perform(edit))

    def tell(self, sentence: str) -> None:
        self._page.frame.status.tell(sentence)
