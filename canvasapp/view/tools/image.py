"""The image tool: asks for files, and puts them where it was clicked, as large as was drawn, or onto a note."""

from __future__ import annotations

from PySide6.QtCore import Qt

from canvasapp.domain.geometry import Rect
from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.stage import Stage
from canvasapp.view.toolbox import Gesture, Tool


def begin(stage: Stage, press: Pointer) -> Gesture:
    drawn: Rect | None = None
    with stage.hand.marking() as show:
        pointer = press
        while pointer.phase is not Phase.RELEASE:
            pointer = yield
            if pointer.has_left(press):
                drawn = Rect.between(press.at, pointer.at)
                show(drawn, ())
    if drawn is None:
        stage.bringing.choose_for(press.at, stage.note_at(press))
    else:
        stage.bringing.choose_into(drawn)
    stage.done()


def cursor(stage: Stage, pointer: Pointer) -> Qt.CursorShape:
    return Qt.CursorShape.CrossCursor


IMAGE = Tool("image", "Image", Qt.Key.Key_I, begin, cursor)
