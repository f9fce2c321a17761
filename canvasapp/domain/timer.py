"""A countdown as a value: it is told the time and never counts for itself, so that it survives whatever happens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

LONGEST = 24 * 60 * 60.0
"""A timer counts down from no more than this, in seconds."""


@dataclass(frozen=True, slots=True)
class Timer:
    """A countdown that stands at `left` seconds, or that runs and is at its end at the moment `ends` (UTC)."""

    left: float = 0.0
    ends: datetime | None = None

    @property
    def is_running(self) -> bool:
        """Whether it counts; also when it has come to its end by itself."""
        return self.ends is not None

    def remaining(self, now: datetime) -> float:
        """The seconds that are left: never less than 0."""
        if self.ends is None:
            return self.left
        return min(max((self.ends - now).total_seconds(), 0.0), LONGEST)

    def has_ended(self, now: datetime) -> bool:
        return self.remaining(now) == 0

    def paused(self, now: datetime) -> Timer:
        """Stopped where it is."""
        return Timer(self.remaining(now))

    def resumed(self, now: datetime) -> Timer:
        """Running on from where it stands."""
        return self if self.is_running else started(self.left, now)

    def moved(self, seconds: float, now: datetime) -> Timer:
        """With more seconds left, or with fewer; one that has ended goes on from now."""
        left = min(max(self.remaining(now) + seconds, 0.0), LONGEST)
        return started(left, now) if self.is_running else replace(self, left=left)


def started(seconds: float, now: datetime) -> Timer:
    """A timer that runs from now on. Raises ValueError unless there are from 0 to LONGEST seconds."""
    if not 0 <= seconds <= LONGEST:
        raise ValueError(f"a timer does not run {seconds} seconds")
    return Timer(seconds, now + timedelta(seconds=seconds))
