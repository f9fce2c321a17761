"""Work that takes longer than a frame, done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from canvasapp.domain.errors import ExpectedError


class CancelledError(Exception):
    """The user has called the job off."""


class Job(QObject):
    """Runs `work` in a thread of its own; its signals come in the thread that made the job.

    Exactly one of `finished`, `failed` and `cancelled` comes. An error that is no ExpectedError is a fault and goes
    to threading.excepthook, after `failed` with a plain sentence.
    """

    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        title: str,
        work: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._called_off = Event()
        self._thread = Thread(target=self._run, name=title, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """What the work makes from now on is thrown away."""
        self._called_off.set()

    def check(self) -> None:
        """For the work to call between its steps. Raises CancelledError."""
        if self._called_off.is_set():
            raise CancelledError(self.title)

    def wait(self, seconds: float) -> None:
        self._thread.join(seconds)

    def _run(self) -> None:
        try:
            result = self._work()
            self.check()
        except CancelledError:
            self._tell("cancelled")
        except ExpectedError as error:
            self._tell("failed", str(error))
        except BaseException:
            self._tell("failed", f"{self.title} did not work.")
            raise
        else:
            self._tell("finished", result)

    def _tell(self, signal: str, *said: object) -> None:
        """Nobody is told of work that has outlived what it was for, and the job with it."""
        if isValid(self):
            getattr(self, signal).emit(*said)
