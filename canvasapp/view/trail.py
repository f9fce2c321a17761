"""The places one has been, as in a browser: a way back, and forward again until one goes elsewhere."""

from __future__ import annotations

from collections import deque
from collections.abc import Container
from dataclasses import dataclass

from canvasapp.view.camera import Camera

MOST = 100


@dataclass(frozen=True, slots=True)
class Place:
    """What the window showed of which board, and which block somebody worked in.

    The `whole` of a board is shown in a window of any size, whatever the camera.
    """

    board: str
    camera: Camera
    block: str | None
    whole: bool = False

    def looks_like(self, other: Place) -> bool:
        """Whether the window shows the same."""
        same = self.camera == other.camera or (self.whole and other.whole)
        return self.board == other.board and same


class Trail:
    """Each step takes the place where one is, which the way in the other direction leads to then."""

    def __init__(self) -> None:
        self._behind: deque[Place] = deque(maxlen=MOST)
        self._ahead: deque[Place] = deque(maxlen=MOST)

    def leave(self, place: Place) -> None:
        """One goes elsewhere from here."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)

    def back(self, here: Place, boards: Container[str]) -> Place | None:
        """The place before, on one of these boards; None when there is none."""
        return _step(self._behind, self._ahead, here, boards)

    def forward(self, here: Place, boards: Container[str]) -> Place | None:
        """The place one came back from."""
        return _step(self._ahead, self._behind, here, boards)


def _step(
    taken: deque[Place], left: deque[Place], here: Place, boards: Container[str]
) -> Place | None:
    while taken:
        place = taken.pop()
        if place.board in boards and not place.looks_like(here):
            left.append(here)
            return place
    return None
