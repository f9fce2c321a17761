"""Notes on the clipboard: as records for this program, as a text and a list for every other one."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import fields
from html import escape
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard

from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Note, NoteKind
from canvasapp.domain.template import Perspective
from canvasapp.view.clipboard_images import IMAGES, Carried, packed
from canvasapp.view.lists import items_of

NOTES = "application/x-canvasapp-notes+json"
MARKED = "application/x-canvasapp-text"

MOST_NOTES = 1_000
"""So many notes are made of a copied text at a time: more would hold up the window for longer than a blink."""

_TEXTS = ("id", "board", "text", "z")
_TEXTS_OR_NONE = ("block", "question", "party", "group", "image")
_LENGTHS = ("x", "y", "w", "h")
_FARTHEST = 1e6
"""No note lies farther away than this, in mm."""


class CannotPasteError(ExpectedError):
    """What was copied is nothing that can be pasted here."""


def text_mime(text: str) -> QMimeData:
    """A note's text: with its marks for this program, as it is read for every other one."""
    mime = QMimeData()
    mime.setData(MARKED, text.encode())
    mime.setText(plain_text(text))
    return mime


def to_mime(notes: Iterable[Note], carried: Sequence[Carried] = ()) -> QMimeData:
    """Notes with the images they show; an image by itself is also one for other programs."""
    notes = list(notes)
    records = [{field.name: getattr(note, field.name) for field in fields(note)} for note in notes]
    mime = QMimeData()
    mime.setData(NOTES, json.dumps(records).encode())
    mime.setText("\n".join(plain_text(note.text) for note in notes))
    items = (escape(plain_text(note.text)).replace("\n", "<br>") for note in notes)
    mime.setHtml("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")
    if carried:
        mime.setData(IMAGES, packed(carried))
    if len(notes) == len(carried) == 1 and notes[0].kind is NoteKind.IMAGE:
        ((attachment, content),) = carried
        mime.setData(attachment.media_type, content)
    return mime


def copied(clipboard: QClipboard) -> QMimeData:
    """What lies on the clipboard; Qt has none at all when it was cleared."""
    mime: QMimeData | None = clipboard.mimeData()
    return QMimeData() if mime is None else mime


def notes_from(mime: QMimeData) -> list[Note]:
    """The notes that were copied; none when there are none or something else calls itself so."""
    try:
        records = json.loads(bytes(mime.data(NOTES).data()) or b"[]")
    except ValueError:
        return []
    if not isinstance(records, list) or not all(_is_note(record) for record in records):
        return []
    return [_note(record) for record in records]


def texts_from(mime: QMimeData) -> list[str]:
    """What a copied text is made of: the items of a list, the cells of a table, or the lines; no empty ones.

    Raises CannotPasteError when they are more than MOST_NOTES, and as `text_from` does.
    """
    plain = text_from(mime)
    listed = items_of(mime.html()) if mime.hasHtml() else []
    texts = listed or [cell for line in plain.splitlines() for cell in line.split("\t")]
    wanted = [text.strip() for text in texts if text.strip()]
    if len(wanted) > MOST_NOTES:
        raise CannotPasteError(
            f"The copied text would become {len(wanted):,} notes, and at most {MOST_NOTES:,} are made at a time: "
            "paste it in parts, or as one note with Ctrl+Shift+V."
        )
    return wanted


def text_from(mime: QMimeData) -> str:
    """The copied text, "" when nothing was copied. Raises CannotPasteError when it is something else than text."""
    marked = bytes(mime.data(MARKED).data())
    text = marked.decode(errors="replace") if marked else mime.text()
    if "\0" in text or (
        mime.formats() and not (mime.hasText() or mime.hasHtml() or mime.hasFormat(NOTES))
    ):
        raise CannotPasteError("What was copied is not text, so nothing was pasted: copy a text.")
    return text


def _is_note(record: object) -> bool:
    if not isinstance(record, dict) or record.keys() != {field.name for field in fields(Note)}:
        return False
    return (
        all(isinstance(record[name], str) for name in _TEXTS)
        and all(isinstance(record[name], str | None) for name in _TEXTS_OR_NONE)
        and all(_is_length(record[name]) for name in _LENGTHS)
        and record["perspective"] in (None, *Perspective)
        and record["kind"] in tuple(NoteKind)
        and isinstance(record["locked"], bool)
    )


def _is_length(value: object) -> bool:
    return isinstance(value, int | float) and math.isfinite(value) and abs(value) <= _FARTHEST


def _note(record: dict[str, Any]) -> Note:
    perspective, kind = record.pop("perspective"), NoteKind(record.pop("kind"))
    return Note(perspective=Perspective(perspective) if perspective else None, kind=kind, **record)
