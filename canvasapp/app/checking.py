"""Checks the board in the window beside what happens there: soon after an edit, never twice at once."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import cast

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer, Signal

from canvasapp.app.jobs import Job
from canvasapp.app.letters_on_paper import LettersOnPaper
from canvasapp.checks import Checked, Checker, Poster
from canvasapp.domain.board import Workshop

AFTER_MS = 300
"""So long after the last edit the board is checked."""
MEASURE = 0.003
"""In seconds: so long letters are measured at a time."""
RUN, REST, PATIENCE = 0.001, 0.0005, 0.02
"""In seconds: so long the checks run at a time, and so long they let others run; so long at most while others do.

Python runs one thread at once, and one that has to ask for its turn may wait 5 ms: with each drawing of a frame anew.
"""
LAST_STEP = 5.0


class Checking(QObject):
    """What is found on the board that it was told to follow; `changed` tells that this is something else now."""

    changed = Signal()

    def __init__(self, checker: Checker, parent: QObject) -> None:
        super().__init__(parent)
        self.checker = checker
        self._followed: tuple[Workshop, str] | None = None
        self._known: dict[str, Checked] = {}
        self._letters = LettersOnPaper()
        self._under_way: tuple[Job, Lull] | None = None
        self._soon = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self._begin)
        self._further = QTimer(self, interval=0, singleShot=True)
        self._further.timeout.connect(self._begin)

    @property
    def checked(self) -> Checked | None:
        """What was last found on the board in the window; None before its first check is over."""
        return self._known.get(self._followed[1]) if self._followed else None

    @property
    def busy(self) -> bool:
        """Whether there is something to be checked yet."""
        return self._under_way is not None or self._soon.isActive() or self._further.isActive()

    def follow(self, workshop: Workshop, board_id: str) -> None:
        """This is the board in the window now. What is under way about how it was before is called off."""
        before, self._followed = self._followed, (workshop, board_id)
        if before is not None and before[0] is workshop and before[1] == board_id:
            return
        self._call_off()
        self._known = {each: it for each, it in self._known.items() if each in workshop.boards}
        self._soon.start()
        if before is not None and before[1] != board_id:
            self.changed.emit()

    def leave(self) -> None:
        """Nothing is checked any more, and nothing told."""
        self._followed = None
        self._call_off()
        self._end()

    def _call_off(self) -> None:
        self._soon.stop()
        self._further.stop()
        if self._under_way is not None:
            self._under_way[0].cancel()

    def _begin(self) -> None:
        """Starts the check, or waits: for letters that are still to be measured, or for the end of the one before."""
        if self._under_way is not None or self._followed is None:
            self._soon.start()
            return
        workshop, board_id = self._followed
        poster = self._letters.poster(workshop.boards[board_id], MEASURE)
        if poster is None:
            self._further.start()
        else:
            self._start(workshop, board_id, poster)

    def _start(self, workshop: Workshop, board_id: str, poster: Poster) -> None:
        before, lull = self._known.get(board_id), Lull()

        def check() -> Checked:
            between = in_turns(job.check, lull.it)
            return self.checker.check(workshop, board_id, before, poster, between)

        job = Job("Checking the board", check, self)
        job.finished.connect(partial(self._found, board_id))
        job.failed.connect(self._end)
        job.cancelled.connect(self._end)
        self._under_way = job, lull
        gc.disable()  # what it comes upon in the other thread may be Qt's, and has to end in this one
        job.start()

    def _found(self, board_id: str, checked: object) -> None:
        self._end()
        if self._followed is not None:
            self._known[board_id] = cast("Checked", checked)
            self.changed.emit()

    def _end(self) -> None:
        if self._under_way is not None:
            (job, lull), self._under_way = self._under_way, None
            job.wait(LAST_STEP)  # it has told its last, or is about to
            lull.end()
            gc.enable()
            job.deleteLater()


class Lull:
    """Whether the thread that made it waits for something to happen: `it` is set meanwhile."""

    def __init__(self) -> None:
        self.it = Event()
        self._dispatcher = QAbstractEventDispatcher.instance()
        self._dispatcher.aboutToBlock.connect(self.it.set)
        self._dispatcher.awake.connect(self.it.clear)

    def end(self) -> None:
        """Nobody asks any more."""
        self._dispatcher.aboutToBlock.disconnect(self.it.set)
        self._dispatcher.awake.disconnect(self.it.clear)


def in_turns(
    step: Callable[[], None], lull: Event, clock: Callable[[], float] = time.perf_counter
) -> Callable[[], None]:
    """To be called often by work in a thread of its own: takes the `step`, and runs on while there is a `lull`."""
    until = clock() + RUN

    def between() -> None:
        nonlocal until
        step()
        if clock() >= until or not lull.is_set():
            time.sleep(REST)
            lull.wait(PATIENCE)
            until = clock() + RUN

    return between
