"""The board in a window: hands what comes from Qt to camera, tools and text, and shows what they make of it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from canvasapp.domain.board import Board
from canvasapp.domain.markup import plain_text
from canvasapp.domain.register import Register
from canvasapp.domain.template import Perspective
from canvasapp.edits.journal import Journal
from canvasapp.picture.theme import Theme
from canvasapp.text.fonts import load_fonts
from canvasapp.view.deeds import Deed
from canvasapp.view.scene import EVERYWHERE
from canvasapp.view.spotlight import Spotlight
from canvasapp.view.wheel import Wheel
from canvasapp.view.workbench import Workbench

_COMES_BACK = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)

SIDE_BUTTONS = {Qt.MouseButton.BackButton: "go-back", Qt.MouseButton.ForwardButton: "go-forward"}


class BoardView(QWidget):
    """Shows one board of the journal's workshop and lets people work on it."""

    selection_changed = Signal()
    block_changed = Signal(str)
    zoom_changed = Signal(float)
    tool_changed = Signal(str)
    context_menu_requested = Signal(QPoint)
    message = Signal(str)
    asked = Signal(str)
    board_shown = Signal(str)

    def __init__(
        self, journal: Journal, board_id: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        load_fonts()
        self.bench = Workbench(self, journal, board_id, theme)
        self._listen()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.installEventFilter(self)
        self._describe()

    @property
    def board(self) -> Board:
        return self.bench.scene.board

    @property
    def board_id(self) -> str:
        return self.board.id

    @property
    def selected_ids(self) -> tuple[str, ...]:
        return self.bench.selection.ids

    @property
    def current_block(self) -> str | None:
        """The block somebody works in, with a ring around it."""
        return self.bench.navigation.block

    @property
    def spotlight(self) -> Spotlight:
        """What lights what was found."""
        return self.bench.spotlight

    @property
    def zoom(self) -> float:
        """1 at 100 %."""
        return self.bench.viewpoint.camera.zoom

    def show_board(self, board_id: str) -> None:
        """Another board of the workshop, as it was left, or whole."""
        self.bench.perform(lambda: self.bench.show_board(board_id))

    def set_theme(self, theme: Theme) -> None:
        self.bench.set_theme(theme)

    def use_registers(self, registers: Iterable[Register]) -> None:
        """Notes tell from now on how much of their entries is missing."""
        scene = self.bench.scene
        scene.show(scene.board, replace(scene.options, registers=tuple(registers)))
        self.bench.frames.soil([EVERYWHERE])

    def reduce_motion(self, reduced: bool) -> None:  # noqa: FBT001  # a setting, as Qt's setters
        """Whether the camera cuts instead of flying."""
        self.bench.viewpoint.reduced_motion = reduced

    def use_single_keys(self, used: bool) -> None:  # noqa: FBT001  # a setting, as Qt's setters
        """Whether letters, digits and signs by themselves do something on the board (WCAG 2.1.4)."""
        self.bench.keyboard.single_keys = used

    def use_wheel(self, wheel: Wheel) -> None:
        """What turning the wheel does."""
        self.bench.inputs.wheel.wheel = wheel

    def fit(self) -> None:
        """Shows the whole sheet."""
        self.bench.navigation.fit()

    def zoom_to(self, zoom: float) -> None:
        """1 is 100 %."""
        self.bench.navigation.zoom_to(zoom)

    def zoom_to_block(self, block_id: str) -> None:
        self.bench.navigation.go_to(block_id)

    def step_block(self, step: int) -> None:
        """The next block (1) or the one before (-1) in facilitation order."""
        self.bench.navigation.step(step)

    def set_tool(self, tool_id: str) -> None:
        self.bench.perform(lambda: self.bench.set_tool(tool_id))

    def start_note(self, block_id: str, perspective: Perspective, question: str | None) -> None:
        """Types into a new note in free room of a lane, as the answer to a question."""
        self.setFocus()
        self.bench.perform(lambda: self.bench.start_note(block_id, perspective, question))

    def select(self, ids: Iterable[str]) -> None:
        """Selects those of the notes that are on this board, and brings them into the window."""
        self.bench.perform(lambda: self.bench.select(ids))

    def edit_selected(self) -> None:
        """Types into the note that was selected first."""
        self.setFocus()
        self.bench.perform(self.bench.edit_selected)

    def finish_editing(self) -> bool:
        """Ends what is under way: a gesture is undone, a text is kept. False when it could not be, which is told."""
        return self.bench.perform(self.bench.finish)

    def knows(self, action_id: str) -> bool:
        """Whether the board has such an action."""
        return self.bench.deeds.get(action_id, selected=True) is not None

    def can(self, action_id: str) -> bool:
        """Whether the board has such an action and all that it needs is selected."""
        return self.bench.deed(action_id) is not None

    def give_to(self, slot: int | None) -> None:
        """The selected notes are those of the party in a slot, or nobody's."""
        self.bench.perform(lambda: self.bench.commands.give_to(slot))

    def do(self, action_id: str) -> None:
        """An action of the board, as its key does it; nothing when it can not be done now."""
        deed = self.bench.deed(action_id)
        if deed is not None:
            self.bench.perform(deed)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # it must end even with a fault, or Qt goes down
            self.bench.frames.paint(painter, event.region().boundingRect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()
        self.bench.asking.quick.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """This view's own events, before they come to it.

        Not `event`: a fault under a Python `event`, such as one in `paintEvent`, ends the process (PySide 6.11).
        """
        match event.type():
            case QEvent.Type.ShortcutOverride if self._action(cast("QKeyEvent", event)):
                event.accept()
                return True
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if (
                side := SIDE_BUTTONS.get(cast("QMouseEvent", event).button())
            ):
                self.do(side)
                return True
            case QEvent.Type.DevicePixelRatioChange:
                self._measure()
            case _:
                return self._point(event)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action(event)
        if action is not None:
            self.bench.perform(action)
        elif event.key() == Qt.Key.Key_Space:
            self.bench.pointer.panning = True
        else:
            super().keyPressEvent(event)
        self._show_cursor()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.bench.pointer.panning = False
        self._show_cursor()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  # Qt's name
        return False  # Tab walks the notes

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.bench.pointer.cancel()
        self.bench.pointer.panning = False
        editing = self.bench.editing
        self.bench.perform(editing.keep if event.reason() in _COMES_BACK else editing.finish)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.bench.perform(lambda: self.bench.text.compose(event))

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        answer = self.bench.text.query(query, self.bench.viewpoint.camera)
        return super().inputMethodQuery(query) if answer is None else answer

    def _point(self, event: QEvent) -> bool:
        """Whether it was something that points, and has been done."""
        done = self.bench.inputs.take(event)
        if done:
            self._show_cursor()
        return done

    def _listen(self) -> None:
        bench = self.bench
        bench.selection.changed.connect(self.selection_changed)
        bench.selection.changed.connect(self._describe)
        bench.navigation.block_changed.connect(self.block_changed)
        bench.viewpoint.changed.connect(lambda: self.zoom_changed.emit(self.zoom))
        bench.tool_changed.connect(self.tool_changed)
        bench.message.connect(self.message)
        bench.asked.connect(self.asked)
        bench.inputs.menu_wanted.connect(self._ask_for_menu)
        bench.board_shown.connect(self._describe)
        bench.board_changed.connect(self._describe)
        bench.board_shown.connect(self.board_shown)

    def _action(self, event: QKeyEvent) -> Deed | None:
        """What the key does now: to the text while there is one, else to the board."""
        if self.bench.editing.editor is not None:
            return self.bench.text.action(event)
        return self.bench.keyboard.action(event)

    def _ask_for_menu(self, at: QPoint) -> None:
        """The menu is that of the note under the pointer, or of the board."""
        selection, note = self.bench.selection, self.bench.stage.note_at(self.bench.pointer.last)
        link = self.bench.stage.link_at(self.bench.pointer.last)
        if note is None and link is not None:
            selection.set_link(link.id)  # its float is its menu
            return
        if note is None:
            selection.clear()
            self.bench.stage.enter_at(self.bench.pointer.last.at)
        elif note.id not in selection:
            selection.set([note.id])
        self.context_menu_requested.emit(self.mapToGlobal(at))

    def _measure(self) -> None:
        """Qt rounds the window's size in device pixels up where the ratio is no whole number."""
        ratio = self.devicePixelRatioF()
        width, height = math.ceil(self.width() * ratio), math.ceil(self.height() * ratio)
        self.bench.viewpoint.resize(max(width, 1), max(height, 1), ratio)

    def _show_cursor(self) -> None:
        self.setCursor(self.bench.cursor)

    def _describe(self) -> None:
        """What a screen reader says of the board."""
        board, ids = self.board, self.selected_ids
        self.setAccessibleName(f"Board {board.head.title}")
        notes = "1 note" if len(board.notes) == 1 else f"{len(board.notes)} notes"
        match len(ids):
            case 0:
                selected = "nothing selected"
            case 1:
                selected = f"selected: {plain_text(board.notes[ids[0]].text)}"
            case count:
                selected = f"{count} selected"
        self.setAccessibleDescription(f"{notes}, {selected}")
