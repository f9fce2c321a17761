"""The links of a board as columns of numbers: which of them meet a rectangle, and what they look like."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import numpy as np

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Link, Note
from canvasapp.painting.made import Made
from canvasapp.picture.link_picture import FARTHEST, WIDTH, Curve, link_curve, link_part
from canvasapp.picture.shapes import Part
from canvasapp.picture.theme import Theme

KEPT = 16_384
PIECE = 6
"""Into pieces of so many short lines a curve is cut, so that a long one does not soil all it goes around."""


class LinkIndex:
    """Follows a board from edit to edit. Only what is looked at is drawn.

    Links are shown when both of their notes are: all of them without `shows`.
    """

    def __init__(
        self, board: Board, theme: Theme, shows: Callable[[Note], bool] | None = None
    ) -> None:
        self._board, self._theme, self._shows = board, theme, shows
        self._links: list[Link | None] = []
        self._rows: dict[str, int] = {}
        self._free: list[int] = []
        self._at_note: dict[str, set[str]] = {}
        self._edges = np.full((4, max(2 * len(board.links), 64)), np.inf)
        self._curves = Made(self._curve, KEPT)
        self._parts = Made(self._part, KEPT)
        for link in board.links.values():
            self._add(link)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, link_id: str) -> bool:
        return link_id in self._rows

    def update(self, board: Board, edit: Edit) -> list[Rect]:
        """Follows `edit`, which has made `board`; gives back where links look different, in mm."""
        notes = {each.record.id for each in edit.changes if isinstance(each.record, Note)}
        moved = (*self.ids_at(notes), *self._come_to_light(board, notes))
        changed = {
            each.record.id
            for each in edit.changes
            if isinstance(each.record, Link) and each.record.board == board.id
        }
        touched = [*dict.fromkeys((*moved, *changed))]
        areas = [area for each in touched for area in self._areas(each)]
        self._board = board
        for link_id in touched:
            self._exchange(link_id, board.links.get(link_id))
        return areas + [area for each in touched for area in self._areas(each)]

    def ids_at(self, note_ids: Iterable[str]) -> list[str]:
        """The links at any of these notes."""
        found = (each for note_id in note_ids for each in sorted(self._at_note.get(note_id, ())))
        return [*dict.fromkeys(found)]

    def areas(self, link_ids: Iterable[str]) -> list[Rect]:
        """Small rectangles that together cover the links, in mm."""
        return [area for each in link_ids for area in self._areas(each)]

    def curve(self, link_id: str) -> Curve:
        return self._curves[link_id]

    def meeting(self, area: Rect) -> list[Part]:
        """The links that show in `area` (mm)."""
        parts = (self._parts[link.id] for link in self._near(area))
        return [part for part in parts if part.rect.meets(area)]

    def at(self, place: Point, margin: float) -> Link | None:
        """The link nearest to `place`, at most `margin` mm beside its line."""
        reach = margin + WIDTH / 2
        near = self._near(Rect(place.x, place.y, 0.0, 0.0).inset(-reach))
        ways = [(_distance(self.curve(link.id), place), link.id, link) for link in near]
        nearest = min(ways, default=None, key=lambda way: way[:2])
        return nearest[2] if nearest and nearest[0] <= reach else None

    def _come_to_light(self, board: Board, notes: set[str]) -> Iterator[str]:
        """The links that may be shown now because a note at them is."""
        if self._shows is not None:
            ends = ((link.id, link.source, link.target) for link in board.links.values())
            yield from (link_id for link_id, *both in ends if not notes.isdisjoint(both))

    def _near(self, area: Rect) -> list[Link]:
        left, top, right, bottom = self._edges
        found = np.flatnonzero(
            (left < area.right) & (right > area.x) & (top < area.bottom) & (bottom > area.y)
        )
        return [link for row in found.tolist() if (link := self._links[row])]

    def _areas(self, link_id: str) -> list[Rect]:
        return self.curve(link_id).pieces(PIECE) if link_id in self._rows else []

    def _exchange(self, link_id: str, after: Link | None) -> None:
        self._curves.pop(link_id, None)
        self._parts.pop(link_id, None)
        row = self._rows.pop(link_id, None)
        if row is not None and (before := self._links[row]):
            self._links[row] = None
            self._edges[:, row] = np.inf
            self._free.append(row)
            self._at_note[before.source].discard(link_id)
            self._at_note[before.target].discard(link_id)
        if after is not None:
            self._add(after)

    def _add(self, link: Link) -> None:
        notes = self._board.notes
        source, target = notes.get(link.source), notes.get(link.target)
        if source is None or target is None:
            return
        if self._shows is not None and not (self._shows(source) and self._shows(target)):
            return
        row = self._free_row()
        self._links[row] = link
        around = source.rect.united(target.rect).inset(-FARTHEST)
        self._edges[:, row] = (around.x, around.y, around.right, around.bottom)
        self._rows[link.id] = row
        for end in (link.source, link.target):
            self._at_note.setdefault(end, set()).add(link.id)

    def _free_row(self) -> int:
        if self._free:
            return self._free.pop()
        row = len(self._links)
        self._links.append(None)
        if row >= self._edges.shape[1]:
            self._edges = np.pad(self._edges, ((0, 0), (0, row)), constant_values=np.inf)
        return row

    def _ends(self, link_id: str) -> tuple[Link, Note, Note]:
        link = self._links[self._rows[link_id]]
        assert link is not None  # rows are those of links that are here
        return link, self._board.notes[link.source], self._board.notes[link.target]

    def _curve(self, link_id: str) -> Curve:
        _, source, target = self._ends(link_id)
        return link_curve(source.rect, target.rect)

    def _part(self, link_id: str) -> Part:
        return link_part(*self._ends(link_id), self._theme)


def _distance(curve: Curve, place: Point) -> float:
    """How far `place` is from a curve, in mm."""
    points = curve.points()
    return min(_to_line(place, one, other) for one, other in pairwise(points))


def _to_line(place: Point, start: Point, end: Point) -> float:
    way, back = end - start, place - start
    square = way.x * way.x + way.y * way.y
    share = (back.x * way.x + back.y * way.y) / square if square else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.hypot(back.x - way.x * share, back.y - way.y * share)
