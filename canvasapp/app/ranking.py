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
    starts = _starts(signs)
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
    """Each letter follows the one before at once or begins a later word, as in initials."""
    starts, found = _starts(signs), [-2]
    for letter in wanted:
        places = (found[-1] + 1, *(each for each in starts if each > found[-1]))
        place = next(
            (each for each in places if each >= 0 and signs[each : each + 1] == letter), None
        )
        if place is None:
            return None
        found.append(place)
    return found[1:]


def _starts(signs: str) -> list[int]:
    """Where words begin."""
    places = range(len(signs))
    return [
        each for each in places if signs[each].isalnum() and not signs[each - 1 : each].isalnum()
    ]
