"""Where the newest edits are, as one value that is always true, and the sentence that says so."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

Listener = Callable[["SaveStatus"], object]


class SaveState(Enum):
    """From the best to the worst."""

    PUBLISHED = auto()
    PUBLISHING = auto()
    SAVED_HERE = auto()
    CANNOT_PUBLISH = auto()
    DISK_TROUBLE = auto()


@dataclass(frozen=True, slots=True)
class SaveStatus:
    """The facts: `seq` is the newest edit on this computer's disk, `published` the newest in the file at `path`.

    `published_at` is local time; None when nothing has been published since the workshop was opened.
    """

    path: Path
    seq: int
    published: int
    published_at: datetime | None = None
    publishing: bool = False
    obstacle: str | None = None
    disk: str | None = None
    backup: str | None = None
    notice: str | None = None

    @property
    def state(self) -> SaveState:
        if self.disk is not None:
            return SaveState.DISK_TROUBLE
        if self.seq <= self.published:
            return SaveState.PUBLISHED
        if self.publishing:
            return SaveState.PUBLISHING
        return SaveState.CANNOT_PUBLISH if self.obstacle is not None else SaveState.SAVED_HERE

    @property
    def place(self) -> str:
        """The drive on Windows, the folder's name elsewhere."""
        return self.path.drive or self.path.parent.name or "/"

    @property
    def sentence(self) -> str:
        """For the status line: short, without a full stop at its end."""
        return " · ".join(part for part in (self._main, self._backup, self.notice) if part)

    @property
    def _main(self) -> str:
        match self.state:
            case SaveState.DISK_TROUBLE:
                return f"Not saved: {self.disk}"
            case SaveState.CANNOT_PUBLISH:
                return f"Saved on this computer; {self.path.name} in {self.place} follows ({self.obstacle})"
            case SaveState.PUBLISHED if self.published_at is None:
                return f"Everything is in {self.path.name} in {self.place}"
            case SaveState.PUBLISHED:
                return f"Saved here · published to {self.place} {self.published_at:%H:%M}"
            case SaveState.PUBLISHING:
                return f"Saved here · publishing to {self.place}"
            case SaveState.SAVED_HERE:
                return f"Saved here · not yet published to {self.place}"

    @property
    def _backup(self) -> str | None:
        return f"No backup could be made: {self.backup}" if self.backup else None


class StatusFeed:
    """The status of one workshop, told to whoever listens. May be changed from any thread."""

    def __init__(self, status: SaveStatus) -> None:
        self._status = status
        self._listeners: list[Listener] = []
        self._lock = threading.RLock()

    @property
    def status(self) -> SaveStatus:
        return self._status

    def change(self, **facts: object) -> SaveStatus:
        """Listeners are called on the thread that brings the news, one piece of news at a time."""
        with self._lock:
            before, self._status = self._status, replace(self._status, **facts)  # type: ignore[arg-type]  # facts are fields
            if self._status != before:
                for listener in tuple(self._listeners):
                    listener(self._status)
            return self._status

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Returns how to stop listening."""
        with self._lock:
            self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)
