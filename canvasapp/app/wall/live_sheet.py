"""The part of the sheet that the wall shows when it follows the editor, or stays where it followed it to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QPainter

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note
from canvasapp.painting.images import Images
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.wall_picture import seen_board
from canvasapp.picture.wall_state import WallState
from canvasapp.view.camera import Camera
from canvasapp.view.flight import Flight
from canvasapp.view.scene import Scene
from canvasapp.view.surface import Surface
from canvasapp.view.tiles import Clock

SECONDS = 0.6
FRAME_MS = 8
REST_MS = 100
"""So long after the last change of the zoom the exact level is painted."""
FIRST_FRAME, IN_FRAME, SLICE = 0.05, 0.004, 0.002
"""So long tiles are painted inside a frame and between two, in seconds."""
NEAR = 0.25
"""The editor's camera is followed at once when it has gone no further than this share of what it shows."""


class LiveSheet(QObject):
    """Shows the board's sheet without what is hidden. Letters too small for the back row are bars."""

    touched = Signal()

    def __init__(
        self, board: Board, state: WallState, size: Camera, images: Images, clock: Clock
    ) -> None:
        super().__init__()
        self._clock, self._hidden = clock, state.hidden
        self.readable = state.room.smallest_on(size.width)
        options = PictureOptions(theme=state.theme, badges=False)
        self._scene = Scene(seen_board(board, state), options, images, self.readable)
        self._surface = Surface(self._scene)
        self._first = True
        self.camera = size.showing(_on(self._scene.sheet, state.region or self._scene.sheet), 0.0)
        self._flight: Flight | None = None
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.timeout.connect(self._fly_on)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._come_to_rest)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._work_on)

    @property
    def settled(self) -> bool:
        """Whether nothing moves and nothing is left to be painted."""
        moves = self._frames.isActive() or self._rest.isActive()
        return not (moves or self._idle.isActive()) and self._surface.is_fresh(self.camera)

    def show(self, board: Board, state: WallState, edit: Edit | None) -> None:
        """The board as it is now; `edit` is what has made it of the one shown before, None for anything else."""
        scene, seen = self._scene, seen_board(board, state)
        alike = scene.options.theme is state.theme and self._hidden == state.hidden
        if edit is not None and alike and scene.board.id == board.id:
            self._surface.soil(scene.update(seen, _seen_edit(edit, state.hidden)))
        else:
            scene.show(seen, replace(scene.options, theme=state.theme))
            self._hidden, self._first = state.hidden, True
            self._surface.forget()  # no tile may show for another moment what is hidden now
        self.touched.emit()

    def resize(self, width: int, height: int, ratio: float) -> None:
        self.camera = self.camera.sized(width, height, ratio)
        self._flight = None

    def follow(self, region: Rect, *, cut: bool) -> None:
        """Shows what the editor shows (mm): at once when that is near or a `cut` is wanted, else in a smooth move."""
        goal = self.camera.showing(_on(self._scene.sheet, region), 0.0)
        if goal == (self._flight.end if self._flight else self.camera):
            return
        if cut or (self._flight is None and _near(self.camera, goal)):
            if goal.zoom != self.camera.zoom:
                self._rest.start()
            self.camera, self._flight = goal, None
            self.touched.emit()
        else:
            self._flight = Flight(self.camera, goal, self._clock(), SECONDS)
            self._frames.start()

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paints in device pixels."""
        self._surface.moving = self._flight is not None or self._rest.isActive()
        if not self._surface.moving:
            seconds, self._first = (FIRST_FRAME if self._first else IN_FRAME), False
            self._surface.work(self.camera, seconds, ahead=False)
        self._surface.paint(painter, self.camera, area)
        self._idle.start()

    def pixel(self, at: Point) -> tuple[float, float]:
        """Where a place on the sheet is, in device pixels."""
        left, top = self.camera.origin
        return left + at.x * self.camera.scale, top + at.y * self.camera.scale

    def leave(self) -> None:
        """Something else is shown from now on: no work is left."""
        for timer in (self._frames, self._rest, self._idle):
            timer.stop()
        self._flight = None

    def _fly_on(self) -> None:
        if self._flight is None:
            self._frames.stop()
            return
        now = self._clock()
        self.camera = self._flight.at(now)
        if self._flight.over(now):
            self._flight = None
            self._frames.stop()
            self._surface.moving = False
        self.touched.emit()

    def _come_to_rest(self) -> None:
        self._surface.moving = False
        self.touched.emit()

    def _work_on(self) -> None:
        changed, done = self._surface.work(self.camera, SLICE, ahead=True)
        if done:
            self._idle.stop()
        if changed and not self._surface.moving:
            self.touched.emit()


def _on(sheet: Rect, region: Rect) -> Rect:
    """What of a region lies on the sheet: the room around it in the editor is for its tools."""
    x, y = max(region.x, sheet.x), max(region.y, sheet.y)
    right, bottom = min(region.right, sheet.right), min(region.bottom, sheet.bottom)
    return Rect(x, y, right - x, bottom - y) if right > x and bottom > y else region


def _near(here: Camera, there: Camera) -> bool:
    """Whether one camera shows nearly what the other one does."""
    ratio = there.zoom / here.zoom
    way = there.seen.centre - here.seen.centre
    reach = NEAR * min(here.seen.w, here.seen.h)
    return 1 - NEAR < ratio < 1 + NEAR and max(abs(way.x), abs(way.y)) < reach


def _seen_edit(edit: Edit, hidden: frozenset[str]) -> Edit:
    """The edit without what it does to notes that are hidden."""
    return replace(edit, changes=tuple(each for each in edit.changes if not _is_of(each, hidden)))


def _is_of(change: Change, hidden: frozenset[str]) -> bool:
    return isinstance(change.record, Note) and change.record.id in hidden
