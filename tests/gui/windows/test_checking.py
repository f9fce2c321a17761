"""Checks beside the window: they let what happens there go first."""

from __future__ import annotations

import gc
import time
from itertools import count
from threading import Event, Thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from canvasapp.app.checking import Lull, in_turns
from canvasapp.app.letters_on_paper import LettersOnPaper
from canvasapp.checks import Checked, Checker
from canvasapp.domain.board import Board
from canvasapp.edits.notes import set_text
from tests.gui.windows.conftest import Program


def test_there_is_a_lull_while_the_window_waits_for_something_to_happen(qtbot: QtBot) -> None:
    lull, seen = Lull(), []

    def look() -> None:
        seen.append(lull.it.wait(5))

    looking = Thread(target=look)
    looking.start()
    qtbot.waitUntil(lambda: not looking.is_alive())
    lull.end()
    assert seen == [True]


def test_while_something_happens_the_work_waits_between_its_steps() -> None:
    lull, steps = Event(), []
    between = in_turns(lambda: steps.append(lull.is_set()), lull, count().__next__)
    between()
    lull.set()
    between()
    assert steps == [False, True]


def test_the_collector_of_cycles_never_comes_in_the_other_thread(
    example: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    checking, check, comes = example.page.checking, Checker.check, []

    def watched(*given: Any) -> Checked:
        comes.append(gc.isenabled())
        return check(*given)

    example.qtbot.waitUntil(lambda: not checking.busy)
    assert gc.isenabled()
    monkeypatch.setattr(Checker, "check", watched)
    note = next(iter(example.page.board.notes))
    example.page.journal.commit(set_text(example.page.board, note, "Seamless"))
    example.settle()
    example.qtbot.waitUntil(lambda: not checking.busy)
    assert comes == [False]
    assert gc.isenabled()


def letters(board: Board, seconds: float, measured: LettersOnPaper) -> dict[str, float] | None:
    poster = measured.poster(board, seconds)
    return None if poster is None else dict(poster.letters)


def test_letters_are_measured_a_few_notes_at_a_time(example: Program) -> None:
    board = example.page.board
    measured = LettersOnPaper(count().__next__)
    rounds = 1
    while (found := letters(board, 3, measured)) is None:
        rounds += 1
    assert rounds > 1
    assert found == letters(board, 60, LettersOnPaper(time.perf_counter))


def test_after_an_edit_only_the_note_that_changed_is_measured_again(example: Program) -> None:
    board = example.page.board
    measured = LettersOnPaper(count().__next__)
    assert letters(board, 1_000, measured)
    note = next(iter(board.notes))
    example.page.journal.commit(set_text(board, note, "many words " * 40))
    after = letters(example.page.board, 2, measured)
    assert after is not None
    assert after[note] < min(letters(board, 60, LettersOnPaper()).values())  # type: ignore[union-attr]
