"""The notes of a board as columns of numbers: which of them meet a rectangle, and in which order they lie."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import chain
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note, NoteKind

Rows = npt.NDArray[np.intp]
"""Row numbers of the index."""

_GONE = np.inf
_SPARE = 64
"""Rows for new notes before the columns are made longer."""
_BOX = attrgetter("x", "y", "w", "h")
_id: Callable[[Note], str] = attrgetter("id")
_height: Callable[[Note], str] = attrgetter("z")
_place: Callable[[Note], tuple[str, str]] = attrgetter("z", "id")


class NoteIndex:
    """Rows of numbers beside the records: `notes` by row. A row keeps its number as long as its note is here.

    `plain` tells of each row whether it is paper with letters only: no heading and no image.
    """

    def __init__(self, notes: Iterable[Note] = ()) -> None:
        pile = sorted(sorted(notes, key=_id), key=_height)  # quicker than by pairs of both
        count = len(pile)
        self.notes: list[Note | None] = [*pile]
        self._pile = [*range(count)]  # rows, the lowest first
        self._rows: dict[str, int] = dict(zip(map(_id, pile), self._pile, strict=True))
        self._free: list[int] = []
        self._edges = np.full((4, count + _SPARE), _GONE)
        self._rank = np.arange(self._edges.shape[1], dtype=np.float64)
        self.plain = np.ones(self._edges.shape[1], dtype=bool)
        boxes = chain.from_iterable(map(_BOX, pile))
        left, top, width, height = np.fromiter(boxes, np.float64, 4 * count).reshape(-1, 4).T
        self._edges[:, :count] = left, top, left + width, top + height
        self.plain[:count] = [*map(_is_plain, pile)]

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def edges(self) -> npt.NDArray[np.float64]:
        """Four columns, left, top, right and bottom in mm; infinite in rows without a note."""
        return self._edges

    def row(self, note_id: str) -> int | None:
        return self._rows.get(note_id)

    def exchange(self, before: Note | None, after: Note | None) -> int:
        """Puts `after` in the place of `before`, either of which may be missing; gives back the row."""
        if before is not None and after is not None and before.z == after.z:
            row = self._rows[after.id]
            self._set(row, after)
            return row
        row = self._remove(before) if before else self._free_row()
        if after is None:
            self._free.append(row)
            return row
        self._insert(row, after)
        return row

    def meeting(self, rect: Rect) -> Rows:
        """The rows of the notes that share more than an edge with `rect`, lowest first."""
        left, top, right, bottom = self._edges[:, : len(self.notes)]
        found = np.flatnonzero(
            (left < rect.right) & (right > rect.x) & (top < rect.bottom) & (bottom > rect.y)
        )
        return found[np.argsort(self._rank[found], kind="stable")]

    def notes_meeting(self, rect: Rect) -> list[Note]:
        """The notes that share more than an edge with `rect`, lowest first."""
        return [note for row in self.meeting(rect) if (note := self.notes[row])]

    def ids_inside(self, rect: Rect) -> set[str]:
        """The notes that lie in `rect` as a whole."""
        left, top, right, bottom = self._edges[:, : len(self.notes)]
        found = np.flatnonzero(
            (left >= rect.x) & (right <= rect.right) & (top >= rect.y) & (bottom <= rect.bottom)
        )
        return {note.id for row in found if (note := self.notes[row])}

    def topmost(self, at: Point, margin: float = 0.0) -> Note | None:
        """The topmost note at `at`; where there is none, the topmost one within `margin` mm."""
        exact = Rect(at.x, at.y, 0.0, 0.0)
        for reach in (0.0, margin):
            for note in reversed(self.notes_meeting(exact.inset(-reach))):
                return note
        return None

    def _set(self, row: int, note: Note) -> None:
        self.notes[row] = note
        self._edges[:, row] = _edges(note)
        self.plain[row] = _is_plain(note)

    def _remove(self, note: Note) -> int:
        row = self._rows.pop(note.id)
        del self._pile[self._height(note)]
        self.notes[row] = None
        self._edges[:, row] = _GONE
        return row

    def _insert(self, row: int, note: Note) -> None:
        height = self._height(note)
        self._rows[note.id] = row
        self._set(row, note)
        self._pile.insert(height, row)
        self._rank_at(height, row)

    def _height(self, note: Note) -> int:
        """The place of a note in the pile, where it is or would be."""
        return bisect_left(self._pile, _place(note), key=self._place_of)

    def _place_of(self, row: int) -> tuple[str, str]:
        note = self.notes[row]
        assert note is not None  # the pile has the rows of notes that are here
        return _place(note)

    def _rank_at(self, place: int, row: int) -> None:
        """Ranks a row between its neighbours in the pile; when no number is left between them, ranks all anew."""
        pile, last = self._pile, len(self._pile) - 1
        low = float(self._rank[pile[place - 1]]) if place > 0 else None
        high = float(self._rank[pile[place + 1]]) if place < last else None
        rank = _between(low, high)
        self._rank[row] = rank
        if rank in (low, high):
            self._rank[self._pile] = np.arange(len(self._pile))

    def _free_row(self) -> int:
        if self._free:
            return self._free.pop()
        self.notes.append(None)
        if len(self.notes) > self._edges.shape[1]:
            self._edges = np.pad(self._edges, ((0, 0), (0, len(self.notes))), constant_values=_GONE)
            self._rank = np.pad(self._rank, (0, len(self.notes)))
            self.plain = np.pad(self.plain, (0, len(self.notes)), constant_values=True)
        return len(self.notes) - 1


def _between(low: float | None, high: float | None) -> float:
    if low is None:
        return 0.0 if high is None else high - 1
    return low + 1 if high is None else (low + high) / 2


def _edges(note: Note) -> tuple[float, float, float, float]:
    return note.x, note.y, note.x + note.w, note.y + note.h


def _is_plain(note: Note) -> bool:
    return note.kind is NoteKind.NOTE and note.image is None
