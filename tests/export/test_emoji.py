"""Emoji are in colour on every surface, one picture for what is joined, and stay the characters they are."""

from io import BytesIO
from xml.etree import ElementTree as ET

import numpy as np
import pikepdf
import pytest
from PySide6.QtGui import QImage

from canvasapp.export import ExportOptions
from canvasapp.export.png import write_png
from canvasapp.export.svg import write_svg
from canvasapp.painting.colour_glyphs import ColourGlyph, ColourGlyphs
from canvasapp.picture.shapes import Picture
from canvasapp.text.fonts import EMOJI
from canvasapp.text.layout import lay_out
from tests.export.looks import rows
from tests.export.pictures import note, pdf, picture
from tests.export.test_pdf_text import extracted

pytestmark = pytest.mark.usefixtures("qapp")

JOINED = ["👍🏽", "👩‍🔧", "👩🏽‍🚒", "👩‍👩‍👧", "🇫🇮", "1️⃣", "❤️", "☎️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"]


def emoji_in(string: str) -> list[ColourGlyph]:
    runs = [run for run in lay_out(string, 200.0, 10.0).runs if run.face == EMOJI]
    found = [each for run in runs for each in ColourGlyphs().of(run)]
    return [each for each in found if isinstance(each, ColourGlyph)]


@pytest.mark.parametrize("string", JOINED)
def test_what_is_joined_is_one_picture(string):
    (emoji,) = emoji_in(string)
    assert emoji.text == string


def test_skin_tones_differ():
    assert len({each.id for each in emoji_in("👍 👍🏻 👍🏽 👍🏿")}) == 4


def test_signs_that_are_letters_stay_letters():
    assert emoji_in("✔ ☎ ♥") == []


def has_colours(image: QImage) -> bool:
    """Whether any pixel is far from grey."""
    pixels = rows(image).astype(np.int16)
    return bool((pixels.max(axis=2) - pixels.min(axis=2) > 60).any())


def type3_fonts(content: bytes) -> int:
    with pikepdf.open(BytesIO(content)) as document:
        fonts = document.pages[0].Resources.Font.values()
        return [str(font.Subtype) for font in fonts].count("/Type3")


def plain(string: str) -> Picture:
    sheet = picture(note(string))
    (part,) = sheet.parts
    written_only = type(part)(part.kind, part.id, part.label, part.rect, part.shapes[1:])
    return type(sheet)(sheet.width, sheet.height, "", "en", (written_only,))


@pytest.mark.parametrize(("string", "coloured"), [("👍🏽", True), ("🇫🇮", True), ("no", False)])
def test_png_and_svg_show_them_in_colour(string, coloured):
    png, svg = BytesIO(), BytesIO()
    write_png(plain(string), png, ExportOptions(dpi=50))
    write_svg(plain(string), svg, ExportOptions())
    assert has_colours(QImage.fromData(png.getvalue())) is coloured
    images = ET.fromstring(svg.getvalue()).iter("{http://www.w3.org/2000/svg}image")
    assert bool(list(images)) is coloured


@pytest.mark.parametrize("string", ["great 👍🏽 👩‍🔧 end", "1️⃣ first 2️⃣ second", "👩‍👩‍👧 👍 👩‍👩‍👧"])
def test_a_pdf_shows_them_in_colour_and_gives_them_back_as_text(string):
    content = pdf(picture(note(string)))
    assert extracted(content).split() == string.split()
    assert type3_fonts(content) == 1


def test_more_emoji_than_a_font_has_codes_for_take_another():
    many = " ".join(chr(code) for code in range(0x1F400, 0x1F43E))
    hands = " ".join(chr(0x1F466 + n) + tone for n in range(4) for tone in "🏻🏼🏽🏾🏿")
    faces = " ".join(chr(code) for code in [*range(0x1F600, 0x1F650), *range(0x1F680, 0x1F6C6)])
    more = " ".join(chr(code) for code in range(0x1F90D, 0x1F93A))
    string = f"{many} {hands} {faces} {more}"
    content = pdf(picture(note(string)))
    assert sorted(extracted(content).split()) == sorted(string.split())
    assert type3_fonts(content) == 2
