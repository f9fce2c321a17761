"""The letters of a PDF: which code stands for which glyphs and characters.

A code stands for a cluster: one or more glyphs as they are placed, and the characters they show. So whoever copies or
searches finds the characters, whatever shaping did to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import uharfbuzz as hb

from canvasapp.export.truetype import Component, metrics
from canvasapp.painting.colour_glyphs import ColourGlyph, ColourGlyphs
from canvasapp.text.fonts import EMOJI, Face

Cluster = tuple[tuple[Component, ...], str]
"""Glyphs placed from the cluster's origin, and the characters they show."""


@dataclass(frozen=True, slots=True)
class Code:
    """What a cluster is written as: the font's name on the page, four hexadecimal digits, its width in ems."""

    font: str
    digits: str
    width: float


class Fonts(dict[str, "Typeface"]):
    """The typefaces that a document uses, by face id."""

    def __init__(self, faces: Mapping[str, Face]) -> None:
        super().__init__()
        self._faces = faces

    def __missing__(self, face: str) -> Typeface:
        made = self[face] = Typeface(f"F{len(self) + 1}", self._faces[face])
        return made


class Letters(dict[tuple[int, str], Code]):
    """The codes of clusters that are one glyph, quick to find."""

    def __init__(self, typeface: Typeface) -> None:
        super().__init__()
        self._typeface = typeface

    def __missing__(self, letter: tuple[int, str]) -> Code:
        glyph, text = letter
        code = self[letter] = self._typeface[(Component(glyph, 0, 0),), text]
        return code


class ColourCodes(dict[tuple[int, str], tuple[ColourGlyph, Code]]):
    """The codes of emoji, by their glyph and the characters they stand for: of two digits, 255 in a font, from 1."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.face = ColourGlyphs()

    def code(self, glyph: ColourGlyph) -> Code:
        key = glyph.id, glyph.text
        if key not in self:
            font, number = divmod(len(self), 255)
            width = round(self.face.width(glyph.id), 3)
            self[key] = glyph, Code(f"{self._name}.E{font}", f"{number + 1:02X}", width)
        return self[key][1]


class Typeface(dict[Cluster, Code]):
    """One face as a document uses it. Looking up a cluster gives it a code.

    Over TrueType outlines every cluster has a glyph of its own. Over CFF outlines a code is the glyph's number, so a
    glyph that shows other characters elsewhere gets another font on the same outlines (`layers`: one for each font).
    """

    def __init__(self, name: str, face: Face) -> None:
        super().__init__()
        self.name = name
        self.face = face
        self.source = hb.Face(hb.Blob.from_file_path(str(face.file)))
        self.upem: int = self.source.upem
        self.is_cff = "CFF " in self.source.table_tags
        self.letters = Letters(self)
        self.colours = ColourCodes(name) if face.id == EMOJI else None
        self.layers: list[dict[int, str]] = []
        self._advances = _advances(self.source)
        self._space = hb.Font(self.source).get_nominal_glyph(ord(" "))

    def __missing__(self, cluster: Cluster) -> Code:
        code = self[cluster] = self._layered(*cluster) if self.is_cff else self._next(cluster[0])
        return code

    @property
    def space(self) -> Code | None:
        """The code of a space, None when the face has none."""
        return None if self._space is None else self.letters[self._space, " "]

    def advance(self, glyph: int) -> int:
        """How far the next glyph stands from `glyph`, in font units."""
        return self._advances[glyph]

    def width(self, components: tuple[Component, ...]) -> float:
        """The width of a cluster in ems, in thousandths as readers take it."""
        units = sum(self._advances[each.glyph] for each in components)
        return round(1000 * units / self.upem) / 1000

    def _next(self, components: tuple[Component, ...]) -> Code:
        return Code(self.name, f"{len(self) + 1:04X}", self.width(components))

    def _layered(self, components: tuple[Component, ...], text: str) -> Code:
        (component,) = components
        glyph = component.glyph
        number = next((n for n, layer in enumerate(self.layers) if glyph not in layer), None)
        if number is None:
            number = len(self.layers)
            self.layers.append({})
        self.layers[number][glyph] = text
        return Code(self.layer_name(number), f"{glyph:04X}", self.width(components))

    def layer_name(self, number: int) -> str:
        return f"{self.name}.{number}" if number else self.name


def _advances(source: hb.Face) -> list[int]:
    tables = {tag: source.reference_table(tag).data for tag in ("maxp", "hhea", "hmtx")}
    return [advance for advance, _ in metrics(tables)]
