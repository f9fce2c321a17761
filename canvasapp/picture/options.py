"""What a picture of a board shows: one frozen value for screen, wall and every export."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from canvasapp.domain.audience import is_for
from canvasapp.domain.records import Note, Seen
from canvasapp.domain.register import Register
from canvasapp.domain.template import Perspective
from canvasapp.picture.theme import LIGHT, Theme


class Questions(StrEnum):
    """Which questions are printed in the lanes."""

    NONE = "none"
    FIRST = "first"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """What to show of a board, and how.

    `perspective` None shows both; with one, `bare_lanes` outlines the lanes of the other. `gaps` shows in each lane
    how much of it is answered, and its notes as small chips. `blank` leaves the notes out; with `large_questions` what
    is asked then fills the lanes. `legend` tells whose colours and signs are seen. `open_questions` draws the
    first open question of each lane as a dashed note, `locks` marks what is locked, both the way the editor does.
    `badges` tells on notes the codes of their entries, evidence and status; those of `registers` also how much of them
    is missing: what is still to be done is for those who work on the board, not for its readers. `votes` tells
    how many dots notes have, once the counts of a round are shown. Notes that are more hidden than `seen` are left out,
    with all that hangs on them; `seals` marks finished blocks. `workshop` is its title, for the header.
    """

    theme: Theme = LIGHT
    questions: Questions = Questions.NONE
    perspective: Perspective | None = None
    bare_lanes: bool = False
    gaps: bool = False
    blank: bool = False
    large_questions: bool = False
    legend: bool = True
    open_questions: bool = False
    locks: bool = False
    badges: bool = True
    registers: tuple[Register, ...] = ()
    votes: bool = True
    seals: bool = False
    seen: Seen = Seen.SHOWN
    workshop: str = ""

    @property
    def shows_all(self) -> bool:
        """Whether every note is drawn as it lies on the sheet."""
        return self.perspective is None and not self.gaps and self.seen is Seen.PRIVATE

    def shows(self, perspective: Perspective | None) -> bool:
        """Whether notes and lanes of `perspective` are shown; what lies off the blocks has none and always is."""
        return self.perspective is None or perspective is None or perspective is self.perspective

    def shows_note(self, note: Note) -> bool:
        """Whether the note is drawn as it lies on the sheet."""
        return not self.gaps and self.shows(note.perspective) and is_for(note, self.seen)
