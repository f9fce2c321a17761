"""A workshop's record as values that know no format: what is said, in order, for every writer to set in its own way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from canvasapp.domain.markup import plain_text
from canvasapp.picture.shapes import Picture

_UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file can hold (XML 1.0, production 2)."""


class Tone(Enum):
    """How something is said."""

    PLAIN = auto()
    STRONG = auto()
    ITEM = auto()
    QUIET = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, as a whole in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 begins a chapter, 2 and 3 go down from there."""

    text: str
    level: int


Cell = tuple[Line, ...]
"""What stands in a field of a table, one under the other; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """`head` names the columns, `widths` are their shares of the page, which add up to 1; a row has a cell for each."""

    head: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Poster:
    """A board as it is printed, and what those are told who can not see it."""

    picture: Picture
    alt: str


Element = Heading | Line | Table | Poster


@dataclass(frozen=True, slots=True)
class Record:
    """What a document of the workshop says. `language` is a tag of BCP 47; `day` is ISO 8601, or nothing.

    What stands before the elements is the title page.
    """

    title: str
    subtitle: str
    day: str
    parties: tuple[str, ...]
    language: str
    elements: tuple[Element, ...]


def legible(text: str) -> str:
    """What a person has written as it is read: without plain marks and with nothing that no file can hold."""
    return writable(plain_text(text)).strip()


def writable(text: str) -> str:
    """The text with a sign in the place of what no file can hold."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def in_one_line(text: str) -> str:
    return " ".join(legible(text).split())
