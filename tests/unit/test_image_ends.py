"""Image files whose end is missing."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from canvasapp.painting.image_ends import is_cut_off
from canvasapp.painting.image_files import image_facts, written

GIF = bytes.fromhex(
    "474946383961 0200 0200 80 00 00 000000 ffffff"  # two by two pixels, two colours
    "21f9 04 00000000 00"  # an extension
    "2c 0000 0000 0200 0200 00 02 03 440205 00 3b"
)


def photo(form: str) -> bytes:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    for x in range(40):
        for y in range(30):
            image.setPixelColor(x, y, QColor(6 * x, 8 * y, x * y % 256))
    return written(image, form)


def with_thumbnail(jpeg: bytes) -> bytes:
    """A whole JPEG inside of another one, as cameras put it into theirs."""
    length = (len(jpeg) + 2).to_bytes(2, "big")
    return jpeg[:2] + b"\xff\xe1" + length + jpeg + jpeg[2:]


@pytest.mark.parametrize("content", [photo("JPG"), with_thumbnail(photo("JPG")), photo("BMP"), GIF])
def test_a_file_is_cut_off_wherever_it_stops_short_of_its_end(content: bytes) -> None:
    media_type = image_facts(content).media_type

    assert not is_cut_off(content, media_type)
    assert not is_cut_off(content + b"what some cameras add", media_type)
    assert all(is_cut_off(content[:end], media_type) for end in range(20, len(content)))


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_formats_that_qt_reads_whole_or_not_at_all_are_left_to_it(form: str) -> None:
    assert not is_cut_off(photo(form)[:100], f"image/{form.lower()}")
