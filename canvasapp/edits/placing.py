"""Where new notes go in a lane: where it was pointed, beside another, or in a grid's free cells, then a cascade."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, cycle, islice
from math import ceil, floor, lcm

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note
from canvasapp.domain.template import SMALLEST_NOTE, Lane, Perspective, Place

WIDE = (104.0, 70.0)
"""Width and height in mm of a wide note: two lie side by side in a column of an A0 canvas."""
GAP_ACROSS = 6.0
GAP_DOWN = 5.0
HeightOf = Callable[[str, float, float], float]
"""How high a text makes a note of this width and height, in mm."""

_SIDE_BY_SIDE = 60
"""No lane of an A0 sheet holds more notes that cover nothing."""

_FOOT = 26.0
"""The strip of a lane that some questions need, in mm."""
_EASY = (66.0, 60.0)
_LEAST = (50.0, 42.0)
"""Width and height in mm of notes that are read with ease, and of those that can be read at all."""

NEXT_GAP = 10.0
"""Between a note and the next one made from it, in mm."""


def free_places(
    board: Board, block: str, perspective: Perspective, count: int, size: tuple[float, float] = WIDE
) -> list[Rect]:
    """Places for `count` more notes of `size` (mm) in a lane, in reading order.

    The notes shrink to the lane's width and height, to 50 mm at least. In a full lane they lie over others, each a
    little beside the one before. Raises KeyError when the canvas has no such block.
    """
    grid = _Grid.over(board.template.block(block).lane(perspective).room, size)
    near = (lane for lane in board.lanes.values() if lane.around and lane.around.meets(grid.room))
    taken, corners = grid.occupied(chain.from_iterable(near))
    free = (grid.cell(at) for at in range(grid.columns * grid.rows) if at not in taken)
    return list(islice(chain(free, grid.cascade(corners)), count))


def places_side_by_side(board: Board, place: Place, count: int) -> list[Rect]:
    """Places for all `count` notes of a lane that has none yet, in reading order: as large as they can all be.

    The lane's foot stays free for printed questions where the notes stay high enough. Where they would be too small
    to read, they lie as in a full lane. Raises KeyError when the canvas has no such block.
    """
    room = board.template.block(place.block).lane(place.perspective).room
    above = Rect(room.x, room.y, room.w, room.h - _FOOT)
    for part, (w, h) in ((above, _EASY), (room, _LEAST)):
        fitting = [grid for grid in _grids(part, count) if grid.w >= w and grid.h >= h]
        if fitting:
            best = max(fitting, key=lambda grid: grid.w * grid.h)
            return [best.cell(at) for at in range(count)]
    return free_places(board, place.block, place.perspective, count)


def _grids(room: Rect, count: int) -> Iterator[_Grid]:
    """The grids of `count` cells or more that fill the room, with cells of at most WIDE."""
    for columns in range(1, count + 1):
        rows = ceil(count / columns)
        w = floor((room.w - GAP_ACROSS * (columns - 1)) / columns)
        h = floor((room.h - GAP_DOWN * (rows - 1)) / rows)
        yield _Grid(room, min(w, WIDE[0]), min(h, WIDE[1]), columns, rows)


def places_for(
    board: Board, block: str, perspective: Perspective, texts: Sequence[str], height_of: HeightOf
) -> list[Rect]:
    """Places for one more note of each text in a lane, each as high as its text makes it.

    As long as there is room they cover nothing. A text that is too long for the lane begins at its top. Raises
    KeyError when the canvas has no such block.
    """
    room = board.template.block(block).lane(perspective).room
    left = free_places(board, block, perspective, len(texts) + _SIDE_BY_SIDE)
    lying = [note.rect for note in board.notes.values() if note.rect.meets(room)]
    bare = [place for place in left[:_SIDE_BY_SIDE] if not any(map(place.meets, lying))]
    found = []
    for text in texts:
        height = height_of(text, left[0].w, left[0].h)
        fitting = (each for each in bare if not any(map(_high(each, height, room).meets, lying)))
        place = next(fitting, left[0])
        rect = _high(place, height, room)
        left.remove(place)
        lying.append(rect)
        bare = [each for each in bare if each is not place and not each.meets(rect)]
        found.append(rect)
    return found


def place_about(board: Board, at: Point, size: tuple[float, float] = WIDE) -> Rect:
    """The place for a note of `size` (mm) whose middle is nearest to `at`, wholly in the lane there if it fits."""
    w, h = size
    rect = Rect(at.x - w / 2, at.y - h / 2, w, h)
    place = board.template.place_at(at)
    if place is None:
        return rect
    return _inside(board.template.block(place.block).lane(place.perspective), rect)


def place_beside(board: Board, note: Note, way: Point) -> Rect:
    """The place for one more note like `note`, next to it in the direction `way`: (1, 0) is right, (0, 1) below.

    Where that would leave the lane it is the lane's next free place.
    """
    beside = note.rect.moved(way.x * (note.w + NEXT_GAP), way.y * (note.h + NEXT_GAP))
    if note.block is None or note.perspective is None:
        return beside
    lane = board.template.block(note.block).lane(note.perspective)
    if lane.rect.encloses(beside):
        return beside
    (free,) = free_places(
        board, note.block, note.perspective, 1, (note.w, min(note.h, lane.room.h))
    )
    return free


def _high(place: Rect, height: float, room: Rect) -> Rect:
    """The place with this height, inside `room`; where that is too low from its top on, with the middle inside."""
    top = max(room.bottom - height, min(room.y, room.bottom - height / 2))
    return Rect(place.x, min(place.y, top), place.w, height)


def _inside(lane: Lane, rect: Rect) -> Rect:
    """`rect` pushed into the lane's room; across or down, where that is too small, into the lane itself."""
    room, whole = lane.room, lane.rect
    x = _nudged(rect.x, rect.w, (room.x, room.right), (whole.x, whole.right))
    y = _nudged(rect.y, rect.h, (room.y, room.bottom), (whole.y, whole.bottom))
    return Rect(x, y, rect.w, rect.h)


def _nudged(start: float, length: float, *spans: tuple[float, float]) -> float:
    """The start nearest to `start` that keeps `length` in the first span it fits; else about the last one's middle."""
    for low, high in spans:
        if length <= high - low:
            return min(max(start, low), high - length)
    low, high = spans[-1]
    return (low + high - length) / 2


@dataclass(frozen=True, slots=True)
class _Grid:
    """Cells of one size in the room of a lane, by rows from its top left corner; lengths in mm."""

    room: Rect
    w: float
    h: float
    columns: int
    rows: int

    @classmethod
    def over(cls, room: Rect, size: tuple[float, float]) -> _Grid:
        w = max(min(size[0], room.w), SMALLEST_NOTE)
        h = max(min(size[1], room.h), SMALLEST_NOTE)
        columns = max(floor((room.w + GAP_ACROSS) / (w + GAP_ACROSS)), 1)
        rows = max(floor((room.h + GAP_DOWN) / (h + GAP_DOWN)), 1)
        return cls(room, w, h, columns, rows)

    def cell(self, at: int) -> Rect:
        row, column = divmod(at, self.columns)
        return self._note_at(column * (self.w + GAP_ACROSS), row * (self.h + GAP_DOWN))

    def occupied(self, notes: Iterable[Note]) -> tuple[set[int], set[tuple[float, float]]]:
        """The cells that notes lie in, and where the top left corners of the notes in the room are."""
        room, step_across, step_down = self.room, self.w + GAP_ACROSS, self.h + GAP_DOWN
        cells: set[int] = set()
        corners: set[tuple[float, float]] = set()
        for note in notes:
            left, top = note.x - room.x, note.y - room.y
            right, bottom = left + note.w, top + note.h
            if left >= room.w or top >= room.h or right <= 0 or bottom <= 0:
                continue
            corners.add(_corner(note.x, note.y))
            columns = _span(left - self.w, right, step_across, self.columns)
            for row in _span(top - self.h, bottom, step_down, self.rows):
                cells.update(row * self.columns + column for column in columns)
        return cells, corners

    def cascade(self, corners: set[tuple[float, float]]) -> Iterator[Rect]:
        """Endless places that step down to the right and begin anew at the room's edges; bare corners first."""
        across = max(floor((self.room.w - self.w) / GAP_ACROSS), 0) + 1
        down = max(floor((self.room.h - self.h) / GAP_DOWN), 0) + 1
        steps = range(1, lcm(across, down) + 1)

        def place(step: int) -> Rect:
            return self._note_at(step % across * GAP_ACROSS, step % down * GAP_DOWN)

        bare = (each for each in map(place, steps) if _corner(each.x, each.y) not in corners)
        return chain(bare, map(place, cycle(steps)))

    def _note_at(self, across: float, down: float) -> Rect:
        return Rect(self.room.x + across, self.room.y + down, self.w, self.h)


def _span(above: float, below: float, step: float, count: int) -> range:
    """The whole numbers n from 0 to `count` - 1 for which n * step lies between `above` and `below`."""
    return range(max(floor(above / step) + 1, 0), min(ceil(below / step), count))


def _corner(x: float, y: float) -> tuple[float, float]:
    """A corner as it is compared: to the hundredth of a millimetre."""
    return round(x, 2), round(y, 2)
