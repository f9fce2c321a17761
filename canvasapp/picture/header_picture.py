"""How the header of a sheet looks: the canvas at the left, what the board is about and the legend at the right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Party
from canvasapp.domain.template import Perspective, Template
from canvasapp.picture.block_picture import LABELS, mark_shape
from canvasapp.picture.note_picture import CHIP, chip_shapes
from canvasapp.picture.shapes import Kind, Part, Shape
from canvasapp.picture.theme import Theme
from canvasapp.picture.words import one_line, words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import PT, Layout, lay_out

_LEGEND_SIZE = 20 * PT
_MARK = 6.0
_GAP = 3.0
"""From a mark or chip to its name, in mm."""
_STEP = 10.0
"""From one entry of the legend to the next, in mm."""
_BETWEEN = 20.0
"""From what stands at the left to what stands at the right, at least, in mm."""
_LINE = 9.5
"""From the middle of the legend's first line to that of its second one, in mm."""
_NAME_WIDTHS = (1e4, 100.0, 70.0, 50.0, 35.0, 25.0, 0.0)
"""How long the names in the legend may be, in mm: the first at which all fit. At last chips stand without them."""
_ONE_LINE_FROM = 70.0
"""A second line is begun before the names on the first one are cut shorter than this, in mm."""

Entry = tuple[Party, Layout]
"""A party in the legend, and its name as there is room for it."""


@lru_cache(maxsize=32)
def title_part(template: Template, theme: Theme) -> Part:
    header = template.header
    name, tagline = _left(template)
    shapes = (
        words(Point(header.x, _title_baseline(header) - name.lines[0].baseline), name, theme.ink),
        words(_second_line(header, tagline), tagline, theme.ink2),
    )
    return Part(Kind.TITLE, template.id, template.name, header, shapes)


@lru_cache(maxsize=32)
def legend_part(
    template: Template,
    theme: Theme,
    subtitle: str,
    views: tuple[Perspective, ...],
    parties: tuple[Party, ...],
) -> Part:
    """What the board is about, the views that are seen, and whose notes have which colour.

    Words that would run over the canvas's name are cut.
    """
    header, size = template.header, template.sheet.type_scale.subtitle * PT
    name, tagline = _left(template)
    top = one_line(subtitle, _room(header, name), size, Style.PLAIN)
    at = Point(header.right - top.used_width, _title_baseline(header) - top.lines[0].baseline)
    shapes: list[Shape] = [words(at, top, theme.ink2)] if subtitle else []
    middle = _second_line(header, tagline).y + tagline.height / 2
    views_width = sum(map(_view_width, views))
    lines = _legend(parties, _room(header, tagline) - views_width, header.w)
    for number, line in enumerate(lines):
        right = Point(header.right, middle + number * _LINE)
        for party, label in reversed(line):
            shapes.extend(_party(right, party, label, theme))
            right = Point(right.x - _party_width(label), right.y)
        for view in reversed(views if number == 0 else ()):
            shapes.extend(_view(right, view, theme))
            right = Point(right.x - _view_width(view), right.y)
    return Part(Kind.LEGEND, f"{template.id}/legend", subtitle, header, tuple(shapes))


def _left(template: Template) -> tuple[Layout, Layout]:
    """The canvas's name and the line under it."""
    width, scale = template.header.w, template.sheet.type_scale
    return (
        lay_out(template.name, width, scale.canvas_title * PT, Style.TITLE),
        lay_out(template.tagline, width, scale.subtitle * PT, Style.PLAIN),
    )


def _title_baseline(header: Rect) -> float:
    return header.y + 0.40 * header.h


def _second_line(header: Rect, layout: Layout) -> Point:
    """Where the line under the title begins at the left."""
    return Point(header.x, header.y + 0.68 * header.h - layout.lines[0].baseline)


def _room(header: Rect, left: Layout) -> float:
    """How wide the words beside `left` may be, in mm."""
    return max(header.w - left.used_width - _BETWEEN, header.w / 4)


def _legend(parties: tuple[Party, ...], first: float, second: float) -> list[list[Entry]]:
    """The entries in one line, `first` mm wide, or in two, the other `second` mm wide; names are cut evenly.

    What has no room even without its name is left out.
    """
    for limit in _NAME_WIDTHS:
        entries = [(party, _name(party.name, limit)) for party in parties]
        if limit >= _ONE_LINE_FROM and _width(entries) <= first:
            return [entries]
        fit = _that_fit(entries, first)
        if limit < _ONE_LINE_FROM and _width(entries[fit:]) <= second:
            return [entries[:fit], entries[fit:]]
    return [entries[:fit], entries[fit : fit + _that_fit(entries[fit:], second)]]


def _width(entries: list[Entry]) -> float:
    return sum(_party_width(label) for _, label in entries)


def _that_fit(entries: list[Entry], room: float) -> int:
    """How many of the first ones have room."""
    widths = accumulate(_party_width(label) for _, label in entries)
    return sum(1 for width in widths if width <= room)


def _name(name: str, limit: float) -> Layout:
    return one_line(name if limit else "", max(limit, 1.0), _LEGEND_SIZE, Style.PLAIN)


def _party_width(name: Layout) -> float:
    return _STEP + CHIP[0] + (_GAP + name.used_width if name.used_width else 0.0)


def _view_width(perspective: Perspective) -> float:
    return _STEP + _MARK + _GAP + _label(perspective).used_width


def _label(perspective: Perspective) -> Layout:
    return lay_out(LABELS[perspective], 1e4, _LEGEND_SIZE, Style.MEDIUM)


def _party(right: Point, party: Party, name: Layout, theme: Theme) -> Iterator[Shape]:
    """The chip and name that end at `right`."""
    left = right.x - _party_width(name) + _STEP
    yield from chip_shapes(
        Point(left, right.y - CHIP[1] / 2), party.initials, theme.party(party.slot)
    )
    if name.text:
        yield words(Point(left + CHIP[0] + _GAP, right.y - name.height / 2), name, theme.ink2)


def _view(right: Point, perspective: Perspective, theme: Theme) -> Iterator[Shape]:
    """The mark and label that end at `right`."""
    left, label, ink = (
        right.x - _view_width(perspective) + _STEP,
        _label(perspective),
        theme.view(perspective).ink,
    )
    yield mark_shape(perspective, Point(left, right.y - _MARK / 2), _MARK, ink)
    yield words(Point(left + _MARK + _GAP, right.y - label.height / 2), label, ink)
