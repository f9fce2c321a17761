"""The letters of an SVG drawing as outlines: each glyph is written once and used wherever it stands."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping

import uharfbuzz as hb

from canvasapp.painting.colour_glyphs import ColourGlyph, ColourGlyphs
from canvasapp.painting.image_files import written
from canvasapp.picture.shapes import Glyphs
from canvasapp.text.fonts import EMOJI, Face

PIXELS = 256
"""Of an emoji, to the em."""


class Outlines:
    """The glyphs that a drawing uses, named in the order of their first use."""

    def __init__(self, faces: Mapping[str, Face]) -> None:
        self._faces = faces
        self._fonts: dict[str, hb.Font] = {}
        self._names: dict[tuple[str, int], str] = {}
        self._colours: ColourGlyphs | None = None
        self._emoji: dict[int, ColourGlyph] = {}

    def group(self, glyphs: Glyphs) -> str:
        """The element that draws `glyphs` where the origin is their text's `at`."""
        return self._coloured(glyphs) if glyphs.face == EMOJI else self._letters(glyphs)

    def definitions(self) -> Iterator[str]:
        """The outlines of all glyphs used so far, in font units, and the pictures of emoji, in ems."""
        for (face, glyph), name in self._names.items():
            yield f'<path id="{name}" d="{_outline(self._font(face), glyph)}"/>'
        for emoji in self._emoji.values():
            yield self._picture(emoji)

    def _coloured(self, glyphs: Glyphs) -> str:
        self._colours = self._colours or ColourGlyphs()
        return "".join(
            self._letters(each) if isinstance(each, Glyphs) else self._use(each)
            for each in self._colours.of(glyphs)
        )

    def _use(self, emoji: ColourGlyph) -> str:
        self._emoji[emoji.id] = emoji
        place = f"translate({emoji.x:.3f} {emoji.y:.3f}) scale({emoji.size:.5g})"
        return f'<use xlink:href="#e{emoji.id}" transform="{place}"/>'

    def _picture(self, emoji: ColourGlyph) -> str:
        assert self._colours is not None
        data = base64.b64encode(written(self._colours.picture(emoji.id, PIXELS))).decode("ascii")
        box = emoji.box
        return (
            f'<image id="e{emoji.id}" x="{box.x:.4g}" y="{box.y:.4g}" width="{box.w:.4g}"'
            f' height="{box.h:.4g}" xlink:href="data:image/png;base64,{data}"/>'
        )

    def _letters(self, glyphs: Glyphs) -> str:
        scale, base = glyphs.size / self._font(glyphs.face).face.upem, glyphs.ys[0]
        uses = "".join(
            f'<use xlink:href="#{self._name(glyphs.face, glyph)}" x="{x / scale:.1f}"'
            + ("/>" if y == base else f' y="{(y - base) / scale:.1f}"/>')
            for glyph, x, y in zip(glyphs.ids, glyphs.xs, glyphs.ys, strict=True)
        )
        return f'<g transform="translate(0 {base:.3f}) scale({scale:.7f})">{uses}</g>'

    def _font(self, face: str) -> hb.Font:
        if face not in self._fonts:
            blob = hb.Blob.from_file_path(str(self._faces[face].file))
            self._fonts[face] = hb.Font(hb.Face(blob))
        return self._fonts[face]

    def _name(self, face: str, glyph: int) -> str:
        return self._names.setdefault((face, glyph), f"g{len(self._names)}")


def _outline(font: hb.Font, glyph: int) -> str:
    """Path data with y downwards; fonts have it upwards."""
    steps: list[str] = []

    def step(letter: str, *numbers: float) -> None:
        turned = [-value if at % 2 else value for at, value in enumerate(numbers)]
        steps.append(letter + " ".join(f"{value:g}" for value in turned))

    draw = hb.DrawFuncs()
    draw.set_move_to_func(lambda *numbers: step("M", *numbers[:2]))
    draw.set_line_to_func(lambda *numbers: step("L", *numbers[:2]))
    draw.set_quadratic_to_func(lambda *numbers: step("Q", *numbers[:4]))
    draw.set_cubic_to_func(lambda *numbers: step("C", *numbers[:6]))
    draw.set_close_path_func(lambda _: steps.append("Z"))
    font.draw_glyph(glyph, draw)
    return "".join(steps)
