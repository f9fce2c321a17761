"""A fingertip or the tip of a pen on the board: it taps, drags or rests, and writes nothing by accident."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from canvasapp.view.pointer import DOUBLE_CLICK_MS, Phase, Pointer
from canvasapp.view.pointer_input import PointerInput

LONG_PRESS_MS = 500
SAME_PLACE = 24.0
"""Taps that are farther apart, in logical pixels, are taps on two things."""


@dataclass(frozen=True, slots=True)
class Tap:
    """Where and when, in ms of the device's clock."""

    x: float
    y: float
    at: int

    def is_followed_by(self, other: Tap) -> bool:
        """Whether the two make a double tap."""
        near = max(abs(other.x - self.x), abs(other.y - self.y)) <= SAME_PLACE
        return near and other.at - self.at <= DOUBLE_CLICK_MS


class Contact(QObject):
    """One tip from touching the board to leaving it. `tool_for` names the tool of a drag that begins there.

    Nothing happens before the tip has moved or left: a second finger may come, or it may rest until `menu_wanted`.
    """

    menu_wanted = Signal(QPoint)

    def __init__(self, pointer: PointerInput, tool_for: Callable[[Pointer], str | None]) -> None:
        super().__init__(pointer)
        self._pointer, self._tool_for = pointer, tool_for
        self._press: Pointer | None = None
        self._dragging = False
        self._last_tap: Tap | None = None
        self._long = QTimer(self, interval=LONG_PRESS_MS, singleShot=True)
        self._long.timeout.connect(self._want_menu)
        pointer.cancelled.connect(self._forget)

    @property
    def held(self) -> bool:
        """Whether a tip is on the board and means something."""
        return self._press is not None

    def touch(self, press: Pointer) -> None:
        self._press = press
        self._long.start()

    def move(self, pointer: Pointer) -> None:
        press = self._press
        if press is None:
            return
        if not self._dragging and pointer.has_left(press):
            self._long.stop()
            self._dragging = True
            self._pointer.press(press, self._tool_for(press))
        if self._dragging:
            self._pointer.move(pointer)

    def lift(self, release: Pointer, at: int) -> None:
        """`at` is the time of the device's clock, in ms."""
        press, dragging = self._press, self._dragging
        self._forget()
        if press is None:
            return
        if dragging:
            self._pointer.release(release)
        else:
            self._tap(press, Tap(press.x, press.y, at))

    def cancel(self) -> None:
        """As if the tip had never touched the board."""
        if self._press is not None:
            self._pointer.cancel()

    def _tap(self, press: Pointer, tap: Tap) -> None:
        double = self._last_tap is not None and self._last_tap.is_followed_by(tap)
        self._last_tap = None if double else tap
        self._pointer.press(replace(press, double=double))
        self._pointer.release(replace(press, phase=Phase.RELEASE))

    def _want_menu(self) -> None:
        press = self._press
        if press is not None:
            self._pointer.cancel()
            self._pointer.last = press
            self.menu_wanted.emit(QPoint(round(press.x), round(press.y)))

    def _forget(self) -> None:
        self._press, self._dragging = None, False
        self._long.stop()
