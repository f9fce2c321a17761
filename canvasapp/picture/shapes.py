"""What a picture is made of: shapes placed in millimetres, in painting order. Every surface paints these and no others.

Colours are opaque `#rrggbb` strings: what looks translucent is mixed beforehand, so that paper needs no transparency.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from canvasapp.domain.geometry import Point, Rect
from canvasapp.text.runs import Glyphs as Glyphs
from canvasapp.text.runs import TextLine as TextLine

Colour = str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, rounded by `radius` mm (at most half its shorter side). The stroke is centred on its edge.

    `dash` is dash and gap in mm, empty for a solid stroke.
    """

    rect: Rect
    radius: float = 0.0
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Straight lines from point to point in mm, with round ends and joins."""

    points: tuple[Point, ...]
    stroke: Colour
    width: float
    dash: tuple[float, ...] = ()


Segment = (
    tuple[Literal["M", "L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
"""Move to, line to, cubic curve to, close: absolute coordinates in mm."""


@dataclass(frozen=True, slots=True)
class Path:
    """Straight and curved outlines, filled (non-zero winding), stroked with round ends and joins, or both."""

    segments: tuple[Segment, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A laid-out text. `at` is the top left of its box on the sheet; `lines` and `runs` are placed from there, in mm.

    `size` is the letter size in mm. `string` is the whole text as typed, whatever part of it is drawn.
    """

    at: Point
    colour: Colour
    size: float
    string: str
    lines: tuple[TextLine, ...]
    runs: tuple[Glyphs, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """An image kept in the workshop, as large as `rect` allows, in its middle. `digest` is its attachment's id.

    `instead` is painted in its place when the image is missing or can not be read.
    """

    rect: Rect
    digest: str
    instead: tuple[Box | Line | Path | Text, ...] = ()


Shape = Box | Line | Path | Text | Image


class Kind(StrEnum):
    """What a part of a picture stands for: the structure that tags, titles and bookmarks follow."""

    SHEET = "sheet"
    TITLE = "title"
    LEGEND = "legend"
    BLOCK = "block"
    LANE = "lane"
    QUESTION = "question"
    NOTE = "note"
    HEADING = "heading"
    IMAGE = "image"
    LINK = "link"
    FOOTER = "footer"
    HEAD_CELL = "head-cell"
    CELL = "cell"


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The shapes of one thing on the sheet. `id` is the record's or the template's id, `label` what a reader is told.

    `rect` encloses everything drawn, in mm. The id of what stands in a table is "row/column/place in the cell".
    """

    kind: Kind
    id: str
    label: str
    rect: Rect
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A sheet of `width` by `height` mm and its parts, lowest first."""

    width: float
    height: float
    title: str
    language: str
    parts: tuple[Part, ...]

    def texts(self) -> Iterator[tuple[Part, Text]]:
        for part in self.parts:
            for shape in part.shapes:
                if isinstance(shape, Text):
                    yield part, shape
