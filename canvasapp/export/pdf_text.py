"""Writes laid-out glyphs as the text operators of a PDF page (ISO 32000-1, 9.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from canvasapp.export.pdf_fonts import Code, Fonts, Typeface
from canvasapp.export.truetype import Component, can_join
from canvasapp.picture.shapes import Glyphs, Text, TextLine
from canvasapp.text.clusters import clusters
from canvasapp.text.paragraphs import reads_right_to_left

TOLERANCE = 0.005
"""How far a glyph may be from its place before it is moved there, in mm."""

Placed = tuple[Code, float, float]
"""A code and where its origin lies, in mm from the text's `at`, y downwards."""


@dataclass(frozen=True, slots=True)
class Showing:
    """Codes of one font on one baseline: the first one's place (mm from the text's `at`) and the operand of TJ."""

    font: str
    size: float
    x: float
    y: float
    array: str


def showings(text: Text, fonts: Fonts) -> tuple[Showing, ...]:
    """The text as it is written to a page; the same for every text of the same `runs`."""
    written: list[Showing] = []
    for glyphs, spaced in _spaced(text):
        written.extend(_run(glyphs, fonts[glyphs.face], spaced=spaced))
    return tuple(written)


def _spaced(text: Text) -> Iterator[tuple[Glyphs, bool]]:
    """The runs, and which are followed by a space that is not drawn: it keeps the words of two lines apart."""
    lines = [_line_of(glyphs, text.lines) for glyphs in text.runs]
    leftwards = reads_right_to_left(text.string)
    for glyphs, line, following in zip(text.runs, lines, [*lines[1:], None], strict=True):
        end = line.start + len(line.text)
        breaks_word = not (text.string[end : end + 1] or " ").isspace()
        yield glyphs, following is not line and not leftwards and not breaks_word


def _line_of(glyphs: Glyphs, lines: Sequence[TextLine]) -> TextLine:
    return min(lines, key=lambda line: abs(line.baseline - glyphs.ys[0]))


def _run(glyphs: Glyphs, typeface: Typeface, *, spaced: bool) -> Iterator[Showing]:
    placed = list(
        _placed(glyphs, typeface) if typeface.colours is None else _coloured(glyphs, typeface)
    )
    if placed[0][1] > placed[-1][1]:
        placed.reverse()  # readers expect what runs to the left as it stands on the page
    if spaced and typeface.space is not None:
        code, x, y = placed[-1]
        placed.append((typeface.space, x + code.width * glyphs.size, y))
    for (font, y), group in groupby(placed, key=_font_and_baseline):
        codes, xs, _ = zip(*group, strict=True)
        yield Showing(font, glyphs.size, xs[0], y, _array(codes, xs, glyphs.size))


def _coloured(glyphs: Glyphs, typeface: Typeface) -> Iterator[Placed]:
    """Emoji, and in between what has no colour."""
    assert typeface.colours is not None
    for each in typeface.colours.face.of(glyphs):
        if isinstance(each, Glyphs):
            yield from _placed(each, typeface)
        else:
            yield typeface.colours.code(each), each.x, each.y


def _placed(glyphs: Glyphs, typeface: Typeface) -> Iterator[Placed]:
    if _is_plain(glyphs):
        codes = map(typeface.letters.__getitem__, zip(glyphs.ids, glyphs.text, strict=True))
        yield from zip(codes, glyphs.xs, glyphs.ys, strict=True)
        return
    backwards = reads_right_to_left(glyphs.text)
    for members, characters in clusters(glyphs):
        text = characters[::-1] if backwards else characters  # as readers turn all of them
        if members.stop - members.start == 1:
            code = typeface.letters[glyphs.ids[members.start], text]
            yield code, glyphs.xs[members.start], glyphs.ys[members.start]
            continue
        components, left, base = _components(glyphs, members, typeface)
        if typeface.is_cff or not can_join(components):
            yield from _apart(glyphs, members, text, typeface)
        else:
            yield typeface[components, text], left, base


def _is_plain(glyphs: Glyphs) -> bool:
    """Whether each glyph shows one character, in order."""
    return len(glyphs.ids) == len(glyphs.text) and all(
        start == index for index, start in enumerate(glyphs.starts)
    )


def _components(
    glyphs: Glyphs, members: slice, typeface: Typeface
) -> tuple[tuple[Component, ...], float, float]:
    """The glyphs of a cluster, and its origin in mm: that of the leftmost glyph that takes room."""
    ids, xs, ys = glyphs.ids[members], glyphs.xs[members], glyphs.ys[members]
    places = list(zip(ids, xs, ys, strict=True))
    spacing = [each for each in places if typeface.advance(each[0])] or places
    _, left, base = min(spacing, key=lambda each: each[1])
    em = typeface.upem / glyphs.size
    components = (
        Component(glyph, round((x - left) * em), round((base - y) * em)) for glyph, x, y in places
    )
    return tuple(components), left, base


def _apart(glyphs: Glyphs, members: slice, text: str, typeface: Typeface) -> Iterator[Placed]:
    """The glyphs of a cluster one by one: the first shows all of its characters, the others none."""
    for index in range(members.start, members.stop):
        code = typeface.letters[glyphs.ids[index], text if index == members.start else ""]
        yield code, glyphs.xs[index], glyphs.ys[index]


def _font_and_baseline(placed: Placed) -> tuple[str, float]:
    return placed[0].font, placed[2]


def _array(codes: Iterable[Code], xs: Iterable[float], size: float) -> str:
    """The codes, with shifts between them (thousandths of `size`, to the left) where widths alone misplace them."""
    written = []
    pen: float | None = None
    for code, x in zip(codes, xs, strict=True):
        if pen is None:
            pen = x
        elif abs(pen - x) > TOLERANCE:
            shift = round(1000 * (pen - x) / size, 1)
            written.append(f">{shift:g}<")
            pen -= shift * size / 1000
        written.append(code.digits)
        pen += code.width * size
    return f"[<{''.join(written)}>]"
