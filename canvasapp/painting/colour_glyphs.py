"""Emoji in colour: what the characters of a cluster look like, as a picture of any size (OpenType 1.9, COLRv1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import uharfbuzz as hb
from PySide6.QtGui import QImage

from canvasapp.domain.geometry import Rect
from canvasapp.painting.made import Made
from canvasapp.resources import resource
from canvasapp.text.clusters import clusters, part_of
from canvasapp.text.runs import Glyphs

LEAST, MOST = 32, 1024
"""The smallest and the largest picture, in pixels to the em."""
KEPT_PICTURES, KEPT_TEXTS = 256, 4_096


_COLOURED = re.compile(
    "[\U00010000-\U0010ffff\ufe0f\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653"
    "\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd"
    "\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]"
)
"""What is an emoji without being asked for (UTS 51, Emoji_Presentation), and what asks for one; \u260e is a letter."""

_SELECTOR = "\ufe0f"


@dataclass(frozen=True, slots=True)
class ColourGlyph:
    """An emoji whose origin lies (x, y) mm from the text's `at`, in letters of `size` mm, and what it stands for.

    `box` is what its picture covers, in ems from the origin, y downwards.
    """

    id: int
    text: str
    x: float
    y: float
    size: float
    box: Rect

    @property
    def rect(self) -> Rect:
        """The box in mm from the text's `at`."""
        box, size = self.box, self.size
        return Rect(self.x + box.x * size, self.y + box.y * size, box.w * size, box.h * size)


class ColourGlyphs:
    """The coloured face; its file is read when the first emoji is looked for. For one thread."""

    def __init__(self) -> None:
        self._ids = Made(self._id, limit=KEPT_TEXTS)
        self._pictures = Made(self._picture, limit=KEPT_PICTURES)

    def of(self, glyphs: Glyphs) -> Iterator[ColourGlyph | Glyphs]:
        """Each cluster of a run: an emoji, or the letters of one that has no colour here."""
        for members, text in clusters(glyphs):
            number = self._ids[text]
            if number:
                x, y = glyphs.xs[members.start], glyphs.ys[members.start]
                yield ColourGlyph(number, text, x, y, glyphs.size, self._box(number))
            else:
                yield part_of(glyphs, members, text)

    def picture(self, number: int, pixels: float) -> QImage:
        """The emoji, at least `pixels` to the em as far as there are so large ones: the next power of two."""
        size = LEAST
        while size < min(pixels, MOST):
            size *= 2
        return self._pictures[number, size]

    def width(self, number: int) -> float:
        """How far the next letter stands from it, in ems."""
        return float(self._font.get_glyph_h_advance(number) / self._font.face.upem)

    @cached_property
    def _font(self) -> hb.Font:
        return hb.Font(
            hb.Face(hb.Blob.from_file_path(str(resource("fonts", "CanvasEmojiColour-Regular.ttf"))))
        )

    def _id(self, text: str) -> int:
        """The glyph of these characters, 0 when they have none, more than one, or are letters rather than an emoji."""
        if not _COLOURED.search(text):
            return 0
        buffer = hb.Buffer()
        buffer.add_str(text.replace(_SELECTOR, ""))
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        hb.shape(self._font, buffer)
        numbers = [each.codepoint for each in buffer.glyph_infos]
        found: int = numbers[0] if len(numbers) == 1 else 0
        return found

    def _box(self, number: int) -> Rect:
        box, em = self._font.get_glyph_extents(number), self._font.face.upem
        return Rect(box.x_bearing / em, -box.y_bearing / em, box.width / em, -box.height / em)

    def _picture(self, wanted: tuple[int, int]) -> QImage:
        number, size = wanted
        font, painted = hb.Font(self._font.face), hb.RasterPaint()
        font.scale = size, size
        painted.set_glyph_extents(font.get_glyph_extents(number))
        painted.paint_glyph(font, number)
        raster = painted.render()
        width, height, stride = raster.extents[2:]
        form = QImage.Format.Format_ARGB32_Premultiplied
        image = QImage(raster.buffer, width, height, stride, form)
        return image.flipped().copy()  # its rows are from below, and its memory HarfBuzz's
