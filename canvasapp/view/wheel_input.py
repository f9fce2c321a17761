"""What turns or pinches without pressing: the wheel of a mouse and the fingers on a trackpad move the camera."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QWheelEvent

from canvasapp.view.viewpoint import Viewpoint
from canvasapp.view.wheel import Wheel

STEP = 120
ZOOM_PER_STEP = 1.2
PAN_PER_STEP = 60.0
"""Logical pixels the board moves for one step of a mouse's wheel."""


class WheelInput:
    """With Control every wheel zooms, whatever `wheel` says."""

    def __init__(self, viewpoint: Viewpoint) -> None:
        self.wheel = Wheel.BY_DEVICE
        self._viewpoint = viewpoint

    def turn(self, event: QWheelEvent) -> None:
        at, turned = event.position(), event.angleDelta()
        if self._zooms(event):
            steps = (turned.y() or turned.x()) / STEP
            self._viewpoint.zoom_at(ZOOM_PER_STEP**steps, at.x(), at.y())
        else:
            way = _way(event)
            self._viewpoint.pan(way.x(), way.y())

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Whether two fingers on a trackpad zoom; no other gesture means anything."""
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        at = event.position()
        self._viewpoint.zoom_at(1 + event.value(), at.x(), at.y())
        return True

    def _zooms(self, event: QWheelEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return True
        if self.wheel is Wheel.BY_DEVICE:
            return not _is_trackpad(event)
        return self.wheel is Wheel.ZOOMS


def _way(event: QWheelEvent) -> QPointF:
    """Where the board is pushed, in logical pixels; Shift turns a mouse's wheel across."""
    if _is_trackpad(event) and not event.pixelDelta().isNull():
        return QPointF(event.pixelDelta())
    way = QPointF(event.angleDelta()) / STEP * PAN_PER_STEP
    across = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not way.x()
    return way.transposed() if across else way


def _is_trackpad(event: QWheelEvent) -> bool:
    if event.device().type() is QInputDevice.DeviceType.TouchPad:
        return True
    # X11 fills in pixels for mice, too: the same figures as the steps of the wheel
    return not event.pixelDelta().isNull() and event.pixelDelta() != event.angleDelta()
