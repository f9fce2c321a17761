"""Publishes on a thread of its own: soon after the last edit, now and then during many, again when it failed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from canvasapp.store.errors import CannotPublishError


@dataclass(frozen=True, slots=True)
class Pace:
    """In seconds: after the last edit, at the latest after the first one, and after a failure up to a limit."""

    quiet: float = 1.5
    latest: float = 5.0
    again: float = 2.0
    again_at_most: float = 60.0


class Publisher:
    """Calls `publish` when it is time, as long as it runs."""

    def __init__(
        self,
        publish: Callable[[], object],
        pace: Pace,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._publish = publish
        self._pace = pace
        self._clock = clock
        self._due: float | None = None
        self._latest = 0.0
        self._failures = 0
        self._stopping = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="publisher", daemon=True)
        self._thread.start()

    def edited(self) -> None:
        """There is something to publish."""
        with self._changed:
            now = self._clock()
            if self._due is None:
                self._latest = now + self._pace.latest
            if self._failures == 0 or self._due is None:
                self._due = min(now + self._pace.quiet, self._latest)
            self._changed.notify()

    def hurry(self) -> None:
        """Publishes at once: the window has lost the focus, or the user asks for it."""
        with self._changed:
            self._due = self._clock()
            self._changed.notify()

    def stop(self) -> None:
        """Returns when nothing is being published any more."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        while self._wait():
            try:
                self._publish()
                self._failures = 0
            except CannotPublishError:  # the status says it already
                self._try_later()

    def _wait(self) -> bool:
        """Returns when it is time to publish (True) or to stop (False)."""
        with self._changed:
            while not self._stopping:
                rest = None if self._due is None else self._due - self._clock()
                if rest is not None and rest <= 0:
                    self._due = None
                    return True
                self._changed.wait(rest)
            return False

    def _try_later(self) -> None:
        with self._changed:
            pause = min(self._pace.again * 2**self._failures, self._pace.again_at_most)
            self._failures = min(self._failures + 1, 16)
            self._due = self._clock() + pause
