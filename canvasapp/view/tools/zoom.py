"""The zoom tool: a click shows what is there from nearer, with Alt from farther; a drag shows an area whole."""

from __future__ import annotations

from PySide6.QtCore import Qt

from canvasapp.domain.geometry import Rect
from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.stage import Stage
from canvasapp.view.toolbox import Gesture, Tool

STEP = 2.0


def begin(stage: Stage, press: Pointer) -> Gesture:
    pointer = press
    with stage.hand.marking() as show:
        while pointer.phase is not Phase.RELEASE:
            pointer = yield
            if pointer.has_left(press):
                show(Rect.between(press.at, pointer.at), stage.selection.ids)
    if pointer.has_left(press):
        stage.show_area(Rect.between(press.at, pointer.at))
    else:
        stage.zoom(1 / STEP if pointer.alt else STEP, press)


def cursor(stage: Stage, pointer: Pointer) -> Qt.CursorShape:
    return Qt.CursorShape.CrossCursor


ZOOM = Tool("zoom", "Zoom", Qt.Key.Key_Z, begin, cursor, scrolls=False, in_bar=False)
