"""Plans that bring notes into rows without changing where they belong: a lane or chosen notes, tidied or sorted.

Notes of one lane stay in it: in the rows they form, or where these find no room filled up row by row, or at last, as
there are too many, one over the other. What is locked or not chosen stays where it is, and rows go around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import reduce
from itertools import product
from math import inf
from typing import Any

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.geometry import Rect
from canvasapp.domain.markup import plain_text
from canvasapp.domain.reading import reading_order, rows_of
from canvasapp.domain.records import Note
from canvasapp.domain.template import Perspective
from canvasapp.edits.laying import clipped, put
from canvasapp.edits.placing import GAP_ACROSS, GAP_DOWN
from canvasapp.edits.plan import changed, free

Rows = list[list[Note]]
Laid = list[tuple[Note, Rect]]

_SLACK = 1e-6
"""What juts out by less, in mm, fits."""


class SortBy(StrEnum):
    """What notes are put in order by; those that are alike keep their order."""

    TEXT = "text"
    PARTY = "party"


def tidy(board: Board, block: str, perspective: Perspective) -> Edit:
    """The notes of a lane in rows from its top left. Raises KeyError when the canvas has no such block."""
    room = board.template.block(block).lane(perspective).room
    notes = free(board, [note.id for note in board.lanes.get((block, perspective), ())])
    return changed("Tidy {}", _put(board, _tidied(board, rows_of(notes), [room])))


def tidy_notes(board: Board, ids: Iterable[str]) -> Edit:
    """The chosen notes of each lane, and those off the blocks, in rows from where the first of them are."""
    laid = (_tidied(board, rows_of(notes), _areas(board, notes)) for notes in _by_lane(board, ids))
    return changed("Tidy {}", (pair for each in laid for pair in _put(board, each)))


def sort_notes(board: Board, ids: Iterable[str], by: SortBy) -> Edit:
    """The same with the notes of each lane in another order."""
    return sort_by_key(board, ids, _by_party(board) if by is SortBy.PARTY else _words)


def sort_by_key(board: Board, ids: Iterable[str], key: Callable[[Note], Any]) -> Edit:
    """The same with the notes of each lane in the order of these keys; those with the same one as they are read."""
    laid = (
        _tidied(board, [sorted(reading_order(notes), key=key)], _areas(board, notes))
        for notes in _by_lane(board, ids)
    )
    return changed("Sort {}", (pair for each in laid for pair in _put(board, each)))


def _put(board: Board, laid: Laid) -> Iterator[tuple[Note, Note]]:
    for note, rect in laid:
        yield note, put(board, note, rect.x, rect.y)


def _by_lane(board: Board, ids: Iterable[str]) -> list[list[Note]]:
    lanes: dict[tuple[str | None, Perspective | None], list[Note]] = {}
    for note in free(board, ids):
        lanes.setdefault((note.block, note.perspective), []).append(note)
    return list(lanes.values())


def _by_party(board: Board) -> Callable[[Note], tuple[bool, int]]:
    def slot(note: Note) -> tuple[bool, int]:
        party = board.parties.get(note.party or "")
        return party is None, party.slot if party else 0

    return slot


def _words(note: Note) -> list[str]:
    return plain_text(note.text).casefold().split()


def _areas(board: Board, notes: list[Note]) -> list[Rect]:
    """Where chosen notes of one lane may go, the best first: from their own corner on, or anywhere in the lane."""
    whole = reduce(Rect.united, (note.rect for note in notes))
    if notes[0].block is None or notes[0].perspective is None:
        return [Rect(whole.x, whole.y, max(map(_width, rows_of(notes))), inf)]
    room = board.template.block(notes[0].block).lane(notes[0].perspective).room
    x, y = max(whole.x, room.x), max(whole.y, room.y)
    return [Rect(x, y, room.right - x, room.bottom - y), room]


def _tidied(board: Board, rows: Rows, areas: Sequence[Rect]) -> Laid:
    """The notes of these rows, all of one lane, in the first area in which they find room."""
    if not rows:
        return []
    moved = {note.id for row in rows for note in row}
    lane = board.lanes[rows[0][0].block, rows[0][0].perspective]
    others = [_with_gaps(note.rect) for note in lane if note.id not in moved]
    one_row = [[note for row in rows for note in row]]
    nothing: list[Rect] = []
    for taken, area, each in product((others, nothing), areas, (rows, one_row)):
        laid = list(_flow(each, area, taken))
        if all(area.inset(-_SLACK).encloses(rect) for _, rect in laid):
            return laid
    return list(_squeezed(laid, areas[-1]))


def _flow(rows: Rows, area: Rect, taken: list[Rect]) -> Iterator[tuple[Note, Rect]]:
    """The rows under each other, broken at the area's right edge; they may end below the area."""
    y = area.y
    for row in rows:
        waiting = list(row)
        while waiting:
            line, y = _line(waiting, y, area, taken)
            yield from line
            del waiting[: len(line)]


def _line(notes: list[Note], y: float, area: Rect, taken: list[Rect]) -> tuple[Laid, float]:
    """As many notes as find room beside each other at `y`, perhaps none, and where the next line begins."""
    lowest = y + max(note.h for note in notes) if taken else y  # there may be 10,000 of them
    near = [each for each in taken if each.bottom > y and each.y < lowest]
    line: Laid = []
    passed: list[Rect] = []
    x = area.x
    for note in notes:
        rect = Rect(x, y, note.w, note.h)
        while (hit := next((each for each in near if each.meets(rect)), None)) is not None:
            passed.append(hit)
            rect = Rect(hit.right, y, note.w, note.h)
        if rect.right > area.right + _SLACK and (line or passed):
            break
        line.append((note, rect))
        x = rect.right + GAP_ACROSS
    if not line:
        return line, min(each.bottom for each in passed)
    return line, max(rect.bottom for _, rect in line) + GAP_DOWN


def _with_gaps(rect: Rect) -> Rect:
    w, h = rect.w + 2 * GAP_ACROSS, rect.h + 2 * GAP_DOWN
    return Rect(rect.x - GAP_ACROSS, rect.y - GAP_DOWN, w, h)


def _width(row: list[Note]) -> float:
    """How wide a row becomes."""
    return sum(note.w + GAP_ACROSS for note in row) - GAP_ACROSS


def _squeezed(laid: Laid, area: Rect) -> Iterator[tuple[Note, Rect]]:
    """The lines closer together, until the lowest ends inside the area."""
    shares = [
        max(area.bottom - rect.h - area.y, 0) / (rect.y - area.y)
        for _, rect in laid
        if rect.y > area.y
    ]
    share = min([1.0, *shares])
    for note, rect in laid:
        x = clipped(rect.x, rect.w, area.x, area.right)
        y = clipped(area.y + (rect.y - area.y) * share, rect.h, area.y, area.bottom)
        yield note, Rect(x, y, rect.w, rect.h)
