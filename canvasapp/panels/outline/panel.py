"""The outline beside the board: what is chosen in one is chosen in the other, and all is done by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.layouts import column
from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.records import Note
from canvasapp.domain.template import Place
from canvasapp.edits.lanes import exchange_places
from canvasapp.edits.notes import add_note, set_text
from canvasapp.edits.placing import places_for
from canvasapp.panels.outline.editor import RowEditor
from canvasapp.panels.outline.keys import OutlineKeys
from canvasapp.panels.outline.model import OutlineModel
from canvasapp.panels.outline.pasting import pasted
from canvasapp.panels.outline.tree import OutlineTree
from canvasapp.panels.surroundings import Surroundings
from canvasapp.picture.note_picture import grown_height, height_for

Flag = QItemSelectionModel.SelectionFlag

MARGIN = 8
LOCKED = "This note is locked: unlock it with Ctrl+Shift+L before changing it."
NO_LANE = "Choose a block first: notes are added to one of its lanes."


class OutlinePanel(QWidget):
    """Follows the board while it is seen."""

    menu_asked = Signal(QPoint)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        look, journal, view = around.look, around.journal, around.view
        self._journal, self._view = journal, view
        self._following = False
        self.model = OutlineModel(view.board)
        self.tree = OutlineTree(look, self.model)
        self.editor = RowEditor(look, self.tree)
        self.tree.keys = OutlineKeys(self, view)
        self.setLayout(column(8, margins=(MARGIN, 0, 0, 0)))
        layout = self.layout()
        assert layout is not None  # it was just set
        layout.addWidget(self.tree)
        self.tree.entered.connect(self.enter)
        self.tree.menu_asked.connect(self.menu_asked)
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._tell_board())
        self.tree.verticalScrollBar().valueChanged.connect(lambda _: self.editor.finish())
        view.selection_changed.connect(self._follow_selection)

    @property
    def row(self) -> QModelIndex:
        """The one that has the keyboard."""
        return self.tree.currentIndex()

    def show_board(self, board: Board) -> None:
        if not self.isVisible() or board is self.model.board:
            return
        with self._quietly():
            held = self.model.note(self.row)
            self.model.show_board(board)
            again = self.model.index_of(held.id) if held else QModelIndex()
            if again.isValid() and again != self.row:
                self.tree.selectionModel().setCurrentIndex(again, Flag.NoUpdate)
            if not self.row.isValid():
                self.tree.selectionModel().setCurrentIndex(self.model.index(0, 0), Flag.NoUpdate)
        self.tree.viewport().update()  # parties may be called otherwise
        self._follow_selection()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_board(self._view.board)
        self._follow_selection()
        if not self.row.isValid():
            self.tree.selectionModel().setCurrentIndex(self.model.index(0, 0), Flag.NoUpdate)

    def enter(self, index: QModelIndex) -> None:
        """Writes in a note; a block is shown on the board."""
        note, block = self.model.note(index), self.model.block(index)
        if note is not None:
            self._write(note)
        elif block is not None:
            self._view.zoom_to_block(block.id)

    def enter_row(self) -> None:
        self.enter(self.row)

    def choose_row(self) -> None:
        """Selects the note, or all notes of the lane or block, on the board."""
        self._view.select(note.id for note in self.model.notes_under(self.row))

    def write_new(self) -> None:
        """Writes a new note in the lane of the row; with its first words it is one."""
        lane = self.model.lane(self.row)
        if lane is None:
            self._view.message.emit(NO_LANE)
            return
        row = self.row if self.model.note(self.row) else self.model.lane_index(lane)
        self.tree.expand(row.parent())
        self.tree.scrollTo(row)
        rect = self.tree.visualRect(row)
        rect.translate(0, rect.height())
        self.editor.begin("Text of the new note", "", rect, lambda text: self._add(lane, text))

    def remove(self) -> None:
        """Takes the selected notes away and goes on with the one below."""
        chosen = set(self._view.selected_ids)
        place = self.row.row()
        notes = [] if not self.row.isValid() else self.model.notes_under(self.row.parent())
        left = [note.id for note in notes[place:] if note.id not in chosen]
        left = left or [note.id for note in notes[:place] if note.id not in chosen][-1:]
        self.do("delete")
        if left and self.model.index_of(left[0]).isValid() and not self._view.selected_ids:
            self._view.select(left[:1])

    def do(self, action_id: str) -> None:
        """An action of the board, which the outline then follows at once."""
        self._view.do(action_id)
        self.show_board(self._view.board)

    def paste(self) -> None:
        """What was copied, into the lane of the row."""
        lane = self.model.lane(self.row)
        if lane is None:
            self._view.message.emit(NO_LANE)
            return
        board = self._view.board
        self._view.bench.perform(lambda: self._add_all(pasted(board, lane)))

    def move_row(self, step: int) -> None:
        """Up (-1) or down (1): the note changes places with the one there."""
        note, other = self.model.note(self.row), None
        if note is not None:
            other = self.model.note(self.row.siblingAtRow(self.row.row() + step))
        if note is None or other is None:
            return
        if note.locked or other.locked:
            self._view.message.emit(LOCKED)
            return
        self._commit(exchange_places(self._view.board, note.id, other.id))

    def _write(self, note: Note) -> None:
        if note.locked:
            self._view.message.emit(LOCKED)
            return
        self.tree.scrollTo(self.row)
        rect = self.tree.visualRect(self.row)
        self.editor.begin(
            "Text of the note", note.text, rect, lambda text: self._keep(note.id, text)
        )

    def _keep(self, note_id: str, text: str) -> bool:
        board = self._view.board
        note = board.notes.get(note_id)
        if note is None or note.text == text:
            return True
        return self._view.bench.perform(
            lambda: self._commit(set_text(board, note_id, text, height_for(note, text)))
        )

    def _add(self, lane: Place, text: str) -> bool:
        if not text.strip():
            return True
        board = self._view.board
        return self._view.bench.perform(lambda: self._add_all(self._new_note(board, lane, text)))

    def _new_note(self, board: Board, lane: Place, text: str) -> Edit:
        (rect,) = places_for(board, lane.block, lane.perspective, [text], grown_height)
        party = self._view.bench.stage.party_at(rect.centre)
        return add_note(board, rect, text, party=party)

    def _add_all(self, edit: Edit) -> None:
        """Commits an edit that makes notes, and selects them."""
        self._commit(edit)
        notes = [each.after for each in edit.changes if isinstance(each.after, Note)]
        self._view.select(note.id for note in notes)

    def _commit(self, edit: Edit) -> None:
        if self._view.finish_editing():
            self._journal.commit(edit)
            self.show_board(self._view.board)

    def _tell_board(self) -> None:
        if self._following:
            return
        rows = self.tree.selectionModel().selectedRows()
        notes = [note for row in rows if (note := self.model.note(row))]
        with self._quietly():
            self._view.select(note.id for note in notes)

    def _follow_selection(self) -> None:
        """Chooses what is selected on the board, and shows the last of it."""
        if self._following or not self.isVisible():
            return
        chosen = QItemSelection()
        for first, last in self.model.ranges_of(self._view.selected_ids):
            chosen.select(first, last)
        with self._quietly():
            model = self.tree.selectionModel()
            model.select(chosen, Flag.ClearAndSelect)
            if not chosen.isEmpty() and not chosen.contains(self.row):
                last = self.model.index_of(self._view.selected_ids[-1])
                model.setCurrentIndex(last, Flag.NoUpdate)
                self.tree.scrollTo(last)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Board and outline follow each other, and not themselves."""
        was, self._following = self._following, True
        try:
            yield
        finally:
            self._following = was
