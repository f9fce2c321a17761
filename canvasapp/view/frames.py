"""When what is painted: a little inside each frame, the rest in short slices while nothing else happens."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from canvasapp.domain.geometry import Rect
from canvasapp.view.camera import Camera
from canvasapp.view.note_frames import pixels
from canvasapp.view.overlay import Overlay
from canvasapp.view.surface import Surface
from canvasapp.view.text_input import TextInput
from canvasapp.view.tiles import Clock
from canvasapp.view.viewpoint import Viewpoint

FIRST_FRAME = 0.25
IN_FRAME = 0.004
SLICE = 0.002
STILL_SLICE = 0.006
STILL = 0.12
"""All in seconds; after STILL without a change the slices are longer."""
MOST_PREPARED = 500
"""So many of the selected notes are made ready for the hand: more of them would push each other out."""


class Frames(QObject):
    """Paints one widget from surface, overlay and text, and asks it for another frame where something changed."""

    def __init__(
        self,
        view: QWidget,
        viewpoint: Viewpoint,
        surface: Surface,
        overlay: Overlay,
        text: TextInput,
        clock: Clock = time.perf_counter,
    ) -> None:
        super().__init__(view)
        self.surface = surface
        self._view, self._viewpoint, self._overlay, self._text = view, viewpoint, overlay, text
        self._clock = clock
        self._changed_at = 0.0
        self._first = True
        self._prepared: Sequence[str] = ()
        self._preparing: Iterator[None] = iter(())
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._work_on)

    @property
    def settled(self) -> bool:
        """Whether there is nothing left to paint, ahead of what is seen either."""
        return not self._idle.isActive()

    @property
    def whole(self) -> bool:
        """Whether all that is seen is finished and up to date."""
        return self.surface.is_fresh(self._camera)

    def touch(self, area: Rect | None) -> None:
        """What lies in `area` (mm), or everything, is drawn anew in the next frame."""
        if area is None:
            self._view.update()
        else:
            rect = pixels(area, self._camera).toAlignedRect().adjusted(-1, -1, 1, 1)
            self._update(rect)
        self._changed()

    def soil(self, areas: list[Rect]) -> None:
        """What lies in these rectangles (mm) looks different now."""
        self.surface.soil(areas)
        self._view.update()
        self._changed()

    def start_anew(self) -> None:
        """Another board: nothing that was painted is of use."""
        self.surface.forget()
        self._first = True
        self.touch(None)

    def paint(self, painter: QPainter, region: QRect) -> None:
        """Paints a region of the widget, in logical pixels."""
        camera = self._camera
        area = _scaled(region, camera.ratio)
        for rect in self._work(camera):
            if not area.contains(rect):
                self._update(rect)
        painter.scale(1 / camera.ratio, 1 / camera.ratio)
        self.surface.paint(painter, camera, area)
        self._overlay.paint(painter, camera, area)
        self._text.paint(painter, camera)
        self._put_to_rest(camera)
        if self.surface.veil.behind:
            self._view.update()
        self._idle.start()

    @property
    def _camera(self) -> Camera:
        return self._viewpoint.camera

    def _work(self, camera: Camera) -> list[QRect]:
        """Paints what is missing; while zooming other levels stand in, and there is no time for more."""
        self.surface.moving = self._viewpoint.zooming
        if self.surface.moving:
            return []
        seconds, self._first = (FIRST_FRAME if self._first else IN_FRAME), False
        return self.surface.work(camera, seconds, ahead=False)[0]

    def _work_on(self) -> None:
        still = self._clock() - self._changed_at > STILL
        self.surface.moving = self._viewpoint.zooming
        seconds = STILL_SLICE if still else SLICE
        changed, done = self.surface.work(self._camera, seconds, ahead=True)
        for rect in changed if not self.surface.moving else ():  # the next frame shows them anyway
            self._update(rect)
        if done and self._prepare(seconds, anew=bool(changed)):
            self._idle.stop()

    def _prepare(self, seconds: float, *, anew: bool) -> bool:
        """Makes the selected notes ready to be taken into the hand, for so long; whether that is done.

        New tiles may have taken the place of what was kept for them.
        """
        selected = self._overlay.selected
        if anew or selected is not self._prepared:
            camera, self._prepared = self._camera, selected
            some = islice(selected, MOST_PREPARED)
            self._preparing = self.surface.scene.prepare(some, camera.seen, camera.scale)
        end = self._clock() + seconds
        return all(self._clock() < end for _ in self._preparing)

    def _put_to_rest(self, camera: Camera) -> None:
        """Notes just put down are drawn over the tiles only until the tiles show them."""
        resting = self._overlay.resting
        if resting is not None and self.surface.is_fresh(camera):
            self._overlay.resting = None
            self.touch(resting.area)

    def _changed(self) -> None:
        self._changed_at = self._clock()

    def _update(self, rect: QRect) -> None:
        self._view.update(_scaled(rect, 1 / self._camera.ratio))


def _scaled(rect: QRect, by: float) -> QRect:
    """The whole pixels that a rectangle touches when its pixels are so many times as large."""
    if by == 1.0:
        return rect
    left, top = math.floor(rect.x() * by), math.floor(rect.y() * by)
    right = math.ceil((rect.x() + rect.width()) * by)
    bottom = math.ceil((rect.y() + rect.height()) * by)
    return QRect(left, top, right - left, bottom - top)
