"""How parties are told apart by more than their colours: hatching, stripes, and ticks that are seen from afar."""

from __future__ import annotations

from canvasapp.domain.geometry import Point, Rect
from canvasapp.picture.shapes import Box, Colour, Line, Shape
from canvasapp.picture.theme import PartyColours

HATCH = 10.0
HATCH_LINES = 5
HATCH_LINE = 0.35
STRIPE, STRIPE_ASIDE, STRIPE_SHORT = 1.6, 1.0, 4.0
"""A stripe's width, and how far it stays off the note's side and its corners, in mm."""
BAR = 4.0
"""How high the bar at the foot is where all paper is white, in mm."""
TICK, TICK_PITCH, TICKS = 3.2, 5.6, 8


def paper_marks(rect: Rect, colours: PartyColours) -> tuple[Shape, ...]:
    """What the paper of a party's notes has besides its colour. `rect` is the note's, inside of its edge."""
    return (
        *(_hatching(rect, colours.hatch) if colours.hatched else ()),
        *_stripes(rect, colours),
        *(_bar(rect, colours.bar) if colours.bar else ()),
    )


def chip_stripes(chip: Rect, colours: PartyColours) -> tuple[Shape, ...]:
    """As many stripes on a chip: under its letters, then over them. Beside them they would be read as letters."""
    high = chip.h / 11
    low = Rect(chip.x + chip.w / 5, chip.bottom - 1.8 * high, chip.w * 3 / 5, high)
    places = (low, low.moved(0.0, 2.6 * high - chip.h))[: colours.stripes]
    return tuple(Box(each, fill=colours.chip_ink) for each in places)


def ticks(at: Point, room: float, slot: int, colour: Colour, height: float) -> tuple[Shape, ...]:
    """As many as the number of the party's colour: they are counted, or seen as a length, where no letter is read.

    From `at` to the right, eight of them in `room` mm at most.
    """
    pitch = min(TICK_PITCH, room / TICKS)
    width = TICK * pitch / TICK_PITCH
    places = (at.x + pitch * number for number in range((slot - 1) % TICKS + 1))
    return tuple(Box(Rect(x, at.y, width, height), fill=colour) for x in places)


def _hatching(rect: Rect, colour: Colour) -> tuple[Shape, ...]:
    """Five lines that cut the upper right corner."""
    reaches = (HATCH * step / HATCH_LINES for step in range(1, HATCH_LINES + 1))
    return tuple(
        Line(
            (Point(rect.right - each, rect.y), Point(rect.right, rect.y + each)), colour, HATCH_LINE
        )
        for each in reaches
    )


def _stripes(rect: Rect, colours: PartyColours) -> tuple[Shape, ...]:
    """Down the left side, or down both sides."""
    high = max(rect.h - 2 * STRIPE_SHORT, STRIPE)
    left = Rect(rect.x + STRIPE_ASIDE, rect.y + (rect.h - high) / 2, STRIPE, high)
    places = (left, left.moved(rect.w - 2 * STRIPE_ASIDE - STRIPE, 0.0))[: colours.stripes]
    return tuple(Box(each, radius=STRIPE / 2, fill=colours.hatch) for each in places)


def _bar(rect: Rect, colour: Colour) -> tuple[Shape, ...]:
    return (Box(Rect(rect.x, rect.bottom - BAR, rect.w, BAR), fill=colour),)
