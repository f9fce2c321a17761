"""What is on the clipboard, as notes for one lane."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.template import Place
from canvasapp.edits.lanes import paste_into_lane
from canvasapp.edits.notes import add_notes
from canvasapp.edits.placing import places_for
from canvasapp.picture.note_picture import grown_height
from canvasapp.view.clipboard import copied, entries_from, notes_from, texts_from
from canvasapp.view.files import as_copied


def pasted(board: Board, lane: Place) -> Edit:
    """Copied notes; of a copied text a note for each line, item or cell. Raises CannotPasteError."""
    mime = copied(QGuiApplication.clipboard())
    notes = notes_from(mime)
    if notes:
        return paste_into_lane(board, notes, lane, entries_from(mime))
    texts = texts_from(as_copied(mime))
    rects = places_for(board, lane.block, lane.perspective, texts, grown_height)
    return add_notes(board, zip(rects, texts, strict=True))
