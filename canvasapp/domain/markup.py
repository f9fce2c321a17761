"""The plain marks in a note's text, **bold** words and list items, and the text as it is read, without them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

BOLD = "**"
"""Stands before and after bold words of one line. Fewer or more asterisks in a row are no mark."""

LABEL_STARTS = frozenset("-*•0123456789")
"""With one of these the label of a list item begins."""

Span = tuple[int, int]
"""Where something begins and ends."""

_MARK = re.compile(r"(?<!\*)\*\*(?!\*)")
_LABEL = re.compile(r"(?:[-*•]|\d{1,3}[.)]) ")
_BULLET = re.compile(r"^[-*](?= )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Markup:
    """A text and how it is read. Positions count the characters of `text`, places those of `shown`.

    `marks` are the positions of the marks of bold words, `turns` the places at which they begin and end in turn.
    A list item is shown with a bullet or its number, its label, so that only marks of bold words are hidden.
    """

    text: str
    shown: str
    marks: tuple[int, ...] = ()
    turns: tuple[int, ...] = ()

    @property
    def bold(self) -> tuple[Span, ...]:
        """The places of bold words."""
        return tuple(zip(self.turns[::2], self.turns[1::2], strict=True))

    @property
    def bare(self) -> str:
        """The text without the marks of bold words: as long as `shown`, with its labels as they were typed."""
        edges = (0, *(edge for mark in self.marks for edge in (mark, mark + len(BOLD))), None)
        pieces = zip(edges[::2], edges[1::2], strict=True)
        return "".join(self.text[start:end] for start, end in pieces)

    def place(self, position: int) -> int:
        count = bisect_left(self.marks, position)
        if count and position < self.marks[count - 1] + len(BOLD):
            return self.turns[count - 1]
        return position - len(BOLD) * count

    def position(self, place: int, *, onward: bool = False) -> int:
        """The position at a place: next to the letter before it, `onward` to the one after it, as to marks there."""
        passed = (bisect_right if onward else bisect_left)(self.turns, place)
        return place + len(BOLD) * passed

    def label(self, place: int) -> Span | None:
        """The places of the label of the list item in which `place` lies; None when it is in no item."""
        return label_of(self.shown, place)

    def settled(self, place: int) -> int:
        """`place`, or the end of the label in which it lies: no caret stands there."""
        label = self.label(place)
        return max(place, label[1]) if label else place


def label_of(text: str, place: int) -> Span | None:
    """Where the label of the line around `place` begins and ends, in a text without marks of bold words."""
    found = _LABEL.match(text, text.rfind("\n", 0, place) + 1)
    return found.span() if found else None


def read(text: str) -> Markup:
    """The text with its marks read. Marks without a partner on their line are characters like others."""
    if BOLD in text:
        return _read(text)
    return Markup(text, _with_bullets(text))


def plain_text(text: str) -> str:
    """What is read of a note's text: bold words without their marks, and list items with a bullet."""
    return read(text).shown


@lru_cache(maxsize=16)
def _read(text: str) -> Markup:
    marks = tuple(_pairs(text))
    turns = tuple(mark - len(BOLD) * passed for passed, mark in enumerate(marks))
    bare = Markup(text, "", marks, turns).bare
    return Markup(text, _with_bullets(bare), marks, turns)


def _with_bullets(text: str) -> str:
    return _BULLET.sub("•", text) if "- " in text or "* " in text else text


def _pairs(text: str) -> Iterator[int]:
    """The marks that have a partner: on the same line, and not both with a blank inside ("2 ** 3 ** 4")."""
    opening: int | None = None
    for mark in _MARK.finditer(text):
        start = mark.start()
        if opening is not None and _encloses(text[opening + len(BOLD) : start]):
            yield from (opening, start)
            opening = None
        else:
            opening = start


def _encloses(inner: str) -> bool:
    return "\n" not in inner and not (inner[0].isspace() and inner[-1].isspace())
