"""Keeps what a person gives to a field: one edit for each time of typing, or the sentence that says why not."""

from __future__ import annotations

from collections.abc import Callable

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit, StaleEditError
from canvasapp.domain.entries import entry_by_id, notes_of
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.register import Register, Value
from canvasapp.edits.entries import set_value
from canvasapp.edits.journal import Journal
from canvasapp.picture.note_picture import height_for

Attempt = Callable[[Callable[[], object]], bool]
"""Does something and tells when that can not be; whether it was done."""


class Keeper:
    """For the fields of any entry of the journal's workshop."""

    def __init__(self, journal: Journal, attempt: Attempt) -> None:
        self._journal, self._attempt = journal, attempt
        self._after: Workshop | None = None
        """The workshop as it was when this has kept something last."""

    def keep(
        self,
        register: Register,
        entry_id: str,
        field_id: str,
        given: Value | None,
        again: bool = False,  # noqa: FBT001, FBT002  # a field says so
    ) -> str:
        """Gives back nothing when it is kept; given `again` it takes the place of what was kept last, as one edit."""

        def plan(workshop: Workshop) -> Edit:
            height = _height(workshop, entry_id, given)
            return set_value(workshop, register, entry_id, field_id, given, height)

        try:
            edit = plan(self._journal.workshop)
        except ExpectedError as refusal:
            return str(refusal)
        if edit:
            self._attempt(lambda: self._commit(edit, plan, again=again))
        return ""

    def _commit(self, edit: Edit, plan: Callable[[Workshop], Edit], *, again: bool) -> None:
        if again and self._after is self._journal.workshop:
            try:
                self._journal.replace(plan)
            except StaleEditError:
                self._journal.commit(edit)
        else:
            self._journal.commit(edit)
        self._after = self._journal.workshop


def _height(workshop: Workshop, entry_id: str, given: Value | None) -> float | None:
    """What the note of the entry needs in mm for this text; None when there is no note or no text."""
    entry = entry_by_id(workshop, entry_id)
    notes = notes_of(workshop, entry.note) if entry and entry.note else []
    if not notes or not isinstance(given, str):
        return None
    return height_for(notes[0], given)
