"""Turns the glyphs of a picture into Qt's glyph runs, and keeps them while there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QRawFont

from canvasapp.painting.made import Made
from canvasapp.picture.shapes import Glyphs
from canvasapp.text.fonts import EM, FACES, qt_font

KEPT_TEXTS = 4_096
MANY, KEPT_LONG_TEXTS = 64, 8
"""Of texts of more than so many runs, which are as large as hundreds of others, so many are kept."""


@dataclass(frozen=True, slots=True)
class ScaledRun:
    """Glyphs of one face, in EM units to the em from the text's `at`; `scale` makes millimetres of them."""

    run: QGlyphRun
    scale: float


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

    def of(self, runs: tuple[Glyphs, ...]) -> tuple[ScaledRun, ...]:
        kept = self._long if len(runs) > MANY else self._runs
        return kept[runs]

    def _make(self, runs: tuple[Glyphs, ...]) -> tuple[ScaledRun, ...]:
        groups: dict[tuple[str, float], list[Glyphs]] = {}
        for glyphs in runs:
            groups.setdefault((glyphs.face, glyphs.size), []).append(glyphs)
        return tuple(
            ScaledRun(_run(self._fonts[face], group, EM / size), size / EM)
            for (face, size), group in groups.items()
        )


def _font(face: str) -> QRawFont:
    return QRawFont.fromFont(qt_font(face))


def _run(font: QRawFont, group: Sequence[Glyphs], units: float) -> QGlyphRun:
    """`units` are EM units in a millimetre."""
    places = [
        QPointF(x * units, y * units)
        for glyphs in group
        for x, y in zip(glyphs.xs, glyphs.ys, strict=True)
    ]
    run = QGlyphRun()
    run.setRawFont(font)
    run.setGlyphIndexes([glyph for glyphs in group for glyph in glyphs.ids])
    run.setPositions(places)
    return run
