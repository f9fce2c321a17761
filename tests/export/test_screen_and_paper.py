"""Screen and paper show the same picture."""

import numpy as np
import pypdfium2
import pytest

from canvasapp.domain.geometry import Rect
from canvasapp.picture.shapes import Box
from tests.export.looks import Rows, difference, painted, rows
from tests.export.pictures import SCRIPTS, drawing, example, note, pdf, picture

pytestmark = pytest.mark.usefixtures("qapp")

DPI = 72
TOLERANCE = 10
"""Programs smooth edges differently: a block may differ by so much in colour (0 to 255)."""


def printed(content: bytes) -> Rows:
    page = pypdfium2.PdfDocument(content)[0]
    bitmap = page.render(scale=DPI / 72, rev_byteorder=True).to_numpy()
    return np.asarray(bitmap[:, :, :3], dtype=int)


@pytest.mark.parametrize("canvas", ["service-logic-bmc", "value-stack", "service-ecosystem"])
def test_a_canvas_looks_the_same_on_both(canvas):
    sheet = example(canvas)
    gap = difference(printed(pdf(sheet)), rows(painted(sheet, DPI / 25.4)))
    assert gap < TOLERANCE


def test_every_script_looks_the_same_on_both():
    notes = [note(string, 20, 20 + 95 * row) for row, string in enumerate(SCRIPTS.values())]
    sheet = picture(*notes, height=1500)
    gap = difference(printed(pdf(sheet)), rows(painted(sheet, DPI / 25.4)))
    assert gap < TOLERANCE


def test_what_no_face_has_is_an_empty_box_on_both():
    sheet = picture(note("ქართული Հայերեն አማርኛ বাংলা தமிழ்"))
    assert difference(printed(pdf(sheet)), rows(painted(sheet, DPI / 25.4))) < TOLERANCE
    assert difference(printed(pdf(sheet)), rows(painted(picture(note("")), DPI / 25.4))) > TOLERANCE


def test_a_difference_would_be_seen():
    sheet = picture(
        drawing(Box(Rect(20, 20, 60, 60), fill="#d55e00")), note("Local bread", 20, 100)
    )
    moved = picture(
        drawing(Box(Rect(25, 20, 60, 60), fill="#d55e00")), note("Local bread", 20, 100)
    )
    said = picture(drawing(Box(Rect(20, 20, 60, 60), fill="#d55e00")), note("", 20, 100))
    for other in (moved, said):
        gap = difference(printed(pdf(sheet)), rows(painted(other, DPI / 25.4)))
        assert gap > 2 * TOLERANCE
