"""The content of attachments, kept once under its SHA-256 and checked each time it is read."""

from __future__ import annotations

import hashlib
import sqlite3

from canvasapp.store.columns import MAX_CONTENT
from canvasapp.store.errors import InvalidRecordError, MissingAttachmentError
from canvasapp.store.reasons import why


def put(connection: sqlite3.Connection, content: bytes) -> str:
    """Keeps `content` and returns its SHA-256, the id of its Attachment record. Raises InvalidRecordError."""
    if len(content) > MAX_CONTENT:
        raise InvalidRecordError(f"An attachment can have {MAX_CONTENT >> 20} MB at most.")
    digest = hashlib.sha256(content).hexdigest()
    connection.execute(
        "INSERT INTO content (id, body) VALUES (?, ?) ON CONFLICT DO NOTHING", (digest, content)
    )
    return digest


def get(connection: sqlite3.Connection, digest: str) -> bytes:
    """Raises MissingAttachmentError when it is not there, not what it was, or the file can not be read any more."""
    try:
        row = connection.execute("SELECT body FROM content WHERE id = ?", (digest,)).fetchone()
    except sqlite3.Error as error:
        raise MissingAttachmentError(
            f"The attachment {digest[:8]} can not be read ({why(error)})."
        ) from error
    if row is None:
        raise MissingAttachmentError(f"The attachment {digest[:8]} is not in this workshop.")
    content = bytes(row[0])
    if hashlib.sha256(content).hexdigest() != digest:
        raise MissingAttachmentError(f"The attachment {digest[:8]} is damaged: add it again.")
    return content
