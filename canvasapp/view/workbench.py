"""The parts of one board's window put together: what each of them tells goes to those it concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import Seen
from canvasapp.domain.template import Perspective
from canvasapp.edits.journal import Journal
from canvasapp.edits.placing import free_places
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.theme import Theme
from canvasapp.view.asking import Asking
from canvasapp.view.commands import Commands
from canvasapp.view.deeds import Deed, deeds_of
from canvasapp.view.dropping import Dropping
from canvasapp.view.editing import Editing
from canvasapp.view.frames import Frames
from canvasapp.view.images import ShownImages
from canvasapp.view.inputs import Inputs
from canvasapp.view.keyboard import FOR_LINK, Keyboard
from canvasapp.view.lenses import Lenses
from canvasapp.view.navigation import Navigation
from canvasapp.view.overlay import Overlay
from canvasapp.view.pointer_input import PointerInput
from canvasapp.view.scene import EVERYWHERE, Scene
from canvasapp.view.selection import Selection
from canvasapp.view.spotlight import Spotlight
from canvasapp.view.stage import Stage
from canvasapp.view.surface import Surface
from canvasapp.view.text_input import TextInput
from canvasapp.view.toolbox import Toolbox
from canvasapp.view.tools import PULLED, TOOLS
from canvasapp.view.tools.pan import PAN
from canvasapp.view.tools.vote import VOTE
from canvasapp.view.typing import Typing
from canvasapp.view.viewpoint import Viewpoint


class Workbench(QObject):
    """Serves one widget, which shows a board of the journal's workshop."""

    tool_changed = Signal(str)
    message = Signal(str)
    asked = Signal(str)
    board_shown = Signal(str)
    board_changed = Signal()

    def __init__(self, view: QWidget, journal: Journal, board_id: str, theme: Theme) -> None:
        super().__init__(view)
        self._journal, clipboard = journal, QGuiApplication.clipboard()
        self.images, options = ShownImages(journal.content), _options(journal.workshop, theme)
        self.scene = Scene(journal.workshop.boards[board_id], options, self.images)
        self.viewpoint, self.selection = Viewpoint(self.scene.sheet), Selection()
        self.editing = Editing(journal, board_id)
        self.overlay = Overlay(self.scene, self.editing)
        self.text = TextInput(self.editing, self.scene)
        self.stage = Stage(journal, self.scene, self.viewpoint, self.selection, self.overlay)
        self.toolbox, self._keeps_tool = Toolbox((*TOOLS, *PULLED), self.stage), False
        self.pointer = PointerInput(
            view, self.toolbox, self.viewpoint, self.text, lambda: self.perform(self.editing.finish)
        )
        self.inputs = Inputs(self.pointer, self.toolbox, self.viewpoint, self.stage, self.perform)
        self.navigation = Navigation(self.scene, self.viewpoint)
        self.asking = Asking(view, self.stage, self.navigation, self.viewpoint, theme, self.perform)
        self.commands = Commands(
            self.stage, self.navigation, clipboard, self.pointer.place, self.asking.offer
        )
        self.deeds = deeds_of(self, self.commands, self.navigation)
        self.keyboard = Keyboard(self.deeds, self.commands, self.edit_selected)
        self.frames = Frames(view, self.viewpoint, Surface(self.scene), self.overlay, self.text)
        self.typing = Typing(
            self.stage, self.scene, self.frames, self.navigation, self.editing, self.text
        )
        self.spotlight = Spotlight(self.frames, self.selection, self.navigation)
        self.lenses = Lenses(self.stage, self.scene, self.navigation, self.frames, self.finish)
        self.dropping = Dropping(view, self.stage, self.commands, self.viewpoint, self.perform)
        self._connect()
        self._end_with(view)

    @property
    def cursor(self) -> Qt.CursorShape:
        """What the pointer shows of what a press would do, or does."""
        last, toolbox, editor = self.pointer.last, self.toolbox, self.editing.editor
        if editor is not None and editor.note.rect.contains(last.at):
            return Qt.CursorShape.IBeamCursor
        if toolbox.busy:
            return toolbox.used.cursor_in_use or toolbox.used.cursor(self.stage, last)
        if self.pointer.panning:
            return PAN.cursor(self.stage, last)
        return toolbox.tool.cursor(self.stage, last)

    def show_board(self, board_id: str) -> None:
        self.finish()
        self.navigation.leave_board()
        self.selection.clear()
        self.overlay.resting = None
        self.editing.board_id = board_id
        self.scene.show(self._journal.workshop.boards[board_id], self.scene.options)
        self.images.forget()
        self.frames.start_anew()
        self.navigation.come_to_board()
        self.asking.refresh()
        self.board_shown.emit(board_id)

    def set_theme(self, theme: Theme) -> None:
        self._show_as(replace(self.scene.options, theme=theme))
        self.asking.wear(theme)

    def set_tool(self, tool_id: str) -> None:
        self.finish()
        self._keeps_tool = False
        self._choose(tool_id)

    def keep_tool(self) -> None:
        """The tool stays in the hand after use, or does not any more."""
        self._keeps_tool = not self._keeps_tool

    def deed(self, action_id: str) -> Deed | None:
        """What the action does now; None when there is nothing selected that it needs."""
        on_link = self.selection.link is not None and action_id in FOR_LINK.values()
        return self.deeds.get(action_id, selected=bool(self.selection.ids) or on_link)

    def go_back(self) -> None:
        self.navigation.go_back(self._journal.workshop.boards)

    def go_forward(self) -> None:
        self.navigation.go_forward(self._journal.workshop.boards)

    def ask(self, action_id: str) -> None:
        """What a key of the board asks of the window."""
        self.asked.emit(action_id)

    def quick_entry(self) -> None:
        """Opens the bar in which line after line becomes a note."""
        self.finish()
        self.lenses.leave_reading()
        self.asking.quick.open()

    def escape(self) -> None:
        """Undoes the gesture under way; else puts the tool down; else selects nothing; else tells the window."""
        if self.toolbox.busy:
            self.pointer.cancel()
        elif self.toolbox.tool is not TOOLS[0]:
            self.set_tool(TOOLS[0].id)
        elif self.selection.ids or self.selection.link is not None:
            self.selection.clear()
        else:
            self.ask("leave")

    def select(self, ids: Iterable[str]) -> None:
        """Selects those of the notes that are on this board, and brings them into the window."""
        self.finish()
        notes = [self.scene.board.notes[each] for each in ids if each in self.scene.board.notes]
        self.selection.set(note.id for note in notes)
        self.navigation.reveal([note.rect for note in notes])

    def start_note(self, block_id: str, perspective: Perspective, question: str | None) -> None:
        """Types into a new note in free room of a lane, as the answer to a question."""
        self.finish()
        self.navigation.enter(block_id)
        (rect,) = free_places(self.scene.board, block_id, perspective, 1)
        self.stage.new_note(rect, question)

    def edit_selected(self, typed: str = "") -> None:
        """Types into the note that was selected first."""
        self.finish()
        for note in self.commands.selected()[:1]:
            self.stage.edit_text(note)
            self.text.type(typed)

    def finish(self) -> None:
        """Ends what is under way: a gesture is undone, a text is kept."""
        self.pointer.cancel()
        self.editing.finish()

    def perform(self, action: Callable[[], object]) -> bool:
        """Does what was asked, or tells why not; a text that could not be kept stays in its editor."""
        try:
            action()
        except ExpectedError as error:
            self.message.emit(str(error))
            return False
        return True

    def _connect(self) -> None:
        frames, navigation = self.frames, self.navigation
        own = (self.viewpoint, self.selection, self.editing, self.text, self.stage, navigation)
        for part in (*own, self.images):
            part.setParent(self)  # so that their timers end with the window
        self.viewpoint.changed.connect(lambda: frames.touch(None))
        self.viewpoint.rested.connect(lambda: frames.touch(None))
        self.selection.changed.connect(self._show_selection)
        self.stage.hand.touched.connect(frames.touch)
        self.stage.hand.soiled.connect(frames.soil)
        self.typing.began.connect(self._put_tool_down)
        self.stage.tool_used.connect(self._put_tool_down)
        self._connect_links()
        self._connect_images()
        self.stage.block_entered.connect(navigation.enter)
        self.stage.notes_sought.connect(self.select, Qt.ConnectionType.QueuedConnection)
        self.stage.block_visited.connect(navigation.visit)
        navigation.block_changed.connect(self._show_block)
        navigation.board_wanted.connect(self.show_board)
        self.editing.quiet.connect(lambda: self.perform(self.editing.keep))

    def _connect_images(self) -> None:
        bringing, images = self.stage.bringing, self.images
        self.overlay.over_all += [bringing, self.dropping]
        bringing.told.connect(self.message)
        self.stage.ballot.told.connect(self.message)
        images.came.connect(lambda digest: self.frames.soil(self.scene.areas_with(digest)))

    def _end_with(self, view: QWidget) -> None:
        view.destroyed.connect(self._journal.subscribe(self._follow))
        view.destroyed.connect(self.stage.errands.close)
        view.destroyed.connect(self.images.close)

    def _connect_links(self) -> None:
        self.overlay.under_hand.append(self.stage.linking)
        self.overlay.over_all += [self.stage.guides, self.stage.laser, self.lenses.fading]

    def _follow(self, workshop: Workshop, edit: Edit) -> None:
        """The journal has performed an edit."""
        if workshop.head.title != self.scene.options.workshop:
            self._show_as(replace(self.scene.options, workshop=workshop.head.title))
        self.stage.parties.follow(edit)
        board = workshop.boards.get(self.scene.board.id)
        if board is None or board is self.scene.board:
            return
        self.frames.soil(self.scene.update(board, edit))
        if not self.editing.writing:
            self.editing.edited_elsewhere(board)
        self.lenses.keep_seen(board)
        self.asking.refresh()
        self.board_changed.emit()

    def _show_as(self, options: PictureOptions) -> None:
        """The same board in another look."""
        self.scene.show(self.scene.board, options)
        self.frames.soil([EVERYWHERE])

    def _put_tool_down(self) -> None:
        """After use, unless it shall be kept."""
        if not self._keeps_tool and self.toolbox.tool is not TOOLS[0]:
            self._choose(TOOLS[0].id)

    def _choose(self, tool_id: str) -> None:
        self.toolbox.choose(tool_id)
        self.stage.ballot.in_hand = tool_id == VOTE.id
        self.tool_changed.emit(tool_id)

    def _show_selection(self) -> None:
        self.overlay.selected = self.selection.ids
        self.asking.follow()
        self.frames.touch(None)

    def _show_block(self, block_id: str) -> None:
        self.overlay.block = block_id
        self.frames.touch(None)


def _options(workshop: Workshop, theme: Theme) -> PictureOptions:
    return PictureOptions(
        theme=theme,
        open_questions=True,
        seals=True,
        seen=Seen.PRIVATE,
        workshop=workshop.head.title,
    )
