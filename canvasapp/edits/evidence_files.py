"""Plans for what is known and decided: a new entry about things, and the photo or file that proves it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.entries import entry_by_id
from canvasapp.domain.records import Attachment, Entry
from canvasapp.domain.register import Register, Values, with_value
from canvasapp.edits.entries import add_entry
from canvasapp.edits.evidence import ABOUT

FILE = "file"
"""Where an entry keeps the id of its attachment, besides the fields of its register."""

NAME = "source_ref"
"""The field that names the file for people, unless they wrote something else there."""


def add_about(
    workshop: Workshop,
    register: Register,
    values: Values,
    things: Iterable[str],
    file: Attachment | None = None,
) -> Edit:
    """An entry about these things: contents of notes (`Note.content`) and ids of entries; perhaps with a file.

    Raises UnfitValueError and TextTooLongError.
    """
    about = tuple(things)
    edit = add_entry(workshop, register, values=(*values, (ABOUT, about)) if about else values)
    if file is None:
        return edit
    changes = (
        replace(each, after=_with_file(each.after, file)) if isinstance(each.after, Entry) else each
        for each in edit.changes
    )
    return Edit(edit.label, (*_kept(workshop, file), *changes))


def attach_file(workshop: Workshop, entry_id: str, file: Attachment) -> Edit:
    """The entry with this photo or file instead of the one it had."""
    entry = entry_by_id(workshop, entry_id)
    if entry is None or entry.get(FILE) == file.id:
        return Edit("Attach file", ())
    return Edit("Attach file", (*_kept(workshop, file), Change(entry, _with_file(entry, file))))


def file_of(workshop: Workshop, entry: Entry) -> Attachment | None:
    """The photo or file of an entry."""
    kept = entry.get(FILE)
    return workshop.attachments.get(kept) if isinstance(kept, str) else None


def _with_file(entry: Entry, file: Attachment) -> Entry:
    values = with_value(entry.values, FILE, file.id)
    if entry.get(NAME) is None:
        values = with_value(values, NAME, file.name)
    return replace(entry, values=values)


def _kept(workshop: Workshop, file: Attachment) -> tuple[Change, ...]:
    return () if file.id in workshop.attachments else (Change(None, file),)
