"""A pen on the board: its tip is a finger, its barrel button the right one of a mouse, its eraser only pans."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent

from canvasapp.view.contact import Contact
from canvasapp.view.mouse_input import MouseInput
from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.pointer_input import PointerInput
from canvasapp.view.tools.pan import PAN


class PenInput:
    """Takes the events of a pen over one view."""

    def __init__(self, contact: Contact, pointer: PointerInput, mouse: MouseInput) -> None:
        self._contact, self._pointer, self._mouse = contact, pointer, mouse

    def take(self, event: QTabletEvent) -> None:
        match event.type():
            case QEvent.Type.TabletPress:
                self._press(event)
            case QEvent.Type.TabletMove if self._contact.held:
                self._contact.move(self._at(Phase.MOVE, event))
            case QEvent.Type.TabletMove:
                self._pointer.move(self._at(Phase.MOVE, event))
            case QEvent.Type.TabletRelease:
                self._release(event)

    def _press(self, event: QTabletEvent) -> None:
        if self._pointer.pressed is not None or self._contact.held:
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            self._mouse.press(event)
        elif event.pointerType() is QPointingDevice.PointerType.Eraser:
            self._pointer.press(self._at(Phase.PRESS, event), PAN.id)
        else:
            self._contact.touch(self._at(Phase.PRESS, event))

    def _release(self, event: QTabletEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            self._mouse.release(event)
        elif self._contact.held:
            self._contact.lift(self._at(Phase.RELEASE, event), event.timestamp())
        elif self._pointer.pressed is not None and self._pointer.pressed.by_finger:
            self._pointer.release(self._at(Phase.RELEASE, event))

    def _at(self, phase: Phase, event: QTabletEvent) -> Pointer:
        return self._pointer.at(phase, event.position(), event.modifiers(), by_finger=True)
