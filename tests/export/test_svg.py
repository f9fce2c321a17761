"""An SVG is valid XML in millimetres, names each part, and looks as the picture does without any font."""

import base64
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from canvasapp.domain.geometry import Point, Rect
from canvasapp.export import ExportOptions
from canvasapp.export.svg import write_svg
from canvasapp.painting import ScaledImages
from canvasapp.picture.shapes import Box, Image, Line, Path, Picture
from tests.export.images import JPEG, PNG_HALF_CLEAR
from tests.export.looks import difference, painted, rows
from tests.export.pictures import SCRIPTS, drawing, example, note, picture

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = {"svg": "http://www.w3.org/2000/svg"}
LINK = "{http://www.w3.org/1999/xlink}href"


def svg(sheet: Picture, options: ExportOptions = ExportOptions()) -> bytes:  # noqa: B008
    stream = BytesIO()
    write_svg(sheet, stream, options)
    return stream.getvalue()


def root(content: bytes) -> ET.Element:
    return ET.fromstring(content)


def rendered(content: bytes, sheet: Picture) -> QImage:
    """As Qt shows the file, two pixels a millimetre."""
    renderer = QSvgRenderer(QByteArray(content))
    assert renderer.isValid()
    image = QImage(round(sheet.width * 2), round(sheet.height * 2), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    canvas = QPainter(image)
    renderer.render(canvas)
    canvas.end()
    return image


@pytest.mark.parametrize(("paper", "size"), [(None, (1189, 841)), ("A3", (420, 297))])
def test_the_drawing_is_as_large_as_its_paper(paper, size):
    drawn = root(svg(example(), ExportOptions(paper=paper)))
    assert (drawn.get("width"), drawn.get("height")) == (f"{size[0]}mm", f"{size[1]}mm")
    assert drawn.get("viewBox") == f"0 0 {size[0]} {size[1]}"


def test_each_part_has_a_title_that_says_what_it_is():
    titles = [
        each.text or "" for each in root(svg(example())).iterfind(".//svg:g/svg:title", NAMES)
    ]
    assert titles == [part.label for part in example().parts]


@pytest.mark.parametrize("string", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_letters_are_outlines_that_the_file_brings_along(string):
    drawn = root(svg(picture(note(string))))
    known = {f"#{each.get('id')}" for each in drawn.iterfind("svg:defs/*", NAMES)}
    used = {each.get(LINK) for each in drawn.iterfind(".//svg:use", NAMES)}
    assert used
    assert used == known
    assert drawn.find(".//svg:text", NAMES) is None


def test_what_xml_can_not_hold_is_replaced():
    content = svg(picture(note('A\x00B\x0bC <&> "D" \ufffe\U0001f44d')))
    (title,) = root(content).iterfind(".//svg:g/svg:title", NAMES)
    assert title.text == 'A\ufffdB\ufffdC <&> "D" \ufffd\U0001f44d'


def test_it_looks_as_the_picture_does():
    shapes = (
        Box(Rect(10, 10, 50, 30), fill="#d55e00"),
        Box(Rect(80, 10, 50, 30), radius=8, fill="#009e73", stroke="#000000", width=4),
        Line((Point(150, 20), Point(200, 20), Point(200, 60)), "#0072b2", 6),
        Line((Point(10, 190), Point(290, 190)), "#0072b2", 2, dash=(10.0, 6.0)),
        Path((("M", 220, 10), ("L", 280, 10), ("C", 280, 40, 220, 40, 220, 70), ("Z",)), "#cc79a7"),
    )
    for sheet in (picture(drawing(*shapes), note("Local bread", 20, 80)), example()):
        assert difference(rows(rendered(svg(sheet), sheet)), rows(painted(sheet, 2.0))) < 12


def test_an_image_is_carried_inside_once_however_often_it_is_shown():
    options = ExportOptions(images={"photo": JPEG}.__getitem__)
    shapes = Image(Rect(10, 20, 30, 40), "photo"), Image(Rect(60, 20, 64, 64), "photo")
    drawn = root(svg(picture(drawing(*shapes)), options))
    (image,) = drawn.iterfind(".//svg:image", NAMES)
    head, _, data = (image.get(LINK) or "").partition(",")
    assert head == "data:image/jpeg;base64"
    assert base64.b64decode(data) == JPEG
    uses = list(drawn.iterfind(".//svg:use", NAMES))
    assert [each.get(LINK) for each in uses] == [f"#{image.get('id')}"] * 2
    assert uses[1].get("transform") == "translate(60.000 20.000) scale(1)"


def test_images_look_as_the_picture_shows_them():
    source = {"photo": JPEG, "drawing": PNG_HALF_CLEAR}.__getitem__
    sheet = picture(
        drawing(
            Box(Rect(100, 0, 200, 200), fill="#ffe999"),
            Image(Rect(10, 10, 90, 40), "photo"),
            Image(Rect(110, 10, 80, 80), "drawing"),
        )
    )
    drawn = rendered(svg(sheet, ExportOptions(images=source)), sheet)
    assert difference(rows(drawn), rows(painted(sheet, 2.0, ScaledImages(source)))) < 12


def test_the_same_picture_gives_the_same_bytes():
    assert svg(example()) == svg(example())
