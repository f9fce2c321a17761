"""Paragraphs of a long text that is laid out again and again while it is typed: only what differs is made anew."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from canvasapp.text.fonts import Style
from canvasapp.text.paragraph import Paragraph, Piece
from canvasapp.text.runs import Glyphs

K = TypeVar("K")
V = TypeVar("V")

KEPT = 4
"""Texts being typed are laid out at the smallest size and at those that they might fit in."""

Format = tuple[float, float, Style]
"""The width and the letter size of a text in mm, and its style."""


class Remade(Generic[K, V]):
    """Things made from their keys in rounds; what the last round had is not made again."""

    def __init__(self) -> None:
        self._last: dict[K, V] = {}

    def round(self, make: Callable[[K], V]) -> Callable[[K], V]:
        """Begins a round: gives what gives the thing for a key."""
        last = self._last
        now = self._last = {}

        def thing(key: K) -> V:
            if key not in now:
                now[key] = last[key] if key in last else make(key)
            return now[key]

        return thing


class Placed(NamedTuple):
    """A paragraph of a text: at which character it begins, with which line, and what it is made from."""

    start: int
    first_line: int
    piece: Piece
    part: Paragraph


class Shelf:
    """What the last text of a format was made of: its glyphs as if each piece began the text, and where they lie."""

    def __init__(self) -> None:
        self.texts = Remade[str, list[Placed]]()
        self.paragraphs = Remade[Piece, Paragraph]()
        self.glyphs = Remade[Piece, tuple[Glyphs, ...]]()
        self.lowered = Remade[tuple[Piece, int], tuple[Glyphs, ...]]()


class Shelves(threading.local):
    """One shelf for each of the formats used last. Qt's layouts belong to the thread that made them."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Format, Shelf] = OrderedDict()

    def of(self, size: Format) -> Shelf:
        shelf = self._kept.setdefault(size, Shelf())
        self._kept.move_to_end(size)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return shelf
