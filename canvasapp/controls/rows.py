"""Lists of rows: Up and Down go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def step_through(rows: Sequence[QWidget], event: QKeyEvent) -> bool:
    """Gives the keyboard to the row after or before the one that has it, round and round; whether the key said so."""
    step = STEPS.get(Qt.Key(event.key()))
    here = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
    if step is None or here is None:
        return False
    rows[(here + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)
    return True
