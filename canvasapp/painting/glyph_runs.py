"""Turns the glyphs of a picture into Qt's glyph runs, and keeps them while there is room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGlyphRun, QRawFont

from canvasapp.painting.made import Made
from canvasapp.picture.shapes import Glyphs
from canvasapp.text.fonts import Face

KEPT_TEXTS = 30_000
KEPT_SIZES = 512

Letters = tuple[str, float]
"""A face's id and the letter size in mm."""


class GlyphRuns:
    """Qt's glyph runs of a text, in mm from the text's `at`: one for each face and size, however many lines it has.

    A glyph run under the painter's scale costs what one in device pixels does, so one serves every zoom. Belongs to
    the thread that made it, as Qt's raw fonts do.
    """

    def __init__(self, faces: Mapping[str, Face]) -> None:
        self._faces = faces
        self._loaded = Made(self._load, limit=len(faces) + 1)
        self._sized = Made(self._size, limit=KEPT_SIZES)
        self._runs = Made(self._make, limit=KEPT_TEXTS)

    def of(self, runs: tuple[Glyphs, ...]) -> tuple[QGlyphRun, ...]:
        return self._runs[runs]

    def _make(self, runs: tuple[Glyphs, ...]) -> tuple[QGlyphRun, ...]:
        by_letters: dict[Letters, list[Glyphs]] = {}
        for glyphs in runs:
            by_letters.setdefault((glyphs.face, glyphs.size), []).append(glyphs)
        return tuple(_run(self._sized[letters], group) for letters, group in by_letters.items())

    def _size(self, letters: Letters) -> QRawFont:
        face, size = letters
        font = QRawFont(self._loaded[face])  # shares the font file's memory
        font.setPixelSize(size)
        return font

    def _load(self, face: str) -> QRawFont:
        unhinted = QFont.HintingPreference.PreferNoHinting
        font = QRawFont(str(self._faces[face].file), 16.0, unhinted)
        if not font.isValid():
            raise OSError(f"The font file {self._faces[face].file} can not be read")
        return font


def _run(font: QRawFont, group: list[Glyphs]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(font)
    run.setGlyphIndexes([glyph for glyphs in group for glyph in glyphs.ids])
    run.setPositions(
        [QPointF(x, y) for glyphs in group for x, y in zip(glyphs.xs, glyphs.ys, strict=True)]
    )
    return run
