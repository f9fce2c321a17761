"""Glyphs joined into one are drawn as they were apart, and the font file stays sound."""

from io import BytesIO

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from canvasapp.export.truetype import NEEDED, Component, Composite, metrics, with_composites
from canvasapp.text.fonts import FACES

FACE = TTFont(FACES["thai"].file)
TABLES = {tag: FACE.reader[tag] for tag in NEEDED if tag in FACE.reader}
NUMBER = {character: FACE.getGlyphID(FACE.getBestCmap()[ord(character)]) for character in "น้ำกA "}
JOINED = Composite((Component(NUMBER["น"], 0, 0), Component(NUMBER["้"], -30, 150)), 640)


def outline(font: TTFont, glyph: int, dx: int = 0, dy: int = 0):
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[font.getGlyphName(glyph)].draw(pen)
    return [
        (operator, tuple((x + dx, y + dy) for x, y in points)) for operator, points in pen.value
    ]


@pytest.fixture(scope="module")
def font() -> TTFont:
    nested = Composite(
        (Component(len(metrics(TABLES)), 10, 0), Component(NUMBER["ก"], 700, 0)), 1300
    )
    spaces = Composite((Component(NUMBER[" "], 0, 0), Component(NUMBER[" "], 200, 0)), 400)
    return TTFont(BytesIO(with_composites(TABLES, [JOINED, nested, spaces])), checkChecksums=2)


def test_the_new_glyphs_come_behind_the_old_ones(font):
    count = FACE["maxp"].numGlyphs
    assert font["maxp"].numGlyphs == count + 3
    for glyph in (0, NUMBER["น"], NUMBER["A"], count - 1):
        assert outline(font, glyph) == outline(FACE, glyph)
        name, old = font.getGlyphName(glyph), FACE.getGlyphName(glyph)
        assert font["hmtx"][name] == FACE["hmtx"][old]


def test_a_composite_draws_its_glyphs_where_they_stood(font):
    glyph = FACE["maxp"].numGlyphs
    apart = outline(FACE, NUMBER["น"]) + outline(FACE, NUMBER["้"], -30, 150)
    assert outline(font, glyph) == apart
    assert outline(font, glyph + 1) == [
        (operator, tuple((x + 10, y) for x, y in points)) for operator, points in apart
    ] + outline(FACE, NUMBER["ก"], 700)
    assert outline(font, glyph + 2) == []


def test_a_composite_knows_its_width_and_bounds(font):
    name = font.getGlyphName(FACE["maxp"].numGlyphs)
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    glyph = font["glyf"][name]
    assert font["hmtx"][name] == (640, glyph.xMin)
    box = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
    assert box[0] <= pen.bounds[0]
    assert box[1] <= pen.bounds[1]
    assert box[2] >= pen.bounds[2]
    assert box[3] >= pen.bounds[3]


def test_the_limits_of_the_font_hold_its_composites(font):
    assert font["maxp"].maxComponentElements >= 2
    assert font["maxp"].maxComponentDepth > FACE["maxp"].maxComponentDepth


def test_the_widths_of_every_glyph_are_read():
    names = FACE.getGlyphOrder()
    assert metrics(TABLES) == [FACE["hmtx"][name] for name in names]
