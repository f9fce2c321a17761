"""An SVG on request has its letters as text: any program that knows its fonts sets them where the picture has them."""

import base64
import re
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
import uharfbuzz as hb

from canvasapp.export import ExportOptions
from canvasapp.export.svg import write_svg
from canvasapp.picture.shapes import Glyphs, Picture
from tests.export.pictures import SCRIPTS, example, note, picture

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = {"svg": "http://www.w3.org/2000/svg"}
FONT = re.compile(
    r'font-family:"([^"]*)";font-weight:(\d+);src:url\(data:font/[ot]tf;base64,([^)]*)\)'
)
MIXED = "abc (مرحبا) [שלום] 12 & <d>  two blanks"


def drawn(sheet: Picture) -> ET.Element:
    stream = BytesIO()
    write_svg(sheet, stream, ExportOptions(live_text=True))
    return ET.fromstring(stream.getvalue())


def fonts(root: ET.Element) -> dict[tuple[str | None, str | None], hb.Font]:
    """Those that the drawing brings along, by family and weight."""
    style = root.findtext("svg:defs/svg:style", "", NAMES)
    files = {(name, weight): base64.b64decode(data) for name, weight, data in FONT.findall(style)}
    return {key: hb.Font(hb.Face(data)) for key, data in files.items()}


def set_by_a_reader(element: ET.Element, font: hb.Font) -> tuple[list[float], list[float]]:
    """Where the glyphs of a text come to stand in mm, each in rising order; a letter and its mark may be one."""
    buffer = hb.Buffer()
    buffer.add_str(element.text or "")
    buffer.guess_segment_properties()
    buffer.direction = element.get("direction", "")
    hb.shape(font, buffer)
    assert all(info.codepoint for info in buffer.glyph_infos)
    em = float(element.get("font-size", 0)) / font.face.upem
    advances = [em * each.x_advance for each in buffer.glyph_positions]
    is_leftwards = element.get("direction") == "rtl"
    pen = float(element.get("x", 0)) - (sum(advances) if is_leftwards else 0)
    base, xs, ys = float(element.get("y", 0)), [], []
    for position, advance in zip(buffer.glyph_positions, advances, strict=True):
        xs.append(pen + em * position.x_offset)
        ys.append(base - em * position.y_offset)
        pen += advance
    return sorted(xs), sorted(ys)


def placed(glyphs: Glyphs) -> tuple[list[float], list[float]]:
    return sorted(glyphs.xs), sorted(glyphs.ys)


LETTERS = {name: string for name, string in SCRIPTS.items() if name != "emoji"} | {"mixed": MIXED}


@pytest.mark.parametrize("string", LETTERS.values(), ids=LETTERS.keys())
def test_a_reader_sets_every_letter_where_the_picture_has_it(string):
    sheet = picture(note(string))
    root = drawn(sheet)
    known = fonts(root)
    runs = [glyphs for _, text in sheet.texts() for glyphs in text.runs]
    texts = list(root.iterfind(".//svg:text", NAMES))
    assert [each.text for each in texts] == [glyphs.text for glyphs in runs]
    for element, glyphs in zip(texts, runs, strict=True):
        font = known[element.get("font-family"), element.get("font-weight")]
        for told, wanted in zip(set_by_a_reader(element, font), placed(glyphs), strict=True):
            assert (told[0], told[-1]) == pytest.approx((wanted[0], wanted[-1]), abs=0.1)
            assert all(min(abs(one - other) for other in wanted) < 0.1 for one in told)


def test_emoji_and_codes_are_drawn_as_no_other_program_would_set_them():
    root = drawn(picture(note("work 👩‍🔧 \ue123 \x07")))
    shown = "".join(each.text or "" for each in root.iterfind(".//svg:text", NAMES))
    assert shown.split() == ["work"]
    assert len(list(root.iterfind("svg:defs/svg:image", NAMES))) == 1
    assert list(root.iterfind("svg:defs/svg:path", NAMES))


def test_a_board_brings_only_the_letters_it_needs():
    root = drawn(example())
    shown = {sign for each in root.iterfind(".//svg:text", NAMES) for sign in each.text or ""}
    for font in fonts(root).values():
        assert set(map(chr, font.face.unicodes)) <= shown
