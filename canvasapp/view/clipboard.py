"""Notes on the clipboard: as records for this program, as lines of text for every other one."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QMimeData

from canvasapp.domain.records import Note
from canvasapp.domain.template import Perspective

NOTES = "application/x-canvasapp-notes+json"

_TEXTS = ("id", "board", "text", "z")
_TEXTS_OR_NONE = ("block", "question", "party")
_LENGTHS = ("x", "y", "w", "h")
_FARTHEST = 1e6
"""No note lies farther away than this, in mm."""


def to_mime(notes: Iterable[Note]) -> QMimeData:
    notes = list(notes)
    records = [{field.name: getattr(note, field.name) for field in fields(note)} for note in notes]
    mime = QMimeData()
    mime.setData(NOTES, json.dumps(records).encode())
    mime.setText("\n".join(note.text for note in notes))
    return mime


def notes_from(mime: QMimeData) -> list[Note]:
    """The notes that were copied; none when there are none or something else calls itself so."""
    try:
        records = json.loads(bytes(mime.data(NOTES).data()) or b"[]")
    except ValueError:
        return []
    if not isinstance(records, list) or not all(_is_note(record) for record in records):
        return []
    return [_note(record) for record in records]


def lines_from(mime: QMimeData) -> list[str]:
    """The lines of a copied text that are not empty."""
    return [line.strip() for line in mime.text().splitlines() if line.strip()]


def _is_note(record: object) -> bool:
    if not isinstance(record, dict) or record.keys() != {field.name for field in fields(Note)}:
        return False
    return (
        all(isinstance(record[name], str) for name in _TEXTS)
        and all(isinstance(record[name], str | None) for name in _TEXTS_OR_NONE)
        and all(_is_length(record[name]) for name in _LENGTHS)
        and record["perspective"] in (None, *Perspective)
    )


def _is_length(value: object) -> bool:
    return isinstance(value, int | float) and math.isfinite(value) and abs(value) <= _FARTHEST


def _note(record: dict[str, Any]) -> Note:
    perspective = record.pop("perspective")
    return Note(perspective=Perspective(perspective) if perspective else None, **record)
