"""Paper sizes, and how a picture is laid on one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from canvasapp.export.faults import ExportError
from canvasapp.picture.shapes import Picture

INCH = 25.4

PAPERS = {
    "A0": (1189.0, 841.0),
    "A1": (841.0, 594.0),
    "A2": (594.0, 420.0),
    "A3": (420.0, 297.0),
    "A4": (297.0, 210.0),
    "A5": (210.0, 148.0),
    "ANSI A": (11 * INCH, 8.5 * INCH),
    "ANSI B": (17 * INCH, 11 * INCH),
    "ANSI C": (22 * INCH, 17 * INCH),
    "ANSI D": (34 * INCH, 22 * INCH),
    "ANSI E": (44 * INCH, 34 * INCH),
    "Arch A": (12 * INCH, 9 * INCH),
    "Arch B": (18 * INCH, 12 * INCH),
    "Arch C": (24 * INCH, 18 * INCH),
    "Arch D": (36 * INCH, 24 * INCH),
    "Arch E": (48 * INCH, 36 * INCH),
    "letter": (11 * INCH, 8.5 * INCH),
    "legal": (14 * INCH, 8.5 * INCH),
    "tabloid": (17 * INCH, 11 * INCH),
    "36x48 in": (48 * INCH, 36 * INCH),
}
"""Width and height in mm when it lies on its long side (ISO 216, ANSI/ASME Y14.1)."""

LEAST_SIDE = 50.0
MOST_SIDE = 200 * INCH
"""The longest side of a PDF page in mm (ISO 32000-1, annex C)."""

OWN = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*(mm|in)", re.IGNORECASE)
UNITS = {"mm": 1.0, "in": INCH}


class Orientation(StrEnum):
    """Which side paper lies on; AUTO is the one that suits what is printed."""

    AUTO = "auto"
    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


@dataclass(frozen=True, slots=True)
class Placement:
    """A page of `width` by `height` mm on which a picture is drawn `scale` times its size, moved by (dx, dy) mm."""

    width: float
    height: float
    scale: float
    dx: float
    dy: float


def paper_size(paper: str) -> tuple[float, float]:
    """Width and height in mm of a paper by its name, or of an own size such as `600x400 mm` or `24x36 in`.

    A named paper lies on its long side, an own size as it was written. Raises ExportError.
    """
    named = {_key(name): size for name, size in PAPERS.items()}.get(_key(paper))
    return named or _own_size(paper)


def turned(
    size: tuple[float, float], orientation: Orientation, suiting: Orientation
) -> tuple[float, float]:
    """The size on the side that `orientation` names; where that is AUTO, on the `suiting` one, which is not."""
    wanted = suiting if orientation is Orientation.AUTO else orientation
    shorter, longer = sorted(size)
    return (shorter, longer) if wanted is Orientation.PORTRAIT else (longer, shorter)


def placed(
    picture: Picture, paper: str | None, orientation: Orientation = Orientation.AUTO
) -> Placement:
    """The picture as large as `paper` allows, in its middle; None is the picture's own size.

    Paper lies on the side that suits the picture unless `orientation` tells. Raises ExportError.
    """
    if paper is None:
        return Placement(picture.width, picture.height, 1.0, 0.0, 0.0)
    upright = picture.height > picture.width
    suiting = Orientation.PORTRAIT if upright else Orientation.LANDSCAPE
    width, height = turned(paper_size(paper), orientation, suiting)
    scale = min(width / picture.width, height / picture.height)
    dx = (width - picture.width * scale) / 2
    dy = (height - picture.height * scale) / 2
    return Placement(width, height, scale, dx, dy)


def _own_size(paper: str) -> tuple[float, float]:
    match = OWN.fullmatch(paper.strip())
    if match is None:
        raise ExportError(
            f"There is no paper {paper!r}: choose one of {', '.join(PAPERS)}, or write its size"
            " as 600x400mm or 24x36in."
        )
    width, height = (float(match[side]) * UNITS[match[3].lower()] for side in (1, 2))
    if min(width, height) < LEAST_SIDE:
        raise ExportError(
            f"A paper of {paper} is too small: {LEAST_SIDE:.0f} mm is the least side."
        )
    refuse_longer(max(width, height), f"A paper of {paper}")
    return width, height


def refuse_longer(side: float, what: str) -> None:
    """Raises ExportError for a page that no PDF can have."""
    if side > MOST_SIDE:
        raise ExportError(
            f"{what} is longer than a PDF page can be, which is 200 inches ({MOST_SIDE:.0f} mm):"
            " choose a smaller paper."
        )


def _key(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name).lower()
