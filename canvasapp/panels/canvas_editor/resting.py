"""Where an edge of a block comes to rest: in line with other blocks and the frame, else on a grid."""

from __future__ import annotations

from collections.abc import Sequence

from canvasapp.domain.geometry import Point, Rect
from canvasapp.view.snapping import WHOLE, Edges, Guide, Neighbours, at_rest

STEPS = 100
"""Into so many parts the grid cuts the frame across and down: one is a percent."""


def step_of(frame: Rect) -> Point:
    """The width and height of a field of the grid, in mm."""
    return Point(frame.w / STEPS, frame.h / STEPS)


def rest_of(
    rect: Rect, rooms: Sequence[Rect], frame: Rect, reach: float, edges: Edges = WHOLE
) -> tuple[Point, tuple[Guide, ...]]:
    """The way in mm from where `rect` is held to where it rests, and the lines that tell why."""
    found = at_rest(rect, Neighbours.of_rooms(rooms), reach, edges)
    upright = any(guide.start.x == guide.end.x for guide in found.guides)
    level = any(guide.start.y == guide.end.y for guide in found.guides)
    step = step_of(frame)
    x, y = found.way.x, found.way.y
    if not upright:
        x = _to_grid(rect.right if edges.across == 1 else rect.x, frame.x, step.x, edges.across)
    if not level:
        y = _to_grid(rect.bottom if edges.down == 1 else rect.y, frame.y, step.y, edges.down)
    return Point(x, y), found.guides


def _to_grid(at: float, start: float, step: float, edge: int | None) -> float:
    return 0.0 if edge == 0 else start + round((at - start) / step) * step - at
