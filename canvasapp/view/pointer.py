"""The mouse or finger at one moment of a gesture, as tools see it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from canvasapp.domain.geometry import Point

DRAG_STARTS = 4.0
"""Logical pixels a pressed pointer must travel before it drags."""


class Phase(Enum):
    """Where in a gesture a pointer is."""

    PRESS = "press"
    MOVE = "move"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Pointer:
    """The mouse or finger at one moment: `at` on the sheet in mm, `x` and `y` in the view's logical pixels.

    A press is `double` when it is the second of a double-click.
    """

    phase: Phase
    at: Point
    x: float
    y: float
    shift: bool = False
    control: bool = False
    alt: bool = False
    double: bool = False

    def has_left(self, press: Pointer) -> bool:
        """Whether the pointer has travelled far enough from `press` to drag."""
        return abs(self.x - press.x) >= DRAG_STARTS or abs(self.y - press.y) >= DRAG_STARTS
