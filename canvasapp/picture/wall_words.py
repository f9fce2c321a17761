"""The words on the wall that are no note's: its title, whose view is which, the time left, and what is left out."""

from __future__ import annotations

from functools import lru_cache

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.template import Perspective
from canvasapp.picture.block_picture import LABELS, mark_shape
from canvasapp.picture.shapes import Colour, Kind, Part, Shape
from canvasapp.picture.theme import Theme
from canvasapp.picture.wall_scale import WallScale
from canvasapp.picture.words import one_line, words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import ASCENT, LEADING, Layout, lay_out

TIMER = 84.0
"""The letter size of the time left, in px of a wall 1920 wide, as all sizes here."""
OVER = "0:00"
_CAPITALS = 0.73
"""How high capitals and figures are, in letter sizes."""
_BETWEEN = 48.0


def line_in(text: str, width: float, size: float, style: Style, at: Point, ink: Colour) -> Shape:
    """One line whose capitals have their middle at the height of `at`, cut where it is wider than `width` mm."""
    layout = one_line(text, max(width, 1.0), size, style)
    return words(Point(at.x, middle_top(at.y, size)), layout, ink)


def middle_top(middle: float, size: float) -> float:
    """Where a line's box begins when its capitals have their middle there, in mm."""
    return middle - (ASCENT - _CAPITALS / 2) * size


@lru_cache(maxsize=64)
def timer_part(text: str, right: Point, scale: WallScale, theme: Theme, size: float) -> Part:
    """The time left, ending at `right`, each figure in room of its own; it stops at 0:00, which is told by colour."""
    said = OVER if text.startswith(("-", "−")) else text
    ink = theme.gap if said == OVER else theme.ink
    letter = scale.size(size)
    left, shapes = right.x - timer_width(said, letter), []
    x = left
    for sign in said:
        layout = lay_out(sign, letter * 2, letter, Style.MEDIUM)
        room = _room_of(sign, letter)
        at = Point(x + (room - layout.used_width) / 2, middle_top(right.y, letter))
        shapes.append(words(at, layout, ink))
        x += room
    rect = Rect(left, right.y - letter, right.x - left, 2 * letter)
    return Part(Kind.TITLE, "timer", said, rect, tuple(shapes))


def timer_width(text: str, letter: float) -> float:
    return sum(_room_of(sign, letter) for sign in text)


@lru_cache(maxsize=64)
def _room_of(sign: str, letter: float) -> float:
    """All figures have the same room, so that nothing moves while time goes by."""
    return lay_out("0" if sign.isdigit() else sign, letter * 2, letter, Style.MEDIUM).used_width


@lru_cache(maxsize=64)
def views_part(
    views: tuple[Perspective, ...], right: Point, scale: WallScale, theme: Theme
) -> Part:
    """The marks and names of the views in one line that ends at `right`."""
    size, gap = scale.size(21.0), scale.mm(10.0)
    mark, shapes, x = 0.8 * size, list[Shape](), right.x
    for view in reversed(views):
        label, ink = lay_out(LABELS[view], 1e4, size, Style.MEDIUM), theme.view(view).ink
        x -= label.used_width
        shapes.append(words(Point(x, middle_top(right.y, size)), label, ink))
        x -= mark + gap
        shapes.append(mark_shape(view, Point(x, right.y - mark / 2), mark, ink))
        x -= 2 * gap
    left = x + 2 * gap
    rect = Rect(left, right.y - size, right.x - left, 2 * size)
    return Part(
        Kind.LEGEND, "views", ", ".join(LABELS[view] for view in views), rect, tuple(shapes)
    )


@lru_cache(maxsize=64)
def title_part(
    title: str, beside: str, room: Rect, sizes: tuple[float, float], theme: Theme
) -> Part:
    """The title in one line across the middle of `room`, and as much of what is said beside it as there is room."""
    size, other = sizes
    at = Point(room.x, room.centre.y)
    name = one_line(title, max(room.w, 1.0), size, Style.TITLE)
    shapes: list[Shape] = [words(Point(at.x, middle_top(at.y, size)), name, theme.ink)]
    left = at.x + name.used_width + 0.55 * size
    if beside and room.right - left > 4 * other:
        baseline = at.y + (size - other) * _CAPITALS / 2  # both stand on one line
        place = Point(left, baseline)
        shapes.append(line_in(beside, room.right - left, other, Style.PLAIN, place, theme.ink2))
    return Part(Kind.TITLE, "title", title, room, tuple(shapes))


@lru_cache(maxsize=512)
def more_part(lane_id: str, count: int, all_: bool, room: Rect, size: float, theme: Theme) -> Part:  # noqa: FBT001  # a key of the cache
    """How many notes there was no room for, at the foot of `room`."""
    noun = "note" if count == 1 else "notes"
    said, short = (f"{count} {noun}", str(count)) if all_ else (f"and {count} more", f"+{count}")
    layout = lay_out(said, 1e4, size, Style.MEDIUM)
    if layout.used_width > room.w:
        layout = lay_out(short, 1e4, size, Style.MEDIUM)
    at = Point(room.x, room.bottom - LEADING * size)
    return Part(Kind.LANE, f"{lane_id}/more", said, room, (words(at, layout, theme.ink2),))


def fitting(text: str, width: float, lines: int, size: float, floor: float, style: Style) -> Layout:
    """`text` on at most so many lines with letters as large as that allows, from `size` to `floor` mm."""
    layout = lay_out(text, width, size, style)
    while len(layout.lines) > lines and layout.size * 0.92 >= floor:
        layout = lay_out(text, width, layout.size * 0.92, style)
    return layout


def title_room(
    sheet: Rect, timer: str | None, views: float, margin: float, scale: WallScale
) -> tuple[float, float]:
    """Where the views in the header end and how far the title may reach, in mm from the left."""
    right = sheet.right - margin
    if timer:
        right -= timer_width(timer, scale.size(TIMER)) + scale.mm(_BETWEEN)
    return right, right - views - scale.mm(_BETWEEN)
