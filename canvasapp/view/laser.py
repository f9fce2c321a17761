"""The trail of the laser pointer: stays for a moment, fades and leaves nothing."""

from __future__ import annotations

import time
from collections import deque
from itertools import pairwise

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen

from canvasapp.domain.geometry import Point, Rect
from canvasapp.view.camera import Camera
from canvasapp.view.linking import Touch
from canvasapp.view.scene import Scene
from canvasapp.view.tiles import Clock
from canvasapp.view.viewpoint import Viewpoint

STAYS = 1.2
FADES = 0.5
"""In seconds."""
FRAME_MS = 16
THICK = 5.0
"""The width of the trail in logical pixels."""

Spot = tuple[float, Point | None]
"""When the pointer was where; nowhere between two strokes."""


class Laser(QObject):
    """A layer over the board with a clock of its own while there is anything to see."""

    def __init__(
        self,
        scene: Scene,
        viewpoint: Viewpoint,
        touch: Touch,
        parent: QObject,
        clock: Clock = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._scene, self._viewpoint, self._touch = scene, viewpoint, touch
        self._clock = clock
        self._trail: deque[Spot] = deque()
        self._held: Point | None = None
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.timeout.connect(self._fade)

    @property
    def is_seen(self) -> bool:
        return bool(self._trail)

    def point(self, at: Point) -> None:
        """The pointer is there now."""
        self._held = at
        self._trail.append((self._clock(), at))
        self._frames.start()
        self._touch_last()

    def lift(self) -> None:
        """The pointer is let go: what comes next is another stroke."""
        self._held = None
        self._trail.append((self._clock(), None))

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Paints the trail, in device pixels of the view."""
        if not self._trail:
            return
        now, colour = self._clock(), QColor(self._scene.options.theme.accent)
        pen = QPen(colour, THICK * camera.ratio)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (_, start), (drawn_at, end) in pairwise([(0.0, None), *self._trail]):
            if end is None:
                continue
            colour.setAlphaF(_strength(now - drawn_at))
            pen.setColor(colour)
            painter.setPen(pen)
            if start is None or start == end:
                painter.drawPoint(_pixel(end, camera))  # a line without length is not painted
            else:
                painter.drawLine(_pixel(start, camera), _pixel(end, camera))

    def _fade(self) -> None:
        """Forgets what has faded; a pointer held still is as fresh as ever."""
        now = self._clock()
        if self._held is not None:
            self._trail.append((now, self._held))
        gone = now - STAYS - FADES
        area = self._area()
        while self._trail and self._trail[0][0] <= gone:
            self._trail.popleft()
        if not self._trail:
            self._frames.stop()
        if area is not None:
            self._touch(area)

    def _touch_last(self) -> None:
        last = [at for _, at in [*self._trail][-2:] if at]
        self._touch(self._around(last))

    def _area(self) -> Rect | None:
        points = [at for _, at in self._trail if at]
        return self._around(points) if points else None

    def _around(self, points: list[Point]) -> Rect:
        left, top = min(p.x for p in points), min(p.y for p in points)
        right, bottom = max(p.x for p in points), max(p.y for p in points)
        margin = self._viewpoint.camera.mm(THICK)
        return Rect(left, top, right - left, bottom - top).inset(-margin)


def _strength(age: float) -> float:
    """How opaque what was drawn so many seconds ago is."""
    return min(max(1 - (age - STAYS) / FADES, 0.0), 1.0)


def _pixel(at: Point, camera: Camera) -> QPointF:
    left, top = camera.origin
    return QPointF(left + at.x * camera.scale, top + at.y * camera.scale)
