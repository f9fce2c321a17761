"""Fingers on a touch screen: one uses the board, two and more move and zoom what is seen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEventPoint, QTouchEvent

from canvasapp.view.contact import Contact
from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.pointer_input import PointerInput
from canvasapp.view.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True)
class Grip:
    """Fingers that hold the board, in logical pixels: their middle, and how far they are from it on average."""

    x: float
    y: float
    spread: float
    count: int

    @classmethod
    def of(cls, places: Sequence[QPointF]) -> Grip:
        count = len(places)
        x = sum(place.x() for place in places) / count
        y = sum(place.y() for place in places) / count
        spread = sum(math.hypot(place.x() - x, place.y() - y) for place in places) / count
        return cls(x, y, spread, count)

    def zoom_to(self, later: Grip) -> float:
        """How many times as far apart the same fingers are later; fingers that come or go zoom nothing."""
        if self.count != later.count or not (self.spread and later.spread):
            return 1.0
        return later.spread / self.spread


class TouchInput:
    """Takes the touches of one view, from the first finger that comes to the last that leaves."""

    def __init__(self, contact: Contact, pointer: PointerInput, viewpoint: Viewpoint) -> None:
        self.active = False
        self._contact, self._pointer, self._viewpoint = contact, pointer, viewpoint
        self._grip: Grip | None = None
        self._ignored = False

    def take(self, event: QTouchEvent) -> None:
        down = [each for each in event.points() if each.state() is not QEventPoint.State.Released]
        match event.type():
            case QEvent.Type.TouchBegin:
                self._begin(event, down)
            case QEvent.Type.TouchCancel:
                self._contact.cancel()
                self._end()
            case _ if self.active:
                self._follow(event, down)
        if not down:
            self._end()

    def give_way(self) -> None:
        """What the fingers do is undone, and they mean nothing until all of them have left."""
        self._contact.cancel()
        self._ignored, self._grip = True, None

    def _begin(self, event: QTouchEvent, down: list[QEventPoint]) -> None:
        self.active = True
        self._ignored = self._pointer.pressed is not None or self._contact.held
        self._grip = None
        if not self._ignored and len(down) == 1:
            self._contact.touch(self._at(Phase.PRESS, event, down[0]))
        elif not self._ignored:
            self._hold(down)

    def _follow(self, event: QTouchEvent, down: list[QEventPoint]) -> None:
        if self._ignored:
            return
        if self._grip is not None or len(down) > 1:
            self._hold(down)
        elif down:
            self._contact.move(self._at(Phase.MOVE, event, down[0]))
        else:
            last = self._at(Phase.RELEASE, event, event.points()[0])
            self._contact.lift(last, event.timestamp())

    def _hold(self, down: list[QEventPoint]) -> None:
        """The board follows the fingers, even the one that stays when the others have left."""
        self._contact.cancel()
        if not down:
            return
        before, now = self._grip, Grip.of([each.position() for each in down])
        self._grip = now
        if before is not None and before.count == now.count:
            self._viewpoint.pan(now.x - before.x, now.y - before.y)
            if now.count > 1:
                self._viewpoint.zoom_at(before.zoom_to(now), now.x, now.y)

    def _end(self) -> None:
        self.active, self._ignored, self._grip = False, False, None

    def _at(self, phase: Phase, event: QTouchEvent, point: QEventPoint) -> Pointer:
        return self._pointer.at(phase, point.position(), event.modifiers(), by_finger=True)
