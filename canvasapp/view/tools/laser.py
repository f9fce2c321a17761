"""The laser tool: points at something for all to see and changes nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt

from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.stage import Stage
from canvasapp.view.toolbox import Gesture, Tool


def begin(stage: Stage, press: Pointer) -> Gesture:
    stage.laser.point(press.at)
    try:
        pointer = yield
        while pointer.phase is Phase.MOVE:
            stage.laser.point(pointer.at)
            pointer = yield
    finally:
        stage.laser.lift()


def cursor(stage: Stage, pointer: Pointer) -> Qt.CursorShape:
    return Qt.CursorShape.CrossCursor


LASER = Tool("laser", "Laser pointer", Qt.Key.Key_K, begin, cursor, scrolls=False, in_bar=False)
