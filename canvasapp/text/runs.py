"""What text layout gives back: lines, and glyphs at their places."""

from __future__ import annotations

from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Glyphs:
    """Glyphs of one font face on one line, as text layout placed them; shared by all pictures that show the same text.

    `text` is exactly the characters shown. `ids`, `xs`, `ys` and `starts` have one element a glyph, in the order in
    which text layout gives them: that of the text. A glyph's origin lies (xs, ys) mm from the text's `at`.
    `starts[i]` is the index in `text` where the cluster of glyph i begins; glyphs of one cluster share it. A cluster
    ends where the next larger start begins, or at the end of `text`; in right-to-left runs the xs fall. `size` is the
    letter size in mm.
    """

    face: str
    size: float
    text: str
    ids: array[int]
    xs: array[float]
    ys: array[float]
    starts: array[int]


@dataclass(frozen=True, slots=True, eq=False)
class TextLine:
    """One laid-out line, in mm: `start` is where it begins in the text, `baseline` and `x` count from its top left."""

    text: str
    start: int
    baseline: float
    x: float
    width: float
