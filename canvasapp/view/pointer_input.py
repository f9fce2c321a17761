"""Turns what mouse, wheel, trackpad and fingers send into gestures of tools and moves of the camera."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QInputDevice, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.toolbox import Toolbox
from canvasapp.view.viewpoint import Viewpoint

WHEEL_STEP = 120
ZOOM_PER_STEP = 1.2
EDGE = 8
EDGE_WAIT_MS = 200
EDGE_FRAME_MS = 16
EDGE_PUSH = 14
"""Logical pixels the view moves in one frame while something is dragged at its edge."""

_PANNING = Qt.MouseButton.MiddleButton | Qt.MouseButton.RightButton


class PointerInput(QObject):
    """Serves one widget. `menu_wanted` is a right click that has not moved."""

    menu_wanted = Signal(QPoint)

    def __init__(self, view: QWidget, toolbox: Toolbox, viewpoint: Viewpoint) -> None:
        super().__init__(view)
        self.panning = False
        self.last = Pointer(Phase.MOVE, viewpoint.camera.to_sheet(0, 0), 0, 0)
        self._view, self._toolbox, self._viewpoint = view, toolbox, viewpoint
        self._button = Qt.MouseButton.NoButton
        self._pressed = self.last
        self._edge = QTimer(self, interval=EDGE_WAIT_MS)
        self._edge.timeout.connect(self._scroll_at_edge)

    @property
    def over(self) -> bool:
        """Whether the pointer is over the view."""
        return self._view.rect().contains(round(self.last.x), round(self.last.y))

    def press(self, event: QMouseEvent, *, double: bool) -> None:
        if self._button is not Qt.MouseButton.NoButton:
            return  # a second button during a gesture belongs to nothing
        self._button = event.button()
        self._pressed = self.last = replace(self._pointer(event, Phase.PRESS), double=double)
        pans = bool(event.button() & _PANNING) or self.panning
        self._toolbox.press(self._pressed, "pan" if pans else None)

    def move(self, event: QMouseEvent) -> None:
        self.last = self._pointer(event, Phase.MOVE)
        self._toolbox.move(self.last)
        self._watch_edge()

    def release(self, event: QMouseEvent) -> None:
        if event.button() is not self._button:
            return
        self._button = Qt.MouseButton.NoButton
        self._edge.stop()
        self.last = self._pointer(event, Phase.RELEASE)
        self._toolbox.release(self.last)
        still = not self.last.has_left(self._pressed)
        if event.button() is Qt.MouseButton.RightButton and still:
            self.menu_wanted.emit(event.position().toPoint())

    def cancel(self) -> None:
        """The gesture under way is undone; the button's release means nothing then."""
        self._edge.stop()
        self._button = Qt.MouseButton.NoButton
        self._toolbox.cancel()

    def wheel(self, event: QWheelEvent) -> None:
        """A trackpad pans, a mouse zooms; with Control both zoom."""
        at, turned, pushed = event.position(), event.angleDelta(), event.pixelDelta()
        by_fingers = _is_trackpad(event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not by_fingers:
            steps = (turned.y() or turned.x()) / WHEEL_STEP
            self._viewpoint.zoom_at(ZOOM_PER_STEP**steps, at.x(), at.y())
        else:
            way = pushed if not pushed.isNull() else turned / 2
            self._viewpoint.pan(way.x(), way.y())
        event.accept()

    def gesture(self, event: QEvent) -> bool:
        """Whether the event is two fingers that zoom; it has been done then."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                at = event.position()
                self._viewpoint.zoom_at(1 + event.value(), at.x(), at.y())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._pinch(pinch)
                return True
        return False

    def _pinch(self, pinch: QPinchGesture) -> None:
        self._toolbox.cancel()
        at = self._view.mapFromGlobal(pinch.centerPoint())
        before = self._view.mapFromGlobal(pinch.lastCenterPoint())
        if pinch.state() is not Qt.GestureState.GestureStarted:
            self._viewpoint.pan(at.x() - before.x(), at.y() - before.y())
        self._viewpoint.zoom_at(pinch.scaleFactor(), at.x(), at.y())

    def _pointer(self, event: QMouseEvent, phase: Phase) -> Pointer:
        at, modifiers = event.position(), event.modifiers()
        return Pointer(
            phase,
            self._viewpoint.camera.to_sheet(at.x(), at.y()),
            at.x(),
            at.y(),
            shift=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            control=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            alt=bool(modifiers & Qt.KeyboardModifier.AltModifier),
        )

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
        width, height = self._view.width(), self._view.height()
        return _push(self.last.x, width), _push(self.last.y, height)


def _push(at: float, length: float) -> float:
    if at < EDGE:
        return EDGE_PUSH
    return -EDGE_PUSH if at > length - EDGE else 0.0


def _is_trackpad(event: QWheelEvent) -> bool:
    if event.device().type() is QInputDevice.DeviceType.TouchPad:
        return True
    # X11 fills in pixels for mice, too: the same figures as the steps of the wheel
    return not event.pixelDelta().isNull() and event.pixelDelta() != event.angleDelta()
