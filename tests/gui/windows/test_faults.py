"""What nobody caught is written down and told, and nothing stops for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from canvasapp.app.errors import LOG, QUIET, Faults
from canvasapp.domain.errors import ExpectedError

pytestmark = pytest.mark.usefixtures("qapp")


class SlowClock:
    """Stands still unless it is told to go on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> SlowClock:
    return SlowClock()


@pytest.fixture
def faults(tmp_path: Path, clock: SlowClock) -> Iterator[Faults]:
    faults = Faults(tmp_path, clock)
    before = sys.excepthook
    faults.watch()
    yield faults
    faults.unwatch()
    sys.excepthook = before


def break_down() -> None:
    raise ZeroDivisionError("nothing to share")


@pytest.mark.qt_no_exception_capture
def test_a_fault_in_a_slot_is_told_and_written_down(
    qtbot: QtBot, faults: Faults, tmp_path: Path
) -> None:
    with qtbot.waitSignal(faults.told) as told:
        QTimer.singleShot(0, break_down)
    assert "ZeroDivisionError" in told.args[0]
    assert "Your work is saved" in told.args[0]
    assert "nothing to share" in (tmp_path / LOG).read_text("utf-8")


@pytest.mark.qt_no_exception_capture
def test_a_fault_in_another_thread_is_told_too(qtbot: QtBot, faults: Faults) -> None:
    with qtbot.waitSignal(faults.told):
        Thread(target=break_down).start()


def test_the_same_fault_with_every_frame_is_told_once_in_a_while(
    faults: Faults, clock: SlowClock
) -> None:
    told: list[str] = []
    faults.told.connect(told.append)
    fault = ZeroDivisionError("again")
    for clock.now in (0.0, 0.1, QUIET + 0.2):
        sys.excepthook(type(fault), fault, None)
    assert len(told) == 2


def test_an_expected_error_is_told_in_its_own_words_and_not_written_down(
    qtbot: QtBot, faults: Faults, tmp_path: Path
) -> None:
    error = ExpectedError("The disk does not answer: try again.")
    with qtbot.waitSignal(faults.told) as told:
        sys.excepthook(type(error), error, None)
    assert told.args == ["The disk does not answer: try again."]
    assert (tmp_path / LOG).read_text("utf-8") == ""


def test_the_log_does_not_grow_without_end(tmp_path: Path) -> None:
    (tmp_path / LOG).write_text("x" * 1_000_001)
    Faults(tmp_path).unwatch()
    assert (tmp_path / LOG).stat().st_size == 0
