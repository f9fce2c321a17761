"""What an exporter is: an entry in `EXPORTERS` that writes pictures to a stream in one format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from canvasapp.domain.errors import ExpectedError
from canvasapp.painting import ImageSource, no_images
from canvasapp.picture.shapes import Picture

DEFAULT_DPI = 150


def go_on() -> None:
    """The check that stops nothing."""


class ExportError(ExpectedError):
    """A file can not be written as asked. The message is for the user."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """`paper` is a name of `PAPERS`, None for the picture's own size. `dpi` is for formats made of pixels.

    `author` and `subject` go into formats that have a place for them. `images` gives the content of an attachment.
    """

    paper: str | None = None
    dpi: int = DEFAULT_DPI
    author: str = ""
    subject: str = ""
    images: ImageSource = no_images


Check = Callable[[], None]
"""Called again and again while a file is written; raises what shall stop it."""

Write = Callable[[Sequence[Picture], BinaryIO, ExportOptions, Check], None]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its id, what it is called, the suffix of its files, whether it holds many pictures, how to write it.

    `write` may raise ExportError, what its check raises, and OSError from the stream.
    """

    id: str
    label: str
    suffix: str
    holds_many: bool
    write: Write
