"""How large things are on a wall: px of a wall 1920 wide beside millimetres, of which a note's letters have 24 pt."""

from __future__ import annotations

from dataclasses import dataclass

from canvasapp.domain.geometry import Rect
from canvasapp.picture.note_picture import TEXT_SIZES
from canvasapp.picture.wall_state import WIDTH

LETTER = TEXT_SIZES[0]
"""The letter size of a note's text, in mm."""
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class WallScale:
    """A wall on which a note's letters are `letters` px large and none may be smaller than `smallest` px.

    `aspect` is the wall's height over its width.
    """

    letters: float
    smallest: float
    aspect: float

    def mm(self, pixels: float) -> float:
        return pixels * LETTER / self.letters

    def px(self, millimetres: float) -> float:
        return millimetres * self.letters / LETTER

    def size(self, pixels: float) -> float:
        """A letter size in mm: so many px, or the smallest that can be read."""
        return self.mm(max(pixels, self.smallest))

    def reads(self, size: float) -> bool:
        """Whether letters of `size` mm can be read from the back row."""
        return self.px(size) >= self.smallest - _ROUNDING

    @property
    def sheet(self) -> Rect:
        """The whole wall in mm."""
        return Rect(0.0, 0.0, self.mm(WIDTH), self.mm(WIDTH) * self.aspect)
