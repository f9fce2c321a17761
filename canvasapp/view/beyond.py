"""What stands beside the board and takes notes that are dragged there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QPointF

from canvasapp.view.pointer import Pointer


class Taker(Protocol):
    """Something beside the board; places are in logical pixels of the board's widget."""

    def offer(self, at: QPointF, ids: Sequence[str]) -> bool:
        """Whether it would take notes that are let go there; shows it."""

    def take(self, at: QPointF, ids: Sequence[str]) -> None:
        """They are let go there."""

    def withdraw(self) -> None:
        """They are not offered any more."""


class Beyond:
    """Asks all that may take notes during one gesture after the other."""

    def __init__(self) -> None:
        self.takers: list[Taker] = []
        self.taker: Taker | None = None

    @contextmanager
    def offering(self) -> Iterator[None]:
        """While notes are dragged."""
        try:
            yield
        finally:
            self.taker = None
            for each in self.takers:
                each.withdraw()

    def offer(self, pointer: Pointer, ids: Sequence[str]) -> None:
        at = QPointF(pointer.x, pointer.y)
        self.taker = next((each for each in self.takers if each.offer(at, ids)), None)

    def take(self, pointer: Pointer, ids: Sequence[str]) -> bool:
        """Whether somebody has taken the notes that are let go."""
        self.offer(pointer, ids)
        if self.taker is None:
            return False
        self.taker.take(QPointF(pointer.x, pointer.y), ids)
        return True
