"""A laid-out text put on the sheet, and one cut to a single line."""

from __future__ import annotations

from functools import lru_cache

from canvasapp.domain.geometry import Point
from canvasapp.picture.shapes import Colour, Text
from canvasapp.text.fonts import Style
from canvasapp.text.layout import Layout, lay_out


def words(at: Point, layout: Layout, colour: Colour) -> Text:
    """`layout` with the top left of its box at `at`."""
    return Text(at, colour, layout.size, layout.text, layout.lines, layout.runs)


@lru_cache(maxsize=1024)
def one_line(text: str, width: float, size: float, style: Style) -> Layout:
    """`text` in letters of `size` mm, cut with an ellipsis where it would need a second line."""
    layout = lay_out(text, width, size, style)
    while len(layout.lines) > 1 and text:
        text = text[:-1].rstrip()
        layout = lay_out(text + "…", width, size, style)
    return layout
