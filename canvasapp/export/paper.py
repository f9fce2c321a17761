"""Paper sizes, and how a picture is laid on one."""

from __future__ import annotations

from dataclasses import dataclass

from canvasapp.picture.shapes import Picture

PAPERS = {
    "A0": (1189.0, 841.0),
    "A1": (841.0, 594.0),
    "A2": (594.0, 420.0),
    "A3": (420.0, 297.0),
    "A4": (297.0, 210.0),
}
"""Width and height in mm when it lies on its long side (ISO 216)."""

INCH = 25.4


@dataclass(frozen=True, slots=True)
class Placement:
    """A page of `width` by `height` mm on which a picture is drawn `scale` times its size, moved by (dx, dy) mm."""

    width: float
    height: float
    scale: float
    dx: float
    dy: float


def placed(picture: Picture, paper: str | None) -> Placement:
    """The picture as large as `paper` allows, in the middle, on the side that suits it; None is the picture's size."""
    if paper is None:
        return Placement(picture.width, picture.height, 1.0, 0.0, 0.0)
    width, height = PAPERS[paper]
    if picture.height > picture.width:
        width, height = height, width
    scale = min(width / picture.width, height / picture.height)
    dx = (width - picture.width * scale) / 2
    dy = (height - picture.height * scale) / 2
    return Placement(width, height, scale, dx, dy)
