"""The board that a PNG or SVG picture carries inside, so that the picture can be opened again as what it shows.

PNG: a private chunk before the pixels (PNG 3rd edition, 5.4: ancillary, safe to copy). SVG: the text of a <metadata>
element. What is carried is bytes here: whoever reads them has them checked.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
import zlib
from pathlib import Path
from typing import BinaryIO

from canvasapp.export.faults import ExportError

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHUNK = b"cvBd"
PIXELS = b"IDAT"

METADATA = "canvasapp-board"
_ELEMENT = re.compile(rb'<(?:\w+:)?metadata[^>]*\bid="canvasapp-board"[^>]*>([\sA-Za-z0-9+/=]*)<')

MOST = 128 << 20
"""Bytes that are read for a board; of an SVG drawing so many in all."""


class NoBoardInsideError(ExportError):
    """The picture is one that carries no board."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} carries no board: only PNG and SVG pictures that canvasapp has exported with their"
            " data can be opened."
        )


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG file."""
    sum_of_all = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", sum_of_all)


def metadata(carried: bytes) -> str:
    """The element of an SVG file."""
    return f'<metadata id="{METADATA}">{base64.b64encode(carried).decode("ascii")}</metadata>'


def can_carry(suffix: str) -> bool:
    """Whether files of this ending can carry a board."""
    return suffix.lower() in (".png", ".svg")


def carries(path: Path) -> bool:
    """Whether there is something in the picture that could be a board; no other file is read."""
    try:
        return can_carry(path.suffix) and bool(carried_in(path))
    except ExportError:
        return False


def carried_in(path: Path) -> bytes:
    """What the picture carries. Raises ExportError."""
    try:
        with path.open("rb") as stream:
            begins = stream.read(len(SIGNATURE))
            found = _in_png(stream) if begins == SIGNATURE else _in_svg(begins + stream.read(MOST))
    except OSError as error:
        raise ExportError(f"{path} can not be read ({error.strerror}): check the name.") from error
    if found is None:
        raise NoBoardInsideError(path)
    return found


def _in_png(stream: BinaryIO) -> bytes | None:
    while len(head := stream.read(8)) == 8:  # noqa: PLR2004  # length and kind
        length, kind = struct.unpack(">I4s", head)
        if kind == PIXELS:
            return None
        if kind == CHUNK and length <= MOST:
            content = stream.read(length)
            (told,) = struct.unpack(">I", stream.read(4).rjust(4, b"\0"))
            return content if told == zlib.crc32(kind + content) else None
        stream.seek(length + 4, 1)
    return None


def _in_svg(text: bytes) -> bytes | None:
    found = _ELEMENT.search(text)
    try:
        return base64.b64decode(b"".join(found[1].split()), validate=True) if found else None
    except binascii.Error:
        return None
