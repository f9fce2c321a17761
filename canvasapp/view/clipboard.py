"""Notes on the clipboard: as records for this program, as a text and a list for every other one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from html import escape
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard

from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.listed import lines_of
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Entry, Note, NoteKind, NoteStatus
from canvasapp.domain.template import Perspective
from canvasapp.view.clipboard_images import IMAGES, Carried, packed
from canvasapp.view.lists import items_of

NOTES = "application/x-canvasapp-notes+json"
MARKED = "application/x-canvasapp-text"
ENTRY = "entry"
"""Where the record of a copied note has its entry."""

MOST_NOTES = 1_000
"""So many notes are made of a copied text at a time: more would hold up the window for longer than a blink."""

_TEXTS = ("id", "board", "text", "z")
_TEXTS_OR_NONE = ("block", "question", "party", "group", "image", "shared")
_LENGTHS = ("x", "y", "w", "h")
_FARTHEST = 1e6
"""No note lies farther away than this, in mm."""
_LARGEST = 1e15
"""No number of an entry is larger."""


class CannotPasteError(ExpectedError):
    """What was copied is nothing that can be pasted here."""


def text_mime(text: str) -> QMimeData:
    """A note's text: with its marks for this program, as it is read for every other one."""
    mime = QMimeData()
    mime.setData(MARKED, text.encode())
    mime.setText(plain_text(text))
    return mime


def to_mime(
    notes: Iterable[Note], carried: Sequence[Carried] = (), entries: Iterable[Entry] = ()
) -> QMimeData:
    """Notes with the images they show and the entries that belong to them; an image by itself is one elsewhere too."""
    notes = list(notes)
    held = {entry.note: entry for entry in entries}
    records = [
        {field.name: getattr(note, field.name) for field in fields(note)}
        | {ENTRY: _told(held.get(note.content))}
        for note in notes
    ]
    mime = QMimeData()
    mime.setData(NOTES, json.dumps(records).encode())
    mime.setText("\n".join(plain_text(note.text) for note in notes))
    items = (escape(plain_text(note.text)).replace("\n", "<br>") for note in notes)
    mime.setHtml("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")
    if carried:
        mime.setData(IMAGES, packed(carried))
    if len(notes) == len(carried) == 1 and notes[0].kind is NoteKind.IMAGE:
        ((attachment, content),) = carried
        if content is not None:
            mime.setData(attachment.media_type, content)
    return mime


def copied(clipboard: QClipboard) -> QMimeData:
    """What lies on the clipboard; Qt has none at all when it was cleared."""
    mime: QMimeData | None = clipboard.mimeData()
    return QMimeData() if mime is None else mime


def notes_from(mime: QMimeData) -> list[Note]:
    """The notes that were copied; none when there are none or something else calls itself so."""
    return [_note(record) for record in _records(mime)]


def entries_from(mime: QMimeData) -> list[Entry]:
    """The entries of the notes that were copied."""
    return [_entry(record) for record in _records(mime) if record[ENTRY] is not None]


def _records(mime: QMimeData) -> list[dict[str, Any]]:
    try:
        records = json.loads(bytes(mime.data(NOTES).data()) or b"[]")
    except (ValueError, RecursionError):
        return []
    fit = isinstance(records, list) and all(_is_note(record) for record in records)
    return records if fit else []


def texts_from(mime: QMimeData) -> list[str]:
    """What a copied text is made of: the items of a list, the cells of a table, or the lines; no empty ones.

    Lines lose what makes a list of them.

    Raises CannotPasteError when they are more than MOST_NOTES, and as `text_from` does.
    """
    plain = text_from(mime)
    listed = items_of(mime.html()) if mime.hasHtml() else []
    texts = listed or lines_of(plain.replace("\t", "\n"))
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
    known = {*(field.name for field in fields(Note)), ENTRY}
    if not isinstance(record, dict) or record.keys() != known:
        return False
    return (
        all(isinstance(record[name], str) for name in _TEXTS)
        and all(isinstance(record[name], str | None) for name in _TEXTS_OR_NONE)
        and all(_is_number(record[name], _FARTHEST) for name in _LENGTHS)
        and record["perspective"] in (None, *Perspective)
        and record["kind"] in tuple(NoteKind)
        and isinstance(record["locked"], bool)
        and record["status"] in (None, *NoteStatus)
        and _are_texts(record["tags"])
        and (record[ENTRY] is None or _is_entry(record[ENTRY]))
    )


def _is_entry(record: object) -> bool:
    return (
        isinstance(record, dict)
        and record.keys() == {"register", "code", "values"}
        and _are_texts([record["register"], record["code"]])
        and isinstance(record["values"], dict)
        and all(_is_value(each) for each in record["values"].values())
    )


def _is_value(value: object) -> bool:
    match value:
        case str():
            return value != ""
        case list():
            return bool(value) and _are_texts(value)
    return isinstance(value, bool) or _is_number(value)


def _is_number(value: object, most: float = _LARGEST) -> bool:
    return isinstance(value, int | float) and abs(value) <= most


def _are_texts(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(each, str) for each in values)


def _note(record: dict[str, Any]) -> Note:
    values = {name: value for name, value in record.items() if name != ENTRY}
    perspective, status = values["perspective"], values["status"]
    values["perspective"] = Perspective(perspective) if perspective else None
    values["status"] = NoteStatus(status) if status else None
    values["kind"], values["tags"] = NoteKind(values["kind"]), tuple(values["tags"])
    return Note(**values)


def _told(entry: Entry | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    return {"register": entry.register, "code": entry.code, "values": dict(entry.values)}


def _entry(record: dict[str, Any]) -> Entry:
    told = record[ENTRY]
    values = {name: tuple(v) if isinstance(v, list) else v for name, v in told["values"].items()}
    content = record["shared"] or record["id"]
    return Entry("", None, told["register"], content, told["code"], tuple(sorted(values.items())))
