"""Hands what mouse, wheel, fingers and pen send to the one it concerns: one of them has the board at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QInputDevice,
    QMouseEvent,
    QNativeGestureEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)

from canvasapp.view.contact import Contact
from canvasapp.view.mouse_input import MouseInput
from canvasapp.view.pen_input import PenInput
from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.pointer_input import PointerInput
from canvasapp.view.stage import Stage
from canvasapp.view.toolbox import Toolbox
from canvasapp.view.tools.note import PULLED_NOTE
from canvasapp.view.tools.pan import PAN
from canvasapp.view.tools.select import SELECT
from canvasapp.view.touch_input import TouchInput
from canvasapp.view.viewpoint import Viewpoint
from canvasapp.view.wheel_input import WheelInput

MADE_OF_TOUCHES = (
    Qt.MouseEventSource.MouseEventSynthesizedBySystem,
    Qt.MouseEventSource.MouseEventSynthesizedByQt,
)
"""Mouse events that say once more what a finger or a pen has said already."""


class Inputs(QObject):
    """All that points at one view. `menu_wanted` tells where, in logical pixels of the view.

    `perform` does something and tells the user what could not be done.
    """

    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        pointer: PointerInput,
        toolbox: Toolbox,
        viewpoint: Viewpoint,
        stage: Stage,
        perform: Callable[[Callable[[], object]], object],
    ) -> None:
        super().__init__(pointer)
        self._pointer, self._toolbox, self._stage = pointer, toolbox, stage
        self._perform, self._viewpoint = perform, viewpoint
        contact = Contact(pointer, self._tool_for)
        self.wheel = WheelInput(viewpoint)
        self._mouse = MouseInput(pointer)
        self._touch = TouchInput(contact, pointer, viewpoint)
        self._pen = PenInput(contact, pointer, self._mouse)
        contact.menu_wanted.connect(self._ask_for_menu)
        self._mouse.menu_wanted.connect(self._ask_for_menu)

    def take(self, event: QEvent) -> bool:
        """Whether it was something that points, and has been done."""
        match event:
            case QMouseEvent():
                if not self._touch.active and event.source() not in MADE_OF_TOUCHES:
                    self._perform(lambda: self._mouse.take(event))
            case QWheelEvent():
                self.wheel.turn(event)
            case QTouchEvent():
                return self._take_touch(event)
            case QTabletEvent():
                self._take_pen(event)
            case QNativeGestureEvent():
                return self.wheel.pinch(event)
            case _:
                return False
        event.accept()
        return True

    def carry(self, phase: Phase, at: QPointF) -> None:
        """A note pulled off the bar over the view, at a logical pixel of the view; let go beside that it is none."""
        pointer = self._pointer.at(phase, at, Qt.KeyboardModifier.NoModifier)
        match phase:
            case Phase.PRESS:
                self._perform(lambda: self._pointer.press(pointer, PULLED_NOTE.id))
            case Phase.MOVE:
                self._pointer.move(pointer)
            case Phase.RELEASE if self._viewpoint.camera.seen.contains(pointer.at):
                self._perform(lambda: self._pointer.release(pointer))
            case Phase.RELEASE:
                self._pointer.cancel()

    def _ask_for_menu(self, at: QPoint) -> None:
        """While votes are entered, what asks for the menu of a note takes a dot back."""
        note = self._stage.note_at(self._pointer.last) if self._stage.ballot.in_hand else None
        if note is None:
            self.menu_wanted.emit(at)
        else:
            self._perform(lambda: self._stage.ballot.give(note, -1))

    def _take_touch(self, event: QTouchEvent) -> bool:
        """A trackpad's touches come as wheel and gestures, too."""
        if event.device().type() is not QInputDevice.DeviceType.TouchScreen:
            return False
        self._perform(lambda: self._touch.take(event))
        event.accept()
        return True

    def _take_pen(self, event: QTabletEvent) -> None:
        if self._touch.active and event.type() is QEvent.Type.TabletPress:
            self._touch.give_way()  # the hand that holds the pen rests on the screen
        self._perform(lambda: self._pen.take(event))

    def _tool_for(self, press: Pointer) -> str | None:
        """A finger pans where there is nothing to drag: None is the tool in use."""
        stage = self._stage
        here = (stage.link_end_at, stage.handle_at, stage.note_at)
        drags = self._toolbox.tool is not SELECT or any(look(press) for look in here)
        return None if drags and not self._pointer.panning else PAN.id
