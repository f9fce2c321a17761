"""The mouse, a pen or a finger at one moment of a gesture, as tools see it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from canvasapp.domain.geometry import Point

DRAG_STARTS, FINGER_DRAG_STARTS = 4.0, 6.0
"""Logical pixels a pressed pointer must travel before it drags."""
HIT, FINGER_HIT = 3.0, 4.0
"""How far beside a note a press still meets it, in logical pixels."""
DOUBLE_CLICK_MS = 450
"""How long after the first a second click or tap still makes a double one."""


class Phase(Enum):
    """Where in a gesture a pointer is."""

    PRESS = "press"
    MOVE = "move"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pointer at one moment: `at` on the sheet in mm, `x` and `y` in the view's logical pixels.

    A press is `double` when it is the second of a double-click. A pen counts as a finger: neither points as finely as
    a mouse.
    """

    phase: Phase
    at: Point
    x: float
    y: float
    shift: bool = False
    control: bool = False
    alt: bool = False
    double: bool = False
    by_finger: bool = False

    @property
    def reach(self) -> float:
        """How far beside something the pointer still meets it, in logical pixels."""
        return FINGER_HIT if self.by_finger else HIT

    def has_left(self, press: Pointer) -> bool:
        """Whether the pointer has travelled far enough from `press` to drag."""
        far = FINGER_DRAG_STARTS if press.by_finger else DRAG_STARTS
        return abs(self.x - press.x) >= far or abs(self.y - press.y) >= far
