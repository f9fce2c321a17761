"""How a character that no bundled face has is shown: its hexadecimal code in a box, like a letter on every surface."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator
from itertools import groupby, pairwise

from canvasapp.text.fonts import CODES, Run, is_unseen
from canvasapp.text.runs import Glyphs

BOX, FIRST_DIGIT = 0, 2
"""Glyphs of the face that `resources/fonts/build.py` makes."""

CELL = 0.25
MIDDLE = 0.48
UPPER, LOWER = 0.335, -0.02
"""In letter sizes: how wide a digit is, the middle of the box, and the baselines of its two lines, upwards."""

_STAND_IN = "\ue000"
_WIDE_STAND_IN = "\U000f0000"
"""As long for Qt, and nothing that it joins to the character before or passes over."""


def code_of(character: str) -> str:
    """As Unicode writes it: four digits at least."""
    return f"{ord(character):04X}"


def laid_out_as(text: str, runs: list[Run]) -> str:
    """`text` as it is given to Qt, of the same length there: marks and controls without a face take room."""
    if all(face != CODES for _, _, face in runs):
        return text
    letters = list(text)
    for start, length, face in runs:
        if face == CODES:
            for at in range(start, start + length):
                letters[at] = _laid_out(text[at])
    return "".join(letters)


def with_codes(glyphs: Glyphs) -> Glyphs:
    """The boxes of `glyphs` with the digits in them, each box and its digits one cluster."""
    ids, starts = array("H"), array("H")
    xs, ys = array("f"), array("f")
    for index, shown in _characters(glyphs):
        for glyph, dx, dy in (
            _box(shown) if glyphs.ids[index] == BOX else [(glyphs.ids[index], 0, 0)]
        ):
            ids.append(glyph)
            starts.append(glyphs.starts[index])
            xs.append(glyphs.xs[index] + dx * glyphs.size)
            ys.append(glyphs.ys[index] - dy * glyphs.size)
    return Glyphs(glyphs.face, glyphs.size, glyphs.text, ids, xs, ys, starts)


def _laid_out(character: str) -> str:
    if is_unseen(character) or unicodedata.category(character)[0] not in "MC":
        return character
    return _WIDE_STAND_IN if character > "\uffff" else _STAND_IN


def _characters(glyphs: Glyphs) -> Iterator[tuple[int, str]]:
    """The index of each glyph and the character that it stands for."""
    ends = dict(pairwise((*sorted(set(glyphs.starts)), len(glyphs.text))))
    for start, group in groupby(range(len(glyphs.ids)), key=glyphs.starts.__getitem__):
        seen = [each for each in glyphs.text[start : ends[start]] if not is_unseen(each)]
        for number, index in enumerate(group):
            yield index, seen[min(number, len(seen) - 1)] if seen else " "


def _box(character: str) -> Iterator[tuple[int, float, float]]:
    """Glyphs from the origin of the box, to the right and upwards."""
    yield BOX, 0.0, 0.0
    code = code_of(character)
    half = (len(code) + 1) // 2
    for line, baseline in ((code[:half], UPPER), (code[half:], LOWER)):
        left = MIDDLE - len(line) * CELL / 2
        for number, digit in enumerate(line):
            yield FIRST_DIGIT + int(digit, 16), left + number * CELL, baseline
