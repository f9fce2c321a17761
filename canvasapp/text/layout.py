"""A text in a box: broken into lines once by Qt's text layout, and given back as glyphs placed in millimetres.

Screen and paper draw these same glyphs, so their line breaks can not differ. Lines are laid out unhinted at EM units
to the em and scaled, so a text breaks the same at every zoom.
"""

from __future__ import annotations

import string
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from PySide6.QtGui import QGlyphRun, QRawFont, QTextLayout

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.markup import LABEL_STARTS, Markup, read
from canvasapp.text.codes import with_codes
from canvasapp.text.fonts import CODES, EM, FACES, Style, qt_font
from canvasapp.text.paragraph import Paragraph, Piece, caret_x, spans_within
from canvasapp.text.paragraphs import LONG, paragraphs
from canvasapp.text.remade import Placed, Shelf, Shelves
from canvasapp.text.runs import Glyphs, TextLine

PT = 25.4 / 72
"""Millimetres in a point."""

LEADING = 1.2
"""From baseline to baseline, in letter sizes."""

ASCENT = 0.93
"""From a line's top to its baseline, in letter sizes: leaves room for an accent on a capital."""

_KERNED = 1.05
"""More than kerning ever adds to the length of a text."""

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


def surely_fits(
    text: str, width: float, height: float, size: float, style: Style = Style.NOTE
) -> bool:
    """Whether a text plainly fits a box (mm): told by the length of its letters, without laying it out.

    What stands on two lines that follow each other is wider than one line, or it would stand on one.
    """
    advances = _advances(style)
    if text[:1] in LABEL_STARTS or not advances.keys() >= set(text):
        return False
    length = sum(map(advances.__getitem__, text)) * size * _KERNED
    return (2 * length // width + 1) * LEADING * size <= height


@cache
def _advances(style: Style) -> dict[str, float]:
    """How far each letter of ASCII, and no mark or line end, reaches to the next one, in letter sizes."""
    letters = string.ascii_letters + string.digits + " .,:;!?'()"
    font = QRawFont.fromFont(qt_font(style.value))
    widths = font.advancesForGlyphIndexes(font.glyphIndexesForString(letters))
    return {letter: width.x() / EM for letter, width in zip(letters, widths, strict=True)}


def fit(
    text: str, width: float, height: float, sizes: tuple[float, ...], style: Style = Style.NOTE
) -> Layout:
    """`text` at the first of `sizes` (mm, falling) at which it fits the box, else at the last of them."""
    fitted = _fit_long if len(text) > LONG else _fit_short
    return fitted(text, width, height, sizes, style)


def _fit(text: str, width: float, height: float, sizes: tuple[float, ...], style: Style) -> Layout:
    """Smaller letters rather than a divided word, where they help."""
    if len(text) > LONG and text_height(text, width, sizes[-2:][0], style) > height:
        return Paragraphs(text, width, sizes[-1], style).layout()
    first = Paragraphs(text, width, sizes[0], style)
    if first.height <= height and not first.divides_a_word:
        return first.layout()
    last = Paragraphs(text, width, sizes[-1], style)
    may_divide = last.divides_a_word or last.height > height
    if may_divide and first.height <= height:
        return first.layout()
    low, high = 0, len(sizes) - 1
    while high - low > 1:
        middle = (low + high) // 2
        tried = Paragraphs(text, width, sizes[middle], style)
        if tried.height <= height and (may_divide or not tried.divides_a_word):
            high = middle
        else:
            low = middle
    return Paragraphs(text, width, sizes[high], style).layout()


_fit_short = lru_cache(maxsize=4_096)(_fit)
_fit_long = lru_cache(maxsize=8)(_fit)  # each key typed into one makes another of 100 KB and more


_SHELVES = Shelves()
MOST_KEPT = 4 * LONG
"""Longer texts are not typed as a whole, and take too much memory to be kept."""


class Paragraphs:
    """A text laid out and still open to questions: where a caret stands and what was clicked.

    Positions in the text count Python characters, 0 to len(text). In a style for notes their plain marks are read.
    """

    def __init__(self, text: str, width: float, size: float, style: Style = Style.NOTE) -> None:
        self.text = text
        self._size, self._width = size, width
        self._scale = size / EM
        self._marked = style.marked
        self._markup = read(text) if self._marked else Markup(text, text)
        self._shelf = (
            _SHELVES.of((width, size, style)) if LONG < len(text) <= MOST_KEPT else Shelf()
        )
        self._units, self._style = max(width / self._scale, 1.0), style
        self._parts = self._shelf.texts.round(self._placed)(text)
        last = self._parts[-1]
        self._count = last.first_line + last.part.layout.lineCount()

    @property
    def height(self) -> float:
        """The height of all lines in mm; an empty text has one."""
        return self._count * LEADING * EM * self._scale

    @property
    def divides_a_word(self) -> bool:
        """Whether a word goes on in the next line: it is longer than one."""
        return any(each.part.divides_a_word for each in self._parts)

    def layout(self) -> Layout:
        """Its lines and glyphs as a value."""
        lines, runs = tuple(self.lines()), tuple(self.glyphs())
        shown = self._markup.shown
        return Layout(shown, self._size, self._width, self.height, lines, runs)

    def lines(self) -> Iterator[TextLine]:
        for placed in self._parts:
            for number, line in enumerate(placed.part.lines, placed.first_line):
                text = placed.part.text[line.start : line.end]
                x, width = line.x * self._scale, line.width * self._scale
                yield TextLine(text, placed.start + line.start, self._baseline(number), x, width)

    def glyphs(self) -> Iterator[Glyphs]:
        parts = {each.piece: each.part for each in self._parts}
        made = self._shelf.glyphs.round(lambda piece: tuple(self._made(parts[piece])))
        lowered = self._shelf.lowered.round(
            lambda key: tuple(_lowered(each, self._top(key[1])) for each in made(key[0]))
        )
        for placed in self._parts:
            made(placed.piece)  # is kept, though it lies where it lay
            yield from lowered((placed.piece, placed.first_line))

    def caret(self, position: int) -> Rect:
        """Where the caret before character `position` stands: its line's height, no width."""
        place = self._markup.place(position)
        start, first_line, _, part = next(p for p in reversed(self._parts) if p.start <= place)
        within = part.units(place - start)
        line = part.layout.lineForTextPosition(within)
        x = caret_x(line, within) * self._scale
        number = first_line + line.lineNumber()
        return Rect(x, number * self._line_height, 0.0, self._line_height)

    def position_at(self, at: Point) -> int:
        """The place in the text nearest to `at`."""
        number = min(max(int(at.y // self._line_height), 0), self._count - 1)
        start, first, _, part = next(p for p in reversed(self._parts) if p.first_line <= number)
        line = part.layout.lineAt(number - first)
        place = start + part.position(int(line.xToCursor(at.x / self._scale)))
        return self._markup.position(self._markup.settled(place))

    def selection(self, start: int, end: int) -> list[Rect]:
        """What a selection from `start` to `end` covers: a rectangle a line, more where both directions meet."""
        start, end = self._markup.place(start), self._markup.place(end)
        return [
            rect
            for placed in self._parts
            if placed.start < end and placed.start + len(placed.part.text) >= start
            for rect in self._covered(placed, start - placed.start, end - placed.start)
        ]

    def _covered(self, placed: Placed, start: int, end: int) -> Iterator[Rect]:
        """What is covered in a paragraph, from whose beginning both count."""
        part, high = placed.part, self._line_height
        for index in range(part.layout.lineCount()):
            line = part.layout.lineAt(index)
            first, last = part.span(line)
            if first >= end or last < start:
                continue
            top = (placed.first_line + index) * high
            for left, right in part.covered(line, max(start, first), min(end, last)):
                yield Rect(left * self._scale, top, (right - left) * self._scale, high)

    @property
    def _line_height(self) -> float:
        return LEADING * EM * self._scale

    def _placed(self, _: str) -> list[Placed]:
        make = self._shelf.paragraphs.round(
            partial(Paragraph, units=self._units, style=self._style)
        )
        parts: list[Placed] = []
        count, hang = 0, 0.0
        for start, text, leftwards in paragraphs(self._markup.shown):
            piece = self._piece(start, text, hang, leftwards=leftwards)
            part = make(piece)
            parts.append(Placed(start, count, piece, part))
            count, hang = count + part.layout.lineCount(), part.hang
        return parts

    def _piece(self, start: int, text: str, hang: float, *, leftwards: bool) -> Piece:
        """Whether it is of a list item depends on how the one before hangs."""
        markup = self._markup
        bold = spans_within(markup.bold, start, start + len(text)) if markup.bold else ()
        may_be_item = self._marked and (hang > 0 or text[:1] in LABEL_STARTS)
        label = markup.label(start) if may_be_item else None
        if label is None:
            return Piece(text, leftwards, bold)
        if label[0] == start:
            return Piece(text, leftwards, bold, label[1] - start)
        return Piece(text, leftwards, bold, hang=hang)

    def _baseline(self, number: int) -> float:
        return (number * LEADING + ASCENT) * EM * self._scale

    def _top(self, number: int) -> float:
        """Where a line begins, in mm."""
        return number * self._line_height

    def _made(self, part: Paragraph) -> Iterator[Glyphs]:
        """The glyphs of a paragraph, as if the text began with it."""
        for index, seen in enumerate(part.lines):
            line = part.layout.lineAt(index)
            runs = line.glyphRuns(-1, -1, _WANTED)
            starts = [part.positions(run.stringIndexes()) for run in runs]
            firsts = sorted(min(each) for each in starts if each)
            for run, indexes in zip(runs, starts, strict=True):
                if indexes and (start := min(indexes)) < seen.end:
                    end = next((first for first in firsts if first > start), seen.end)
                    down = self._baseline(index) - (line.y() + line.ascent()) * self._scale
                    yield self._glyphs(
                        part.text[start:end], run, [i - start for i in indexes], down
                    )

    def _glyphs(self, text: str, run: QGlyphRun, starts: list[int], down: float) -> Glyphs:
        """The glyphs of a run, `down` mm below where it has them in its paragraph."""
        font, points = run.rawFont(), run.positions()
        placed = Glyphs(
            face=_FACE_OF[font.familyName(), int(font.weight())],
            size=self._scale * EM,
            text=text,
            ids=array("H", run.glyphIndexes()),
            xs=array("f", [point.x() * self._scale for point in points]),
            ys=array("f", [down + point.y() * self._scale for point in points]),
            starts=array("H", starts),
        )
        return with_codes(placed) if placed.face == CODES else placed


def _lowered(glyphs: Glyphs, by: float) -> Glyphs:
    """The same glyphs, so many mm further down."""
    if not by:
        return glyphs
    face, size, text, ids, xs = glyphs.face, glyphs.size, glyphs.text, glyphs.ids, glyphs.xs
    return Glyphs(face, size, text, ids, xs, array("f", [y + by for y in glyphs.ys]), glyphs.starts)
