"""Writes a picture as an SVG 1.1 drawing in millimetres.

Letters are outlines, so every viewer shows the same; on request text, for programs that know embedded fonts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from canvasapp.export.carrying import metadata
from canvasapp.export.exporter import Check, ExportOptions, go_on
from canvasapp.export.paper import placed
from canvasapp.export.svg_glyphs import Outlines
from canvasapp.export.svg_images import SvgImages
from canvasapp.export.svg_text import LiveText
from canvasapp.picture.shapes import (
    Box,
    Colour,
    Image,
    Line,
    Part,
    Path,
    Picture,
    Segment,
    Shape,
    Text,
)
from canvasapp.text.fonts import FACES

Letters = Outlines | LiveText

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can not hold."""

ROUND = ' stroke-linecap="round" stroke-linejoin="round"'


def write_svg(
    picture: Picture, stream: BinaryIO, options: ExportOptions, check: Check = go_on
) -> None:
    """One drawing with a title for each part: what it says, or for a note its text."""
    page = placed(picture, options.paper, options.orientation)
    letters: Letters = LiveText(FACES) if options.live_text else Outlines(FACES)
    images = SvgImages(options.images)
    body: list[str] = []
    for part in picture.parts:
        check()
        body.extend(drawn_part(part, letters, images))
    width, height = number(page.width), number(page.height)
    root = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' version="1.1" width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
        f" xml:lang={quoteattr(picture.language)}>"
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        root,
        f"<title>{_title(picture.title)}</title>",
        *([metadata(options.carried)] if options.carried else []),
        "<defs>",
        *letters.definitions(),
        *images.definitions(),
        "</defs>",
        f'<g transform="translate({number(page.dx)} {number(page.dy)}) scale({page.scale:.9g})">',
        *body,
        "</g>",
        "</svg>",
        "",
    ]
    stream.write("\n".join(lines).encode("utf-8"))


def drawn_part(part: Part, letters: Letters, images: SvgImages, name: str = "") -> Iterator[str]:
    """The element that draws a part; `name` is its id, if it has one."""
    known = f' id="{name}"' if name else ""
    yield f'<g{known} class="{part.kind}"><title>{_title(part.label)}</title>'
    for shape in part.shapes:
        yield from _shape(shape, letters, images)
    yield "</g>"


def _shape(shape: Shape, letters: Letters, images: SvgImages) -> Iterator[str]:
    match shape:
        case Text():
            yield _text(shape, letters)
        case Box():
            yield _box(shape)
        case Line():
            yield _line(shape)
        case Path():
            yield _path(shape)
        case Image():
            drawn = images.drawn(shape)
            if drawn is not None:
                yield drawn
                return
            for each in shape.instead:
                yield from _shape(each, letters, images)


def _text(text: Text, letters: Letters) -> str:
    groups = "".join(letters.group(glyphs) for glyphs in text.runs)
    place = f"translate({number(text.at.x)} {number(text.at.y)})"
    return f'<g fill="{text.colour}" transform="{place}">{groups}</g>'


def _box(box: Box) -> str:
    rect = box.rect
    radius = f' rx="{number(box.radius)}"' if box.radius else ""
    return (
        f'<rect x="{number(rect.x)}" y="{number(rect.y)}" width="{number(rect.w)}"'
        f' height="{number(rect.h)}"{radius}{_paint(box.fill, box.stroke, box.width, box.dash)}/>'
    )


def _line(line: Line) -> str:
    points = " ".join(f"{number(point.x)},{number(point.y)}" for point in line.points)
    paint = _paint(None, line.stroke, line.width, line.dash)
    return f'<polyline points="{points}"{paint}{ROUND}/>'


def _path(path: Path) -> str:
    steps = " ".join(_step(segment) for segment in path.segments)
    return f'<path d="{steps}"{_paint(path.fill, path.stroke, path.width, ())}{ROUND}/>'


def _step(segment: Segment) -> str:
    letter, *numbers = segment
    return letter + " ".join(number(each) for each in numbers)


def _paint(
    fill: Colour | None, stroke: Colour | None, width: float, dash: tuple[float, ...]
) -> str:
    painted = f' fill="{fill or "none"}"'
    if stroke is not None:
        painted += f' stroke="{stroke}" stroke-width="{number(width)}"'
    if dash:
        painted += f' stroke-dasharray="{" ".join(number(length) for length in dash)}"'
    return painted


def _title(text: str) -> str:
    return escape(FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text))


def number(value: float) -> str:
    """Micrometres at most, and no more digits than needed."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
