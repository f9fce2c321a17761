"""What of the two views a window shows: both, one of them, both side by side, or where they part."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from canvasapp.domain.template import Perspective
from canvasapp.picture.options import PictureOptions


class Lens(StrEnum):
    """MIRROR and GAPS are for reading: whoever writes or selects is shown both views again."""

    BOTH = "both"
    OURS = "ours"
    CUSTOMERS = "customers"
    MIRROR = "mirror"
    GAPS = "gaps"


READING = (Lens.MIRROR, Lens.GAPS)
_VIEWS = {Lens.OURS: Perspective.OUR, Lens.CUSTOMERS: Perspective.CUSTOMER}


def through(lens: Lens, options: PictureOptions) -> PictureOptions:
    """What the board looks like through a lens; side by side only single blocks are shown, and not by this."""
    view = _VIEWS.get(lens)
    return replace(options, perspective=view, bare_lanes=view is not None, gaps=lens is Lens.GAPS)
