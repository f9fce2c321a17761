"""What stands back on the wall while something else is lit: the same shapes, hardly darker than the ground."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from canvasapp.picture.shapes import Box, Colour, Image, Line, Part, Path, Shape, Text
from canvasapp.picture.theme import Theme, mix

SHARE = 0.2
"""How much of its colour is left."""


@lru_cache(maxsize=4_096)
def dimmed(part: Part, theme: Theme) -> Part:
    """The part, dimmed; an image is an empty place."""
    return replace(part, shapes=tuple(_dimmed(shape, theme) for shape in part.shapes))


def _dimmed(shape: Shape, theme: Theme) -> Shape:
    match shape:
        case Text():
            return replace(shape, colour=mix(shape.colour, theme.sheet, SHARE))
        case Line():
            return replace(shape, stroke=mix(shape.stroke, theme.sheet, SHARE))
        case Box() | Path():
            return replace(
                shape, fill=_faint(shape.fill, theme), stroke=_faint(shape.stroke, theme)
            )
        case Image():
            return Box(shape.rect, fill=mix(theme.line2, theme.sheet, SHARE))


def _faint(colour: Colour | None, theme: Theme) -> Colour | None:
    return mix(colour, theme.sheet, SHARE) if colour else None
