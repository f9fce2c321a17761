"""Plans that arrange chosen notes by each other: edges in line, equal gaps, one size, one pile, one look.

Locked notes are passed over. The notes of a group keep their places to each other, unless all that is chosen is one
group. A note that comes to lie elsewhere belongs there, as when it is moved by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import reduce

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.geometry import Rect
from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import Note, NoteKind
from canvasapp.edits import pile
from canvasapp.edits.laying import Size, grown, put
from canvasapp.edits.placing import GAP_ACROSS, GAP_DOWN
from canvasapp.edits.plan import changed, free

FEWEST_WITH_GAPS = 3

Corner = tuple[float, float]
"""Left and top, in mm."""


class Edge(StrEnum):
    """What notes have in common when they are in line: CENTRE_H a middle from left to right, CENTRE_V from the top."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"
    CENTRE_H = "centre-h"
    CENTRE_V = "centre-v"


class Axis(StrEnum):
    """The direction in which notes are spread."""

    ACROSS = "across"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class CopiedStyle:
    """What one note can give to others: whose it is and how large, in mm."""

    party: str | None
    size: Size


def align(board: Board, ids: Iterable[str], edge: Edge) -> Edit:
    """The notes moved so that they share an edge or a middle: the outermost edge, or the middle of them all."""
    units = _units(board, ids)
    if not units:
        return changed("Align {}", ())
    whole, corner = reduce(Rect.united, (unit.rect for unit in units)), _CORNERS[edge]
    return changed(
        "Align {}", (pair for unit in units for pair in unit.put(board, *corner(unit.rect, whole)))
    )


def distribute(board: Board, ids: Iterable[str], axis: Axis) -> Edit:
    """Three or more moved so that the gaps between them are equal; the outermost edges stay where they are."""
    across = axis is Axis.ACROSS
    units = sorted(
        _units(board, ids),
        key=lambda unit: (unit.rect.x if across else unit.rect.y, unit.notes[0].id),
    )
    starts = _spread([(u.rect.x, u.rect.w) if across else (u.rect.y, u.rect.h) for u in units])
    moved = (
        unit.put(board, start, unit.rect.y) if across else unit.put(board, unit.rect.x, start)
        for unit, start in zip(units, starts, strict=True)
    )
    return changed("Distribute {}", (pair for pairs in moved for pair in pairs))


def stack(board: Board, ids: Iterable[str]) -> Edit:
    """The notes in one pile at the first of them in reading order, each a step right and down and over the last."""
    notes = reading_order(free(board, ids))
    chosen = {note.id for note in notes}
    order = [*(note for note in board.pile() if note.id not in chosen), *notes]
    keys = {note.id: after.z for note, after in pile.rekeyed(order, chosen)}
    corners = _fan(board, notes)
    return changed(
        "Stack {}",
        (
            (note, put(board, replace(note, z=keys[note.id]), *corner))
            for note, corner in zip(notes, corners, strict=True)
        ),
    )


def match_size(board: Board, ids: Iterable[str]) -> Edit:
    """The notes, not headings or images, as wide as the widest and as high as the highest of them."""
    notes = _papers(board, ids)
    w = max((note.w for note in notes), default=0)
    h = max((note.h for note in notes), default=0)
    return changed("Match size of {}", ((note, grown(board, note, w, h)) for note in notes))


def style_of(note: Note) -> CopiedStyle:
    return CopiedStyle(note.party, (note.w, note.h))


def paste_style(board: Board, ids: Iterable[str], style: CopiedStyle) -> Edit:
    """The notes, not headings or images, with this party and size; a party that is unknown here is left behind."""
    known = style.party is None or style.party in board.parties
    pairs = ((note, grown(board, note, *style.size)) for note in _papers(board, ids))
    return changed(
        "Paste style on {}",
        ((note, replace(after, party=style.party) if known else after) for note, after in pairs),
    )


@dataclass(frozen=True, slots=True)
class _Unit:
    """Notes that keep their places to each other; `rect` encloses them."""

    notes: tuple[Note, ...]
    rect: Rect

    def put(self, board: Board, x: float, y: float) -> Iterator[tuple[Note, Note]]:
        """The notes before and after their common corner comes to lie at (x, y)."""
        for note in self.notes:
            yield note, put(board, note, x + (note.x - self.rect.x), y + (note.y - self.rect.y))


def _units(board: Board, ids: Iterable[str]) -> list[_Unit]:
    together: dict[tuple[str | None, str], list[Note]] = {}
    for note in free(board, ids):
        key = (note.group, "" if note.group else note.id)
        together.setdefault(key, []).append(note)
    notes = list(together.values())
    if len(notes) == 1:
        notes = [[note] for note in notes[0]]
    return [_Unit(tuple(each), reduce(Rect.united, (n.rect for n in each))) for each in notes]


_CORNERS: dict[Edge, Callable[[Rect, Rect], Corner]] = {
    Edge.LEFT: lambda rect, whole: (whole.x, rect.y),
    Edge.RIGHT: lambda rect, whole: (whole.right - rect.w, rect.y),
    Edge.TOP: lambda rect, whole: (rect.x, whole.y),
    Edge.BOTTOM: lambda rect, whole: (rect.x, whole.bottom - rect.h),
    Edge.CENTRE_H: lambda rect, whole: (whole.centre.x - rect.w / 2, rect.y),
    Edge.CENTRE_V: lambda rect, whole: (rect.x, whole.centre.y - rect.h / 2),
}
"""Where what is aligned comes to lie in the whole."""


def _spread(spans: list[tuple[float, float]]) -> list[float]:
    """The starts of these spans (start, length) when the gaps between them are equal."""
    if len(spans) < FEWEST_WITH_GAPS:
        return [start for start, _ in spans]
    end = max(start + length for start, length in spans)
    gap = (end - spans[0][0] - sum(length for _, length in spans)) / (len(spans) - 1)
    starts, at = [], spans[0][0]
    for _, length in spans:
        starts.append(at)
        at += length + gap
    return starts


def _fan(board: Board, notes: list[Note]) -> Iterator[Corner]:
    """The corners of a pile that begins at the first note and ends, if it can, inside that note's lane."""
    across, down = GAP_ACROSS, GAP_DOWN
    if len(notes) > 1 and notes[0].block is not None and notes[0].perspective is not None:
        lane = board.template.block(notes[0].block).lane(notes[0].perspective).rect
        right = lane.right - max(note.w for note in notes)
        bottom = lane.bottom - max(note.h for note in notes)
        across = min(across, max(right - notes[0].x, 0) / (len(notes) - 1))
        down = min(down, max(bottom - notes[0].y, 0) / (len(notes) - 1))
    for number in range(len(notes)):
        yield notes[0].x + number * across, notes[0].y + number * down


def _papers(board: Board, ids: Iterable[str]) -> list[Note]:
    return [note for note in free(board, ids) if note.kind is NoteKind.NOTE]
