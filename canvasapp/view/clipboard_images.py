"""Images that go over the clipboard with the notes that show them: their records and contents in one piece."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QMimeData

from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import Attachment
from canvasapp.view.incoming import Incoming

IMAGES = "application/x-canvasapp-images"
MOST_CARRIED = 64_000_000
"""Bytes of images that are copied at once: they are kept in memory as long as they lie on the clipboard."""

Carried = tuple[Attachment, bytes | None]
"""An image with its content; without it when it stays behind."""


class StayedBehindError(ExpectedError):
    """The image did not come along with the notes that show it."""


def packed(carried: Sequence[Carried]) -> bytes:
    """A line of JSON that tells ids, names and sizes in bytes, then the contents in that order.

    What stays behind has no size.
    """
    heads = [[each.id, each.name, None if c is None else len(c)] for each, c in carried]
    return b"\n".join([json.dumps(heads).encode(), b"".join(c for _, c in carried if c)])


def attachments_in(mime: QMimeData) -> list[Incoming]:
    """The images that came along; none when there are none or something else calls itself so."""
    head, _, contents = bytes(mime.data(IMAGES).data()).partition(b"\n")
    try:
        return list(_unpacked(json.loads(head or b"[]"), contents))
    except (ValueError, TypeError):
        return []


def _unpacked(heads: Sequence[tuple[str, str, int | None]], contents: bytes) -> Iterator[Incoming]:
    at = 0
    for image, name, size in heads:
        if size is None:
            yield Incoming(str(name), _stayed_behind, str(image))
            continue
        yield Incoming(str(name), partial(bytes, contents[at : at + size]), str(image))
        at += size


def _stayed_behind() -> bytes:
    raise StayedBehindError(
        f"This image did not come along, as at most {MOST_CARRIED // 1_000_000} MB are copied at a time:"
        " copy it by itself."
    )
