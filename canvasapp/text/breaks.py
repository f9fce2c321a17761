"""Where a line may end: words stay whole, those with a hyphen or slash too, and a number keeps its per cent sign.

Readers of a PDF that find a hyphen at the end of a line take it for a division and leave it out (poppler, pdfium,
MuPDF), and no reader knows that the two halves of "and/or" belong together. A line that ends at a space is given back
by all of them as it was typed.
"""

from __future__ import annotations

import re

_LETTER = "[\x21-\xac\xae-\u0dff\u1e00-\u1fff\u2007\u2010-\u2027\u202f-\u205e\u2060-\u2e7f]"
"""What belongs to a word in scripts that put spaces between words; Thai, Chinese, Japanese and Korean do not."""

_WITHIN = re.compile(f"{_LETTER}{{2}}")
_WHOLE = re.compile(rf"(?:{_LETTER}*\d (?=%))?{_LETTER}+")
_DIVISIBLE = re.compile(rf"[^\w\s]{_LETTER}|\d %")


def has_divisible(text: str) -> bool:
    """Whether any line of `text` may end where `line_end` would have it end earlier."""
    return _DIVISIBLE.search(text) is not None


def line_end(text: str, start: int, end: int) -> int:
    """Where a line of `text` that begins at `start` and fits up to `end` is to end.

    That is before the word that `end` would divide, or at `end` when that word has the line for itself.
    """
    for word in _WHOLE.finditer(text, start, end + 1):
        if word.start() < end < word.end():
            return word.start() if word.start() > start else end
    return end


def is_divided(text: str, end: int) -> bool:
    """Whether a line that ends before the character `end` of `text` divides a word."""
    return _WITHIN.match(text, end - 1) is not None
