"""Sees to it that a fault is written down and told, whichever thread or hook it comes through."""

from __future__ import annotations

import faulthandler
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from canvasapp.domain.errors import ExpectedError

LOG = "faults.log"
LARGEST_LOG = 1_000_000
"""In bytes; a larger one is begun anew at the next start."""

QUIET = 2.0
"""Seconds in which the same fault is not told again: one in a paint event comes with every frame."""


class Faults(QObject):
    """Catches what nobody caught. `told` carries a sentence, in the thread of the window.

    An ExpectedError is told in its own words and not written down: nothing is broken, somebody only has to know.
    """

    told = Signal(str)

    def __init__(self, data_folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._last: dict[str, float] = {}
        data_folder.mkdir(parents=True, exist_ok=True)
        path = data_folder / LOG
        mode = "w" if path.exists() and path.stat().st_size > LARGEST_LOG else "a"
        self._log = path.open(mode, encoding="utf-8")

    def watch(self) -> None:
        """From now on everything uncaught in this process comes here."""
        faulthandler.enable(self._log)
        sys.excepthook = self._caught
        threading.excepthook = lambda args: self._caught(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        sys.unraisablehook = lambda args: self._caught(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def unwatch(self) -> None:
        """Python's own hooks again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        faulthandler.disable()
        self._log.close()

    def _caught(
        self,
        kind: type[BaseException],
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault or kind(), trace)
            return
        text = "".join(traceback.format_exception(kind, fault, trace))
        if self._was_just_told(text):
            return
        if issubclass(kind, ExpectedError):
            self.told.emit(str(fault))
            return
        self._write_down(text)
        self.told.emit(
            f"Something went wrong ({kind.__name__}). Your work is saved; "
            f"what happened is written down in {self._log.name}."
        )

    def _was_just_told(self, text: str) -> bool:
        now = self._clock()
        was = now - self._last.get(text, -QUIET) < QUIET
        if not was:
            self._last[text] = now
        return was

    def _write_down(self, text: str) -> None:
        self._log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n{text}\n")
        self._log.flush()
        if sys.stderr is not None:  # a bundle on Windows has none
            sys.stderr.write(text)
