"""The characters of a board that are shown as their codes, and the notes that hold them: to be told before printing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from canvasapp.domain.records import Note
from canvasapp.text.codes import code_of
from canvasapp.text.fonts import Style, missing_characters


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no bundled face has. `notes` are the ids of those that hold it, as they were given."""

    character: str
    notes: tuple[str, ...]

    @property
    def code(self) -> str:
        """As it is shown on the sheet."""
        return code_of(self.character)

    @property
    def name(self) -> str:
        """What Unicode calls it, "" for what has no name there."""
        return unicodedata.name(self.character, "")


def missing_in(notes: Iterable[Note]) -> tuple[Missing, ...]:
    """Each of them once, by its code. Needs a QGuiApplication."""
    holders: dict[str, list[str]] = {}
    for note in notes:
        for character in missing_characters(note.text, Style.NOTE):
            holders.setdefault(character, []).append(note.id)
    return tuple(Missing(character, tuple(ids)) for character, ids in sorted(holders.items()))
