"""The lines of a text, without the signs that make a list of them."""

from __future__ import annotations

import re

_BULLET = re.compile(r"^[-*•–‣▪◦·]\s+(?:\[[ xX]?\]\s+)?")
_NUMBER = re.compile(r"^(\d{1,3})[.)]\s+")


def lines_of(text: str) -> list[str]:
    """The lines that are not blank, without bullets, boxes to tick, and numbers that count on from line to line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    numbers = [int(found[1]) if (found := _NUMBER.match(line)) else None for line in lines]
    bare = (
        _NUMBER.sub("", line, count=1) if _counts(numbers, at) else _BULLET.sub("", line, count=1)
        for at, line in enumerate(lines)
    )
    return [line for line in bare if line]


def _counts(numbers: list[int | None], at: int) -> bool:
    """Whether the number of a line goes on from the line before, or the next one goes on from it: a date does not."""
    number = numbers[at]
    if number is None:
        return False
    before = numbers[at - 1] if at else None
    after = numbers[at + 1] if at + 1 < len(numbers) else None
    return before == number - 1 or after == number + 1
