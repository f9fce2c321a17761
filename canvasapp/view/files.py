"""What other programs drop or paste: workshops, texts and images told apart, in files or by themselves."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from canvasapp.painting.image_files import MEDIA_TYPES
from canvasapp.view.clipboard import CannotPasteError, texts_from
from canvasapp.view.incoming import Incoming, from_bytes, from_file, from_pixels

WORKSHOP = ".workshop"
TEXTS = (".txt", ".md", ".csv", ".tsv")
MOST_TEXT = 1_000_000
"""Of a text file whose lines become notes, in bytes."""
PASTED = "Pasted image"


def workshop_in(mime: QMimeData) -> Path | None:
    """The first workshop file."""
    return next((path for path in _files(mime) if path.suffix.lower() == WORKSHOP), None)


def images_in(mime: QMimeData) -> list[Incoming]:
    """Files that are no texts and no workshops, as whatever they are, or an image without a file.

    Spreadsheets and word processors add an image to the text that was copied: then the text is meant.
    """
    files = _files(mime)
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


def texts_in(mime: QMimeData) -> list[str]:
    """What notes shall say: the lines and cells of text files, or those of the text itself.

    Raises CannotPasteError.
    """
    files = _files(mime)
    if not files:
        return texts_from(mime)
    text = QMimeData()
    texts = (path for path in files if path.suffix.lower() in TEXTS)
    text.setText("\n".join(_read(path) for path in texts))
    return texts_from(text)


def _files(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _read(path: Path) -> str:
    """A text file; of a table with commas or semicolons each cell on a line. Raises CannotPasteError."""
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
    mark = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    cells = (cell for line in csv.reader(io.StringIO(text), delimiter=mark) for cell in line)
    return "\n".join(" ".join(cell.split()) for cell in cells)
