"""Images that go over the clipboard with the notes that show them: their records and contents in one piece."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QMimeData

from canvasapp.domain.records import Attachment
from canvasapp.view.incoming import Incoming

IMAGES = "application/x-canvasapp-images"
MOST_CARRIED = 64_000_000
"""Bytes of images that are copied at once: they are kept in memory as long as they lie on the clipboard."""

Carried = tuple[Attachment, bytes]
"""An image with its content."""


def packed(carried: Sequence[Carried]) -> bytes:
    """A line of JSON that tells ids, names and sizes in bytes, then the contents in that order."""
    heads = [[each.id, each.name, len(content)] for each, content in carried]
    return b"\n".join([json.dumps(heads).encode(), b"".join(content for _, content in carried)])


def attachments_in(mime: QMimeData) -> list[Incoming]:
    """The images that came along; none when there are none or something else calls itself so."""
    head, _, contents = bytes(mime.data(IMAGES).data()).partition(b"\n")
    try:
        return list(_unpacked(json.loads(head or b"[]"), contents))
    except (ValueError, TypeError):
        return []


def _unpacked(heads: Sequence[tuple[str, str, int]], contents: bytes) -> Iterator[Incoming]:
    at = 0
    for image, name, size in heads:
        yield Incoming(str(name), partial(bytes, contents[at : at + size]), str(image))
        at += size
