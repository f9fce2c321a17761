"""One note being typed: from the first key to the edit it leaves, kept safe on the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QClipboard

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.records import Note, NoteKind
from canvasapp.edits.journal import Journal
from canvasapp.edits.notes import add_heading, add_note, remove_notes, set_text
from canvasapp.view.text_editor import TextEditor

QUIET_MS = 1000
"""After so long without a key what was typed is written to disk."""
LATEST_MS = 3000
"""However fast the keys follow each other, what was typed so long ago is written."""


class Editing(QObject):
    """Holds the text editor while a note is edited.

    What is typed is committed when the keys have been quiet for a second, at the latest after three, and at the end.
    Each commit takes the place of the one before, so that however long somebody types, it is one edit and one undo
    (docs/decisions/0060-typing-is-one-edit.md).
    """

    quiet = Signal()
    """What was typed is to be kept now."""
    began = Signal()
    kept = Signal()
    ended = Signal(str)

    def __init__(self, journal: Journal, board_id: str, latest_ms: int = LATEST_MS) -> None:
        super().__init__()
        self.editor: TextEditor | None = None
        self.writing = False
        self.board_id = board_id
        self._journal = journal
        self._kept_text = ""
        self._can_replace = False
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._late = QTimer(self, interval=latest_ms, singleShot=True)
        self._quiet.timeout.connect(self.quiet)
        self._late.timeout.connect(self.quiet)

    @property
    def note_id(self) -> str | None:
        return self.editor.original.id if self.editor else None

    def begin(self, note: Note, clipboard: QClipboard) -> TextEditor:
        """Edits a note of the board, or a new one that is only drawn until it has text."""
        self.finish()
        self.editor = TextEditor(note, clipboard)
        self._kept_text, self._can_replace = note.text, False
        self.began.emit()
        return self.editor

    def typed(self) -> None:
        """Something was typed: `quiet` says when the keys have stopped, or it is high time."""
        self._quiet.start()
        if not self._late.isActive():
            self._late.start()

    def keep(self) -> None:
        """Commits what was typed so far. Raises what the journal raises, and goes on editing then."""
        self._quiet.stop()
        self._late.stop()
        if self.editor is None or self.editor.draft.text == self._kept_text:
            return
        self.writing = True
        try:
            edit = self._commit(partial(self._plan, self.editor))
        finally:
            self.writing = False
        self._can_replace = bool(edit)
        self._kept_text = self.editor.draft.text
        self.kept.emit()

    def edited_elsewhere(self, board: Board) -> None:
        """Somebody else committed, so what was kept here is not the last edit any more and stays."""
        self._can_replace = False
        if self.editor and self.editor.original.id in board.notes:
            self.editor.follow(board.notes[self.editor.original.id])

    def finish(self) -> None:
        """Ends typing and keeps what was typed. A new note without text is no note."""
        if self.editor is None:
            return
        self.keep()
        note_id = self.editor.original.id
        self.editor = None
        self.ended.emit(note_id)

    def _commit(self, plan: Callable[[Workshop], Edit]) -> Edit:
        if self._can_replace:
            return self._journal.replace(plan)
        edit = plan(self._journal.workshop)
        self._journal.commit(edit)
        return edit

    def _plan(self, editor: TextEditor, workshop: Workshop) -> Edit:
        board = workshop.boards[self.board_id]
        text, original, rect = editor.draft.text, editor.original, editor.rect
        is_heading = original.kind is NoteKind.HEADING
        if original.id in board.notes:
            if is_heading and not text.strip():
                return remove_notes(board, [original.id])  # nothing of it would be seen
            return set_text(board, original.id, text, rect.h)
        if not text.strip():
            return Edit("Add note", ())
        if is_heading:
            return add_heading(board, rect, text, note_id=original.id)
        return add_note(
            board,
            rect,
            text,
            party=original.party,
            question=original.question,
            note_id=original.id,
        )
