"""The page of an open workshop: wires board, panels and bars to its journal and its file."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from canvasapp.app import panes
from canvasapp.app.board_menu import BoardActs, fill_board_menu
from canvasapp.app.commands import Commands, Deeds
from canvasapp.app.desk import OpenWorkshop
from canvasapp.app.export_popover import Order
from canvasapp.app.exporting import AskPath, Exporting, show_in_folder
from canvasapp.app.key_sheet import KeySheet
from canvasapp.app.note_menu import add_note_entries
from canvasapp.app.page_frame import PageFrame
from canvasapp.app.recents import Recent
from canvasapp.app.work_area import Wish
from canvasapp.controls.look import Look
from canvasapp.controls.menus import Menu
from canvasapp.domain.answers import tally
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.records import BoardHead, Link, Note
from canvasapp.edits.boards import rename_board, rename_workshop
from canvasapp.panels.questions import QuestionsPanel

ZOOM_STEP = 1.25
LAST_WRITES = 5.0
"""Seconds that leaving waits for an export under way."""


class StatusRelay(QObject):
    """Brings the news of where the work is saved from any thread to the window's."""

    came = Signal(object)


class WorkshopPage(QWidget):
    """What is asked of the parts goes to the journal, what the journal tells goes to the parts."""

    home_asked = Signal()
    full_screen_asked = Signal()

    def __init__(self, look: Look, opened: OpenWorkshop, ask_path: AskPath) -> None:
        super().__init__()
        self.opened, self.journal = opened, opened.journal
        self._look = look
        self.journal.subscribe(self._keep_a_board)  # before the view is told that its board is gone
        first = self.journal.workshop.boards_in_order()[0]
        self.frame = PageFrame(self, look, self.journal, first.id)
        self.view = self.frame.view
        self.exporting = Exporting(self.frame.status, self.frame.notice.tell, ask_path)
        self.commands = Commands(self, self._deeds())
        self.more_menu, self.boards_menu = Menu(look, parent=self), Menu(look, parent=self, marked=True)
        self._relay = StatusRelay(self)
        self._relay.came.connect(self.frame.status.show_status)
        opened.store.subscribe(self._relay.came.emit)
        self._wire_top()
        self._wire_view()
        self.journal.subscribe(lambda workshop, edit: self.refresh())
        self.frame.status.show_status(opened.store.status)
        self.refresh()

    @property
    def board(self) -> Board:
        """The one in the window, as it is now."""
        return self.journal.workshop.boards[self.view.board_id]

    def refresh(self) -> None:
        """Everything shows the journal's workshop as it is now."""
        board, frame = self.board, self.frame
        frame.top.show_titles(self.journal.workshop.head.title, board.head.title)
        frame.top.show_history(self.journal.undo_label, self.journal.redo_label)
        for panel in frame.panels.values():
            panel.show_board(board)
        answered = tally(board)
        notes = "1 note" if len(board.notes) == 1 else f"{len(board.notes)} notes"
        frame.status.show_count(
            f"{notes} · {answered.answered} of {answered.asked} questions answered"
        )

    def show_board(self, board_id: str) -> None:
        self.view.finish_editing()
        self.view.show_board(board_id)
        self.refresh()

    def perform(self, edit: Edit) -> None:
        """Commits the edit; when it makes a board, that one is shown."""
        self.view.finish_editing()
        self.journal.commit(edit)
        for change in edit.changes:
            if isinstance(change.after, BoardHead) and change.before is None:
                self.show_board(change.after.id)

    def leave(self) -> Recent:
        """Keeps what is being typed, publishes and lets go of the file; what the home page shall tell of it."""
        self.view.finish_editing()
        self.exporting.wait(LAST_WRITES)
        self.opened.close()
        return self.opened.as_recent(datetime.now())  # noqa: DTZ005  # as the clock on the wall

    def keep(self) -> None:
        """Writes down what is being typed and lets the file follow soon: the window has lost the focus."""
        self.opened.publish_soon()

    def dress(self) -> None:
        """Wears the theme that the look has now."""
        self.view.set_theme(self._look.theme)
