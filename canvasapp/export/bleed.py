"""Lets the grounds of a picture run over its edges, so that a cut a little off shows no white."""

from __future__ import annotations

from dataclasses import replace

from canvasapp.domain.geometry import Point, Rect
from canvasapp.export.content import GROUNDS
from canvasapp.picture.shapes import Box, Part, Picture, Shape

_TOUCHES = 0.01


def bleeding(picture: Picture, across: float, down: float) -> Picture:
    """The picture whose filled grounds that reach an edge go on beyond it, `across` and `down` mm of the picture."""
    inner = Rect(0.0, 0.0, picture.width, picture.height)
    outer = Rect(-across, -down, picture.width + 2 * across, picture.height + 2 * down)
    parts = (_part(each, inner, outer) if each.kind in GROUNDS else each for each in picture.parts)
    return replace(picture, parts=tuple(parts))


def _part(part: Part, inner: Rect, outer: Rect) -> Part:
    shapes = tuple(_shape(each, inner, outer) for each in part.shapes)
    if shapes == part.shapes:
        return part
    return replace(part, shapes=shapes, rect=_stretched(part.rect, inner, outer))


def _shape(shape: Shape, inner: Rect, outer: Rect) -> Shape:
    if not isinstance(shape, Box) or shape.fill is None:
        return shape
    return replace(shape, rect=_stretched(shape.rect, inner, outer))


def _stretched(rect: Rect, inner: Rect, outer: Rect) -> Rect:
    """Each edge that lies on that of `inner` moved to that of `outer`."""
    return Rect.between(
        Point(
            outer.x if rect.x - inner.x < _TOUCHES else rect.x,
            outer.y if rect.y - inner.y < _TOUCHES else rect.y,
        ),
        Point(
            outer.right if inner.right - rect.right < _TOUCHES else rect.right,
            outer.bottom if inner.bottom - rect.bottom < _TOUCHES else rect.bottom,
        ),
    )
