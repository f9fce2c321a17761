"""Turns the glyphs of a picture into Qt's glyph runs, and keeps them while there is room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QRawFont

from canvasapp.painting.made import Made
from canvasapp.picture.shapes import Glyphs
from canvasapp.text.fonts import EM, EMOJI, FACES, qt_font

if TYPE_CHECKING:
    from canvasapp.painting.colour_glyphs import ColourGlyph, ColourGlyphs

KEPT_TEXTS = 4_096
MANY, KEPT_LONG_TEXTS = 64, 8
"""Of texts of more than so many runs, which are as large as hundreds of others, so many are kept."""
KEPT_LINES = 256
"""As many as are in view of a text that is being typed: all but one of them are as before."""


@dataclass(frozen=True, slots=True)
class ScaledRun:
    """Glyphs of one face, in EM units to the em from the text's `at`; `scale` makes millimetres of them."""

    run: QGlyphRun
    scale: float


@dataclass(frozen=True, slots=True)
class Coloured:
    """Emoji of a text, at their places from its `at`, and who paints them."""

    glyphs: tuple[ColourGlyph, ...]
    face: ColourGlyphs


class GlyphRuns:
    """Qt's glyph runs of a text: one for each face and size, however many lines it has.

    All runs of a face share one font at EM pixels: under the painter's scale a run costs the same at every zoom, and
    Qt draws letters above 64 device pixels only with a font that it found itself at the size it has. Belongs to the
    thread that made it, as Qt's raw fonts do.
    """

    def __init__(self) -> None:
        self._fonts = Made[str, QRawFont](_font, limit=len(FACES))
        self._runs = Made(self._make, limit=KEPT_TEXTS)
        self._long = Made(self._make, limit=KEPT_LONG_TEXTS)
        self._places = Made(_places, limit=KEPT_LINES)

    def of(self, runs: tuple[Glyphs, ...]) -> tuple[ScaledRun | Coloured, ...]:
        kept = self._long if len(runs) > MANY else self._runs
        return kept[runs]

    def parted(self, runs: tuple[Glyphs, ...]) -> tuple[Sequence[Glyphs], Coloured | None]:
        """The letters of a text, and its emoji when it has any."""
        if not any(glyphs.face == EMOJI for glyphs in runs):
            return runs, None
        letters = [glyphs for glyphs in runs if glyphs.face != EMOJI]
        emoji: list[ColourGlyph] = []
        for glyphs in runs:
            for each in self._colours.of(glyphs) if glyphs.face == EMOJI else ():
                if isinstance(each, Glyphs):
                    letters.append(each)
                else:
                    emoji.append(each)
        return letters, Coloured(tuple(emoji), self._colours)

    def _make(self, runs: tuple[Glyphs, ...]) -> tuple[ScaledRun | Coloured, ...]:
        letters, coloured = self.parted(runs)
        return (*self._letters(letters), *((coloured,) if coloured else ()))

    @cached_property
    def _colours(self) -> ColourGlyphs:
        from canvasapp.painting.colour_glyphs import ColourGlyphs  # noqa: PLC0415  # only who has emoji loads HarfBuzz

        return ColourGlyphs()

    def _letters(self, runs: Iterable[Glyphs]) -> tuple[ScaledRun, ...]:
        groups: dict[tuple[str, float], list[Glyphs]] = {}
        for glyphs in runs:
            groups.setdefault((glyphs.face, glyphs.size), []).append(glyphs)
        return tuple(
            ScaledRun(self._run(face, group), size / EM) for (face, size), group in groups.items()
        )

    def _run(self, face: str, group: Sequence[Glyphs]) -> QGlyphRun:
        run = QGlyphRun()
        run.setRawFont(self._fonts[face])
        run.setGlyphIndexes([glyph for glyphs in group for glyph in glyphs.ids])
        places = self._places.__getitem__ if len(group) > MANY else _places
        run.setPositions([place for glyphs in group for place in places(glyphs)])
        return run


def _font(face: str) -> QRawFont:
    return QRawFont.fromFont(qt_font(face))


def _places(glyphs: Glyphs) -> list[QPointF]:
    """Where the glyphs are, in EM units to the em."""
    units = EM / glyphs.size
    return [QPointF(x * units, y * units) for x, y in zip(glyphs.xs, glyphs.ys, strict=True)]
