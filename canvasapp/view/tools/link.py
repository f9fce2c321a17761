"""The link tool: a drag from one note to another joins them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from canvasapp.view.link_pulling import pulled_to
from canvasapp.view.pointer import Pointer
from canvasapp.view.stage import Stage
from canvasapp.view.toolbox import Gesture, Tool


def begin(stage: Stage, press: Pointer) -> Gesture:
    source = stage.note_at(press)
    if source is None:
        return
    target = yield from pulled_to(stage, press, source)
    if target is not None:
        stage.linking.join(source, target)
        stage.done()


def cursor(stage: Stage, pointer: Pointer) -> Qt.CursorShape:
    return Qt.CursorShape.CrossCursor


LINK = Tool("link", "Link", Qt.Key.Key_L, begin, cursor)
