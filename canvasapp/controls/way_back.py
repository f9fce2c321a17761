"""Who had the keyboard before something took it for a while, and gets it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


class WayBack:
    """From now to whatever has the keyboard now, if it is still there then."""

    def __init__(self) -> None:
        self._widget = QApplication.focusWidget()
        if self._widget is not None:
            self._widget.destroyed.connect(self._forget)

    def go(self) -> None:
        if self._widget is not None:
            self._widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        self._widget = None
