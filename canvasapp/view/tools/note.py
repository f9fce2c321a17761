"""The note tool: a click places a note, a drag draws how large it is; pulled off its bar, one is put down."""

from __future__ import annotations

from PySide6.QtCore import Qt

from canvasapp.domain.geometry import Rect
from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.stage import Stage
from canvasapp.view.toolbox import Gesture, Tool


def begin(stage: Stage, press: Pointer) -> Gesture:
    drawn: Rect | None = None
    with stage.hand.sketching(stage.made_of) as show:
        pointer = press
        while pointer.phase is not Phase.RELEASE:
            pointer = yield
            if pointer.has_left(press):
                drawn = Rect.between(press.at, pointer.at)
                show(drawn)
    if drawn is None:
        stage.new_note_at(press.at)
    else:
        stage.new_note(drawn)


def put_down(stage: Stage, press: Pointer) -> Gesture:
    """A note of the usual size goes with the pointer, and is made where that lets go."""
    with stage.hand.sketching(stage.made_of) as show:
        pointer = press
        while pointer.phase is not Phase.RELEASE:
            show(stage.place_about(pointer.at))
            pointer = yield
    stage.new_note_at(pointer.at)


def cursor(stage: Stage, pointer: Pointer) -> Qt.CursorShape:
    return Qt.CursorShape.CrossCursor


NOTE = Tool("note", "Note", Qt.Key.Key_N, begin, cursor)
PULLED_NOTE = Tool("pulled-note", "Note", Qt.Key.Key_N, put_down, cursor, in_bar=False)
