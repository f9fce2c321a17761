"""Work beside the window: how it ends is told exactly once."""

from __future__ import annotations

from threading import Event, Thread, current_thread

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from canvasapp.app.jobs import Job
from canvasapp.domain.errors import ExpectedError


def watched(job: Job) -> list[str]:
    """What the job has told, as it comes."""
    told: list[str] = []
    job.finished.connect(lambda result: told.append(f"finished {result}"))
    job.failed.connect(lambda sentence: told.append(f"failed {sentence}"))
    job.cancelled.connect(lambda: told.append("cancelled"))
    return told


def test_a_job_runs_in_a_thread_of_its_own_and_brings_its_result(qtbot: QtBot) -> None:
    here: Thread = current_thread()
    job = Job("Counting", lambda: current_thread() is here)
    told = watched(job)
    job.start()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["finished False"]


def test_an_expected_error_is_told_in_its_own_words(qtbot: QtBot) -> None:
    def fail() -> None:
        raise ExpectedError("The folder is full: choose another.")

    job = Job("Writing", fail)
    told = watched(job)
    job.start()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["failed The folder is full: choose another."]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_is_told_plainly_and_goes_to_those_who_look_after_faults(qtbot: QtBot) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    job = Job("Writing", fail)
    told = watched(job)
    job.start()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["failed Writing did not work."]


def test_a_job_that_is_called_off_ends_at_its_next_step(qtbot: QtBot) -> None:
    called_off, went_on = Event(), Event()

    def work() -> None:
        called_off.wait(5)
        job.check()
        went_on.set()

    job = Job("Writing", work)
    told = watched(job)
    job.start()
    job.cancel()
    called_off.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["cancelled"]
    assert not went_on.is_set()


def test_work_that_outlives_what_it_was_for_ends_in_silence(qtbot: QtBot) -> None:
    over = Event()
    job = Job("Writing", lambda: over.wait(5), page := QObject())
    told = watched(job)
    job.start()
    shiboken6.delete(page)
    over.set()
    job.wait(5)
    assert not told
