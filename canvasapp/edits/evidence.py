"""Plans that say what evidence, decisions and other entries are about: notes and entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.entries import entry_by_id
from canvasapp.domain.register import FieldType, Register, with_value
from canvasapp.edits.values import fit_value

ABOUT = "about"
"""The field in which evidence and decisions keep what they are about."""


def attach(
    workshop: Workshop,
    register: Register,
    entry_id: str,
    things: Iterable[str],
    field_id: str = ABOUT,
) -> Edit:
    """The entry as one about these things too: contents of notes (`Note.content`) and ids of entries.

    Raises UnfitValueError when one of them is not there, KeyError when the register has no such field.
    """
    return _about(workshop, register, entry_id, field_id, (), tuple(things))


def detach(
    workshop: Workshop,
    register: Register,
    entry_id: str,
    things: Iterable[str],
    field_id: str = ABOUT,
) -> Edit:
    """The entry as one that is not about these things. Raises KeyError when the register has no such field."""
    return _about(workshop, register, entry_id, field_id, tuple(things), ())


def _about(
    workshop: Workshop,
    register: Register,
    entry_id: str,
    field_id: str,
    gone: tuple[str, ...],
    new: tuple[str, ...],
) -> Edit:
    label = f"{'Attach' if new else 'Detach'} {register.title}"
    field, entry = register.field(field_id), entry_by_id(workshop, entry_id)
    if entry is None or entry.register != register.id or field.type is not FieldType.LINKS:
        return Edit(label, ())
    held = entry.get(field_id)
    kept = [each for each in (held if isinstance(held, tuple) else ()) if each not in gone]
    value = fit_value(workshop, field, (*kept, *new)) if kept or new else None
    changed = replace(entry, values=with_value(entry.values, field_id, value))
    return Edit(label, (Change(entry, changed),) if changed != entry else ())
