"""Presenting: the wall on the other screen shows the board while the editor stays free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from canvasapp.app.settings import Settings
from canvasapp.app.wall.screens import Screens, SystemScreens, other_screen
from canvasapp.app.wall.window import WallKey, WallWindow
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.records import Seen
from canvasapp.panels.surroundings import Surroundings
from canvasapp.picture.wall_state import WallMode, WallState

REMOTE = {Qt.Key.Key_PageDown: WallKey.NEXT, Qt.Key.Key_PageUp: WallKey.BEFORE}
GONE = "The other screen is gone. The wall comes back with it."
BACK = "The wall is back."


class Presenting(QObject):
    """Begins and ends it, follows screens and board, and shows on the wall the state it is told.

    `stepped` tells that the next step (1) or the one before (-1) was asked for, in whichever window the keyboard is.
    """

    changed = Signal()
    stepped = Signal(int)

    def __init__(
        self,
        page: QWidget,
        around: Surroundings,
        tell: Callable[[str], object],
        screens: Screens | None = None,
    ) -> None:
        super().__init__(page)
        self._page, self._around, self._view, self._tell = page, around, around.view, tell
        self.screens: Screens = screens or SystemScreens(self)
        self.state = WallState()
        self.wall: WallWindow | None = None
        self._settings: Settings | None = None
        self._board: Board = self._view.board
        self._kept: str | None = None
        self._began_alone = False
        around.journal.subscribe(self._take_edit)
        self._view.board_shown.connect(self._take_board)
        self._view.bench.viewpoint.changed.connect(self._take_region)
        self._view.bench.images.came.connect(self._refresh)
        self._view.installEventFilter(self)
        page.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        return self.wall is not None

    @property
    def board(self) -> Board:
        """The one on the wall."""
        return self._board

    @property
    def seen(self) -> WallState:
        """What the wall shows: its state without what nobody in the room shall see."""
        return self._seen_by_all(self.state)

    @property
    def waits(self) -> bool:
        """Whether the wall is out of sight: its screen is gone, or there is only the editor's."""
        return self.wall is not None and not self.wall.isVisible()

    def toggle(self) -> None:
        """Begins, or ends; on the only screen the wall comes back when it has stepped aside."""
        if self.waits and self._began_alone:
            self._place()
        elif self.is_on:
            self.end()
        else:
            self.begin()

    def begin(self) -> None:
        """Shows the whole canvas on the other screen, or on the only one."""
        self._board = self._view.board
        self.state = replace(
            WallState(), region=self._view.bench.viewpoint.camera.seen, hidden=self.state.hidden
        )
        bench = self._view.bench
        self.wall = WallWindow(self._around.look, self._board, bench.images)
        self.wall.asked.connect(self.answer)
        self._began_alone = len(self.screens.all()) == 1
        self.screens.changed.connect(self._take_screens)
        moved = self._page.window().windowHandle().screenChanged
        self._moves = moved.connect(self._take_screens)
        self._wear_settings()
        self._place()
        self.prepare(self._stepped(self.state, 1))
        self.changed.emit()

    def step_aside(self) -> None:
        """On the only screen the window with the tools is seen instead, until presenting is asked for again."""
        if self.wall is not None and self.wall.alone:
            self.wall.hide()
            self._page.activateWindow()
            self.changed.emit()
        else:
            self.end()

    def keep_board(self, board_id: str | None) -> None:
        """The wall shows this board whatever the editor shows, unless it follows it; None for that of the editor."""
        self._kept = board_id
        self._choose_board()

    def end(self) -> None:
        """The wall goes; what was made stays."""
        wall, self.wall = self.wall, None
        if wall is None:
            return
        self.screens.changed.disconnect(self._take_screens)
        QObject.disconnect(self._moves)
        wall.hide()
        wall.deleteLater()
        self._page.activateWindow()
        self.changed.emit()

    def show(self, state: WallState) -> None:
        """The wall shows this from its next frame on; room, look and region are as set and as seen."""
        follows = (self.state.mode is WallMode.FOLLOW) is not (state.mode is WallMode.FOLLOW)
        self.state = state
        if follows:
            self._board = self._wanted_board
        self._wear_settings()

    def change(self, **fields: object) -> None:
        """Shows the same with other values of these fields of its state."""
        self.show(replace(self.state, **fields))  # type: ignore[arg-type]  # the names are those of the record

    def answer(self, key: str) -> None:
        """Does what a key asks for."""
        match key:
            case WallKey.NEXT:
                self.stepped.emit(1)
            case WallKey.BEFORE:
                self.stepped.emit(-1)
            case WallKey.FREEZE:
                self.toggle_frozen()
            case WallKey.BLANK:
                self.toggle_blank()
            case WallKey.ASIDE:
                self.step_aside()
            case _:
                self.end()

    def toggle_frozen(self) -> None:
        if self.is_on:
            self.change(frozen=not self.state.frozen)
            self.changed.emit()

    def toggle_blank(self) -> None:
        if self.is_on:
            self.change(blank=not self.state.blank)
            self.changed.emit()

    def step_blocks(self, step: int) -> None:
        """From the whole canvas to the first block and on, and back: what steps mean without an agenda."""
        self.show(self._stepped(self.state, step))
        self.prepare(self._stepped(self.state, 1), self._stepped(self.state, -1))

    def _stepped(self, state: WallState, step: int) -> WallState:
        order: list[str | None] = [None, *(b.id for b in self._board.template.blocks_in_order())]
        here = state.block if state.mode.shows_block else None
        there = order[min(max(order.index(here) + step, 0), len(order) - 1)]
        return replace(state, mode=WallMode.BLOCK if there else WallMode.CANVAS, block=there)

    def follow(self, settings: Settings) -> None:
        """Does as is set now."""
        self._settings = settings
        self._wear_settings()
        if self.is_on:
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A remote’s keys count in the editor too, and where nothing else takes them.

        With the page in sight no more, presenting ends.
        """
        if self.wall is None:
            return False
        if watched is self._page and event.type() is QEvent.Type.Hide and not event.spontaneous():
            self.end()
        types = watched is self._view and self._view.bench.editing.editor is not None
        if event.type() is not QEvent.Type.KeyPress or types:
            return False
        pressed = cast("QKeyEvent", event)
        key = REMOTE.get(Qt.Key(pressed.key()))
        plain = pressed.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if key is None or not plain:
            return False
        self.answer(key)
        return True

    def _take_edit(self, workshop: Workshop, edit: Edit) -> None:
        board = workshop.boards.get(self._board.id)
        if board is None:
            return  # another one is shown in a moment
        same, self._board = board is self._board, board
        if not same:
            self._show(edit)

    def _take_board(self, _: str) -> None:
        """Another board in the editor is another one on the wall, unless that keeps its own."""
        self._choose_board()

    def _choose_board(self) -> None:
        board = self._wanted_board
        if self._board.id != board.id:
            mode = WallMode.CANVAS if self.state.mode.shows_block else self.state.mode
            self.state = replace(self.state, mode=mode, block=None, lit=None)
        self._board = board
        self._show()

    @property
    def _wanted_board(self) -> Board:
        kept = self._around.journal.workshop.boards.get(self._kept or "")
        if kept is None or self.state.mode is WallMode.FOLLOW:
            return self._view.board
        return kept

    def _take_region(self) -> None:
        if self.is_on:
            self.state = replace(self.state, region=self._view.bench.viewpoint.camera.seen)
            if self.state.mode is WallMode.FOLLOW:
                self._show()

    def _wear_settings(self) -> None:
        if self._settings is not None:
            look, room = self._settings.wall_look, self._settings.room
            self.state = replace(self.state, look=look, room=room)
            if self.wall is not None:
                self.wall.reduced_motion = self._settings.reduced_motion
        self._show()

    def _show(self, edit: Edit | None = None) -> None:
        if self.wall is not None:
            self.wall.show_state(self.seen, self._board, edit)

    def prepare(self, *states: WallState) -> None:
        """What the next keys are likely to show is made while nothing else is to be done."""
        if self.wall is not None:
            self.wall.prepare([self._seen_by_all(each) for each in states])

    def _seen_by_all(self, state: WallState) -> WallState:
        """The state with notes that wait to be revealed, and private ones, among those that are hidden."""
        unseen = {each.id for each in self._board.notes.values() if each.seen is not Seen.SHOWN}
        return replace(state, hidden=state.hidden | unseen) if unseen else state

    def _refresh(self, _: str) -> None:
        if self.wall is not None:
            self.wall.refresh()

    def _take_screens(self) -> None:
        """A screen came, went or is another one, or the editor was moved to the wall's."""
        waited = self.waits
        if waited and self._began_alone and len(self.screens.all()) == 1:
            return  # it has stepped aside
        self._place()
        if waited and not self.waits:
            self._tell(BACK)
        self.changed.emit()

    def _place(self) -> None:
        """Puts the wall where it belongs; where there is no place for it, it waits out of sight."""
        wall, window = self.wall, self._page.window()
        if wall is None:
            return
        chosen = self._settings.wall_screen if self._settings is not None else ""
        editor = self.screens.of(window)
        screen = other_screen(self.screens.all(), editor, chosen)
        alone = screen is None and self._began_alone
        if wall.alone != alone:
            wall.alone = alone
        on = editor if alone else screen
        if on is not None:
            came = not wall.isVisible()
            self.screens.fill(wall, on)
            wall.refresh()
            if came and not alone:
                window.activateWindow()  # some desktops give a new window the keyboard
        elif wall.isVisible():
            wall.hide()
            self._tell(GONE)
