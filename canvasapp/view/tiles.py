"""Finished squares of the board in device pixels: kept while there is room, and painted anew piece by piece."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from canvasapp.domain.geometry import Rect
from canvasapp.view.note_painter import Step, Strip

SIDE = 512
"""Width and height of a tile in device pixels."""

Clock = Callable[[], float]
"""Seconds of a clock that only goes forward."""


class TileKey(NamedTuple):
    """The tile at `column` and `row` from the sheet's corner, at `scale` device pixels a millimetre."""

    scale: float
    column: int
    row: int

    @property
    def area(self) -> Rect:
        """What the tile shows, in mm on the sheet."""
        side = SIDE / self.scale
        return Rect(self.column * side, self.row * side, side, side)

    @property
    def reach(self) -> Rect:
        """From where notes may be drawn into the tile: they begin on whole pixels, up to half a pixel away."""
        return self.area.inset(-1 / self.scale)


class _Tile:
    """What was painted of a tile, and which part of it (mm) is out of date."""

    def __init__(self, pixmap: QPixmap, stale: Rect | None) -> None:
        self.pixmap = pixmap
        self.stale = stale


class _Job:
    """A tile being painted: beside the old one, which stays until this one is finished."""

    def __init__(self, key: TileKey, pixmap: QPixmap, clip: QRect, steps: Iterator[Step]) -> None:
        self.key = key
        self.pixmap = pixmap
        self.clip = clip
        self.steps = steps
        self.step = next(steps, None)


class Tiles:
    """A bounded store of tiles. `steps` paints a strip of the board; `room` tiles are kept, those used last."""

    def __init__(self, steps: Callable[[Strip], Iterator[Step]], room: int = 64) -> None:
        self.room = room
        self._steps = steps
        self._tiles: OrderedDict[TileKey, _Tile] = OrderedDict()
        self._job: _Job | None = None

    def pixmap(self, key: TileKey) -> QPixmap | None:
        """The tile as it was last finished, out of date or not."""
        tile = self._tiles.get(key)
        if tile is None:
            return None
        self._tiles.move_to_end(key)
        return tile.pixmap

    def has(self, key: TileKey) -> bool:
        return key in self._tiles

    def is_fresh(self, key: TileKey) -> bool:
        tile = self._tiles.get(key)
        return tile is not None and tile.stale is None

    def forget(self) -> None:
        """All tiles are of something else."""
        self._tiles.clear()
        self._job = None

    def soil(self, areas: Iterable[Rect]) -> None:
        """What lies in `areas` (mm) looks different now: tiles there are out of date, and so is work on them."""
        edges = np.array([(each.x, each.y, each.right, each.bottom) for each in areas])
        if not len(edges):
            return
        if self._job and _shared(self._job.key.reach, edges):
            self._job = None
        for key, tile in self._tiles.items():
            soiled = _shared(key.reach, edges)
            if soiled:
                tile.stale = tile.stale.united(soiled) if tile.stale else soiled

    def work(self, wanted: Iterable[TileKey], deadline: float, clock: Clock) -> list[TileKey]:
        """Paints those of the tiles that are missing or out of date, in this order; the finished ones.

        Stops after the first step that ends past the deadline, and goes on from there the next time.
        """
        finished = []
        wanted = [*wanted]
        for key in wanted:  # else what is made ahead could push out what was made ahead before
            if key in self._tiles:
                self._tiles.move_to_end(key)
        for key in wanted:
            if self.is_fresh(key):
                continue
            if not self._paint(key, deadline, clock):
                break
            finished.append(key)
            if clock() >= deadline:
                break
        return finished

    def _paint(self, key: TileKey, deadline: float, clock: Clock) -> bool:
        """Whether the tile was finished in time."""
        if self._job is None or self._job.key != key:
            self._job = self._begin(key)
        job = self._job
        with QPainter(job.pixmap) as painter:
            painter.setClipRect(job.clip)
            painter.translate(-key.column * SIDE, -key.row * SIDE)
            while job.step is not None:
                job.step(painter)
                job.step = next(job.steps, None)
                if job.step is not None and clock() >= deadline:
                    return False
        self._finish(job)
        return True

    def _begin(self, key: TileKey) -> _Job:
        tile = self._tiles.get(key)
        if tile is None or tile.stale is None:
            pixmap, clip = QPixmap(SIDE, SIDE), QRect(0, 0, SIDE, SIDE)
        else:
            pixmap, clip = tile.pixmap.copy(), _pixels(key, tile.stale)
        left, top = key.column * SIDE + clip.x(), key.row * SIDE + clip.y()
        strip = Strip(left, top, clip.width(), clip.height(), key.scale)
        return _Job(key, pixmap, clip, self._steps(strip))

    def _finish(self, job: _Job) -> None:
        self._job = None
        self._tiles[job.key] = _Tile(job.pixmap, None)
        self._tiles.move_to_end(job.key)
        while len(self._tiles) > self.room:
            self._tiles.popitem(last=False)


def tiles_over(area: Rect, scale: float) -> list[TileKey]:
    """The tiles that meet `area` (mm), by rows."""
    side = SIDE / scale
    columns = range(int(np.floor(area.x / side)), int(np.ceil(area.right / side)))
    rows = range(int(np.floor(area.y / side)), int(np.ceil(area.bottom / side)))
    return [TileKey(scale, column, row) for row in rows for column in columns]


def _shared(area: Rect, edges: np.ndarray) -> Rect | None:
    """The smallest rectangle around what `area` shares with the rectangles in `edges`."""
    left, top, right, bottom = edges.T
    meets = (left < area.right) & (right > area.x) & (top < area.bottom) & (bottom > area.y)
    if not meets.any():
        return None
    x = max(float(left[meets].min()), area.x)
    y = max(float(top[meets].min()), area.y)
    right, bottom = float(right[meets].max()), float(bottom[meets].max())
    return Rect(x, y, min(right, area.right) - x, min(bottom, area.bottom) - y)


def _pixels(key: TileKey, stale: Rect) -> QRect:
    """The tile's own pixels that `stale` touches, and one more on each side for what snapping moved."""
    left = int(np.floor(stale.x * key.scale)) - key.column * SIDE - 2
    top = int(np.floor(stale.y * key.scale)) - key.row * SIDE - 2
    right = int(np.ceil(stale.right * key.scale)) - key.column * SIDE + 2
    bottom = int(np.ceil(stale.bottom * key.scale)) - key.row * SIDE + 2
    return QRect(left, top, right - left, bottom - top).intersected(QRect(0, 0, SIDE, SIDE))
