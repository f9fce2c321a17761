"""What an exporter is: an entry in `EXPORTERS` that writes pictures to a stream in one format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from canvasapp.export.faults import ExportError as ExportError
from canvasapp.export.paper import Orientation
from canvasapp.export.tiling import Tiles
from canvasapp.painting import ImageSource, no_images
from canvasapp.picture.shapes import Picture

DEFAULT_DPI = 150


def go_on() -> None:
    """The check that stops nothing."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """`paper` is what `paper_size` reads, None for the picture's own size. `dpi` is for formats made of pixels.

    Formats for print add `bleed` mm around the paper and, with `marks`, crop and registration marks; `tiles` cuts the
    poster into sheets, whose labels end in `date`. `title` (of several pictures; else the first one's), `author` and
    `subject` go into formats that have a place for them. `images` gives the content of an attachment. `carried` is
    what pictures carry inside, to be opened again (see `carrying`). `live_text` leaves the letters of a drawing text
    in fonts that it brings along.
    """

    paper: str | None = None
    orientation: Orientation = Orientation.AUTO
    dpi: int = DEFAULT_DPI
    bleed: float = 0.0
    marks: bool = False
    tiles: Tiles | None = None
    date: str = ""
    title: str = ""
    author: str = ""
    subject: str = ""
    images: ImageSource = no_images
    carried: bytes = b""
    live_text: bool = False

    @property
    def asks_for_print(self) -> bool:
        """Whether only a format for print can give what is asked."""
        return self.tiles is not None or self.bleed != 0 or self.marks


Check = Callable[[], None]
"""Called again and again while a file is written; raises what shall stop it."""

Write = Callable[[Sequence[Picture], BinaryIO, ExportOptions, Check], None]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its id, what it is called, the suffix of its files, how to write it.

    `holds_many` pictures or one; one that `is_for_print` has bleed, marks and tiles.
    `write` may raise ExportError, what its check raises, and OSError from the stream.
    """

    id: str
    label: str
    suffix: str
    holds_many: bool
    is_for_print: bool
    write: Write
