"""How large the window is when nobody has said yet: never larger than its screen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize

USUAL = QSize(1440, 900)
FRAME = QSize(16, 48)
"""The most that systems put around a window, in px: it is not known before the window is shown."""


@dataclass(frozen=True, slots=True)
class FirstPlace:
    """The size (px) without the frame; `fills` the screen when the usual size and a frame have no room on it."""

    size: QSize
    fills: bool


def first_place(room: QSize) -> FirstPlace:
    """`room` is what the system leaves of the screen, in px."""
    size = USUAL.boundedTo(room - FRAME)
    return FirstPlace(size, fills=size != USUAL)
