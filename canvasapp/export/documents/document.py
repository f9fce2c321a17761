"""What a document is: an entry in `DOCUMENTS` that writes a whole workshop to a stream in one format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from canvasapp.domain.board import Workshop
from canvasapp.export.exporter import Check
from canvasapp.painting import ImageSource, no_images


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """`day` is when the workshop was held. `register` is the id of the one register to write; None: all with entries.

    `empty_registers` writes also those without entries. `author` goes into formats that have a place for it; `images`
    gives the content of an attachment.
    """

    day: date | None = None
    register: str | None = None
    empty_registers: bool = False
    author: str = ""
    images: ImageSource = no_images


Write = Callable[[Workshop, BinaryIO, DocumentOptions, Check], None]


@dataclass(frozen=True, slots=True)
class Document:
    """A format: its id, what it is called, the suffix of its files, how to write it.

    `write` may raise ExportError, what its check raises, and OSError from the stream. It needs a QGuiApplication, but
    not its thread.
    """

    id: str
    label: str
    suffix: str
    write: Write
