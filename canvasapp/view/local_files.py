"""The files of this computer that are dragged, dropped or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

WORKSHOP = ".workshop"


def files_in(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def workshop_in(mime: QMimeData) -> Path | None:
    """The first workshop file."""
    return next((path for path in files_in(mime) if path.suffix.lower() == WORKSHOP), None)
