"""Workshop files, and pictures with a board inside, that are dropped on the window to be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from canvasapp.view.local_files import files_in, workshop_in


class WorkshopDrop(QObject):
    """Watches a window for what no part of it takes. `dropped` carries the path of the file."""

    dropped = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._seen: list[Path] = []
        self._picture: Path | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # which dragging in and over are, too
            return False
        path = self._wanted(event.mimeData())
        if path is None:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(str(path))
        return True

    def _wanted(self, mime: QMimeData) -> Path | None:
        """Pictures are looked into once, not each time the hand moves."""
        files = files_in(mime)
        if files != self._seen:
            self._seen, self._picture = files, next(filter(_carries, files), None)
        return workshop_in(mime) or self._picture


def _carries(path: Path) -> bool:
    from canvasapp.export.carrying import carries  # noqa: PLC0415  # exports load slower than a window

    return carries(path)
