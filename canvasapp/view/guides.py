"""Draws dragged notes to their neighbours in view, and shows the lines along which they came to rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import numpy as np
from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter

from canvasapp.domain.geometry import Point, Rect
from canvasapp.view.camera import Camera
from canvasapp.view.linking import Touch
from canvasapp.view.note_frames import use_line
from canvasapp.view.scene import Scene
from canvasapp.view.snapping import STAYS, WHOLE, Edges, Guide, Neighbours, at_rest
from canvasapp.view.viewpoint import Viewpoint

REACH = 8.0
"""From how far edges are drawn together, in logical pixels."""
TICK = 3.0
"""Half the length of the strokes at the ends of a gap, in logical pixels."""


class Guides:
    """A layer over the board, and what is drawn to what while it is `in use`."""

    def __init__(self, scene: Scene, viewpoint: Viewpoint, touch: Touch) -> None:
        self._scene, self._viewpoint, self._touch = scene, viewpoint, touch
        self._shown: tuple[Guide, ...] = ()
        self._apart: frozenset[str] = frozenset()
        self._neighbours: tuple[Rect, Neighbours] | None = None

    @contextmanager
    def apart_from(self, ids: Iterable[str]) -> Iterator[Guides]:
        """While these notes are dragged, they are drawn to all others."""
        self._apart, self._neighbours = frozenset(ids), None
        try:
            yield self
        finally:
            self._show(())

    def rest(self, rect: Rect, edges: Edges = WHOLE) -> Point:
        """The way in mm from where `rect` is held to where it comes to rest."""
        found = at_rest(rect, self._in_view(), self._viewpoint.camera.mm(REACH), edges)
        self._show(found.guides)
        return found.way

    def let_go(self) -> Point:
        """Nothing is drawn anywhere now."""
        self._show(())
        return STAYS.way

    def paint(self, painter: QPainter, camera: Camera) -> None:
        use_line(painter, QColor(self._scene.options.theme.accent), camera.ratio, smooth=False)
        for guide in self._shown:
            for line in _lines(guide, camera):
                painter.drawLine(line)

    def _in_view(self) -> Neighbours:
        """The other notes and the lanes that can be seen."""
        seen = self._viewpoint.camera.seen
        if self._neighbours is None or self._neighbours[0] != seen:
            index = self._scene.index
            rows = index.meeting(seen)
            dragged = [row for each in self._apart if (row := index.row(each)) is not None]
            rows = rows[~np.isin(rows, dragged)]
            blocks = self._scene.board.template.blocks
            rooms = [lane.room for block in blocks for lane in block.lanes]
            lanes = [room for room in rooms if room.meets(seen)]
            self._neighbours = seen, Neighbours.of(index.edges[:, rows], lanes)
        return self._neighbours[1]

    def _show(self, guides: tuple[Guide, ...]) -> None:
        if guides != self._shown:
            before, self._shown = self._shown, guides
            for guide in (*before, *guides):
                self._touch(
                    Rect.between(guide.start, guide.end).inset(-self._viewpoint.camera.mm(2 * TICK))
                )


def _lines(guide: Guide, camera: Camera) -> list[QLineF]:
    """In device pixels, through the middles of pixels."""
    left, top = camera.origin
    x1, y1 = (left + round(guide.start.x * camera.scale), top + round(guide.start.y * camera.scale))
    x2, y2 = (left + round(guide.end.x * camera.scale), top + round(guide.end.y * camera.scale))
    lines = [QLineF(x1, y1, x2, y2)]
    if guide.gap:
        dx, dy = (0.0, TICK * camera.ratio) if y1 == y2 else (TICK * camera.ratio, 0.0)
        lines += [QLineF(x - dx, y - dy, x + dx, y + dy) for x, y in ((x1, y1), (x2, y2))]
    return lines
