"""The note tool: a click places a note, a drag draws how large it is."""

from __future__ import annotations

from PySide6.QtCore import Qt

from canvasapp.domain.geometry import Point, Rect
from canvasapp.edits.placing import WIDE
from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.stage import Stage
from canvasapp.view.toolbox import Gesture, Tool


def begin(stage: Stage, press: Pointer) -> Gesture:
    rect = around(press.at)
    with stage.sketching() as show:
        pointer = press
        while pointer.phase is not Phase.RELEASE:
            pointer = yield
            if pointer.has_left(press):
                rect = Rect.between(press.at, pointer.at)
                show(rect)
    stage.new_note(rect)


def cursor(stage: Stage, pointer: Pointer) -> Qt.CursorShape:
    return Qt.CursorShape.CrossCursor


def around(at: Point) -> Rect:
    """A wide note with its middle at `at`."""
    width, height = WIDE
    return Rect(at.x - width / 2, at.y - height / 2, width, height)


NOTE = Tool("note", "Note", Qt.Key.Key_N, begin, cursor)
