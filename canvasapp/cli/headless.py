"""Qt where there is no display: it lays out text all the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


@contextmanager
def without_display() -> Iterator[None]:
    """Qt's application on no display. Once in a process: the fonts that were loaded go with it."""
    qt = QCoreApplication.instance() or QGuiApplication(["canvasapp", "-platform", "offscreen"])
    yield
    del qt
