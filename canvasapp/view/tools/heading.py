"""The heading tool: a click begins a heading of the usual size, a drag draws how large its letters are."""

from __future__ import annotations

from PySide6.QtCore import Qt

from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Note
from canvasapp.edits.notes import MIN_HEADING
from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.stage import Stage
from canvasapp.view.toolbox import Gesture, Tool

SAMPLE = "Heading"
"""What stands there while its size is drawn."""


def begin(stage: Stage, press: Pointer) -> Gesture:
    drawn: Rect | None = None

    def sample(rect: Rect) -> Note:
        return stage.heading_of(rect, SAMPLE)

    with stage.hand.sketching(sample) as show:
        pointer = press
        while pointer.phase is not Phase.RELEASE:
            pointer = yield
            if pointer.has_left(press):
                drawn = _large_enough(Rect.between(press.at, pointer.at))
                show(drawn)
    if drawn is None:
        stage.new_heading_at(press.at)
    else:
        stage.new_heading(drawn)


def cursor(stage: Stage, pointer: Pointer) -> Qt.CursorShape:
    return Qt.CursorShape.CrossCursor


def _large_enough(rect: Rect) -> Rect:
    width, height = MIN_HEADING
    return Rect(rect.x, rect.y, max(rect.w, width), max(rect.h, height))


HEADING = Tool("heading", "Heading", Qt.Key.Key_T, begin, cursor)
