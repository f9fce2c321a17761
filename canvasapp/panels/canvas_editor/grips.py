"""What a mouse does to the blocks on the sheet: draw one, move one, pull an edge or corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from canvasapp.domain.geometry import Point, Rect
from canvasapp.panels.canvas_editor.resting import rest_of
from canvasapp.view.handles import Handle
from canvasapp.view.snapping import WHOLE, Edges, Guide

NO_LEAST = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a grip is drawn to: the other blocks and the body, the frame, and from how far, in mm."""

    rooms: Sequence[Rect]
    frame: Rect
    reach: float


@dataclass(frozen=True, slots=True)
class Grip:
    """A block (None: one to be drawn) held at `start` (mm); by a handle, or as a whole."""

    block: str | None
    rect: Rect
    start: Point
    handle: Handle | None = None

    def at(
        self, place: Point, ground: Ground, least: tuple[float, float], *, free: bool = False
    ) -> tuple[Rect, tuple[Guide, ...]]:
        """The rectangle when the mouse is at `place`, and what it rests at; `free` it rests nowhere."""
        if self.block is None:
            return self._drawn(place, ground, free=free)
        way = place - self.start
        moved = self._moved(way, least)
        if free:
            return moved, ()
        handle = self.handle
        edges = WHOLE if handle is None else Edges(handle.across, handle.down)
        rest, guides = rest_of(moved, ground.rooms, ground.frame, ground.reach, edges)
        return self._moved(way + rest, least), guides

    def _moved(self, way: Point, least: tuple[float, float]) -> Rect:
        if self.handle is None:
            return self.rect.moved(way.x, way.y)
        return self.handle.moved(self.rect, way, least)

    def _drawn(self, place: Point, ground: Ground, *, free: bool) -> tuple[Rect, tuple[Guide, ...]]:
        if free:
            return Rect.between(self.start, place), ()
        start, _ = _rested(self.start, ground)
        end, guides = _rested(place, ground)
        return Rect.between(start, end), guides


def _rested(place: Point, ground: Ground) -> tuple[Point, tuple[Guide, ...]]:
    spot = Rect(place.x, place.y, 0.0, 0.0)
    rest, guides = rest_of(spot, ground.rooms, ground.frame, ground.reach, Edges(-1, -1))
    return place + rest, guides
