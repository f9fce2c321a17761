"""The notes of a board by the lanes they lie in; an edit leaves the lanes that it does not touch as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from canvasapp.domain.geometry import Rect
from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import Note, Seen
from canvasapp.domain.template import Perspective

_PARTY, _PLACE = attrgetter("party"), attrgetter("block", "perspective")
_SHOWN = Seen.SHOWN


class Lying(list[Note]):
    """The notes of a lane in no order, and what is known of them together. Nobody changes it."""

    @cached_property
    def as_read(self) -> tuple[Note, ...]:
        """The notes in reading order."""
        return tuple(reading_order(self))

    @cached_property
    def around(self) -> Rect | None:
        """What encloses all the notes; None without any."""
        if not self:
            return None
        x, y = min(note.x for note in self), min(note.y for note in self)
        right, bottom = max(n.x + n.w for n in self), max(n.y + n.h for n in self)
        return Rect(x, y, right - x, bottom - y)

    @cached_property
    def parties(self) -> frozenset[str | None]:
        """Who has notes here; None stands for those without a party."""
        return frozenset(map(_PARTY, self))

    @cached_property
    def answered(self) -> frozenset[tuple[str, str]]:
        """The questions to which a note has been put, each as its block's id and its own."""
        return frozenset((n.block, n.question) for n in self if n.block and n.question)

    @cached_property
    def marked(self) -> tuple[Note, ...]:
        """The notes that are locked, are shown on other boards too, have a status, or are not seen by everybody."""
        return tuple(
            n
            for n in self
            if n.locked or n.shared is not None or n.status is not None or n.seen is not _SHOWN
        )


Lanes = Mapping[tuple[str | None, Perspective | None], Lying]
"""By block and perspective; the notes off the blocks lie under (None, None)."""


def lanes_of(notes: Iterable[Note]) -> Lanes:
    lanes: dict[tuple[str | None, Perspective | None], Lying] = {}
    for place, some in groupby(notes, _PLACE):
        lanes.setdefault(place, Lying()).extend(some)
    return lanes


def lanes_after(
    lanes: Lanes, before: Mapping[str, Note], after: Mapping[str, Note], touched: set[str]
) -> Lanes:
    """The lanes of the notes `after`, which differ from those `before`, of `lanes`, in the ids `touched`."""
    gone = {_PLACE(before[each]) for each in touched & before.keys()}
    come = lanes_of(after[each] for each in touched & after.keys())
    exchanged = {
        place: Lying(
            [*(n for n in lanes.get(place, ()) if n.id not in touched), *come.get(place, ())]
        )
        for place in gone | come.keys()
    }
    return {place: notes for place, notes in {**lanes, **exchanged}.items() if notes}
