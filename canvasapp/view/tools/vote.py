"""The vote tool: a click on a note gives it a dot, with Shift takes one back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from canvasapp.domain.records import NoteKind
from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.stage import Stage
from canvasapp.view.toolbox import Gesture, Tool


def begin(stage: Stage, press: Pointer) -> Gesture:
    note, pointer = stage.note_at(press), press
    while pointer.phase is not Phase.RELEASE:
        pointer = yield
    if note is None or pointer.has_left(press):
        return
    stage.selection.set([note.id])
    stage.ballot.give(note, -1 if press.shift else 1)


def cursor(stage: Stage, pointer: Pointer) -> Qt.CursorShape:
    note = stage.note_at(pointer)
    votable = note is not None and note.kind is NoteKind.NOTE
    return Qt.CursorShape.PointingHandCursor if votable else Qt.CursorShape.ArrowCursor


VOTE = Tool("vote", "Give dots", Qt.Key.Key_D, begin, cursor, scrolls=False, in_bar=False)
