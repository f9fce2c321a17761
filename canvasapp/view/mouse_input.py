"""The buttons of a mouse: the left one uses the tool, the others pan, and a still right click wants the menu."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QSinglePointEvent

from canvasapp.view.pointer import Phase
from canvasapp.view.pointer_input import PointerInput
from canvasapp.view.tools.pan import PAN

_PANNING = Qt.MouseButton.MiddleButton | Qt.MouseButton.RightButton


class MouseInput(QObject):
    """`menu_wanted` tells where a right click was that has not moved."""

    menu_wanted = Signal(QPoint)

    def __init__(self, pointer: PointerInput) -> None:
        super().__init__(pointer)
        self._pointer = pointer
        self._button = Qt.MouseButton.NoButton

    def take(self, event: QMouseEvent) -> None:
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self.press(event)
            case QEvent.Type.MouseButtonDblClick:
                self.press(event, double=True)
            case QEvent.Type.MouseMove:
                self.move(event)
            case QEvent.Type.MouseButtonRelease:
                self.release(event)

    def press(self, event: QSinglePointEvent, *, double: bool = False) -> None:
        if self._pointer.pressed is not None:
            return  # a second button during a gesture belongs to nothing
        self._button = event.button()
        pans = bool(event.button() & _PANNING) or self._pointer.panning
        press = self._pointer.at(Phase.PRESS, event.position(), event.modifiers())
        self._pointer.press(replace(press, double=double), PAN.id if pans else None)

    def move(self, event: QSinglePointEvent) -> None:
        self._pointer.move(self._pointer.at(Phase.MOVE, event.position(), event.modifiers()))

    def release(self, event: QSinglePointEvent) -> None:
        if event.button() is not self._button:
            return
        self._button = Qt.MouseButton.NoButton
        release = self._pointer.at(Phase.RELEASE, event.position(), event.modifiers())
        pressed = self._pointer.release(release)
        still = pressed is not None and not release.has_left(pressed)
        if event.button() is Qt.MouseButton.RightButton and still:
            self.menu_wanted.emit(event.position().toPoint())
