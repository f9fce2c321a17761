"""The board in the window: finished tiles at the wanted level, and what stands in for those not made yet."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from canvasapp.domain.geometry import Point, Rect
from canvasapp.view.camera import PER_MM, Camera
from canvasapp.view.scene import Scene
from canvasapp.view.tiles import SIDE, Clock, TileKey, Tiles, tiles_over
from canvasapp.view.veil import Veil

OVERVIEW = 2048
"""The longer side of the sheet in device pixels, at the level that is always kept whole."""
AHEAD, SPARE = 16, 8
"""So many tiles are made beyond the edge of the view, and so many kept that nobody wants any more."""
SMOOTH_SECONDS = 0.005
SMOOTH_PIXELS = 3_000_000
"""While zooming, scaled tiles are smoothed as long as a frame takes no longer and has no more device pixels."""


class Surface:
    """Shows a scene through a camera. While `moving`, the tiles of a power of two stand for those of the exact zoom."""

    def __init__(self, scene: Scene, clock: Clock = time.perf_counter) -> None:
        self.scene = scene
        self.moving = False
        self.unfinished = 0.0
        self._clock = clock
        self.veil = Veil(scene)
        self._tiles = Tiles(scene.steps)
        self._smooth = True
        self._travel = Point(0.0, 0.0)
        self._seen = Rect(0.0, 0.0, 0.0, 0.0)

    def soil(self, areas: list[Rect]) -> None:
        """What lies in these rectangles (mm) looks different now."""
        self._tiles.soil(areas)

    def forget(self) -> None:
        """Another board: no tile is of use."""
        self._tiles.forget()

    def level(self, camera: Camera) -> float:
        """The scale of the tiles wanted for this camera, in device pixels a millimetre."""
        if not self.moving:
            return camera.scale
        base = PER_MM * camera.ratio
        return base * 2.0 ** round(math.log2(camera.scale / base))

    def is_fresh(self, camera: Camera) -> bool:
        """Whether every tile in view is finished and up to date."""
        return all(self._tiles.is_fresh(key) for key in self._visible(camera))

    def work(self, camera: Camera, seconds: float, *, ahead: bool) -> tuple[list[QRect], bool]:
        """Makes tiles for so long: those in view, and with `ahead` those that may be wanted next.

        Gives back the device pixels that look different now, and whether everything is made.
        """
        self._follow(camera)
        visible, overview = self._visible(camera), self._overview(camera)
        in_view = {*visible}
        wanted = [*visible, *overview, *self._around(camera, in_view)] if ahead else visible
        self._tiles.room = len(visible) + len(overview) + SPARE + (0 if self.moving else AHEAD)
        finished = self._tiles.work(wanted, self._clock() + seconds, self._clock)
        done = all(self._tiles.is_fresh(key) for key in wanted)
        return [_pixels(key, camera) for key in finished if key in in_view], done

    def paint(self, painter: QPainter, camera: Camera, region: QRect) -> None:
        """Paints the region of the view, in device pixels."""
        began, scaled = self._clock(), False
        self.veil.begin_frame()
        missing: list[QRect] = []
        small = not self.moving or camera.width * camera.height <= SMOOTH_PIXELS
        smooth = self._smooth and small
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        for key in tiles_over(camera.seen, self.level(camera)):
            target = _pixels(key, camera).intersected(region)
            if target.isEmpty():
                continue
            pixmap = self._shown(key)
            if pixmap is None:
                missing.append(target)
            else:
                _draw(painter, pixmap, key, camera)
                scaled = scaled or key.scale != camera.scale
        self._stand_in(painter, camera, missing)
        scaled = scaled or bool(missing)
        self.unfinished = _share(missing, region)
        if not self.moving:
            self._smooth = True
        elif scaled and self._clock() - began > SMOOTH_SECONDS:
            self._smooth = False

    def _shown(self, key: TileKey) -> QPixmap | None:
        """The tile as it was last finished, under the veil."""
        pixmap = self._tiles.pixmap(key)
        return None if pixmap is None else self.veil.over(key, pixmap)

    def _visible(self, camera: Camera) -> list[TileKey]:
        """The tiles in view, those near the middle first."""
        keys = tiles_over(camera.seen, self.level(camera))
        middle = camera.seen.centre
        return sorted(keys, key=lambda key: _way(key.area.centre, middle))

    def _overview(self, camera: Camera) -> list[TileKey]:
        return tiles_over(self.scene.sheet, self._overview_scale(camera))

    def _overview_scale(self, camera: Camera) -> float:
        sheet = self.scene.sheet
        base = PER_MM * camera.ratio
        fitting = OVERVIEW / max(sheet.w, sheet.h)
        return base * 2.0 ** math.floor(math.log2(fitting / base))

    def _around(self, camera: Camera, in_view: set[TileKey]) -> list[TileKey]:
        """Of the ring of tiles around the view those it is moving towards, the nearest first."""
        if self.moving:
            return []
        seen, scale = camera.seen, self.level(camera)
        ring = {*tiles_over(seen.inset(-SIDE / scale), scale)} - in_view
        towards = seen.centre + self._travel
        return sorted(ring, key=lambda key: _way(key.area.centre, towards))[:AHEAD]

    def _follow(self, camera: Camera) -> None:
        """Where the view is moving to; a view that does not move keeps its direction."""
        way = camera.seen.centre - self._seen.centre
        length = math.hypot(way.x, way.y)
        if length > 0:
            reach = math.hypot(camera.seen.w, camera.seen.h) / 2
            self._travel = Point(way.x / length * reach, way.y / length * reach)
        self._seen = camera.seen

    def _stand_in(self, painter: QPainter, camera: Camera, missing: list[QRect]) -> None:
        """Fills pixels whose tile is missing from the finest level that has them all, else with bare paper."""
        for scale in self._other_levels(camera) if missing else ():
            bare = []
            for target in missing:
                keys = tiles_over(_area(target, camera), scale)
                if all(map(self._tiles.has, keys)):
                    self._draw_clipped(painter, camera, target, keys)
                else:
                    bare.append(target)
            missing = bare
        for target in missing:
            self._bare(painter, camera, target)

    def _draw_clipped(
        self, painter: QPainter, camera: Camera, target: QRect, keys: list[TileKey]
    ) -> None:
        """One rectangle at a time: Qt scales twice as fast into a clip that is no more than that."""
        painter.save()
        painter.setClipRect(target, Qt.ClipOperation.IntersectClip)
        for key in keys:
            pixmap = self._shown(key)
            assert pixmap is not None  # they were looked up before
            _draw(painter, pixmap, key, camera)
        painter.restore()

    def _other_levels(self, camera: Camera) -> list[float]:
        base = PER_MM * camera.ratio
        nearest = base * 2.0 ** round(math.log2(camera.scale / base))
        coarsest = self._overview_scale(camera)
        levels = [nearest / 2**step for step in (0, 1, -1, 2, 3)]
        return [level for level in levels if level > coarsest] + [coarsest]

    def _bare(self, painter: QPainter, camera: Camera, target: QRect) -> None:
        theme = self.scene.options.theme
        painter.fillRect(target, QColor(theme.desk))
        left, top = camera.origin
        sheet, scale = self.scene.sheet, camera.scale
        paper = QRect(
            left + round(sheet.x * scale),
            top + round(sheet.y * scale),
            round(sheet.w * scale),
            round(sheet.h * scale),
        )
        painter.fillRect(paper.intersected(target), QColor(theme.sheet))


def _draw(painter: QPainter, pixmap: QPixmap, key: TileKey, camera: Camera) -> None:
    target = _pixels(key, camera)
    if key.scale == camera.scale:
        painter.drawPixmap(target.topLeft(), pixmap)
    else:
        painter.drawPixmap(target, pixmap)


def _pixels(key: TileKey, camera: Camera) -> QRect:
    """Where in the view, in device pixels, a tile lies: neighbours share their edges."""
    left, top = camera.origin
    side = SIDE * camera.scale / key.scale
    x, y = round(left + key.column * side), round(top + key.row * side)
    right, bottom = round(left + (key.column + 1) * side), round(top + (key.row + 1) * side)
    return QRect(x, y, right - x, bottom - y)


def _area(target: QRect, camera: Camera) -> Rect:
    """What lies under the view's device pixels, in mm."""
    left, top = camera.origin
    scale = camera.scale
    return Rect(
        (target.x() - left) / scale,
        (target.y() - top) / scale,
        target.width() / scale,
        target.height() / scale,
    )


def _share(parts: list[QRect], whole: QRect) -> float:
    """Which share of a rectangle such parts of it are."""
    pixels = sum(part.width() * part.height() for part in parts)
    return pixels / max(whole.width() * whole.height(), 1)


def _way(start: Point, end: Point) -> float:
    return math.hypot(end.x - start.x, end.y - start.y)
