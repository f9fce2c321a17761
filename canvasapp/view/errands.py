"""What is fetched beside the window, files above all, and what is done with it there: one after the other."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Errands(QObject):
    """Runs work in one thread of its own, in the order in which it is asked for."""

    _came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._under_way: list[tuple[Future[Any], Callable[[], object]]] = []
        self._worker = ThreadPoolExecutor(1, "errands")
        self._came.connect(self._take_done, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        """Does `work` beside the window, later `then` in it with what has come of that. `work` raises nothing."""
        future = self._worker.submit(work)
        self._under_way.append((future, lambda: then(future.result())))
        future.add_done_callback(lambda _: self._came.emit())

    def finish(self) -> None:
        """Waits for all that is under way, and does what follows from it."""
        while self._under_way:
            self._under_way[0][0].exception()
            self._take()

    def close(self) -> None:
        """The window is gone."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _take_done(self) -> None:
        while self._under_way and self._under_way[0][0].done():
            self._take()

    def _take(self) -> None:
        _, follow = self._under_way.pop(0)
        follow()
