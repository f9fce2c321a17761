"""Points and rectangles on the sheet: millimetres, x to the right, y downwards."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the sheet, or the way from one place to another, in mm."""

    x: float
    y: float

    def __add__(self, other: Point) -> Point:
        return Point(self.x + other.x, self.y + other.y)

    def __sub__(self, other: Point) -> Point:
        return Point(self.x - other.x, self.y - other.y)


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle in mm; its left and top edges belong to it, its right and bottom edges do not."""

    x: float
    y: float
    w: float
    h: float

    @classmethod
    def between(cls, one: Point, other: Point) -> Rect:
        """The rectangle with these two points at opposite corners."""
        x, y = min(one.x, other.x), min(one.y, other.y)
        return cls(x, y, abs(other.x - one.x), abs(other.y - one.y))

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def centre(self) -> Point:
        return Point(self.x + self.w / 2, self.y + self.h / 2)

    def contains(self, at: Point) -> bool:
        return self.x <= at.x < self.right and self.y <= at.y < self.bottom

    def encloses(self, other: Rect) -> bool:
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def meets(self, other: Rect) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def inset(self, by: float) -> Rect:
        """This rectangle with every edge moved inwards by `by` mm (outwards when negative)."""
        return Rect(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def fitted(self, width: float, height: float) -> Rect:
        """The largest rectangle of these proportions inside this one, in its middle."""
        scale = min(self.w / width, self.h / height)
        w, h = width * scale, height * scale
        return Rect(self.x + (self.w - w) / 2, self.y + (self.h - h) / 2, w, h)

    def united(self, other: Rect) -> Rect:
        """The smallest rectangle that encloses both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def distance_to(self, at: Point) -> float:
        """How far `at` is from this rectangle, in mm; 0 inside."""
        dx = max(self.x - at.x, 0.0, at.x - self.right)
        dy = max(self.y - at.y, 0.0, at.y - self.bottom)
        return float((dx * dx + dy * dy) ** 0.5)
