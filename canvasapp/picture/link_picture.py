"""How a link looks: a quiet curve from the edge of one note to the edge of another, and what it says in its middle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Link, LinkKind, Note
from canvasapp.picture.shapes import Box, Colour, Kind, Line, Part, Path, Shape
from canvasapp.picture.theme import Theme

WIDTH = 0.9
"""Of the curve, in mm."""
REACH = 5.0
"""How far from its curve anything of a link is drawn, in mm."""
STEPS = 24
"""Into how many pieces a curve is cut to find where it runs."""

_HEAD = (4.6, 2.1)
_DISC = 3.9
_SIGN = 1.9
_SOFTEST, _STRONGEST = 10.0, 70.0
FARTHEST = _STRONGEST + REACH
"""How far beyond the rectangle around its two notes anything of a link may be drawn, in mm."""
_POINTED = (LinkKind.LEADS_TO, LinkKind.SUPPORTS)

# In units of _SIGN from the middle of the disc.
_SIGNS: dict[LinkKind, tuple[tuple[Point, Point], ...]] = {
    LinkKind.LEADS_TO: (),
    LinkKind.SUPPORTS: ((Point(-1, 0), Point(1, 0)), (Point(0, -1), Point(0, 1))),
    LinkKind.CONTRADICTS: (
        (Point(-1, -0.4), Point(1, -0.4)),
        (Point(-1, 0.4), Point(1, 0.4)),
        (Point(-0.6, 1), Point(0.6, -1)),
    ),
    LinkKind.SAME_AS: ((Point(-1, -0.4), Point(1, -0.4)), (Point(-1, 0.4), Point(1, 0.4))),
}

SAID = {
    LinkKind.LEADS_TO: "leads to",
    LinkKind.SUPPORTS: "supports",
    LinkKind.CONTRADICTS: "contradicts",
    LinkKind.SAME_AS: "same as",
}
"""What each kind says between the two notes."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic Bézier curve in mm: from `start` to `end`, drawn towards the two points between them."""

    start: Point
    towards: Point
    back_from: Point
    end: Point

    def at(self, t: float) -> Point:
        """The point at `t` from 0, the start, to 1, the end."""
        u = 1 - t
        a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        return Point(
            a * self.start.x + b * self.towards.x + c * self.back_from.x + d * self.end.x,
            a * self.start.y + b * self.towards.y + c * self.back_from.y + d * self.end.y,
        )

    def points(self) -> list[Point]:
        """So many points along the curve that the straight lines between them run on it."""
        return [self.at(step / STEPS) for step in range(STEPS + 1)]

    @property
    def rect(self) -> Rect:
        """All that a link on this curve may cover."""
        return _around(self.points())

    def pieces(self, lines: int) -> list[Rect]:
        """The same, as rectangles around pieces of so many of the straight lines."""
        points = self.points()
        return [_around(points[at : at + lines + 1]) for at in range(0, STEPS, lines)]


def link_curve(source: Rect, target: Rect) -> Curve:
    """From the side of `source` that faces `target` to the one of `target` that faces it."""
    across = max(target.x - source.right, source.x - target.right)
    down = max(target.y - source.bottom, source.y - target.bottom)
    way = target.centre - source.centre
    level, upright = Point(math.copysign(1.0, way.x), 0.0), Point(0.0, math.copysign(1.0, way.y))
    side = level if across >= down else upright
    start, end = _at_side(source, side, 1), _at_side(target, side, -1)
    along = abs((end.x - start.x) * side.x + (end.y - start.y) * side.y)
    pull = min(max(along / 2, _SOFTEST), _STRONGEST)
    bend = Point(side.x * pull, side.y * pull)
    return Curve(start, start + bend, end - bend, end)


def link_part(link: Link, source: Note, target: Note, theme: Theme) -> Part:
    curve = link_curve(source.rect, target.rect)
    label = f"{source.text} – {SAID[link.kind]} – {target.text}"
    shapes = link_shapes(curve, link.kind, link_colour(link.kind, theme), theme.sheet)
    return Part(Kind.LINK, link.id, label, curve.rect, shapes)


def link_shapes(
    curve: Curve, kind: LinkKind, colour: Colour, ground: Colour, width: float = WIDTH
) -> tuple[Shape, ...]:
    """The curve, its head where it has a direction, and its sign on a disc of `ground`."""
    pointed = kind in _POINTED
    end = _before_head(curve) if pointed else curve.end
    start, towards, back = curve.start, curve.towards, curve.back_from
    line = Path(
        (("M", start.x, start.y), ("C", towards.x, towards.y, back.x, back.y, end.x, end.y)),
        stroke=colour,
        width=width,
    )
    return (
        line,
        *((_head(curve, colour),) if pointed else ()),
        *_sign(curve, kind, colour, ground),
    )


def link_colour(kind: LinkKind, theme: Theme) -> Colour:
    match kind:
        case LinkKind.CONTRADICTS:
            return theme.gap
        case LinkKind.SUPPORTS:
            return theme.ok
        case LinkKind.LEADS_TO | LinkKind.SAME_AS:
            return theme.ink3


def _around(points: Sequence[Point]) -> Rect:
    left, top = min(p.x for p in points), min(p.y for p in points)
    right, bottom = max(p.x for p in points), max(p.y for p in points)
    return Rect(left, top, right - left, bottom - top).inset(-REACH)


def _at_side(rect: Rect, side: Point, sign: int) -> Point:
    """The middle of the edge that lies to this side, or with -1 to the other."""
    centre = rect.centre
    return Point(centre.x + sign * side.x * rect.w / 2, centre.y + sign * side.y * rect.h / 2)


def _direction(curve: Curve) -> Point:
    """The way, one long, in which the curve comes to its end."""
    way = curve.end - curve.back_from
    length = math.hypot(way.x, way.y)
    return Point(way.x / length, way.y / length)


def _before_head(curve: Curve) -> Point:
    """Where the line stops, so that its round end does not blunt the head."""
    way = _direction(curve)
    return Point(curve.end.x - way.x * _HEAD[0] * 0.7, curve.end.y - way.y * _HEAD[0] * 0.7)


def _head(curve: Curve, colour: Colour) -> Path:
    way, (length, half), end = _direction(curve), _HEAD, curve.end
    base = Point(end.x - way.x * length, end.y - way.y * length)
    return Path(
        (
            ("M", end.x, end.y),
            ("L", base.x - way.y * half, base.y + way.x * half),
            ("L", base.x + way.y * half, base.y - way.x * half),
            ("Z",),
        ),
        fill=colour,
    )


def _sign(curve: Curve, kind: LinkKind, colour: Colour, ground: Colour) -> tuple[Shape, ...]:
    strokes, middle = _SIGNS[kind], curve.at(0.5)
    if not strokes:
        return ()
    disc = Rect(middle.x, middle.y, 0.0, 0.0).inset(-_DISC)
    return (
        Box(disc, _DISC, fill=ground, stroke=colour, width=0.6),
        *(
            Line(
                tuple(Point(middle.x + p.x * _SIGN, middle.y + p.y * _SIGN) for p in ends),
                colour,
                0.7,
            )
            for ends in strokes
        ),
    )
