"""An eased move from one camera to another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from canvasapp.view.camera import Camera

SECONDS = 0.32


@dataclass(frozen=True, slots=True)
class Flight:
    """A move that begins at `began` (seconds of a monotonic clock) and takes `seconds`."""

    start: Camera
    end: Camera
    began: float
    seconds: float = SECONDS

    def over(self, now: float) -> bool:
        return now >= self.began + self.seconds

    def at(self, now: float) -> Camera:
        """Where the move has come to: fast first, then slower (cubic); the zoom changes at a steady ratio."""
        if self.over(now):
            return self.end
        done = 1 - (1 - max(now - self.began, 0.0) / self.seconds) ** 3
        zoom = self.start.zoom * (self.end.zoom / self.start.zoom) ** done
        if abs(self.end.zoom - self.start.zoom) > 1e-9 * self.start.zoom:
            # so places on the sheet travel straight over the screen
            done = (zoom - self.start.zoom) / (self.end.zoom - self.start.zoom)
        return replace(
            self.end,
            zoom=zoom,
            left=self.start.left + (self.end.left - self.start.left) * done,
            top=self.start.top + (self.end.top - self.start.top) * done,
        )
