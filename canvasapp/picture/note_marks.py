"""Small signs on a note: that another one contradicts it, that it is locked, that not everybody sees it."""

from __future__ import annotations

from dataclasses import dataclass

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import NoteStatus, Seen
from canvasapp.picture.shapes import Box, Colour, Line, Path, Shape
from canvasapp.picture.theme import NOTE_INK, NOTE_MARK, Theme

SIZE = 7.0
"""Of the sign in the lower right corner, in mm."""

_EYE_LINE, _EYE_RIM = 0.6, 0.4
_FRAME, _FRAME_DASH = 0.7, (3.6, 2.6)
_LOCK = 4.4
_LOCK_LINE = 0.45
_ROUND = 0.5523  # how far a quarter circle's control points lie from its ends, in radii

# Lucide's "arrow-left-right" on its 24 unit grid.
_CONTRADICTS = (
    ((8, 3), (4, 7), (8, 11)),
    ((4, 7), (20, 7)),
    ((16, 21), (20, 17), (16, 13)),
    ((20, 17), (4, 17)),
)


@dataclass(frozen=True, slots=True)
class NoteMarks:
    """What the corners and the foot of a note tell about it.

    `missing` counts the empty fields of its entry; `dots` are those it has in the vote whose counts are shown.
    """

    contradicted: bool = False
    locked: bool = False
    evidenced: bool = False
    status: NoteStatus | None = None
    code: str = ""
    missing: int = 0
    dots: int = 0
    seen: Seen = Seen.SHOWN


NO_MARKS = NoteMarks()


def contradiction(corner: Point) -> tuple[Shape, ...]:
    """The sign of a contradiction with its lower right corner there."""
    left, top = corner.x - SIZE, corner.y - SIZE
    grid = SIZE / 24
    return tuple(
        Line(tuple(Point(left + x * grid, top + y * grid) for x, y in stroke), NOTE_MARK, 0.75)
        for stroke in _CONTRADICTS
    )


def eye_off(corner: Point, seen: Seen, ink: Colour, ground: Colour) -> tuple[Shape, ...]:
    """Lucide's "eye-off", drawn plainly, with its lower right corner there; of a private note on a tile of ink."""
    left, top, grid = corner.x - SIZE, corner.y - SIZE, SIZE / 24
    is_private = seen is Seen.PRIVATE
    colour = ground if is_private else ink
    tile = Rect(left, top, SIZE, SIZE)

    def at(x: float, y: float) -> tuple[float, float]:
        return left + x * grid, top + y * grid

    eye = Path(
        (
            ("M", *at(3, 12)),
            ("C", *at(6.5, 4.5), *at(17.5, 4.5), *at(21, 12)),
            ("C", *at(17.5, 19.5), *at(6.5, 19.5), *at(3, 12)),
            ("Z",),
        ),
        stroke=colour,
        width=_EYE_LINE,
    )
    pupil = Rect(*at(9.5, 9.5), 5 * grid, 5 * grid)
    slash = Line((Point(*at(4, 4)), Point(*at(20, 20))), colour, _EYE_LINE)
    return (
        *((Box(tile.inset(-_EYE_RIM), radius=1.6, fill=ink),) if is_private else ()),
        eye,
        Box(pupil, pupil.w / 2, stroke=colour, width=_EYE_LINE),
        slash,
    )


def unseen_frame(rect: Rect, seen: Seen, theme: Theme) -> tuple[Shape, ...]:
    """What lies over a heading or an image that not everybody sees; nothing over others."""
    if seen is Seen.SHOWN:
        return ()
    corner = Point(rect.right - 1.2, rect.bottom - 1.2)
    tile = Rect(corner.x - SIZE, corner.y - SIZE, SIZE, SIZE).inset(-_EYE_RIM)
    frame = Box(rect.inset(_FRAME / 2), 1.6, stroke=theme.ink2, width=_FRAME, dash=_FRAME_DASH)
    ground = Box(tile, 1.6, fill=theme.sheet)
    return (frame, ground, *eye_off(corner, seen, theme.ink2, theme.sheet))


def lock(
    corner: Point, ground: Colour, ink: Colour = NOTE_INK, size: float = _LOCK
) -> tuple[Shape, ...]:
    """A padlock on a small ground, Lucide's "lock", with its upper right corner there; `size` in mm."""
    tile = Rect(corner.x - size, corner.y, size, size)
    grid = size / 24
    x, y = tile.x, tile.y
    body = Rect(x + 5 * grid, y + 11 * grid, 14 * grid, 9 * grid)
    left, right, high, round_off = x + 8 * grid, x + 16 * grid, y + 4 * grid, 4 * grid
    bend = round_off * (1 - _ROUND)
    shackle = Path(
        (
            ("M", left, body.y),
            ("L", left, high + round_off),
            ("C", left, high + bend, left + bend, high, left + round_off, high),
            ("C", right - bend, high, right, high + bend, right, high + round_off),
            ("L", right, body.y),
        ),
        stroke=ink,
        width=_LOCK_LINE * size / _LOCK,
    )
    return (
        Box(tile, radius=1.0, fill=ground),
        Box(body, radius=0.3 * size / _LOCK, fill=ink),
        shackle,
    )
