"""Checks the board in the window beside what happens there: soon after an edit, never twice at once."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from canvasapp.app.jobs import Job
from canvasapp.app.letters_on_paper import LettersOnPaper
from canvasapp.checks import Checked, Checker, Poster
from canvasapp.domain.board import Workshop

AFTER_MS = 300
"""So long after the last edit the board is checked."""
MEASURE = 0.003
"""In seconds: so long letters are measured at a time."""
RUN, REST = 0.001, 0.001
"""In seconds: so long the checks run at a time, and so long they let others run. Python runs one thread at once,
and one that has to ask for its turn waits 5 ms: with each drawing of a frame anew."""
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
        self._job: Job | None = None
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
        return self._job is not None or self._soon.isActive() or self._further.isActive()

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
        if self._job is not None:
            self._job.cancel()

    def _begin(self) -> None:
        """Starts the check, or waits: for letters that are still to be measured, or for the end of the one before."""
        if self._job is not None or self._followed is None:
            self._soon.start()
            return
        workshop, board_id = self._followed
        poster = self._letters.poster(workshop.boards[board_id], MEASURE)
        if poster is None:
            self._further.start()
        else:
            self._start(workshop, board_id, poster)

    def _start(self, workshop: Workshop, board_id: str, poster: Poster) -> None:
        before = self._known.get(board_id)

        def check() -> Checked:
            between = in_turns(job.check)
            return self.checker.check(workshop, board_id, before, poster, between)

        job = self._job = Job("Checking the board", check, self)
        job.finished.connect(partial(self._found, board_id))
        job.failed.connect(self._end)
        job.cancelled.connect(self._end)
        gc.disable()  # what it comes upon in the other thread may be Qt's, and has to end in this one
        job.start()

    def _found(self, board_id: str, checked: object) -> None:
        self._end()
        if self._followed is not None:
            self._known[board_id] = cast("Checked", checked)
            self.changed.emit()

    def _end(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.wait(LAST_STEP)  # it has told its last, or is about to
            gc.enable()
            job.deleteLater()


def in_turns(
    step: Callable[[], None],
    clock: Callable[[], float] = time.perf_counter,
    rest: Callable[[float], None] = time.sleep,
) -> Callable[[], None]:
    """To be called often by work in a thread of its own: takes the `step`, and lets others run now and then."""
    until = clock() + RUN

    def between() -> None:
        nonlocal until
        step()
        if clock() >= until:
            rest(REST)
            until = clock() + RUN

    return between
