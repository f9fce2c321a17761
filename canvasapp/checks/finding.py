"""What a check has found on a board, and what it is told about the printed sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2s

from canvasapp.checks.rows import Row
from canvasapp.domain.check import Severity
from canvasapp.domain.records import Note, Waiver

LONGEST_ABOUT = 120
"""The most characters in what a finding is about; what would be longer is a digest."""


@dataclass(frozen=True, slots=True)
class Poster:
    """The sheet as it is about to be printed: its source line, and the letter size of each note in pt on the sheet.

    Who makes a picture of the board knows them; where there is none, checks about the printed sheet are silent.
    """

    attribution: str
    letters: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reviewer would say, and about what: ids of a block, notes of this board and entries.

    `about` stays the same while the finding speaks of the same things, whatever their words: with `check` it is what
    a waiver is for. `waiver` is the one that leaves the finding as it is.
    """

    check: str
    severity: Severity
    message: str
    about: str
    block: str | None = None
    notes: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    waiver: Waiver | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a predicate holds. `words` fill the placeholders of the message, and so do the fields of the first row.

    `key` tells spots apart that have no notes or rows, or the same ones. A `collective` one speaks of its notes and
    rows as a crowd: it stays the same spot when there are more or fewer of them.
    """

    block: str | None = None
    notes: tuple[Note, ...] = ()
    rows: tuple[Row, ...] = ()
    key: str = ""
    words: Mapping[str, str | int | float] = field(default_factory=dict)
    severity: Severity | None = None
    collective: bool = False

    @property
    def about(self) -> str:
        things = [*(note.content for note in self.notes), *(row.id for row in self.rows)]
        named = [self.block] if self.collective or not things else things
        about = " ".join(filter(None, [*named, self.key])) or "board"
        if len(about) <= LONGEST_ABOUT and about.isprintable():
            return about
        return blake2s(about.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
