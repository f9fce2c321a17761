"""A text in a box: broken into lines once by Qt's text layout, and given back as glyphs placed in millimetres.

Screen and paper draw these same glyphs, so their line breaks can not differ. Lines are laid out unhinted at EM units
to the em and scaled, so a text breaks the same at every zoom.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.markup import LABEL_STARTS, Markup, read
from canvasapp.text.fonts import EM, FACES, Style
from canvasapp.text.paragraph import Paragraph, Piece, caret_x, spans_within
from canvasapp.text.paragraphs import LONG, paragraphs
from canvasapp.text.runs import Glyphs, TextLine

PT = 25.4 / 72
"""Millimetres in a point."""

LEADING = 1.2
"""From baseline to baseline, in letter sizes."""

ASCENT = 0.93
"""From a line's top to its baseline, in letter sizes: leaves room for an accent on a capital."""

_WANTED = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)
_FACE_OF = {(face.family, face.weight): face.id for face in FACES.values()}


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A laid-out text. Lines and glyphs are placed in mm from the top left of the box. `text` is as it is read."""

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


def fit(
    text: str, width: float, height: float, sizes: tuple[float, ...], style: Style = Style.NOTE
) -> Layout:
    """`text` at the first of `sizes` (mm, falling) at which it fits the box, else at the last of them."""
    fitted = _fit_long if len(text) > LONG else _fit_short
    return fitted(text, width, height, sizes, style)


def _fit(text: str, width: float, height: float, sizes: tuple[float, ...], style: Style) -> Layout:
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


_fit_short = lru_cache(maxsize=4_096)(_fit)
_fit_long = lru_cache(maxsize=8)(_fit)  # each key typed into one makes another of 100 KB and more


class Paragraphs:
    """A text laid out and still open to questions: where a caret stands and what was clicked.

    Positions in the text count Python characters, 0 to len(text). In a style for notes their plain marks are read.
    """

    def __init__(self, text: str, width: float, size: float, style: Style = Style.NOTE) -> None:
        self.text = text
        self._size, self._width = size, width
        self._scale = size / EM
        self._units = max(width / self._scale, 1.0)
        self._marked = style.marked
        self._markup = read(text) if self._marked else Markup(text, text)
        self._parts: list[Paragraph] = []
        self._count = 0
        for piece in self._pieces():
            part = Paragraph(piece, self._units, style)
            part.first_line = self._count
            self._count += part.layout.lineCount()
            self._parts.append(part)

    @property
    def height(self) -> float:
        """The height of all lines in mm; an empty text has one."""
        return self._count * LEADING * EM * self._scale

    def layout(self) -> Layout:
        """Its lines and glyphs as a value."""
        lines, runs = tuple(self.lines()), tuple(self.glyphs())
        shown = self._markup.shown
        return Layout(shown, self._size, self._width, self.height, lines, runs)

    def lines(self) -> Iterator[TextLine]:
        for part, number, line in self._all_lines():
            start, end = part.span(line)[0], part.visible_end(line)
            x = line.position().x() * self._scale
            width = line.naturalTextWidth() * self._scale
            text = self._markup.shown[start:end]
            yield TextLine(text, start, self._baseline(number), x, width)

    def glyphs(self) -> Iterator[Glyphs]:
        for part, number, line in self._all_lines():
            runs = line.glyphRuns(-1, -1, _WANTED)
            starts = [part.positions(run.stringIndexes()) for run in runs]
            firsts = sorted(min(each) for each in starts if each)
            end = part.visible_end(line)
            for run, indexes in zip(runs, starts, strict=True):
                if indexes and min(indexes) < end:
                    until = next((first for first in firsts if first > min(indexes)), end)
                    yield self._glyphs(number, line, run, indexes, until)

    def caret(self, position: int) -> Rect:
        """Where the caret before character `position` stands: its line's height, no width."""
        place = self._markup.place(position)
        part = next(p for p in reversed(self._parts) if p.start <= place)
        within = part.units(place)
        line = part.layout.lineForTextPosition(within)
        x = caret_x(line, within) * self._scale
        number = part.first_line + line.lineNumber()
        return Rect(x, number * self._line_height, 0.0, self._line_height)

    def position_at(self, at: Point) -> int:
        """The place in the text nearest to `at`."""
        number = min(max(int(at.y // self._line_height), 0), self._count - 1)
        part = next(p for p in reversed(self._parts) if p.first_line <= number)
        line = part.layout.lineAt(number - part.first_line)
        place = part.position(int(line.xToCursor(at.x / self._scale)))
        return self._markup.position(self._markup.settled(place))

    def selection(self, start: int, end: int) -> list[Rect]:
        """What a selection from `start` to `end` covers: a rectangle a line, more where both directions meet."""
        start, end = self._markup.place(start), self._markup.place(end)
        covered = []
        for part, number, line in self._all_lines():
            first, last = part.span(line)
            if first >= end or last < start:
                continue
            for left, right in part.covered(line, max(start, first), min(end, last)):
                width = (right - left) * self._scale
                top, high = number * self._line_height, self._line_height
                covered.append(Rect(left * self._scale, top, width, high))
        return covered

    @property
    def _line_height(self) -> float:
        return LEADING * EM * self._scale

    def _pieces(self) -> Iterator[Piece]:
        markup, bold_words = self._markup, self._markup.bold
        for start, text, leftwards in paragraphs(markup.shown):
            bold = spans_within(bold_words, start, start + len(text)) if bold_words else ()
            goes_on = bool(self._parts) and self._parts[-1].hang > 0
            may_be_item = self._marked and (goes_on or text[:1] in LABEL_STARTS)
            label = markup.label(start) if may_be_item else None
            if label is None:
                yield Piece(start, text, leftwards, bold)
            elif label[0] == start:
                yield Piece(start, text, leftwards, bold, label[1] - start)
            else:
                yield Piece(start, text, leftwards, bold, hang=self._parts[-1].hang)

    def _baseline(self, number: int) -> float:
        return (number * LEADING + ASCENT) * EM * self._scale

    def _all_lines(self) -> Iterator[tuple[Paragraph, int, QTextLine]]:
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
            text=self._markup.shown[start:end],
            ids=array("H", run.glyphIndexes()),
            xs=array("f", [point.x() * self._scale for point in points]),
            ys=array("f", [base + (point.y() - above) * self._scale for point in points]),
            starts=array("H", [index - start for index in indexes]),
        )
