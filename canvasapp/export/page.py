"""A page as it will come out: its boxes, and the pictures that lie on it, in millimetres from its top left."""

from __future__ import annotations

from dataclasses import dataclass, replace

from canvasapp.domain.geometry import Point, Rect
from canvasapp.picture.shapes import Picture

SAFE_MARGIN = 5.0
"""From the trimmed edge, in mm: a cutter may be that far off, so nothing that is read stands nearer."""


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """A picture on a page, `scale` times its size, its top left corner at (dx, dy) mm.

    Only what lies in `window` is seen, all of it when None. `is_furniture` is what serves the making of the print, such
    as marks: nobody reads it as a part of the board.
    """

    picture: Picture
    scale: float
    dx: float
    dy: float
    window: Rect | None = None
    is_furniture: bool = False

    def place(self, rect: Rect) -> Rect | None:
        """Where the part of `rect` (mm on the picture) that is seen lies on the page; None when nothing is."""
        scale = self.scale
        whole = Rect(
            self.dx + rect.x * scale, self.dy + rect.y * scale, rect.w * scale, rect.h * scale
        )
        return whole if self.window is None else shared(whole, self.window)


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page of `width` by `height` mm, cut to `trim`, printed up to `bleed`, with layers, lowest first.

    `label` is what readers call it, such as `3` or `B3`.
    """

    width: float
    height: float
    trim: Rect
    bleed: Rect
    label: str
    layers: tuple[Layer, ...]

    @property
    def safe(self) -> Rect:
        """Where what is read belongs."""
        return self.trim.inset(SAFE_MARGIN)


def shared(one: Rect, other: Rect) -> Rect | None:
    """What two rectangles share, None when that is no more than an edge."""
    if not one.meets(other):
        return None
    return Rect.between(
        Point(max(one.x, other.x), max(one.y, other.y)),
        Point(min(one.right, other.right), min(one.bottom, other.bottom)),
    )


def cut_out(picture: Picture, region: Rect) -> Picture:
    """The picture with those parts only that meet `region`, in mm on it."""
    return replace(picture, parts=tuple(part for part in picture.parts if part.rect.meets(region)))
