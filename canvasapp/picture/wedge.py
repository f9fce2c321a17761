"""The wedge behind the notes of a block: it widens upwards, as dependence grows while the value of a service rises."""

from __future__ import annotations

from canvasapp.domain.geometry import Rect
from canvasapp.picture.shapes import Path, Segment
from canvasapp.picture.theme import Theme, ViewColours, mix

NARROW = 0.12
WIDE = 0.86
"""Its widths at its foot and at its top, as parts of the block's."""
DEPTH = 0.07
"""How far its colour goes from the lane's tint towards the perspective's ink."""
OUTLINE = 0.35
"""Width of its edge in mm, where a theme has no tints."""


def wedge_slice(whole: Rect, lane: Rect, view: ViewColours, theme: Theme) -> Path:
    """What of the wedge through `whole` (mm, all lanes together) lies in `lane`."""
    middle = whole.centre.x
    upper, lower = _half_width(whole, lane.y), _half_width(whole, lane.bottom)
    outline: tuple[Segment, ...] = (
        ("M", middle - upper, lane.y),
        ("L", middle + upper, lane.y),
        ("L", middle + lower, lane.bottom),
        ("L", middle - lower, lane.bottom),
        ("Z",),
    )
    if theme.plain_paper:
        return Path(outline, stroke=theme.line2, width=OUTLINE)
    return Path(outline, fill=mix(view.ink, view.tint, DEPTH))


def _half_width(whole: Rect, y: float) -> float:
    risen = (whole.bottom - y) / whole.h
    return whole.w * (NARROW + (WIDE - NARROW) * risen) / 2
