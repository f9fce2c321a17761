"""Canvases as files: asked for in the system's own dialogs, read strictly, written whole."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog

from canvasapp.files import reason, written_whole
from canvasapp.panels.canvas_editor.kept import DraftNotKeptError

CANVASES = "Canvases (*.json)"
FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
"""What some system does not allow in the name of a file."""


def ask_for_canvas() -> Path | None:
    """The file to be added."""
    window = QApplication.activeWindow()
    chosen, _ = QFileDialog.getOpenFileName(window, "Add a canvas from a file", "", CANVASES)
    return Path(chosen) if chosen else None


def ask_where(name: str) -> Path | None:
    """Where to write the canvas of this name; the dialog asks before another file is replaced."""
    window = QApplication.activeWindow()
    proposal = f"{FORBIDDEN.sub('-', name)}.json"
    chosen, _ = QFileDialog.getSaveFileName(window, "Export the canvas", proposal, CANVASES)
    return Path(chosen) if chosen else None


def write_canvas(path: Path, text: str) -> None:
    """Raises DraftNotKeptError."""
    try:
        with written_whole(path) as stream:
            stream.write(text.encode())
    except OSError as error:
        raise DraftNotKeptError(f"{path.name} can not be written: {reason(error)}.") from error
