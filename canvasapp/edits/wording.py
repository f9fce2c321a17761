"""What people type, made fit to be kept: the text of a note, and titles and names on one line."""

from __future__ import annotations

import re
from collections.abc import Collection

from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import MAX_TEXT

MAX_TITLE = 200
"""The longest title of a workshop or board and the longest name of a party, in characters."""

MAX_LINES = 500
"""The most lines of a note: more than is read on a wall, and few enough to be laid out at once."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class TextTooLongError(ExpectedError):
    """The text has more than MAX_TEXT characters or MAX_LINES lines."""


def clean_text(text: str) -> str:
    """`text` with every line end as a newline and without characters that no file format can hold.

    Newline and tab are the only control characters that stay. Raises TextTooLongError.
    """
    cleaned = _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
    if len(cleaned) > MAX_TEXT:
        raise TextTooLongError(
            f"The text has {len(cleaned):,} characters and a note holds at most {MAX_TEXT:,}. "
            "Divide it between several notes."
        )
    lines = cleaned.count("\n") + 1
    if lines > MAX_LINES:
        raise TextTooLongError(
            f"The text has {lines:,} lines and a note holds at most {MAX_LINES}. "
            "Divide it between several notes."
        )
    return cleaned


def clean_title(title: str) -> str:
    """`title` on one line without blanks around it, cut at MAX_TITLE characters; "" when nothing is left."""
    return " ".join(_UNWANTED.sub("", title).split())[:MAX_TITLE].rstrip()


def free_title(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or with the first number from 2 on that makes it differ from all `taken`."""
    title, number = wanted, 1
    while title in taken:
        number += 1
        title = f"{wanted[: MAX_TITLE - len(str(number)) - 1]} {number}"
    return title
