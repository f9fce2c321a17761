"""The page of an open workshop: wires board, panels and bars to its journal and its file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from canvasapp.app import panes
from canvasapp.app.actions import ACTIONS
from canvasapp.app.announcer import Announcer
from canvasapp.app.board_menu import BoardActs, fill_board_menu
from canvasapp.app.checking import Checking
from canvasapp.app.commands import Commands, Deeds
from canvasapp.app.desk import OpenWorkshop
from canvasapp.app.exporting import AskPath, Exporting
from canvasapp.app.folders import show_in_folder
from canvasapp.app.page_frame import PageFrame
from canvasapp.app.page_guide import PageGuide
from canvasapp.app.page_menus import add_actions, context_menu
from canvasapp.app.pulling import Pulling
from canvasapp.app.recents import Recent
from canvasapp.app.settings import Settings
from canvasapp.app.spots import look_at, spot_of
from canvasapp.app.starting_again import Spot
from canvasapp.app.ways import Ways
from canvasapp.checks import Checker
from canvasapp.controls.look import Look
from canvasapp.controls.menus import Menu, opens_menu
from canvasapp.domain.answers import tally
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.records import BoardHead
from canvasapp.edits.boards import rename_board, rename_workshop
from canvasapp.panels.surroundings import Surroundings
from canvasapp.view.board_view import BoardView


class WorkshopPage(QWidget):
    """What is asked of the parts goes to the journal, what the journal tells goes to the parts."""

    home_asked = Signal()
    file_asked = Signal(str)
    title_changed = Signal(str)
    full_screen_asked = Signal()

    def __init__(
        self,
        look: Look,
        opened: OpenWorkshop,
        checker: Checker,
        ask_path: AskPath,
    ) -> None:
        super().__init__()
        self.opened, self.journal = opened, opened.journal
        self._look = look
        self.journal.subscribe(self._keep_a_board)  # before the view is told that its board is gone
        first = self.journal.workshop.boards_in_order()[0]
        self.view = BoardView(self.journal, first.id, look.theme, self)
        self.view.use_registers(checker.registers.values())
        self.guide = PageGuide(self)
        around = Surroundings(look, self.journal, self.view, self.guide, checker.registers)
        self.frame = PageFrame(self, around)
        self.exporting = Exporting(self.frame.status, self.frame.notice.tell, ask_path)
        self.ways = Ways(self, around, self.frame, opened, self.show_board)
        self.commands = Commands(self, self._deeds())
        self.ways.offer(self.commands)
        self.more_menu = Menu(look, parent=self)
        self.boards_menu = Menu(look, parent=self, marked=True)
        self.announcer = Announcer(self.view)
        self.checking = Checking(checker, self)
        self._wire_top()
        self._wire_view()
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        self.journal.subscribe(lambda *_: self._soon.start())  # the board comes first
        self.frame.status.follow(opened.store)
        self.refresh()

    @property
    def board(self) -> Board:
        """The one in the window, as it is now."""
        return self.journal.workshop.boards[self.view.board_id]

    @property
    def title(self) -> str:
        return self.journal.workshop.head.title

    def as_recent(self, now: datetime) -> Recent:
        """What the home page shall tell of this workshop."""
        return self.opened.as_recent(now)

    @property
    def spot(self) -> Spot:
        return spot_of(str(self.opened.path), self.view)

    def go_to(self, spot: Spot) -> None:
        """Looks at that, as far as it is still there."""
        if spot.board in self.journal.workshop.boards:
            self.show_board(spot.board)
            look_at(spot, self.view)

    def refresh(self) -> None:
        """Everything shows the journal's workshop as it is now."""
        board, frame = self.board, self.frame
        self.title_changed.emit(self.title)
        frame.top.show_titles(self.journal.workshop.head.title, board.head.title)
        frame.top.show_history(self.journal.undo_label, self.journal.redo_label)
        frame.refresh(board)
        answered = tally(board)
        notes = "1 note" if len(board.notes) == 1 else f"{len(board.notes)} notes"
        frame.status.show_count(
            f"{notes} · {answered.answered} of {answered.asked} questions answered"
        )
        self.ways.refresh()
        self.checking.follow(self.journal.workshop, board.id)
        frame.order_stops()

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

    def leave(self) -> None:
        """Keeps what is being typed, publishes and lets go of the file."""
        if (focused := self.focusWidget()) is not None:
            focused.clearFocus()  # a name being written is kept
        self.view.finish_editing()
        self.view.bench.stage.errands.finish()
        self._soon.stop()
        self.checking.leave()
        self.view.deleteLater()  # before the page: a part that goes with its whole is not told
        self.opened.close()

    def keep(self) -> None:
        """Writes down what is being typed and lets the file follow soon: the window has lost the focus."""
        self.opened.publish_soon()

    def dress(self) -> None:
        """Wears the theme that the look has now."""
        self.view.set_theme(self._look.theme)

    def follow(self, settings: Settings) -> None:
        """Does as is set now."""
        self.view.reduce_motion(settings.reduced_motion)
        self.view.use_single_keys(settings.single_keys)
        self.view.use_wheel(settings.wheel)
        self.guide.follow(settings)
        self.ways.follow(settings)
        self.commands.use_single_keys(used=settings.single_keys)
        self.frame.tools.show_keys(shown=settings.single_keys)
        self.frame.keys.show_single_keys(shown=settings.single_keys)

    def turn_back(self, turn: Callable[[], Edit | None], word: str) -> None:
        """Undo or redo; what happens on another board is shown there and said."""
        self.view.finish_editing()
        if (edit := turn()) is None:
            return
        self.announcer.tell(word)
        boards = edit.boards & set(self.journal.workshop.boards)
        if boards and self.view.board_id not in boards:
            self.show_board(min(boards))
            self.frame.status.tell(f"{word} on {self.board.head.title}: {edit.label}")

    def open_context_menu(self, at: QPoint) -> None:
        """The menu for what is selected, or for the board; `at` on the screen."""
        self.context_menu().popup(at)

    def _middle_of_selection(self) -> QPoint:
        """Where the first selected note is on the screen, else the middle of the view."""
        notes = [self.board.note(each) for each in self.view.selected_ids[:1]]
        camera = self.view.bench.viewpoint.camera
        places = [QPoint(*map(round, camera.to_view(note.rect.centre))) for note in notes]
        return self.view.mapToGlobal(places[0] if places else self.view.rect().center())

    def context_menu(self) -> Menu:
        return context_menu(self, self.ways.around, self.commands)

    def fill_more(self, settings: Menu) -> None:
        """What the menu at the end of the bar holds."""
        add_actions(self.more_menu, self.commands, "rename-workshop", "show-in-folder", "")
        self.more_menu.addMenu(self.frame.lens.menu)
        self.more_menu.addMenu(settings)
        add_actions(self.more_menu, self.commands, "panels", "full-screen", "keys")

    def _keep_a_board(self, workshop: Workshop, edit: Edit) -> None:
        """Shows another board when the one in the window has just gone."""
        if self.view.board_id not in workshop.boards:
            self.view.show_board(workshop.boards_in_order()[0].id)

    def _wire_top(self) -> None:
        top, zoom, commands = self.frame.top, self.frame.zoom, self.commands
        for button, action_id in (
            (top.home, "home"),
            (top.undo, "undo"),
            (top.redo, "redo"),
            (top.search, "find"),
            (top.export, "export"),
            (zoom.out, "zoom-out"),
            (zoom.nearer, "zoom-in"),
            (zoom.figure, "zoom-whole"),
            (zoom.fit, "fit"),
        ):
            button.clicked.connect(commands[action_id].trigger)
        opens_menu(top.more, self.more_menu)
        opens_menu(top.board.button, self.boards_menu)
        self.boards_menu.aboutToShow.connect(self._fill_boards)
        top.title.renamed.connect(self._rename_workshop)
        top.board.field.kept.connect(self._rename_board)

    def _wire_view(self) -> None:
        view, frame = self.view, self.frame
        view.message.connect(frame.status.tell)
        view.zoom_changed.connect(frame.zoom.show_zoom)
        view.tool_changed.connect(frame.tools.show_tool)
        view.block_changed.connect(lambda _: self._soon.start())
        view.board_shown.connect(lambda _: self._soon.start())
        view.asked.connect(self._answer)
        view.context_menu_requested.connect(self.open_context_menu)
        self.ways.workshop_asked.connect(self.file_asked)
        frame.outline.menu_asked.connect(self.open_context_menu)
        frame.tools.chosen.connect(view.set_tool)
        Pulling(frame.tools, view)
        frame.deck.turned.connect(self._turned)
        frame.rooms.turned.connect(self._turned)
        top, area = frame.top, frame.area
        top.lists.clicked.connect(area.toggle_left)
        top.questions.clicked.connect(area.toggle_right)
        self._wire_checks()
        self.journal.subscribe(lambda _, edit: self.announcer.tell_edit(edit))
        area.arranged_anew.connect(lambda: top.show_panels(area.arrangement))

    def _wire_checks(self) -> None:
        self.checking.changed.connect(
            lambda: self.frame.show_findings(self.checking.checked, self.checking.checker.checks)
        )
        self.frame.status.findings.clicked.connect(self.commands["checks"].trigger)

    def _turned(self) -> None:
        """Another panel is shown, or the board again, which has the keyboard then."""
        self.refresh()
        if self.frame.rooms.shown is None and self.frame.deck.shown is None:
            self.view.setFocus()

    def _answer(self, action_id: str) -> None:
        """A key of the board asks for what is not the board's."""
        if action_id == "leave":
            self.ways.finding.close()
        else:
            self.commands[action_id].trigger()

    def _fill_boards(self) -> None:
        acts = BoardActs(self.guide, self.frame.top.board.rename)
        fill_board_menu(self.boards_menu, self.journal.workshop, self.view.board_id, acts)

    def _rename_workshop(self, title: str) -> None:
        self.journal.commit(rename_workshop(self.journal.workshop, title))

    def _rename_board(self, title: str) -> None:
        self.journal.commit(rename_board(self.journal.workshop, self.view.board_id, title))

    def _deeds(self) -> Deeds:
        view, frame = self.view, self.frame
        return {
            **{each.id: partial(view.do, each.id) for each in ACTIONS if each.by_board},
            **{each.id: partial(self.guide.turn_to, each.panel) for each in ACTIONS if each.panel},
            **self.ways.deeds,
            "home": self.home_asked.emit,
            "rename-workshop": frame.top.title.edit,
            "show-in-folder": lambda: show_in_folder(self.opened.path),
            "undo": partial(self.turn_back, self.journal.undo, "Undone"),
            "redo": partial(self.turn_back, self.journal.redo, "Done again"),
            "menu": lambda: self.open_context_menu(self._middle_of_selection()),
            "next-open": frame.questions.go_to_next_open,
            "panels": frame.area.toggle_both,
            "outline": frame.enter_outline,
            "next-pane": partial(panes.go_by, frame.panes, 1),
            "pane-before": partial(panes.go_by, frame.panes, -1),
            "full-screen": self.full_screen_asked.emit,
            "keys": frame.keys.toggle,
        }
