"""What every control wears: the theme of the moment and the fonts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFont

from canvasapp.controls.letters import TRACKED_FROM, TRACKING, Letters
from canvasapp.picture.shapes import Colour
from canvasapp.picture.theme import Theme

Tone = Callable[[Theme], Colour]
"""Which of the theme's colours: asked at each painting, so a change of theme needs no more than a repaint."""


class Look:
    """The theme in use. One for the whole window: exchanging its theme and repainting changes all controls."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._fonts: dict[Letters, QFont] = {}

    def font(self, letters: Letters) -> QFont:
        if letters not in self._fonts:
            self._fonts[letters] = made_font(letters)
        return self._fonts[letters]


def made_font(letters: Letters) -> QFont:
    font = QFont(letters.family)
    font.setPixelSize(letters.size)
    font.setWeight(QFont.Weight(letters.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if letters.size >= TRACKED_FROM:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, TRACKING * letters.size)
    if letters.tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def ink(theme: Theme) -> Colour:
    return theme.ink


def ink2(theme: Theme) -> Colour:
    return theme.ink2


def ink3(theme: Theme) -> Colour:
    return theme.ink3
