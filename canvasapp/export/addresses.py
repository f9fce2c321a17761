"""The addresses that stand in the words of a picture, and where a reader clicks on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from canvasapp.domain.geometry import Rect
from canvasapp.picture.shapes import Kind, Part, Text, TextLine

_TYPED = re.compile(r"(?:https?://|www\.)\w[^\s<>\"“”]*", re.IGNORECASE)
_CREDITED = re.compile(rf"{_TYPED.pattern}|\b(?:[a-z0-9-]+\.)+[a-z]{{2,}}\b", re.IGNORECASE)
"""The line that names a canvas's source gives hosts without a scheme."""
_CLOSING = ".,;:!?'’»)]}"
_SCHEME = "https:" + "//"
_ASCENT, _DEPTH = 0.95, 0.27


@dataclass(frozen=True, slots=True)
class Address:
    """What a rectangle of a picture, in mm, leads to. One broken over lines has a rectangle for each."""

    part: Part
    rect: Rect
    target: str


def addresses(part: Part) -> Iterator[Address]:
    """All that stand in the texts of a part, in the order in which they are read."""
    pattern = _CREDITED if part.kind is Kind.FOOTER else _TYPED
    for shape in part.shapes:
        if isinstance(shape, Text) and (part.kind is Kind.FOOTER or _may_hold_one(shape.string)):
            for match in pattern.finditer(shape.string):
                written = _without_closing(match[0])
                target = written if "://" in written else _SCHEME + written
                for rect in _rects(shape, match.start(), match.start() + len(written)):
                    yield Address(part, rect, target)


def _may_hold_one(text: str) -> bool:
    return "://" in text or "www." in text.lower()


def _without_closing(written: str) -> str:
    """An address without the punctuation of the sentence around it; its own brackets stay."""
    while written[-1] in _CLOSING:
        if written[-1] == ")" and written.count("(") >= written.count(")"):
            break
        written = written[:-1]
    return written


def _rects(text: Text, start: int, end: int) -> Iterator[Rect]:
    for line in text.lines:
        first, last = max(start, line.start), min(end, line.start + len(line.text))
        if first < last:
            edges = list(_edges(text, line, first - line.start, last - line.start))
            if edges:
                left, right = min(min(each) for each in edges), max(max(each) for each in edges)
                top, height = line.baseline - _ASCENT * text.size, (_ASCENT + _DEPTH) * text.size
                yield Rect(text.at.x + left, text.at.y + top, right - left, height)


def _edges(text: Text, line: TextLine, start: int, end: int) -> Iterator[tuple[float, float]]:
    """Left and right of the glyphs that show the line's characters from `start` to `end`."""
    runs = [run for run in text.runs if abs(run.ys[0] - line.baseline) < text.size / 2]
    lefts = sorted(x for run in runs for x in run.xs)
    begin = 0
    for run in runs:
        begin = max(line.text.find(run.text, begin), begin)
        for place, x in zip(run.starts, run.xs, strict=True):
            if start <= begin + place < end:
                yield x, _next(lefts, x, line)
        begin += len(run.text)


def _next(lefts: list[float], x: float, line: TextLine) -> float:
    return next((each for each in lefts if each > x), line.x + line.width)
