"""What the wall shows between two tasks: the notes by their dots after a vote, and the break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note
from canvasapp.picture.shapes import Box, Kind, Part, Shape
from canvasapp.picture.theme import Theme
from canvasapp.picture.wall_notes import cut_to
from canvasapp.picture.wall_scale import WallScale
from canvasapp.picture.wall_state import Result, WallState
from canvasapp.picture.wall_words import (
    TIMER,
    line_in,
    middle_top,
    more_part,
    timer_part,
    title_part,
    title_room,
)
from canvasapp.picture.words import words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import LEADING

TITLE = "Results"
LETTERS = 33.0
NONE = "No votes to show yet"
PAUSE = "Break"
_MARGIN, _HEADER, _FOOT = 56.0, 168.0, 56.0
_TITLE, _PAUSE, _PAUSE_TIMER = 64.0, 64.0, 200.0
_LINES = 2
_ROW = 2.9
"""The height of a row over its letter size."""
_RANK, _FIGURE = 2.6, 2.2
"""Room for a rank and for a number of dots, in letter sizes."""
_DOT, _MOST_DOTS = 0.62, 12


def flat_scale(state: WallState, aspect: float) -> WallScale:
    smallest = state.room.smallest
    return WallScale(max(LETTERS, smallest), smallest, aspect)


def result_parts(board: Board, state: WallState, scale: WallScale) -> list[Part]:
    """The notes in the order given, each with its rank and dots; those that tie have the same rank, said by a =."""
    notes = board.notes
    shown = [x for x in state.results if x.note in notes and x.note not in state.hidden]
    parts = [*_header(state, scale)]
    sheet, margin, top = scale.sheet, scale.mm(_MARGIN), _header_height(scale)
    size = scale.size(LETTERS)
    room = Rect(margin, top, sheet.w - 2 * margin, sheet.h - top - scale.mm(_FOOT))
    most = max(int(room.h / (_ROW * size)), 1)
    if len(shown) > most:
        most = max(int((room.h - LEADING * size) / (_ROW * size)), 1)
    if not shown:
        parts.append(_none_part(room, size, state.theme))
    ranks = Counter(each.rank for each in shown)
    for number, result in enumerate(shown[:most]):
        row = Rect(room.x, room.y + number * _ROW * size, room.w, _ROW * size)
        rank = f"{result.rank}=" if ranks[result.rank] > 1 else str(result.rank)
        parts.append(_row(notes[result.note], result, rank, row, state.theme, size))
    if len(shown) > most:
        parts.append(more_part("results", len(shown) - most, False, room, size, state.theme))
    return parts


def pause_parts(state: WallState, scale: WallScale) -> list[Part]:
    """What is said of the break, in the middle, and how long it takes still."""
    sheet, theme, size = scale.sheet, state.theme, scale.size(_PAUSE)
    middle = sheet.centre.y - (scale.mm(0.6 * _PAUSE_TIMER) if state.timer else 0.0)
    width = sheet.w - 2 * scale.mm(_MARGIN)
    parts = [_pause_part(state.pause or PAUSE, Point(sheet.centre.x, middle), width, size, theme)]
    if state.timer:
        place = Point(sheet.w, middle + scale.mm(_PAUSE_TIMER))
        wide = timer_part(state.timer, place, scale, theme, _PAUSE_TIMER).rect.w
        right = Point((sheet.w + wide) / 2, place.y)
        parts.append(timer_part(state.timer, right, scale, theme, _PAUSE_TIMER))
    return parts


@lru_cache(maxsize=16)
def _pause_part(text: str, middle: Point, width: float, size: float, theme: Theme) -> Part:
    layout = cut_to(text, width, _LINES, size, Style.TITLE)
    at = Point(middle.x - layout.used_width / 2, middle.y - layout.height / 2)
    rect = Rect(at.x, at.y, layout.used_width, layout.height)
    return Part(Kind.TITLE, "break", layout.text, rect, (words(at, layout, theme.ink),))


def _header(state: WallState, scale: WallScale) -> Iterator[Part]:
    sheet, margin, theme = scale.sheet, scale.mm(_MARGIN), state.theme
    middle, size = _header_height(scale) * 0.53, scale.size(_TITLE)
    _, reach = title_room(sheet, state.timer, 0.0, margin, scale)
    room = Rect(margin, 0.0, reach - margin, 2 * middle)
    yield title_part(TITLE, "", room, (size, size), theme)
    if state.timer:
        yield timer_part(state.timer, Point(sheet.right - margin, middle), scale, theme, TIMER)


def _header_height(scale: WallScale) -> float:
    return max(scale.mm(_HEADER), LEADING * scale.size(TIMER))


@lru_cache(maxsize=16)
def _none_part(room: Rect, size: float, theme: Theme) -> Part:
    """What is said while there is no vote, or its counts are secret."""
    layout = cut_to(NONE, room.w, _LINES, size)
    at = Point(room.x, room.y)
    rect = Rect(at.x, at.y, layout.used_width, layout.height)
    return Part(Kind.TITLE, "none", layout.text, rect, (words(at, layout, theme.ink2),))


@lru_cache(maxsize=256)
def _row(
    note: Note,
    result: Result,
    rank: str,
    row: Rect,
    theme: Theme,
    size: float,
) -> Part:
    middle = row.centre.y
    text_left, dots = row.x + _RANK * size, min(result.dots, _MOST_DOTS)
    dots_left = row.right - _FIGURE * size - _MOST_DOTS * _DOT * size * 1.3
    line = Box(Rect(row.x, row.bottom - 0.25, row.w, 0.25), fill=theme.line2)
    layout = cut_to(note.text, dots_left - text_left - size, _LINES, size)
    top = middle - layout.height / 2 if len(layout.lines) > 1 else middle_top(middle, size)
    shapes: list[Shape] = [
        line,
        line_in(rank, _RANK * size, size, Style.TITLE, Point(row.x, middle), theme.ink3),
        words(Point(text_left, top), layout, theme.ink),
        *_dots(dots, Point(dots_left, middle), size, theme.accent),
    ]
    figure = Point(row.right - _FIGURE * size + 0.6 * size, middle)
    shapes.append(line_in(str(result.dots), _FIGURE * size, size, Style.TITLE, figure, theme.ink))
    return Part(Kind.NOTE, note.id, layout.text, row, tuple(shapes))


def _dots(count: int, left: Point, size: float, ink: str) -> Iterator[Shape]:
    """As many dots; what there is no room for the figure beside them tells."""
    side = _DOT * size
    for number in range(count):
        place = Rect(left.x + number * side * 1.3, left.y - side / 2, side, side)
        yield Box(place, side / 2, fill=ink)
