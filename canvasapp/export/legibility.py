"""How well a print can be read, and what on it can not: from the picture and its size on paper alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from canvasapp.domain.geometry import Rect
from canvasapp.export.content import text_rect
from canvasapp.export.page import SAFE_MARGIN
from canvasapp.export.paper import INCH, Placement
from canvasapp.picture.shapes import Image, Kind, Part, Picture, Text

LEAST, COMFORTABLE = 18.5 * INCH / 72, 23 * INCH / 72
"""Letter size in mm for each metre that a reader stands away.

Cap height H = 6.283 D MA / 21600 with MA = 16 and 20 minutes of arc, for Noto Sans, whose capitals are 0.714 em.
"""
ARMS_LENGTH = 0.7
"""In m."""
LEAST_DPI = 100.0

READ = (Kind.NOTE, Kind.HEADING, Kind.QUESTION)
"""What a workshop stands in front of; labels, legend and footer may be smaller."""

Sizes = Mapping[str, tuple[int, int]]
"""Width and height of images in pixels, by their attachment's id."""


@dataclass(frozen=True, slots=True)
class SmallText:
    """A note, heading or question whose letters of `size` mm are too small for the distance asked."""

    kind: Kind
    id: str
    label: str
    size: float


@dataclass(frozen=True, slots=True)
class CoarseImage:
    """An image with fewer than LEAST_DPI pixels an inch of paper."""

    id: str
    label: str
    dpi: float


@dataclass(frozen=True, slots=True)
class UnsafeText:
    """Text nearer to the edge of the paper than the safe margin; `distance` is in mm, less than 0 when it is cut."""

    id: str
    label: str
    distance: float


@dataclass(frozen=True, slots=True)
class Legibility:
    """`smallest` letters in mm among what is read, None when there is none; the lists begin with the worst."""

    smallest: float | None
    small: tuple[SmallText, ...]
    coarse: tuple[CoarseImage, ...]
    unsafe: tuple[UnsafeText, ...]

    @property
    def readable_at(self) -> float | None:
        """From how far everything can be read, in m."""
        return None if self.smallest is None else self.smallest / LEAST

    @property
    def comfortable_at(self) -> float | None:
        """From how far everything is read without effort, in m."""
        return None if self.smallest is None else self.smallest / COMFORTABLE


def legibility(
    picture: Picture,
    placement: Placement,
    sizes: Sizes,
    distance: float = ARMS_LENGTH,
    safe_margin: float = SAFE_MARGIN,
) -> Legibility:
    """`placement` is the picture on its poster, `distance` from where it shall be readable in m, the margin in mm."""
    letters = [(part, size * placement.scale) for part, size in _letters(picture)]
    small = [
        SmallText(part.kind, part.id, part.label, size)
        for part, size in letters
        if size < distance * LEAST - 1e-6
    ]
    return Legibility(
        min((size for _, size in letters), default=None),
        tuple(sorted(small, key=lambda each: each.size)),
        tuple(sorted(_coarse(picture, placement.scale, sizes), key=lambda each: each.dpi)),
        tuple(sorted(_unsafe(picture, placement, safe_margin), key=lambda each: each.distance)),
    )


def _letters(picture: Picture) -> Iterator[tuple[Part, float]]:
    """What is read, with the size of its letters: those of its first text, as its marks come after it."""
    for part in picture.parts:
        if part.kind in READ and part.label.strip():
            texts = (each for each in part.shapes if isinstance(each, Text) and each.runs)
            first = next(texts, None)
            if first is not None:
                yield part, first.size


def _coarse(picture: Picture, scale: float, sizes: Sizes) -> Iterator[CoarseImage]:
    for part in picture.parts:
        for shape in part.shapes:
            if isinstance(shape, Image) and shape.digest in sizes:
                width, height = sizes[shape.digest]
                dpi = width / (shape.rect.fitted(width, height).w * scale / INCH)
                if dpi < LEAST_DPI:
                    yield CoarseImage(part.id, part.label, dpi)


def _unsafe(picture: Picture, placement: Placement, margin: float) -> Iterator[UnsafeText]:
    for part in picture.parts:
        rects = (text_rect(each) for each in part.shapes if isinstance(each, Text))
        near = min((_to_edge(rect, placement) for rect in rects if rect), default=margin)
        if near < margin:
            yield UnsafeText(part.id, part.label, near)


def _to_edge(rect: Rect, placement: Placement) -> float:
    """How far the rectangle is from the nearest edge of the paper, in mm."""
    scale, left = placement.scale, placement.dx + rect.x * placement.scale
    top = placement.dy + rect.y * scale
    right = placement.width - left - rect.w * scale
    return min(left, top, right, placement.height - top - rect.h * scale)
