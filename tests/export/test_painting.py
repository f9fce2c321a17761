"""The Qt painter shows shapes where they are and letters too small to read as bars; it leaves no trace behind."""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter, QTransform

from canvasapp.domain.geometry import Point, Rect
from canvasapp.painting import ImageError, PicturePainter, ScaledImages
from canvasapp.painting.glyph_runs import GlyphRuns
from canvasapp.painting.images import decoded, no_images, rgb_and_alpha
from canvasapp.painting.made import Made
from canvasapp.picture.shapes import Box, Image, Line, Path, Segment, Shape
from canvasapp.text.layout import lay_out
from tests.export.images import JPEG, PNG_HALF_CLEAR, encoded, flat
from tests.export.looks import Rows, rows
from tests.export.pictures import drawing, text

pytestmark = pytest.mark.usefixtures("qapp")


def shown(*shapes: Shape, painter: PicturePainter | None = None, scale: float = 1.0) -> Rows:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    canvas = QPainter(image)
    canvas.scale(scale, scale)
    (painter or PicturePainter()).paint_part(canvas, drawing(*shapes))
    canvas.end()
    return rows(image)


def colour(pixels: Rows, x: int, y: int) -> str:
    return "#" + "".join(f"{value:02x}" for value in pixels[y, x])


def test_shapes_have_their_colours_and_places():
    pixels = shown(
        Box(Rect(10, 10, 50, 30), fill="#d55e00"),
        Box(Rect(80, 10, 50, 30), radius=8, fill="#009e73", stroke="#000000", width=4),
        Line((Point(150, 20), Point(200, 20), Point(200, 60)), "#0072b2", 6),
        Path((("M", 220, 10), ("L", 280, 10), ("C", 280, 40, 220, 40, 220, 70), ("Z",)), "#cc79a7"),
    )
    assert colour(pixels, 12, 12) == colour(pixels, 57, 37) == "#d55e00"
    assert colour(pixels, 8, 20) == colour(pixels, 62, 20) == "#ffffff"
    assert colour(pixels, 105, 25) == "#009e73"
    assert colour(pixels, 80, 25) == colour(pixels, 105, 10) == "#000000"
    assert colour(pixels, 79, 9) == "#ffffff"  # the corner is round
    assert colour(pixels, 175, 20) == colour(pixels, 200, 40) == "#0072b2"
    assert colour(pixels, 230, 20) == "#cc79a7"
    assert colour(pixels, 275, 60) == "#ffffff"


def test_glyph_runs_of_short_texts_are_kept_and_long_ones_do_not_pile_up():
    runs = GlyphRuns()
    short, long = lay_out("short", 90.0, 8.0).runs, lay_out("line\n" * 100, 90.0, 8.0).runs
    kept_short, kept_long = runs.of(short), runs.of(long)
    assert runs.of(long) is kept_long
    for lines in range(101, 111):
        runs.of(lay_out("line\n" * lines, 90.0, 8.0).runs)
    assert runs.of(long) is not kept_long
    assert runs.of(short) is kept_short


def test_dashes_have_their_length():
    line = Line((Point(10, 100), Point(290, 100)), "#000000", 2, dash=(20.0, 30.0))
    row = shown(line)[100, :, 0]
    assert all(row[12 + 50 * step] == 0 for step in range(5))
    assert all(row[45 + 50 * step] == 255 for step in range(5))


def test_a_path_that_crosses_itself_is_filled_throughout():
    inner: tuple[Segment, ...] = (
        ("M", 40, 40),
        ("L", 60, 40),
        ("L", 60, 60),
        ("L", 40, 60),
        ("Z",),
    )
    outer: tuple[Segment, ...] = (
        ("M", 20, 20),
        ("L", 80, 20),
        ("L", 80, 80),
        ("L", 20, 80),
        ("Z",),
    )
    assert colour(shown(Path((*outer, *inner), fill="#0072b2")), 50, 50) == "#0072b2"


@pytest.mark.parametrize("scale", [0.5, 1.0, 12.0])
def test_letters_cover_the_same_part_of_the_sheet_at_every_scale(scale):
    """Above 64 pixels Qt takes another way than below."""
    written = text("Bread", Point(0, 0), size=6.0)
    ink = (255 - shown(written, scale=scale)).sum() / scale**2
    assert ink == pytest.approx((255 - shown(written, scale=4.0)).sum() / 16, rel=0.05)


def test_letters_too_small_to_read_are_bars_as_long_as_their_lines():
    written = text("Local bread", Point(10, 10), size=9.0)
    (line,) = written.lines
    bars = PicturePainter(bars_below=10.0)
    row = shown(written, painter=bars)[round(10 + line.baseline - 3)]
    assert (row[12 : 10 + int(line.width)] == row[12]).all()
    assert row[12].max() < 255
    assert (row[round(12 + line.width) :] == 255).all()
    assert (shown(written, painter=bars, scale=2.0) == shown(written, scale=2.0)).all()


def test_the_painter_keeps_its_place():
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    canvas = QPainter(image)
    canvas.translate(3, 4)
    canvas.scale(2.0, 2.0)
    PicturePainter().paint_part(canvas, drawing(text("a"), Box(Rect(0, 0, 5, 5), fill="#000000")))
    assert canvas.worldTransform() == QTransform(2.0, 0.0, 0.0, 2.0, 3.0, 4.0)
    canvas.end()


def test_images_fill_their_places():
    source = {"photo": JPEG, "drawing": PNG_HALF_CLEAR}.__getitem__
    painter = PicturePainter(ScaledImages(source))
    shapes = Image(Rect(10, 10, 80, 80), "photo"), Image(Rect(110, 10, 80, 80), "drawing")
    pixels = shown(*shapes, painter=painter)
    assert np.abs(pixels[50, 50] - (200, 30, 60)).max() < 8
    assert colour(pixels, 120, 50) == "#0000ff"
    assert colour(pixels, 180, 50) == colour(pixels, 100, 50) == "#ffffff"


def test_an_image_keeps_its_proportions_in_the_middle_of_its_place():
    painter = PicturePainter(ScaledImages({"photo": JPEG}.__getitem__))
    pixels = shown(Image(Rect(10, 10, 200, 80), "photo"), painter=painter)
    covered = (pixels != 255).any(axis=2)
    assert covered[12:88, 72:148].all()
    assert not covered[:, :68].any()
    assert not covered[:, 152:].any()


@pytest.mark.parametrize("source", [no_images, lambda digest: b"no image"])
def test_where_an_image_can_not_be_shown_something_stands_instead(source):
    instead = (Box(Rect(20, 20, 30, 30), fill="#d55e00"),)
    painter = PicturePainter(ScaledImages(source))
    pixels = shown(Image(Rect(10, 10, 80, 80), "lost", instead), painter=painter)
    assert colour(pixels, 30, 30) == "#d55e00"
    assert colour(pixels, 12, 12) == "#ffffff"


def test_an_image_is_kept_at_about_the_size_at_which_it_is_shown():
    photo = encoded(flat(1600, 800), "JPG")
    images = ScaledImages({"photo": photo}.__getitem__)
    sizes = []
    for pixels in (10, 200, 300, 1000, 5000):
        image = images("photo", pixels)
        assert image is not None
        sizes.append((image.width(), image.height()))
    assert sizes == [(64, 32), (256, 128), (512, 256), (1024, 512), (1600, 800)]


def test_images_are_read_once_and_those_shown_longest_ago_make_room():
    read: list[str] = []

    def source(digest: str) -> bytes:
        read.append(digest)
        return JPEG

    images = ScaledImages(source, kept_bytes=2 * 64 * 64 * 4)
    for digest in "abab":
        images(digest, 64)
    assert read == ["a", "b"]
    images("c", 64)
    images("b", 64)
    images("a", 64)
    assert read == ["a", "b", "c", "a"]


def test_what_is_lost_is_looked_for_once():
    looked: list[str] = []

    def source(digest: str) -> bytes:
        looked.append(digest)
        return no_images(digest)

    images = ScaledImages(source)
    assert images("lost", 64) is images("lost", 64) is None
    assert looked == ["lost"]


def test_pixels_for_paper_are_told_with_what_shows_through():
    colours, alpha = rgb_and_alpha(decoded(PNG_HALF_CLEAR))
    assert len(colours) == 64 * 64 * 3
    assert colours[:3] == b"\x00\x00\xff"
    assert alpha == (b"\xff" * 32 + b"\x00" * 32) * 64
    assert rgb_and_alpha(decoded(JPEG))[1] is None


def test_what_is_no_image_is_told():
    with pytest.raises(ImageError, match="can not be read"):
        decoded(b"not an image")


def test_things_are_made_once_and_the_oldest_go_when_there_is_no_room():
    made: list[int] = []

    def square(number: int) -> int:
        made.append(number)
        return number * number

    squares = Made(square, limit=2)
    assert [squares[number] for number in (2, 2, 3, 2)] == [4, 4, 9, 4]
    assert made == [2, 3]
    assert squares[4] == 16
    assert set(squares) == {3, 4}
