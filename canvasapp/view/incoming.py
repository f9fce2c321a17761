"""Images from outside the workshop: files, pixels and bytes, made into what the workshop keeps of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage

from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import Attachment
from canvasapp.edits.images import Pixels
from canvasapp.painting.image_ends import is_cut_off
from canvasapp.painting.image_files import ImageError, image_facts, turned_upright, written
from canvasapp.painting.images import LEAST, decoded

MOST_BYTES = 50_000_000
"""Of an image file: photos of 64 million pixels have less."""

Keep = Callable[[bytes], str]
"""Puts a content into the workshop and gives its id."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An image that is wanted; `load` reads it, may take its time, and raises ExpectedError or OSError.

    `id` is that of its record in the workshop it comes from.
    """

    name: str
    load: Callable[[], bytes]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """An image that is in the workshop now, and how many pixels it has."""

    attachment: Attachment
    size: Pixels


@dataclass(frozen=True, slots=True)
class Delivery:
    """What has come of several images: those there are now, and a sentence for each that was refused."""

    brought: tuple[Brought, ...]
    refused: tuple[str, ...]


def from_file(path: Path) -> Incoming:
    return Incoming(path.name, partial(_file_content, path))


def from_bytes(name: str, content: bytes) -> Incoming:
    return Incoming(name, lambda: content)


def from_pixels(name: str, image: QImage) -> Incoming:
    return Incoming(name, partial(written, image))


def bring(wanted: Iterable[Incoming], keep: Keep) -> Delivery:
    """Reads, checks and keeps each of the images, for any thread."""
    brought, refused = [], []
    for each in wanted:
        try:
            brought.append(_brought(each, keep))
        except ExpectedError as error:
            refused.append(f"{each.name}: {error}")
        except OSError as error:
            refused.append(f"{each.name} can not be read ({error.strerror}).")
    return Delivery(tuple(brought), tuple(refused))


def _brought(wanted: Incoming, keep: Keep) -> Brought:
    content = wanted.load()
    if len(content) > MOST_BYTES:
        raise _too_large(len(content))
    facts = image_facts(content)
    if is_cut_off(content, facts.media_type):
        raise ImageError("The end of this file is missing: copy or download it again.")
    if not facts.upright:
        content = turned_upright(content)
        facts = image_facts(content)
    decoded(content, LEAST)  # what can not be shown is not kept
    record = Attachment(keep(content), wanted.name, facts.media_type, len(content))
    return Brought(record, (facts.width, facts.height))


def _file_content(path: Path) -> bytes:
    if not path.is_file():  # a pipe would be waited for without end
        raise ImageError("This is no file with an image.")
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise _too_large(size)
    return path.read_bytes()


def _too_large(size: int) -> ImageError:
    return ImageError(
        f"This file has {size / 1e6:,.0f} MB, and an image at most {MOST_BYTES / 1e6:.0f}:"
        " make it smaller first."
    )
