"""Brings the one pointer that has the board to the text being typed or to a tool; at the edge the view scrolls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from canvasapp.domain.geometry import Point
from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.text_input import TextInput
from canvasapp.view.toolbox import Toolbox
from canvasapp.view.viewpoint import Viewpoint

EDGE = 8
EDGE_WAIT_MS = 200
EDGE_FRAME_MS = 16
EDGE_PUSH = 14
"""Logical pixels the view moves in one frame while something is dragged at its edge."""

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class PointerInput(QObject):
    """Serves one widget: mouse, pen and fingers all come through here, one at a time.

    `finish` ends typing, and says whether it could.
    """

    cancelled = Signal()

    def __init__(
        self,
        view: QWidget,
        toolbox: Toolbox,
        viewpoint: Viewpoint,
        text: TextInput,
        finish: Callable[[], bool],
    ) -> None:
        super().__init__(view)
        self.panning = False
        self.pressed: Pointer | None = None
        self.last = Pointer(
            Phase.MOVE, viewpoint.camera.to_sheet(-1, -1), -1, -1
        )  # not over it yet
        self._view, self._toolbox, self._viewpoint = view, toolbox, viewpoint
        self._text, self._finish = text, finish
        self._edge = QTimer(self, interval=EDGE_WAIT_MS)
        self._edge.timeout.connect(self._scroll_at_edge)

    def place(self) -> Point:
        """Where the pointer is on the sheet, in mm; the middle of what is seen when it is elsewhere."""
        camera = self._viewpoint.camera
        over = self._view.rect().contains(round(self.last.x), round(self.last.y))
        return self.last.at if over else camera.to_sheet(*camera.middle)

    def at(
        self, phase: Phase, place: QPointF, held: Qt.KeyboardModifier, *, by_finger: bool = False
    ) -> Pointer:
        """A pointer at a logical pixel of the view, with the keys that are held."""
        x, y = place.x(), place.y()
        return Pointer(
            phase,
            self._viewpoint.camera.to_sheet(x, y),
            x,
            y,
            shift=bool(held & _SHIFT),
            control=bool(held & _CONTROL),
            alt=bool(held & _ALT),
            by_finger=by_finger,
        )

    def press(self, press: Pointer, tool_id: str | None = None) -> None:
        """Points into the text being typed; else begins a gesture of the tool in use, or of another for this once."""
        self.last = press
        if self._text.press(press, selecting=tool_id is None) or not self._finish():
            return
        self.pressed = press
        self._toolbox.press(press, tool_id)

    def move(self, pointer: Pointer) -> None:
        self.last = pointer
        self._toolbox.move(pointer)
        self._text.move(pointer.at)
        self._watch_edge()

    def release(self, release: Pointer) -> Pointer | None:
        """Ends the gesture; the press it began with, None when there was none or it has been undone."""
        pressed, self.pressed = self.pressed, None
        self.last = release
        self._edge.stop()
        self._text.release()
        self._toolbox.release(release)
        return pressed

    def cancel(self) -> None:
        """The gesture under way is undone; letting go means nothing then."""
        self.pressed = None
        self._edge.stop()
        self._toolbox.cancel()
        self.cancelled.emit()

    def _watch_edge(self) -> None:
        pushed = self._toolbox.scrolls and any(self._push())
        if not pushed:
            self._edge.stop()
        elif not self._edge.isActive():
            self._edge.start(EDGE_WAIT_MS)

    def _scroll_at_edge(self) -> None:
        """The view moves on under the pointer, which drags on though it is still."""
        self._edge.start(EDGE_FRAME_MS)
        dx, dy = self._push()
        if not self._toolbox.scrolls or not (dx or dy):
            self._edge.stop()
            return
        self._viewpoint.pan(dx, dy)
        at = self._viewpoint.camera.to_sheet(self.last.x, self.last.y)
        self.last = replace(self.last, at=at)
        self._toolbox.move(self.last)

    def _push(self) -> tuple[float, float]:
        """Where the view must be pushed to for what lies beyond the edge that the pointer is at."""
        if self._toolbox.is_beyond:
            return 0.0, 0.0
        width, height = self._view.width(), self._view.height()
        return _push(self.last.x, width), _push(self.last.y, height)


def _push(at: float, length: float) -> float:
    if at < EDGE:
        return EDGE_PUSH
    return -EDGE_PUSH if at > length - EDGE else 0.0
