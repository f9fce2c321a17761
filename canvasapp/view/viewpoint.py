"""Holds the camera of a window, moves it by hand or in an eased flight, and says when it has come to rest."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from canvasapp.domain.geometry import Point, Rect
from canvasapp.view.camera import Camera
from canvasapp.view.flight import Flight
from canvasapp.view.tiles import Clock

REST_MS = 100
"""How long after the last zoom the exact level is painted."""
FRAME_MS = 8
FIT_MARGIN = 24
BLOCK_MARGIN = 16
FOOT = 56
"""What stays free around what is shown whole, and at the foot, where tools float over the board, in logical pixels."""


class Viewpoint(QObject):
    """The one place where the camera changes. Pixels are logical ones."""

    changed = Signal()
    rested = Signal()

    def __init__(self, sheet: Rect, clock: Clock = time.monotonic) -> None:
        super().__init__()
        self.camera = Camera()
        self.reduced_motion = False
        self._sheet = sheet
        self._clock = clock
        self._whole = True
        self._flight: Flight | None = None
        self._frames = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self._fly_on)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.rested)

    @property
    def shows_whole(self) -> bool:
        """Whether it shows the whole sheet, or flies there, and goes on to do so in a window of any size."""
        return self._whole

    @property
    def zooming(self) -> bool:
        """Whether the zoom is changing, or has been until just now."""
        return self._flight is not None or self._rest.isActive()

    def show(self, sheet: Rect) -> None:
        """Another sheet: shown whole at once."""
        self._sheet = sheet
        self._place(self.camera.showing(sheet, FIT_MARGIN, FOOT), whole=True)

    def return_to(self, camera: Camera) -> None:
        """Shows what another camera showed, at once, in the window as it is now."""
        now = self.camera
        self._place(camera.sized(now.width, now.height, now.ratio))

    def fly_back(self, camera: Camera) -> None:
        """Moves to what another camera showed, in the window as it is now."""
        now = self.camera
        self.fly(camera.sized(now.width, now.height, now.ratio))

    def centre(self, at: Point) -> None:
        """Shows a place on the sheet in the middle of the window, at once."""
        self._place(self.camera.centred(at))

    def resize(self, width: int, height: int, ratio: float) -> None:
        """The window has so many device pixels now. What was shown whole stays whole."""
        camera = self.camera.sized(width, height, ratio)
        if self._whole:
            camera = camera.showing(self._sheet, FIT_MARGIN, FOOT)
        self._place(camera, whole=self._whole)

    def pan(self, dx: float, dy: float) -> None:
        self._place(self.camera.panned(dx, dy))

    def zoom_at(self, factor: float, x: float, y: float) -> None:
        """Zooms with the same place on the sheet under the pixel (x, y)."""
        self._place(self.camera.zoomed(self.camera.zoom * factor, x, y))
        self._rest.start()

    def fit(self) -> None:
        """Shows the whole sheet, and keeps showing all of it when the window changes its size."""
        self.fly(self.camera.showing(self._sheet, FIT_MARGIN, FOOT), whole=True)

    def fit_rect(self, rect: Rect) -> None:
        """Shows `rect` (mm) as large as the window allows."""
        self.fly(self.camera.showing(rect, BLOCK_MARGIN, FOOT))

    def reveal(self, rect: Rect) -> None:
        """Brings `rect` (mm) into the window by the shortest way, unless it is there."""
        if not self.camera.seen.inset(self.camera.mm(BLOCK_MARGIN)).encloses(rect):
            self.fly(self.camera.revealing(rect, BLOCK_MARGIN))

    def magnify(self, zoom: float, rect: Rect) -> None:
        """Zooms in to `zoom` with `rect` (mm) where it is in the window, pushed inside when it reaches out of it.

        Nothing moves when the zoom is that large and `rect` in the window.
        """
        camera = self.goal
        if camera.zoom < zoom:
            camera = camera.zoomed(zoom, *camera.to_view(rect.centre))
        elif camera.seen.encloses(rect):
            return
        self.fly(camera.revealing(rect, FIT_MARGIN))

    def show_at(self, zoom: float, rect: Rect) -> None:
        """Shows `rect` (mm) in the middle of the window at a zoom; 1 is 100 %."""
        self.fly(self.camera.zoomed(zoom, *self.camera.middle).centred(rect.centre))

    @property
    def goal(self) -> Camera:
        """Where the camera is, or flies to."""
        return self._flight.end if self._flight else self.camera

    def zoom_to(self, zoom: float) -> None:
        """Zooms about the middle of the window; 1 is 100 %."""
        self.fly(self.camera.zoomed(zoom, *self.camera.middle))

    def fly(self, camera: Camera, *, whole: bool = False) -> None:
        """Moves there in an eased flight, or at once where motion is not wanted."""
        camera = camera.held(self._sheet)
        if self.reduced_motion or camera == self.camera:
            self._place(camera, whole=whole)
            return
        self._whole = whole
        self._flight = Flight(self.camera, camera, self._clock())
        self._frames.start()

    def _fly_on(self) -> None:
        now = self._clock()
        if self._flight is None:
            return
        self.camera = self._flight.at(now)
        landed = self._flight.over(now)
        if landed:
            self._land()
        self.changed.emit()
        if landed:
            self.rested.emit()

    def _place(self, camera: Camera, *, whole: bool = False) -> None:
        self._land()
        self._whole = whole
        self.camera = camera.held(self._sheet)
        self.changed.emit()

    def _land(self) -> None:
        self._flight = None
        self._frames.stop()
