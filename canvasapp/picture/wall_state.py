"""What the wall in the room shows: one frozen value, exchanged whole, and what the size of the room asks of letters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.template import Perspective
from canvasapp.picture.theme import CONTRAST, DARK, LIGHT, Theme

WIDTH = 1920.0
"""The width of every wall in its own px: what is said in them is as large on a wall of any number of pixels."""

READ_FROM = 0.0042
"""The smallest letter size over the distance it is read from, in rad: its capitals are 0.003 rad high then."""
CONTRAST_FROM = 32.0
"""The smallest letters, in px of a wall 1920 wide, from which on only black and white are told apart for sure."""


class WallMode(StrEnum):
    """What the wall shows: a part of the sheet, or a picture of its own."""

    FOLLOW = "follow"
    STAY = "stay"
    CANVAS = "canvas"
    BLOCK = "block"
    COMPARE = "compare"
    RESULTS = "results"
    BREAK = "break"

    @property
    def shows_sheet(self) -> bool:
        """Whether it is a part of the sheet as the editor shows it."""
        return self in (WallMode.FOLLOW, WallMode.STAY)

    @property
    def shows_block(self) -> bool:
        return self in (WallMode.BLOCK, WallMode.COMPARE)


class WallLook(StrEnum):
    """Which theme the wall wears; BY_DISTANCE is light, and high contrast where the back row is far."""

    BY_DISTANCE = "by-distance"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Room:
    """How far from the wall the back row sits and how wide the picture is on it, in metres."""

    back_row: float = 6.0
    screen_width: float = 3.0

    @property
    def smallest(self) -> float:
        """The smallest letter size that the back row reads, in px of a wall 1920 px wide."""
        return self.smallest_on(WIDTH)

    def smallest_on(self, pixels: float) -> float:
        """The same on a screen so many pixels wide."""
        return READ_FROM * self.back_row * pixels / self.screen_width


@dataclass(frozen=True, slots=True)
class Result:
    """A note in the list of what was voted: its rank from 1, the same for those that tie, and its dots."""

    rank: int
    note: str
    dots: int


@dataclass(frozen=True, slots=True)
class WallState:
    """All that decides what is seen on the wall, besides the board.

    `hidden` are notes that nobody in the room shall see, private ones too. `perspective` shows one lane of the block,
    None both. Of `questions`, ids within the block, the first of each lane stands over it; None leaves that to the
    block. Where all blocks are shown, those beside the one that is `lit` stand back. `region` (mm) is what the
    editor's camera shows, which FOLLOW follows. `pointer` (mm) is where the editor's pointer is, shown as a dot when it
    is not None, `laser` in the colour that stands out. `timer` is what it says, such as 5:12. `pause` is what the break
    screen says.
    """

    mode: WallMode = WallMode.CANVAS
    block: str | None = None
    perspective: Perspective | None = None
    questions: tuple[str, ...] | None = None
    lit: str | None = None
    region: Rect | None = None
    hidden: frozenset[str] = frozenset()
    timer: str | None = None
    results: tuple[Result, ...] = ()
    pause: str = ""
    pointer: Point | None = None
    laser: bool = False
    frozen: bool = False
    blank: bool = False
    look: WallLook = WallLook.BY_DISTANCE
    room: Room = Room()

    @property
    def theme(self) -> Theme:
        match self.look:
            case WallLook.LIGHT:
                return LIGHT
            case WallLook.DARK:
                return DARK
            case WallLook.CONTRAST:
                return CONTRAST
            case WallLook.BY_DISTANCE:
                return CONTRAST if self.room.smallest >= CONTRAST_FROM else LIGHT
