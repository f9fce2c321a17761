"""What files are called: like their workshops, in names that every system takes."""

from __future__ import annotations

from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from canvasapp.edits.workshops import is_untitled

SUFFIX = ".workshop"
FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))
"""What some system does not allow in the name of a file."""

RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{p}{n}" for p in ("COM", "LPT") for n in range(1, 10))}
"""What Windows takes for a device, whatever its ending."""

LONGEST = 160
"""In bytes of UTF-8: what is written beside a file has a longer name, and systems end at 255."""


def file_name(title: str, suffix: str) -> str:
    """The title, changed where it has to be, and the suffix, which begins with a full stop."""
    cut = title.translate(FORBIDDEN).encode()[:LONGEST].decode(errors="ignore").strip(" .")
    return (f"{cut}_" if cut.upper() in RESERVED else cut) + suffix


def free_file(wanted: Path) -> Path:
    """`wanted`, or with the first number from 2 on under which there is nothing yet."""
    numbered = (wanted.with_stem(f"{wanted.stem} {number}") for number in count(2))
    return next(path for path in chain([wanted], numbered) if not path.exists())


def named_after(path: Path, title: str) -> Path:
    """Gives a file that was made before its workshop had a title the name of it; where the file is then.

    A file that somebody has named is left alone, and so is one that can not be renamed now.
    """
    if not is_untitled(path.stem) or is_untitled(title):
        return path
    named = free_file(path.with_name(file_name(title, SUFFIX)))
    with suppress(OSError):
        return path.rename(named)
    return path
