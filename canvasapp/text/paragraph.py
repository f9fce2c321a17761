"""One paragraph, or a piece of a long one, laid out in lines by Qt, and its places as Qt counts them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from operator import itemgetter
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from canvasapp.domain.markup import Span
from canvasapp.text.breaks import has_divisible, is_divided, line_end
from canvasapp.text.codes import laid_out_as
from canvasapp.text.fonts import EM, Style, face_runs, qt_font

_LEFTWARDS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters of scripts that run to the left."""

_GAP = 0.2
"""How much wider than a space the one behind a label is, in letter sizes."""

_ENDLESS, _SLACK = 1e7, 0.5
"""Wider than any line, and too narrow for a letter, in units of EM to the em."""


class Piece(NamedTuple):
    """What is laid out together. Bold words are told from its beginning.

    `label` is the length of a list item's label at the beginning, 0 without. Under it, and in all lines when the
    item has begun in the piece before, lines are indented by `hang` in units of EM to the em.
    """

    text: str
    leftwards: bool
    bold: tuple[Span, ...] = ()
    label: int = 0
    hang: float = 0.0


class Line(NamedTuple):
    """What is seen of a line: from `start` to `end` of the piece, at `x` and `width` wide in units of EM to the em."""

    start: int
    end: int
    x: float
    width: float


class Paragraph:
    """A piece in a layout of its own, so that each finds its own writing direction. `units` is its width.

    Positions count the characters of the piece. Nothing of it changes once it is made.
    """

    def __init__(self, piece: Piece, units: float, style: Style) -> None:
        self.text = piece.text
        self.hang = piece.hang
        self._piece, self._units, self._style = piece, units, style
        self._wide = max(piece.text, default="") > "\uffff"
        self._runs = list(face_runs(piece.text, style, piece.bold))
        shown = laid_out_as(piece.text, self._runs)
        self._set = _with_kept_label(shown, piece.label) if piece.label else shown
        self.layout = QTextLayout(self._set, qt_font(style.value))
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(_option(right_to_left=piece.leftwards))
        if formats := self._formats():
            self.layout.setFormats(formats)
        self._break_lines()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(map(self._line, map(self.layout.lineAt, range(self.layout.lineCount()))))

    @cached_property
    def divides_a_word(self) -> bool:
        """Whether a line ends within a word."""
        ends = (self.span(self.layout.lineAt(at))[1] for at in range(self.layout.lineCount() - 1))
        return any(is_divided(self.text, end) for end in ends)

    def units(self, position: int) -> int:
        """Qt's index (UTF-16) of the character `position`, held inside this paragraph."""
        within = min(max(position, 0), len(self.text))
        return len(self.text[:within].encode("utf-16-le")) // 2 if self._wide else within

    def position(self, units: int) -> int:
        """The index of the character at Qt's index `units`."""
        if not self._wide:
            return units
        prefix = self.text.encode("utf-16-le")[: 2 * units]
        return len(prefix.decode("utf-16-le", errors="ignore"))

    def positions(self, units: list[int]) -> list[int]:
        """The indexes of the characters at Qt's indexes."""
        return [self.position(each) for each in units] if self._wide else units

    def span(self, line: QTextLine) -> Span:
        """Where `line` begins and ends, spaces at its end included."""
        start = line.textStart()
        return self.position(start), self.position(start + line.textLength())

    def covered(self, line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
        """Where on `line` the characters from `start` to `end` lie: left and right edges, in units of EM to the em."""
        first, last = self.units(start), self.units(end)
        if not _LEFTWARDS.search(self.text):
            return [(caret_x(line, first), caret_x(line, last))]
        runs = line.glyphRuns(first, last - first) if first < last else []
        rects = (run.boundingRect() for run in runs)
        return [(rect.left(), rect.right()) for rect in rects if rect.width() > 0]

    def _line(self, line: QTextLine) -> Line:
        start, end = self.span(line)
        end = start + len(self.text[start:end].rstrip())
        return Line(start, end, line.position().x(), line.naturalTextWidth())

    def _formats(self) -> list[QTextLayout.FormatRange]:
        """Which face shows what, where it is not that of the style; and the wider space behind a label."""
        style, label = self._style.value, self._piece.label
        formats = [
            _format(self.units(first), self.units(first + length), _in_face(face))
            for first, length, face in self._runs
            if face != style
        ]
        return [*formats, _format(label - 1, label, _with_gap())] if label else formats

    def _break_lines(self) -> None:
        divisible, leftwards = has_divisible(self._set), self._piece.leftwards
        layout, indent, label = self.layout, self.hang, self._piece.label
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._units - indent)
            if divisible:
                self._keep_words_whole(line)
            if leftwards:
                line.setPosition(QPointF(self._units - indent - line.naturalTextWidth(), 0))
            elif indent:
                line.setPosition(QPointF(indent, 0))
            if label and not indent:
                self.hang = indent = self._hang_under(line)
        layout.endLayout()

    def _keep_words_whole(self, line: QTextLine) -> None:
        start, end = self.span(line)
        wanted = line_end(self._set, start, end)
        if wanted < end:
            text = self._set[start:wanted].rstrip()
            bold = spans_within(self._piece.bold, start, start + len(text))
            alone = Paragraph(Piece(text, leftwards=False, bold=bold), _ENDLESS, self._style)
            line.setLineWidth(alone.layout.lineAt(0).naturalTextWidth() + _SLACK)

    def _hang_under(self, line: QTextLine) -> float:
        """How far from the edge the first word of a list item begins, but never more than half a line."""
        x = caret_x(line, self.units(self._piece.label))
        return min(self._units - x if self._piece.leftwards else x, self._units / 2)


def spans_within(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """What of `spans` lies between `start` and `end`, told from `start`."""
    met = spans[bisect_right(spans, start, key=itemgetter(1)) :]
    met = met[: bisect_left(met, end, key=itemgetter(0))]
    return tuple((max(first, start) - start, min(last, end) - start) for first, last in met)


def caret_x(line: QTextLine, units: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(units))
    return x


def _with_kept_label(text: str, label: int) -> str:
    """The text with a space that keeps the label on one line with the first word."""
    return f"{text[: label - 1]}\N{NO-BREAK SPACE}{text[label:]}"


def _format(start: int, end: int, characters: QTextCharFormat) -> QTextLayout.FormatRange:
    formatted = QTextLayout.FormatRange()
    formatted.start, formatted.length, formatted.format = start, end - start, characters
    return formatted


@cache
def _in_face(face: str) -> QTextCharFormat:
    characters = QTextCharFormat()
    characters.setFont(qt_font(face))
    return characters


@cache
def _with_gap() -> QTextCharFormat:
    characters = QTextCharFormat()
    characters.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    characters.setFontLetterSpacing(_GAP * EM)
    return characters


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
