"""A laid-out text put on the sheet."""

from __future__ import annotations

from canvasapp.domain.geometry import Point
from canvasapp.picture.shapes import Colour, Text
from canvasapp.text.layout import Layout


def words(at: Point, layout: Layout, colour: Colour) -> Text:
    """`layout` with the top left of its box at `at`."""
    return Text(at, colour, layout.size, layout.text, layout.lines, layout.runs)
