"""The clusters of a run: which of its glyphs belong together, and the characters they show."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import groupby, pairwise

from canvasapp.text.runs import Glyphs


def clusters(glyphs: Glyphs) -> Iterator[tuple[slice, str]]:
    """The glyphs of each cluster, in painting order, and its characters."""
    starts = glyphs.starts
    end_of = dict(pairwise((*sorted(set(starts)), len(glyphs.text))))
    first = 0
    for start, group in groupby(starts):
        last = first + sum(1 for _ in group)
        yield slice(first, last), glyphs.text[start : end_of[start]]
        first = last


def part_of(glyphs: Glyphs, members: slice, text: str) -> Glyphs:
    """One cluster of a run as a run of its own."""
    xs, ys = glyphs.xs[members], glyphs.ys[members]
    starts = array("H", bytes(2 * len(xs)))
    return Glyphs(glyphs.face, glyphs.size, text, glyphs.ids[members], xs, ys, starts)
