"""The letters of an SVG drawing as text that can be searched and changed, in fonts that the file brings along."""

from __future__ import annotations

import base64
import unicodedata
from collections.abc import Iterator, Mapping
from html import escape

import uharfbuzz as hb

from canvasapp.export.svg_glyphs import Outlines
from canvasapp.picture.shapes import Glyphs
from canvasapp.text.fonts import CODES, EMOJI, Face
from canvasapp.text.paragraphs import reads_right_to_left

AS_OUTLINES = (CODES, EMOJI)
"""Faces whose letters no other program sets as we do: codes in boxes, and pictures."""

_STYLE = "text{white-space:pre;text-rendering:geometricPrecision}"
"""Blanks as they were typed, and letters as far from each other at every zoom."""


class LiveText:
    """The characters that a drawing shows in each face. As `Outlines`, which are left for AS_OUTLINES alone."""

    def __init__(self, faces: Mapping[str, Face]) -> None:
        self._faces = faces
        self._outlines = Outlines(faces)
        self._fonts: dict[str, hb.Font] = {}
        self._shown: dict[str, set[str]] = {}

    def group(self, glyphs: Glyphs) -> str:
        """The element that shows `glyphs` where the origin is their text's `at`. Its direction is told, not guessed."""
        if glyphs.face in AS_OUTLINES:
            return self._outlines.group(glyphs)
        self._shown.setdefault(glyphs.face, set()).add(glyphs.text)
        face, leftwards = self._faces[glyphs.face], _runs_to_the_left(glyphs)
        start = self._right(glyphs) if leftwards else glyphs.xs[0]
        return (
            f'<text x="{start:.3f}" y="{glyphs.ys[0]:.3f}" font-family="{face.family}"'
            f' font-weight="{face.weight}" font-size="{glyphs.size:.5g}" unicode-bidi="bidi-override"'
            f' direction="{"rtl" if leftwards else "ltr"}" xml:space="preserve">'
            f"{escape(glyphs.text, quote=False)}</text>"
        )

    def definitions(self) -> Iterator[str]:
        """The fonts with the letters used so far, and what they need to be set as they are here."""
        faces = "".join(self._embedded(face) for face in self._shown)
        yield f"<style>{_STYLE}{faces}</style>"
        yield from self._outlines.definitions()

    def _embedded(self, face_id: str) -> str:
        face, wanted = self._faces[face_id], hb.SubsetInput()
        wanted.unicode_set.update(map(ord, _with_parts(self._shown[face_id])))
        wanted.flags = hb.SubsetFlags.NO_HINTING
        data = base64.b64encode(hb.subset(self._font(face_id).face, wanted).blob.data)
        return (
            f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};'
            f"src:url(data:font/{face.file.suffix[1:]};base64,{data.decode('ascii')})}}"
        )

    def _right(self, glyphs: Glyphs) -> float:
        """Where a run begins that goes to the left."""
        font = self._font(glyphs.face)
        em = glyphs.size / font.face.upem
        ends = (
            x + em * font.get_glyph_h_advance(glyph)
            for glyph, x, start in zip(glyphs.ids, glyphs.xs, glyphs.starts, strict=True)
            if start == glyphs.starts[0]
        )
        return float(max(ends))

    def _font(self, face: str) -> hb.Font:
        if face not in self._fonts:
            blob = hb.Blob.from_file_path(str(self._faces[face].file))
            self._fonts[face] = hb.Font(hb.Face(blob))
        return self._fonts[face]


def _runs_to_the_left(glyphs: Glyphs) -> bool:
    if glyphs.starts[0] == glyphs.starts[-1]:  # one cluster, whose marks may lie on any side
        return reads_right_to_left(glyphs.text)
    return glyphs.xs[0] > glyphs.xs[-1]


def _with_parts(texts: set[str]) -> set[str]:
    """All characters of the texts, joined and taken apart too: who sets a text may look for either."""
    joined = (unicodedata.normalize("NFC", text) for text in texts)
    apart = (unicodedata.normalize("NFKD", text) for text in texts)
    return set[str]().union(*texts, *joined, *apart)
