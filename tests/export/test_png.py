"""A PNG is the picture at its resolution, painted in bands that no one can see, in little memory."""

import struct
import subprocess
import sys
from io import BytesIO

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from canvasapp.domain.geometry import Rect
from canvasapp.export import ExportError, ExportOptions
from canvasapp.export.png import BAND, MOST_DPI, write_png
from canvasapp.painting import PicturePainter
from canvasapp.picture.shapes import Box, Picture
from tests.export.pictures import SCRIPTS, drawing, example, note, picture, text

pytestmark = pytest.mark.usefixtures("qapp")

STACKED = "Ṩ̂̌ นี้ที่ गर्मी العَرَبِيَّة 👍🏽 gy"


def png(sheet: Picture, options: ExportOptions) -> bytes:
    stream = BytesIO()
    write_png(sheet, stream, options)
    return stream.getvalue()


def decoded(content: bytes) -> QImage:
    image = QImage.fromData(content)
    assert not image.isNull()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def pixels(image: QImage):
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[:, :, 2::-1].astype(int)


def painted_at_once(sheet: Picture, width: int, height: int, scale: float) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    canvas = QPainter(image)
    canvas.scale(scale, scale)
    PicturePainter().paint(canvas, sheet.parts)
    canvas.end()
    return image


def chunks(content: bytes) -> dict[bytes, bytes]:
    found, at = {}, 8
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        found[kind] = content[at + 8 : at + 8 + length]
        at += 12 + length
    return found


def test_bands_join_without_a_seam():
    notes = [note(string, 20, 10 + 95 * row) for row, string in enumerate(SCRIPTS.values())]
    sheet = picture(*notes, height=1400)
    banded = pixels(decoded(png(sheet, ExportOptions(dpi=100))))
    height, width = banded.shape[:2]
    assert height > 3 * BAND
    assert (banded == pixels(painted_at_once(sheet, width, height, 100 / 25.4))).all()


@pytest.mark.parametrize(
    ("paper", "dpi", "size"),
    [(None, 25, (1170, 828)), ("A0", 50, (2341, 1656)), ("A4", 300, (3508, 2480))],
)
def test_the_image_has_the_pixels_of_its_paper_and_says_how_large_they_are(paper, dpi, size):
    content = png(example(), ExportOptions(paper=paper, dpi=dpi))
    image = decoded(content)
    assert (image.width(), image.height()) == size
    across, down, unit = struct.unpack(">IIB", chunks(content)[b"pHYs"])
    assert (across, down, unit) == (round(dpi / 0.0254), round(dpi / 0.0254), 1)
    assert chunks(content)[b"sRGB"] == b"\0"


def test_colours_are_those_of_the_picture():
    sheet = drawing(
        Box(Rect(0, 0, 150, 200), fill="#d55e00"), Box(Rect(150, 0, 150, 200), fill="#0072b2")
    )
    shown = pixels(decoded(png(picture(sheet), ExportOptions(dpi=20))))
    assert tuple(shown[10, 10]) == (0xD5, 0x5E, 0x00)
    assert tuple(shown[10, -10]) == (0x00, 0x72, 0xB2)


def test_letters_larger_than_64_pixels_are_painted():
    """Qt leaves them out when a font was loaded from a file."""
    sheet = picture(drawing(text("I", size=20.0)), width=20, height=25)
    shown = pixels(decoded(png(sheet, ExportOptions(dpi=254))))
    assert (shown.sum(axis=2) < 150).sum() > 64 * 10  # its stem is 140 pixels high


def test_large_letters_with_stacked_marks_join_without_a_seam():
    sheet = picture(note(STACKED), width=160, height=120)
    banded = pixels(decoded(png(sheet, ExportOptions(dpi=400))))
    height, width = banded.shape[:2]
    assert height > 5 * BAND
    assert (banded == pixels(painted_at_once(sheet, width, height, 400 / 25.4))).all()


@pytest.mark.parametrize("dpi", [0, 9, MOST_DPI + 1])
def test_a_resolution_out_of_bounds_is_refused(dpi):
    with pytest.raises(ExportError, match=f"10 to 1200 dpi, not {dpi}"):
        png(picture(), ExportOptions(dpi=dpi))


def test_an_image_that_few_programs_could_open_is_refused_with_what_would_do():
    with pytest.raises(ExportError, match="choose at most 683 dpi"):
        png(example(), ExportOptions(dpi=1200))
    assert 683 / 25.4 * 1189 < 32_000 < 684 / 25.4 * 1189


MEMORY = """
import os, resource, sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
from canvasapp.export import ExportOptions
from canvasapp.export.png import write_png
from tests.export.pictures import example

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)

with open(os.devnull, "wb") as nowhere:
    write_png(example(), nowhere, ExportOptions(dpi=20))
    before = peak()
    write_png(example(), nowhere, ExportOptions(dpi=300))
print(peak() - before)
"""


def test_a_wall_sized_image_needs_a_fraction_of_its_pixels_in_memory():
    run = subprocess.run(
        [sys.executable, "-c", MEMORY],
        env={"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    whole = 4 * (1189 / 25.4 * 300) * (841 / 25.4 * 300)
    assert int(run.stdout) < whole / 5
