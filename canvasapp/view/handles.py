"""The handles of a selected note: where they are, how they are grasped and what they do to its rectangle."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from canvasapp.domain.geometry import Point, Rect
from canvasapp.view.camera import Camera

SIZE = 8.0
"""Width and height of a handle in logical pixels."""
RIM = 2.5
"""How far from the note's edge the middle of the selection frame lies, in logical pixels."""
REACH = 3.0
"""How far beside a handle or the frame it is still grasped."""


@dataclass(frozen=True, slots=True)
class Handle:
    """A corner or an edge: -1, 0 or 1 from the middle across and down."""

    across: int
    down: int

    @property
    def is_corner(self) -> bool:
        return self.across != 0 and self.down != 0

    @property
    def cursor(self) -> Qt.CursorShape:
        if self.down == 0:
            return Qt.CursorShape.SizeHorCursor
        if self.across == 0:
            return Qt.CursorShape.SizeVerCursor
        falling = self.across == self.down
        return Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor

    def moved(self, rect: Rect, way: Point, smallest: tuple[float, float]) -> Rect:
        """`rect` with this corner or edge pulled along `way` (mm); the opposite one stays."""
        x, w = _stretched(rect.x, rect.w, self.across, way.x, smallest[0])
        y, h = _stretched(rect.y, rect.h, self.down, way.y, smallest[1])
        return Rect(x, y, w, h)

    def moved_in_proportion(self, rect: Rect, way: Point, smallest: tuple[float, float]) -> Rect:
        """The same, with as much larger or smaller the other way; what is opposite stays where it is."""
        free = self.moved(rect, way, (0.0, 0.0))
        across, down = free.w / rect.w, free.h / rect.h
        wanted = max(across, down) if self.is_corner else (across if self.across else down)
        scale = max(wanted, min(1.0, max(smallest[0] / rect.w, smallest[1] / rect.h)))
        w, h = rect.w * scale, rect.h * scale
        x = rect.x + (rect.w - w) * (1 - self.across) / 2
        y = rect.y + (rect.h - h) * (1 - self.down) / 2
        return Rect(x, y, w, h)

    def place(self, camera: Camera, rect: Rect) -> tuple[float, float]:
        """The middle of the handle of a note at `rect` (mm), in the view's logical pixels."""
        x, y = camera.to_view(
            Point(rect.x + rect.w * (1 + self.across) / 2, rect.y + rect.h * (1 + self.down) / 2)
        )
        return x + RIM * self.across, y + RIM * self.down


CORNERS = tuple(Handle(across, down) for across in (-1, 1) for down in (-1, 1))
EDGES = (Handle(-1, 0), Handle(1, 0), Handle(0, -1), Handle(0, 1))


def handle_at(camera: Camera, rect: Rect, x: float, y: float) -> Handle | None:
    """The handle of a note at `rect` (mm) under a logical pixel; an edge is grasped outside of the note only."""
    for corner in CORNERS:
        middle_x, middle_y = corner.place(camera, rect)
        if max(abs(x - middle_x), abs(y - middle_y)) <= SIZE / 2 + REACH:
            return corner
    left, top = camera.to_view(Point(rect.x, rect.y))
    right, bottom = camera.to_view(Point(rect.right, rect.bottom))
    band = RIM + REACH
    across = (left - band <= x < left, right < x <= right + band)
    down = (top - band <= y < top, bottom < y <= bottom + band)
    if top <= y <= bottom and any(across):
        return EDGES[across.index(True)]
    if left <= x <= right and any(down):
        return EDGES[2 + down.index(True)]
    return None


def _stretched(
    start: float, length: float, side: int, by: float, smallest: float
) -> tuple[float, float]:
    """Start and length when the near (-1) or the far (1) end is moved."""
    new = max(length + side * by, min(smallest, length)) if side else length
    return (start + length - new if side < 0 else start), new
