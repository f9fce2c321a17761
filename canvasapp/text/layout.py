"""A text in a box: broken into lines once by Qt's text layout, and given back as glyphs placed in millimetres.

Screen and paper draw these same glyphs, so their line breaks can not differ. Lines are laid out unhinted at EM units
to the em and scaled, so a text breaks the same at every zoom.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGlyphRun, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from canvasapp.domain.geometry import Point, Rect
from canvasapp.text.breaks import has_divisible, line_end
from canvasapp.text.fonts import EM, FACES, Style, face_runs, qt_font
from canvasapp.text.paragraphs import LONG, paragraphs
from canvasapp.text.runs import Glyphs, TextLine

PT = 25.4 / 72
"""Millimetres in a point."""

LEADING = 1.2
"""From baseline to baseline, in letter sizes."""

ASCENT = 0.93
"""From a line's top to its baseline, in letter sizes: leaves room for an accent on a capital."""

_ENDLESS, _SLACK = 1e7, 0.5
"""Wider than any line, and too narrow for a letter, in units of EM to the em."""

_WANTED = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)
_FACE_OF = {(face.family, face.weight): face.id for face in FACES.values()}


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A laid-out text. Lines and glyphs are placed in mm from the top left of the box."""

    text: str
    size: float
    width: float
    height: float
    lines: tuple[TextLine, ...]
    runs: tuple[Glyphs, ...]

    @property
    def used_width(self) -> float:
        """The length of the longest line, in mm."""
        return max((line.width for line in self.lines), default=0.0)


@lru_cache(maxsize=1_024)
def lay_out(text: str, width: float, size: float, style: Style = Style.NOTE) -> Layout:
    """`text` in a box `width` mm wide with letters of `size` mm. Long words are broken, lines go on downwards."""
    return Paragraphs(text, width, size, style).layout()


def text_height(text: str, width: float, size: float, style: Style = Style.NOTE) -> float:
    """How high `text` becomes in a box `width` mm wide, in mm: the cheap part of `lay_out`."""
    return Paragraphs(text, width, size, style).height


@lru_cache(maxsize=4_096)
def fit(
    text: str, width: float, height: float, sizes: tuple[float, ...], style: Style = Style.NOTE
) -> Layout:
    """`text` at the first of `sizes` (mm, falling) at which it fits the box, else at the last of them."""
    if len(text) > LONG and text_height(text, width, sizes[-2:][0], style) > height:
        return Paragraphs(text, width, sizes[-1], style).layout()
    first = Paragraphs(text, width, sizes[0], style)
    if first.height <= height:
        return first.layout()
    low, high = 0, len(sizes) - 1
    while high - low > 1:
        middle = (low + high) // 2
        if text_height(text, width, sizes[middle], style) <= height:
            high = middle
        else:
            low = middle
    return Paragraphs(text, width, sizes[high], style).layout()


class Paragraphs:
    """A text laid out and still open to questions: where a caret stands and what was clicked.

    Positions in the text count Python characters, 0 to len(text).
    """

    def __init__(self, text: str, width: float, size: float, style: Style = Style.NOTE) -> None:
        self.text = text
        self._size, self._width = size, width
        self._scale = size / EM
        self._units = max(width / self._scale, 1.0)
        self._parts = [
            _Paragraph(start, piece, self._units, style, to_the_right=right)
            for start, piece, right in paragraphs(text)
        ]
        self._count = 0
        for part in self._parts:
            part.first_line = self._count
            self._count += part.layout.lineCount()

    @property
    def height(self) -> float:
        """The height of all lines in mm; an empty text has one."""
        return self._count * LEADING * EM * self._scale

    def layout(self) -> Layout:
        """Its lines and glyphs as a value."""
        lines, runs = tuple(self.lines()), tuple(self.glyphs())
        return Layout(self.text, self._size, self._width, self.height, lines, runs)

    def lines(self) -> Iterator[TextLine]:
        for part, number, line in self._all_lines():
            start, end = part.span(line)[0], part.visible_end(line)
            x = line.position().x() * self._scale
            width = line.naturalTextWidth() * self._scale
            yield TextLine(self.text[start:end], start, self._baseline(number), x, width)

    def glyphs(self) -> Iterator[Glyphs]:
        for part, number, line in self._all_lines():
            runs = line.glyphRuns(-1, -1, _WANTED)
            starts = [part.positions(run.stringIndexes()) for run in runs]
            firsts = sorted(min(each) for each in starts if each)
            end = part.visible_end(line)
            for run, indexes in zip(runs, starts, strict=True):
                if indexes:
                    until = next((first for first in firsts if first > min(indexes)), end)
                    yield self._glyphs(number, line, run, indexes, until)

    def caret(self, position: int) -> Rect:
        """Where the caret before character `position` stands: its line's height, no width."""
        part = next(p for p in reversed(self._parts) if p.start <= position)
        within = part.units(position)
        line = part.layout.lineForTextPosition(within)
        x = _caret_x(line, within) * self._scale
        number = part.first_line + line.lineNumber()
        return Rect(x, number * self._line_height, 0.0, self._line_height)

    def position_at(self, at: Point) -> int:
        """The place in the text nearest to `at`."""
        number = min(max(int(at.y // self._line_height), 0), self._count - 1)
        part = next(p for p in reversed(self._parts) if p.first_line <= number)
        line = part.layout.lineAt(number - part.first_line)
        units = int(line.xToCursor(at.x / self._scale))
        return part.position(units)

    def selection(self, start: int, end: int) -> list[Rect]:
        """What a selection from `start` to `end` covers, a rectangle a line."""
        covered = []
        for part, number, line in self._all_lines():
            first, last = part.span(line)
            if first >= end or last < start:
                continue
            edges = [
                _caret_x(line, part.units(min(max(each, first), last))) for each in (start, end)
            ]
            left, right = min(edges) * self._scale, max(edges) * self._scale
            covered.append(Rect(left, number * self._line_height, right - left, self._line_height))
        return covered

    @property
    def _line_height(self) -> float:
        return LEADING * EM * self._scale

    def _baseline(self, number: int) -> float:
        return (number * LEADING + ASCENT) * EM * self._scale

    def _all_lines(self) -> Iterator[tuple[_Paragraph, int, QTextLine]]:
        for part in self._parts:
            for index in range(part.layout.lineCount()):
                yield part, part.first_line + index, part.layout.lineAt(index)

    def _glyphs(
        self, number: int, line: QTextLine, run: QGlyphRun, indexes: list[int], end: int
    ) -> Glyphs:
        font, points = run.rawFont(), run.positions()
        start, above = min(indexes), line.y() + line.ascent()
        base = self._baseline(number)
        return Glyphs(
            face=_FACE_OF[font.familyName(), int(font.weight())],
            size=self._scale * EM,
            text=self.text[start:end],
            ids=array("H", run.glyphIndexes()),
            xs=array("f", [point.x() * self._scale for point in points]),
            ys=array("f", [base + (point.y() - above) * self._scale for point in points]),
            starts=array("H", [index - start for index in indexes]),
        )


class _Paragraph:
    """One paragraph of a text in a layout of its own, so that each finds its own writing direction."""

    def __init__(
        self, start: int, text: str, units: float, style: Style, *, to_the_right: bool
    ) -> None:
        self.start = start
        self.text = text
        self.first_line = 0
        self._style = style
        self._wide = max(text, default="") > "\uffff"
        self.layout = QTextLayout(text, qt_font(style.value))
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(_option(right_to_left=to_the_right))
        runs = list(face_runs(text, style))
        if any(face != style.value for _, _, face in runs):
            self.layout.setFormats([self._format(*run) for run in runs])
        self._break_lines(units, to_the_right=to_the_right)

    def units(self, position: int) -> int:
        """Qt's index (UTF-16) of the text's character `position`, held inside this paragraph."""
        within = min(max(position - self.start, 0), len(self.text))
        return len(self.text[:within].encode("utf-16-le")) // 2 if self._wide else within

    def position(self, units: int) -> int:
        """The text's index of the character at Qt's index `units`."""
        if not self._wide:
            return self.start + units
        prefix = self.text.encode("utf-16-le")[: 2 * units]
        return self.start + len(prefix.decode("utf-16-le", errors="ignore"))

    def positions(self, units: list[int]) -> list[int]:
        """The text's indexes of the characters at Qt's indexes."""
        if self._wide:
            return [self.position(each) for each in units]
        return [self.start + each for each in units] if self.start else units

    def span(self, line: QTextLine) -> tuple[int, int]:
        """Where in the text `line` begins and ends, spaces at its end included."""
        start = line.textStart()
        return self.position(start), self.position(start + line.textLength())

    def visible_end(self, line: QTextLine) -> int:
        """Where the line's last character that is no space ends."""
        start, end = (place - self.start for place in self.span(line))
        return self.start + start + len(self.text[start:end].rstrip())

    def _format(self, start: int, length: int, face: str) -> QTextLayout.FormatRange:
        formatted = QTextLayout.FormatRange()
        formatted.start = self.units(self.start + start)
        formatted.length = self.units(self.start + start + length) - formatted.start
        characters = QTextCharFormat()
        characters.setFont(qt_font(face))
        formatted.format = characters
        return formatted

    def _break_lines(self, units: float, *, to_the_right: bool) -> None:
        divisible = has_divisible(self.text)
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(units)
            if divisible:
                self._keep_words_whole(line)
            if to_the_right:
                line.setPosition(QPointF(units - line.naturalTextWidth(), 0))
        self.layout.endLayout()

    def _keep_words_whole(self, line: QTextLine) -> None:
        start, end = (place - self.start for place in self.span(line))
        wanted = line_end(self.text, start, end)
        if wanted < end:
            text = self.text[start:wanted].rstrip()
            whole = _Paragraph(0, text, _ENDLESS, self._style, to_the_right=False)
            line.setLineWidth(whole.layout.lineAt(0).naturalTextWidth() + _SLACK)


@cache
def _option(*, right_to_left: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    option.setTabStopDistance(2 * EM)
    return option


def _caret_x(line: QTextLine, units: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(units))
    return x
