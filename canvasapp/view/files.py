"""What other programs drop or paste: texts and images told apart, in files or by themselves."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from canvasapp.painting.image_files import MEDIA_TYPES
from canvasapp.view.clipboard import CannotPasteError
from canvasapp.view.incoming import Incoming, from_bytes, from_file, from_pixels
from canvasapp.view.local_files import WORKSHOP, files_in

TEXTS = (".txt", ".md", ".csv", ".tsv")
MOST_TEXT = 1_000_000
"""Of a text file whose lines become notes, in bytes."""
PASTED = "Pasted image"


def images_in(mime: QMimeData) -> list[Incoming]:
    """Files that are no texts and no workshops, as whatever they are, or an image without a file.

    Spreadsheets and word processors add an image to the text that was copied: then the text is meant.
    """
    files = files_in(mime)
    if files:
        wanted = (path for path in files if path.suffix.lower() not in (*TEXTS, WORKSHOP))
        return [from_file(path) for path in wanted]
    if mime.text().strip():
        return []
    for media_type in dict.fromkeys(MEDIA_TYPES.values()):
        if mime.hasFormat(media_type):
            return [from_bytes(PASTED, bytes(mime.data(media_type).data()))]
    pixels = mime.imageData() if mime.hasImage() else None
    return [from_pixels(PASTED, pixels)] if isinstance(pixels, QImage) else []


def as_copied(mime: QMimeData) -> QMimeData:
    """Text files as if what they say had been copied, tables with tabs; anything else is itself.

    Raises CannotPasteError.
    """
    files = files_in(mime)
    if not files:
        return mime
    text = QMimeData()
    text.setText("\n".join(_read(path) for path in files if path.suffix.lower() in TEXTS))
    return text


def _read(path: Path) -> str:
    """A text file; the cells of a table with commas or semicolons between tabs. Raises CannotPasteError."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_TEXT:
            raise CannotPasteError(
                f"{path.name} is no text file of {MOST_TEXT // 1_000_000} MB at most: copy the text you need."
            )
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotPasteError(
            f"{path.name} can not be read as text in UTF-8: copy the text you need."
        ) from error
    if path.suffix.lower() != ".csv":
        return text
    first, _, _ = text.partition("\n")
    mark = ";" if first.count(";") >= first.count(",") else ","
    rows = csv.reader(io.StringIO(text), delimiter=mark)
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
