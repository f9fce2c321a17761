"""The editor in the place of the board: head, sheet and side, and one draft that they all show."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.layouts import column, row
from canvasapp.controls.surface import Surface
from canvasapp.domain.board import Board
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.geometry import Rect
from canvasapp.domain.template import Block, Split
from canvasapp.edits.canvas_drafts import add_block, place_block, remove_block, split_block
from canvasapp.edits.canvases import newest_of
from canvasapp.edits.draft_room import least_of
from canvasapp.folders import default_data_folder
from canvasapp.panels.canvas_editor.deeds import CanvasDeeds
from canvasapp.panels.canvas_editor.desk import DraftDesk
from canvasapp.panels.canvas_editor.fields import Change
from canvasapp.panels.canvas_editor.head import EditorHead
from canvasapp.panels.canvas_editor.saved import SavedLine
from canvasapp.panels.canvas_editor.sheet import DraftSheet
from canvasapp.panels.canvas_editor.side import EditorSide
from canvasapp.panels.surroundings import Surroundings
from canvasapp.templates.drafting import Fault

DRAFTS = "drafts"
NEW = "new-canvas"
"""What the editor is asked to speak of to begin with nothing."""
SOON = 300
"""After how many ms of quiet the draft is written to the disk."""
KEYS = {
    "Ctrl+Z": "undo",
    "Ctrl+Shift+Z": "redo",
    "Ctrl+Y": "redo",
    "Ctrl+S": "save",
    "Esc": "sheet",
}


class CanvasEditorPanel(QWidget):
    """What it edits is a draft; only saving it changes the workshop."""

    def __init__(self, around: Surroundings, folder: Path | None = None) -> None:
        super().__init__()
        self._around, self._journal = around, around.journal
        drafts = folder or default_data_folder() / DRAFTS
        self.desk = DraftDesk(around.journal, drafts, around.guide.tell)
        self._chosen, self._of = "", ""
        self.head, self.saved = EditorHead(around.look), SavedLine(around.look)
        self.sheet = DraftSheet(around.look, self.desk.review.template, self._least)
        self.side = EditorSide(around, self.perform)
        self.deeds = CanvasDeeds(around, self.desk, self.saved, self.refresh)
        self._soon = QTimer(self, interval=SOON, singleShot=True)
        self._soon.timeout.connect(self.desk.keep)
        body = row()
        body.addWidget(self.sheet, 1)
        body.addWidget(self.side)
        page = column(self.head, self.saved)
        page.addLayout(body, 1)
        ground = Surface(around.look)
        ground.setLayout(page)
        self.setLayout(column(ground))
        self._listen()
        self.installEventFilter(self)

    @property
    def chosen(self) -> str:
        """The id of the block that is chosen, "" for none; one that was deleted is chosen again when it is back."""
        blocks = self.desk.session.content["blocks"]
        return self._chosen if any(each["id"] == self._chosen for each in blocks) else ""

    def show_board(self, board: Board) -> None:
        """A draft in the making stays; else the canvas of the board is shown when it is another one."""
        if not self._of and (kept := self.desk.kept.newest_first()):
            self._of = board.template.id
            self.desk.go_on(kept[0])
        elif self._of != board.template.id and not self.desk.is_unsaved:
            self._of = board.template.id
            self.deeds.open(board.template.id)
        self.desk.touch()  # what was saved may have been undone
        self.refresh()

    def speak_of(self, about: str) -> None:
        """The canvas with this id, or a new one."""
        if about == NEW:
            self.deeds.begin_blank()
        elif about in self._journal.workshop.templates:
            self.deeds.open(about)

    def refresh(self) -> None:
        """Everything shows the draft as it is now."""
        desk, content = self.desk, self.desk.session.content
        chosen = self.chosen
        newest = newest_of(self._journal.workshop, desk.session.canvas_id)
        self.head.show_desk(desk, newest.template.version if newest else 0)
        faulty = frozenset(each.block for each in desk.review.faults if each.block)
        self.sheet.show_draft(desk.review.template, chosen, faulty)
        self.side.show_draft(content, desk.review, chosen)
        self._soon.start()

    def perform(self, change: Change, again: bool = False) -> str:  # noqa: FBT001, FBT002  # as a field gives
        """Does it to the draft; the sentence that says why it can not."""
        try:
            self.desk.edit(change(self.desk.session.content), again=again)
        except ExpectedError as refusal:
            return str(refusal)
        self.refresh()
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Its own events: undo is the draft's here, so that no action of the window takes these keys."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and _key(event) in KEYS:
            event.accept()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in a field leads to the sheet, and from there out of the editor."""
        match KEYS.get(_key(event)):
            case "sheet" if not self.sheet.hasFocus():
                self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
            case "undo":
                self.undo()
            case "redo":
                self.redo()
            case "save":
                self.save()
            case _:
                super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
        self.desk.keep()

    def undo(self) -> None:
        """In the draft; what is being typed counts before."""
        self._finish_writing()
        self.desk.show(self.desk.session.undone())
        self.refresh()

    def redo(self) -> None:
        self._finish_writing()
        self.desk.show(self.desk.session.redone())
        self.refresh()

    def save(self) -> None:
        """What is being typed counts."""
        self._finish_writing()
        if self.desk.is_fit:
            self.deeds.save()

    def choose(self, block_id: str) -> None:
        self._finish_writing()
        self._chosen = block_id
        self.refresh()

    def _finish_writing(self) -> None:
        if self.side.is_written_in:
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _listen(self) -> None:
        head, sheet, side = self.head, self.sheet, self.side
        head.back.clicked.connect(self._around.guide.leave_panel)
        head.undo.clicked.connect(self.undo)
        head.redo.clicked.connect(self.redo)
        head.add.clicked.connect(lambda: self._add(None))
        head.save.clicked.connect(self.save)
        head.menu.aboutToShow.connect(lambda: self.deeds.fill(head.menu))
        sheet.chosen.connect(self.choose)
        sheet.drawn.connect(self._add)
        sheet.held.connect(self._hold)
        sheet.let_go.connect(self.refresh)
        sheet.placed.connect(self._place)
        sheet.removed.connect(self._remove)
        sheet.writing_asked.connect(lambda _: side.write("title"))
        side.faults.asked.connect(self._go_to)
        side.block.removed.connect(lambda: self._remove(self.chosen))
        side.block.split_asked.connect(self._split)

    def _add(self, rect: Rect | None) -> None:
        before = {block["id"] for block in self.desk.session.content["blocks"]}
        if refusal := self.perform(lambda content: add_block(content, rect)):
            self._around.guide.tell(refusal)
            return
        blocks = self.desk.session.content["blocks"]
        self.choose(next(block["id"] for block in blocks if block["id"] not in before))
        self.side.write("title")

    def _hold(self, block_id: str, rect: Rect) -> None:
        """What it would be, without keeping it: the side follows when it is let go of."""
        found = self.desk.look_at(place_block(self.desk.session.content, block_id, rect))
        faulty = frozenset(each.block for each in found.faults if each.block)
        self.sheet.show_draft(found.template, self.chosen, faulty)

    def _place(self, block_id: str, rect: Rect, again: bool) -> None:  # noqa: FBT001  # as a signal gives
        self.perform(lambda content: place_block(content, block_id, rect), again)
        self.refresh()

    def _remove(self, block_id: str) -> None:
        self.perform(lambda content: remove_block(content, block_id))

    def _split(self, along: Split) -> None:
        if refusal := self.perform(lambda content: split_block(content, self.chosen, along)):
            self._around.guide.tell(refusal)

    def _go_to(self, fault: Fault) -> None:
        """To the block and the field that a fault is about."""
        self.choose(fault.block or "")
        if not self.side.write(fault.key):
            self.sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _least(self, block: Block) -> tuple[float, float]:
        return least_of(self.desk.session.content, block.split)


def _key(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString()
