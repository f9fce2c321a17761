"""Finished tiles with all but what was found dimmed: made from what is painted, so that nothing is painted anew."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from canvasapp.domain.geometry import Rect
from canvasapp.picture.note_picture import RADIUS
from canvasapp.view.scene import Scene
from canvasapp.view.sprites import FIELDS, draw_fragments
from canvasapp.view.tiles import SIDE, Clock, TileKey
from canvasapp.view.uppermost import Edges, crowded

STRENGTH = 0.72
"""How much of what is dimmed the desk's colour covers."""
ROUND_FROM = 1.5
"""Corners of so many device pixels and more are cut round."""
KEPT = 80
IN_FRAME = 0.006
"""In seconds: after that the other tiles wait for the next frame."""

Lit = npt.NDArray[np.bool_]
Pages = tuple[QPixmap, QPixmap]
"""A tile as it is, and dimmed."""


class _Veiled:
    """What has been made of a tile, from which picture of it and for which light."""

    def __init__(self, pixmap: QPixmap, made_from: int, light: int) -> None:
        self.pixmap, self.made_from, self.light = pixmap, made_from, light


class Veil:
    """Lies over the tiles of a scene while something is lit: notes by their ids, areas in mm.

    `behind` says that there was no time to make all that was to be shown: what it was before stands for it.
    """

    def __init__(self, scene: Scene, clock: Clock = time.perf_counter) -> None:
        self.behind = False
        self._scene, self._clock = scene, clock
        self._lit: frozenset[str] | None = None
        self._areas: tuple[Rect, ...] = ()
        self._light, self._deadline = 0, 0.0
        self._veiled: OrderedDict[TileKey, _Veiled] = OrderedDict()

    @property
    def is_on(self) -> bool:
        return self._lit is not None

    @property
    def lit(self) -> frozenset[str] | None:
        """The notes that are not dimmed; None while none are."""
        return self._lit

    def light(self, ids: Iterable[str], areas: Iterable[Rect]) -> None:
        """Dims everything but these."""
        self._lit, self._areas = frozenset(ids), tuple(areas)
        self._light += 1

    def lift(self) -> None:
        """Nothing is dimmed."""
        self._lit, self._areas = None, ()
        self._veiled.clear()

    def begin_frame(self) -> None:
        self.behind, self._deadline = False, self._clock() + IN_FRAME

    def over(self, key: TileKey, tile: QPixmap) -> QPixmap:
        """The finished tile as it is to be shown, or as it was."""
        if self._lit is None:
            return tile
        made = self._veiled.get(key)
        if made is None or (made.made_from, made.light) != (tile.cacheKey(), self._light):
            if self._clock() >= self._deadline:
                self.behind = True
                return made.pixmap if made else tile
            made = _Veiled(self._veil(key, tile, self._lit), tile.cacheKey(), self._light)
            self._veiled[key] = made
            while len(self._veiled) > KEPT:
                self._veiled.popitem(last=False)
        self._veiled.move_to_end(key)
        return made.pixmap

    def _veil(self, key: TileKey, tile: QPixmap, lit: frozenset[str]) -> QPixmap:
        dim = self._dimmed(tile)
        edges, is_lit = self._notes(key, lit)
        if not is_lit.any() and not self._areas:
            return dim
        shown = QPixmap(dim)
        with QPainter(shown) as painter:
            for area in self._areas:
                _cut(painter, area, key, tile)
            if RADIUS * key.scale >= ROUND_FROM and not crowded(edges, SIDE, SIDE):
                _draw_round(painter, edges, is_lit, RADIUS * key.scale, (tile, dim))
            else:
                _draw_square(painter, edges, is_lit, (tile, dim))
        return shown

    def _dimmed(self, tile: QPixmap) -> QPixmap:
        colour = QColor(self._scene.options.theme.desk)
        colour.setAlphaF(STRENGTH)
        dim = QPixmap(tile)
        with QPainter(dim) as painter:
            painter.fillRect(dim.rect(), colour)
        return dim

    def _notes(self, key: TileKey, lit: frozenset[str]) -> tuple[Edges, Lit]:
        """The notes that show on the tile, in its pixels, from the lowest lit one upwards; and which are lit."""
        index, notes = self._scene.index, self._scene.index.notes
        rows = index.meeting(key.reach)
        edges = np.ascontiguousarray(index.edges[:, rows].T)
        corners = np.round(edges[:, :2] * key.scale)  # as notes are painted: on whole pixels
        sizes = np.round((edges[:, 2:] - edges[:, :2]) * key.scale)
        corners -= (key.column * SIDE, key.row * SIDE)
        edges = np.hstack((corners, corners + np.maximum(sizes, 1)))
        is_lit = np.array(
            [(note := notes[row]) is not None and note.id in lit for row in rows], bool
        )
        first = int(is_lit.argmax()) if is_lit.any() else len(rows)
        return edges[first:], is_lit[first:]


def _cut(painter: QPainter, area: Rect, key: TileKey, tile: QPixmap) -> None:
    """Shows what lies in `area` (mm) as it is on the tile."""
    scale = key.scale
    rect = QRectF(area.x * scale, area.y * scale, area.w * scale, area.h * scale).toRect()
    rect.translate(-key.column * SIDE, -key.row * SIDE)
    painter.drawPixmap(rect, tile, rect)


def _draw_square(painter: QPainter, edges: Edges, is_lit: Lit, pages: Pages) -> None:
    """Lit notes as they are, and dimmed the others that lie on them: all in one go, from a page with both."""
    page = QPixmap(SIDE, 2 * SIDE)
    with QPainter(page) as both:
        for place, each in enumerate(pages):
            both.drawPixmap(0, place * SIDE, each)
    edges = np.clip(edges, 0, SIDE)
    sizes = edges[:, 2:] - edges[:, :2]
    fragments = np.zeros((len(edges), FIELDS))
    fragments[:, 0:2] = edges[:, :2] + sizes / 2
    fragments[:, 2:4] = edges[:, :2]
    fragments[~is_lit, 3] += SIDE
    fragments[:, 4:6] = sizes
    fragments[:, 6:8] = 1.0
    fragments[:, 9] = 1.0
    there = (sizes > 0).all(axis=1)
    if there.any():
        draw_fragments(painter, fragments[there], page)


def _draw_round(painter: QPainter, edges: Edges, is_lit: Lit, radius: float, pages: Pages) -> None:
    """The same with round corners."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    bright, dim = (QBrush(page) for page in pages)
    for (left, top, right, bottom), lit in zip(edges.tolist(), is_lit.tolist(), strict=True):
        painter.setBrush(bright if lit else dim)
        painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), radius, radius)
