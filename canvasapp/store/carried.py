"""A workshop packed small enough for a picture to carry it, and made a file again: through the gate, like any file."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from canvasapp.domain.board import Workshop
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import new_id
from canvasapp.domain.template import Template
from canvasapp.store.errors import NewerFileError, StoreError
from canvasapp.store.new_file import create_workshop
from canvasapp.store.opening import reading_workshop

KIND = b"canvasapp workshop 1\n"
"""How it begins; a form that this version does not know has another number."""

MOST = 256 << 20
"""Bytes that may come out of one picture."""
STEP = 1 << 20


class CarriedError(StoreError):
    """What a picture carries can not be opened."""


def pack(workshop: Workshop, attachment: Callable[[str], bytes]) -> bytes:
    """The workshop as it is now, without its past; images that are missing stay missing. Raises StoreError."""
    attached = {}
    for each in workshop.attachments:
        with suppress(ExpectedError):
            attached[each] = attachment(each)
    whole = _without(workshop, workshop.attachments.keys() - attached.keys())
    with tempfile.TemporaryDirectory(prefix="canvasapp-") as folder:
        file = Path(folder) / "carried.workshop"
        create_workshop(file, whole, attached=attached)
        return KIND + zlib.compress(file.read_bytes(), 9)


def unpack(packed: bytes, title: str, templates: Mapping[str, Template], path: Path) -> None:
    """Writes the workshop as a new file with an id of its own; `title` is what the picture is called.

    Raises StoreError: CarriedError when it is not whole, too large or of another kind.
    """
    with tempfile.TemporaryDirectory(prefix="canvasapp-") as folder:
        file = Path(folder) / "carried.workshop"
        _inflate(packed, title, file)
        try:
            with reading_workshop(file, templates, Path(folder)) as (workshop, attachment):
                head = replace(workshop.head, id=new_id())
                attached = {each: attachment(each) for each in workshop.attachments}
        except NewerFileError as error:
            raise CarriedError(
                f"The board in {title} was made by a newer version of canvasapp:"
                " install the newer version to open it."
            ) from error
        except ExpectedError as error:
            raise _damaged(title) from error
        create_workshop(path, replace(workshop, head=head), attached=attached)


def _without(workshop: Workshop, lost: set[str]) -> Workshop:
    kept = {key: each for key, each in workshop.attachments.items() if key not in lost}
    boards = {
        key: replace(
            board,
            attachments=kept,
            notes={n.id: n for n in board.notes.values() if n.image not in lost},
        )
        for key, board in workshop.boards.items()
    }
    return replace(workshop, attachments=kept, boards=boards) if lost else workshop


def _inflate(packed: bytes, title: str, file: Path) -> None:
    if not packed.startswith(KIND):
        raise CarriedError(
            f"What {title} carries is nothing that this version of canvasapp reads:"
            " install the newest version, or ask for the workshop file."
        )
    unpacker, rest, size = zlib.decompressobj(), packed[len(KIND) :], 0
    with file.open("wb") as stream:
        while rest and not unpacker.eof:
            try:
                part = unpacker.decompress(rest, STEP)
            except zlib.error as error:
                raise _damaged(title) from error
            rest, size = unpacker.unconsumed_tail, size + len(part)
            if size > MOST:
                raise CarriedError(f"The board in {title} is larger than any: it was not opened.")
            stream.write(part)
    if not unpacker.eof:
        raise _damaged(title)


def _damaged(title: str) -> CarriedError:
    return CarriedError(
        f"The board in {title} is damaged: copy the picture again from where it came,"
        " or ask for the workshop file."
    )
