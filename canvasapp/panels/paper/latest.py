"""Does in a thread what was asked last; what was asked before it and not begun is never done."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal

from canvasapp.domain.errors import ExpectedError

Work = Callable[[], object]


class Latest(QObject):
    """`done` comes in the thread that made this with what the work gave, `failed` with the sentence of its error.

    A result of what is no longer the latest comes too: better an older one than none while a choice is dragged along.
    """

    done = Signal(object)
    failed = Signal(str)
    _ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._next: Work | None = None
        self._thread: Thread | None = None
        self._ended.connect(self._go_on)

    @property
    def busy(self) -> bool:
        return self._thread is not None

    def ask(self, work: Work) -> None:
        self._next = work
        if self._thread is None:
            self._go_on()

    def _go_on(self) -> None:
        work, self._next, self._thread = self._next, None, None
        if work is not None:
            self._thread = Thread(target=self._run, args=(work,), name="Preview", daemon=True)
            self._thread.start()

    def _run(self, work: Work) -> None:
        """The thread holds this object, so that it is still there when the work is done."""
        try:
            self.done.emit(work())
        except ExpectedError as error:
            self.failed.emit(str(error))
        finally:
            self._ended.emit()
