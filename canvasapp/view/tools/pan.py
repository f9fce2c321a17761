"""The pan tool: the board follows the hand."""

from __future__ import annotations

from PySide6.QtCore import Qt

from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.stage import Stage
from canvasapp.view.toolbox import Gesture, Tool


def begin(stage: Stage, press: Pointer) -> Gesture:
    last = press
    pointer = yield
    while pointer.phase is Phase.MOVE:
        stage.pan(pointer.x - last.x, pointer.y - last.y)
        last = pointer
        pointer = yield


def cursor(stage: Stage, pointer: Pointer) -> Qt.CursorShape:
    return Qt.CursorShape.OpenHandCursor


PAN = Tool(
    "pan",
    "Move the board",
    Qt.Key.Key_H,
    begin,
    cursor,
    cursor_in_use=Qt.CursorShape.ClosedHandCursor,
    scrolls=False,
)
