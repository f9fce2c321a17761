"""Which of many names one means by a few letters: beginnings of words before letters in the middle of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from canvasapp.domain.finding import folded


class Fit(IntEnum):
    """How well letters fit a name, the best first."""

    WORDS = 0
    INSIDE = 1
    SCATTERED = 2


@dataclass(frozen=True, slots=True)
class Match:
    """`letters` are the places in the name that were meant."""

    fit: Fit
    letters: frozenset[int]


def match(query: str, name: str) -> Match | None:
    """How `query` fits `name`; None when it does not. An empty query fits everything."""
    spelled = [(sign, place) for place, letter in enumerate(name) for sign in folded(letter)]
    signs = "".join(sign for sign, _ in spelled)
    wanted = folded(query).split()
    for fit, found in (
        (Fit.WORDS, _beginnings(wanted, signs)),
        (Fit.INSIDE, _inside(" ".join(wanted), signs)),
        (Fit.SCATTERED, _scattered("".join(wanted), signs)),
    ):
        if found is not None:
            return Match(fit, frozenset(spelled[each][1] for each in found))
    return None


def _beginnings(wanted: list[str], signs: str) -> list[int] | None:
    """Each of the wanted begins a word of its own, in any order."""
    starts = [i for i in range(len(signs)) if signs[i].isalnum() and not signs[i - 1 : i].isalnum()]
    found: list[int] = []
    for word in wanted:
        start = next((each for each in starts if signs.startswith(word, each)), None)
        if start is None:
            return None
        starts.remove(start)
        found.extend(range(start, start + len(word)))
    return found


def _inside(wanted: str, signs: str) -> list[int] | None:
    start = signs.find(wanted)
    return None if start < 0 else list(range(start, start + len(wanted)))


def _scattered(wanted: str, signs: str) -> list[int] | None:
    """The letters one after the other, the first at the beginning of a word."""
    for start in range(len(signs)):
        if signs[start] == wanted[:1] and not signs[start - 1 : start].isalnum():
            found = _in_order(wanted, signs, start)
            if found is not None:
                return found
    return None


def _in_order(wanted: str, signs: str, start: int) -> list[int] | None:
    found: list[int] = []
    for letter in wanted:
        place = signs.find(letter, start)
        if place < 0:
            return None
        found.append(place)
        start = place + 1
    return found
