"""Where a user's own workshops lie, and how to show a file there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

NAME = "canvasapp"


def documents_folder() -> Path:
    """The folder in the user's documents where new workshops are kept. Not made here."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place)) / NAME


def show_in_folder(path: Path) -> None:
    """Opens the folder of the file in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
