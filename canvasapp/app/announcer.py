"""Says to screen readers what has just happened on the board, which they can not see."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Note
from canvasapp.panels.outline.words import VIEWS
from canvasapp.view.board_view import BoardView

LONGEST = 300
"""Characters of a note that are said when it is selected: the outline has all of them."""

Speak = Callable[[QObject, str], None]
"""Says something in the name of a widget."""


def speak(widget: QObject, sentence: str) -> None:
    """Through whatever screen reader listens; nothing happens when none does."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Announcer(QObject):
    """Gathers what happens at one time and says it in one breath."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self._view = view
        self.speak: Speak = speak
        self._sentences: list[str] = []
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._speak)
        view.selection_changed.connect(self._tell_selection)
        view.message.connect(self.tell)

    def tell(self, sentence: str) -> None:
        """Says this as soon as everything has followed."""
        self._sentences.append(sentence)
        self._soon.start()

    def tell_edit(self, edit: Edit) -> None:
        """What was done, undone or done again, and where that is now."""
        if not self._view.bench.editing.writing:  # who types hears the letters
            self.tell(what_happened(self._view.board, edit))

    def _tell_selection(self) -> None:
        if not self._view.hasFocus():
            return  # the outline says itself what is chosen there
        self.tell(what_is_selected(self._view.board, self._view.selected_ids))

    def _speak(self) -> None:
        sentences = ". ".join(dict.fromkeys(self._sentences))
        self._sentences.clear()
        self.speak(self._view, sentences)


def what_happened(board: Board, edit: Edit) -> str:
    """The edit's own name, and the block and view that its notes are in when it is one."""
    notes = [each.after for each in edit.changes if isinstance(each.after, Note)]
    places = {where(board, note) for note in notes if note.board == board.id}
    return f"{edit.label}: {places.pop()}" if len(places) == 1 else edit.label


def what_is_selected(board: Board, ids: tuple[str, ...]) -> str:
    if len(ids) != 1:
        return f"{len(ids)} notes selected" if ids else "Nothing selected"
    note = board.note(ids[0])
    party = board.parties.get(note.party) if note.party else None
    facts = (
        plain_text(note.text).strip()[:LONGEST] or note.kind.value,
        where(board, note),
        party.name if party else "",
        "locked" if note.locked else "",
    )
    return ", ".join(fact for fact in facts if fact)


def where(board: Board, note: Note) -> str:
    if note.block is None:
        return "off the blocks"
    title = board.template.block(note.block).title
    return f"{title}, {VIEWS[note.perspective].lower()}"
