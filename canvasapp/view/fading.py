"""What was seen before, fading over what is seen now."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap

from canvasapp.view.camera import Camera
from canvasapp.view.frames import Frames
from canvasapp.view.tiles import Clock

SECONDS = 0.18
LONGEST_WAIT = 0.4
"""So long what was seen stays until all of what shall be seen is painted, in seconds."""
FRAME_MS = 8


class Fading(QObject):
    """A layer over the tiles. The old picture stays where it was on the sheet, wherever the camera goes meanwhile."""

    touched = Signal()

    def __init__(self, frames: Frames, clock: Clock = time.monotonic) -> None:
        super().__init__(frames)
        self._frames, self._clock = frames, clock
        self._old: tuple[QPixmap, Camera] | None = None
        self._asked, self._began = 0.0, 0.0
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._go_on)

    @property
    def under_way(self) -> bool:
        return self._old is not None

    def begin(self, camera: Camera) -> None:
        """From now on what the tiles show through this camera fades away."""
        old = QPixmap(camera.width, camera.height)
        with QPainter(old) as painter:
            self._frames.surface.paint(painter, camera, QRect(0, 0, camera.width, camera.height))
        self._old = old, camera
        self._asked, self._began = self._clock(), 0.0
        self._timer.start()

    def end(self) -> None:
        self._old = None
        self._timer.stop()
        self.touched.emit()

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Paints in device pixels of the view."""
        if self._old is None:
            return
        old, then = self._old
        by = camera.scale / then.scale
        (left, top), (left_then, top_then) = camera.origin, then.origin
        place = QRectF(
            left - left_then * by, top - top_then * by, old.width() * by, old.height() * by
        )
        painter.setOpacity((1 - self._passed) ** 3)
        painter.drawPixmap(place, old, QRectF(old.rect()))
        painter.setOpacity(1.0)

    @property
    def _passed(self) -> float:
        """How much of its time it has had, from 0 to 1."""
        return min((self._clock() - self._began) / SECONDS, 1.0) if self._began else 0.0

    def _go_on(self) -> None:
        now = self._clock()
        if not self._began and (self._frames.whole or now - self._asked > LONGEST_WAIT):
            self._began = now
        if self._passed >= 1.0:
            self.end()
        else:
            self.touched.emit()
