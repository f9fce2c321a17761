"""Which part of the board a window shows: a value, exchanged whole by each pan and zoom."""

from __future__ import annotations

from dataclasses import dataclass, replace

from canvasapp.domain.geometry import Point, Rect

PER_MM = 96 / 25.4 / 4
"""Logical pixels a millimetre takes at 100 %: a quarter of its true size on a 96 dpi screen."""

SMALLEST = 0.05
LARGEST = 8.0
KEPT_IN_VIEW = 120
"""How many logical pixels of the sheet no pan can push out of the view."""


@dataclass(frozen=True, slots=True)
class Camera:
    """A view of `width` by `height` device pixels; the sheet's top left corner lies at (`left`, `top`) in them.

    `ratio` is device pixels in a logical one. `zoom` is 1 at 100 %.
    """

    zoom: float = 1.0
    left: float = 0.0
    top: float = 0.0
    width: int = 1
    height: int = 1
    ratio: float = 1.0

    @property
    def scale(self) -> float:
        """Device pixels in a millimetre."""
        return self.zoom * PER_MM * self.ratio

    @property
    def origin(self) -> tuple[int, int]:
        """The device pixel on which the sheet begins: whole, so that panning moves finished tiles unchanged."""
        return round(self.left), round(self.top)

    @property
    def seen(self) -> Rect:
        """What the view shows, in mm on the sheet."""
        left, top = self.origin
        scale = self.scale
        return Rect(-left / scale, -top / scale, self.width / scale, self.height / scale)

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the view in logical pixels."""
        return self.width / self.ratio / 2, self.height / self.ratio / 2

    def to_sheet(self, x: float, y: float) -> Point:
        """The place on the sheet under the view's logical pixel (x, y)."""
        left, top = self.origin
        return Point((x * self.ratio - left) / self.scale, (y * self.ratio - top) / self.scale)

    def to_view(self, at: Point) -> tuple[float, float]:
        """The view's logical pixel over a place on the sheet."""
        left, top = self.origin
        scale = self.scale
        return (left + at.x * scale) / self.ratio, (top + at.y * scale) / self.ratio

    def mm(self, pixels: float) -> float:
        """How many millimetres lie under so many logical pixels."""
        return pixels * self.ratio / self.scale

    def panned(self, dx: float, dy: float) -> Camera:
        """The sheet pushed by logical pixels."""
        return replace(self, left=self.left + dx * self.ratio, top=self.top + dy * self.ratio)

    def zoomed(self, zoom: float, x: float, y: float) -> Camera:
        """At `zoom`, within the limits, with the same place on the sheet under the logical pixel (x, y)."""
        zoom = min(max(zoom, SMALLEST), LARGEST)
        grown = zoom / self.zoom
        x, y = x * self.ratio, y * self.ratio
        return replace(
            self, zoom=zoom, left=x - (x - self.left) * grown, top=y - (y - self.top) * grown
        )

    def sized(self, width: int, height: int, ratio: float) -> Camera:
        """The same part of the board about the middle of a view of another size or device pixel ratio."""
        moved = ratio / self.ratio
        left = width / 2 + (self.left - self.width / 2) * moved
        top = height / 2 + (self.top - self.height / 2) * moved
        return replace(self, left=left, top=top, width=width, height=height, ratio=ratio)

    def showing(self, rect: Rect, margin: float, foot: float = 0.0) -> Camera:
        """The whole of `rect` (mm) in the middle, as large as possible.

        So many logical pixels stay free around it, and `foot` more below it.
        """
        free_width = max(self.width / self.ratio - 2 * margin, 1.0)
        free_height = max(self.height / self.ratio - 2 * margin - foot, 1.0)
        zoom = min(free_width / max(rect.w, 1.0), free_height / max(rect.h, 1.0)) / PER_MM
        shown = replace(self, zoom=min(max(zoom, SMALLEST), LARGEST)).centred(rect.centre)
        return shown.panned(0.0, -foot / 2)

    def centred(self, at: Point) -> Camera:
        """The same zoom with a place on the sheet in the middle of the view."""
        scale = self.scale
        return replace(self, left=self.width / 2 - at.x * scale, top=self.height / 2 - at.y * scale)

    def revealing(self, rect: Rect, margin: float) -> Camera:
        """The same zoom, pushed by the shortest way until `rect` (mm) and so many logical pixels around it show.

        Of a rectangle that is too large the beginning counts.
        """
        seen = self.seen.inset(self.mm(margin))
        dx = _push(rect.x, rect.right, seen.x, seen.right)
        dy = _push(rect.y, rect.bottom, seen.y, seen.bottom)
        pixels = 1 / self.mm(1)
        return self.panned(dx * pixels, dy * pixels)

    def held(self, sheet: Rect) -> Camera:
        """This camera, pushed back as far as it takes to keep an edge of `sheet` in the view."""
        kept = KEPT_IN_VIEW * self.ratio
        scale = self.scale
        left = _held(self.left, sheet.x * scale, sheet.w * scale, self.width, kept)
        top = _held(self.top, sheet.y * scale, sheet.h * scale, self.height, kept)
        return self if (left, top) == (self.left, self.top) else replace(self, left=left, top=top)


def _push(start: float, end: float, low: float, high: float) -> float:
    """How far low..high's content must be pushed for start..end to lie inside; its start counts when it is too long."""
    if start < low or end - start > high - low:
        return low - start
    return min(high - end, 0.0)


def _held(origin: float, start: float, length: float, room: float, kept: float) -> float:
    """The origin nearest to `origin` at which `kept` pixels of start..start+length lie in 0..room."""
    kept = min(kept, length, room)
    return min(max(origin, kept - start - length), room - kept - start)
