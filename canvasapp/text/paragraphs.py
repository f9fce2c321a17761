"""The paragraphs of a text: where each begins and in which direction it reads."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import chain

LONG = 2_000
"""A paragraph is laid out in pieces of so many characters: Qt takes seconds for a word of 100,000."""


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is Hebrew, Arabic or the like (UAX 9, rules P2 and P3)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def paragraphs(text: str) -> Iterator[tuple[int, str, bool]]:
    """Where each paragraph, or each piece of a long one, begins, its text, and whether it reads right to left."""
    start = 0
    for paragraph in text.split("\n"):
        right = reads_right_to_left(paragraph)
        for piece in _pieces(paragraph):
            yield start, piece, right
            start += len(piece)
        start += 1


def _pieces(paragraph: str) -> Iterator[str]:
    """The paragraph in pieces of LONG at most, half as long at least, cut behind a space where there is one."""
    start = 0
    while len(paragraph) - start > LONG:
        low, high = start + LONG // 2, start + LONG
        end = paragraph.rfind(" ", low, high) + 1 or _whole(paragraph, low, high)
        yield paragraph[start:end]
        start = end
    yield paragraph[start:]


def _whole(text: str, low: int, high: int) -> int:
    """The last place up to `high` that cuts no letter from its marks and no emoji into its parts, or the next one."""
    places = chain(range(high, low, -1), range(high + 1, len(text)))
    return next((place for place in places if _begins(text, place)), len(text))


def _begins(text: str, place: int) -> bool:
    joined = "\u200d" in text[place - 1 : place + 1]
    return not joined and unicodedata.category(text[place]) not in {"Mn", "Me", "Mc", "Sk", "Cf"}
