"""A countdown told the time: it never shows less than nothing, and a pause costs none of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.timer import LONGEST, Timer, started

NINE = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)
seconds = st.integers(0, 3600)


def after(passed: float) -> datetime:
    return NINE + timedelta(seconds=passed)


@given(seconds, seconds)
def test_it_counts_down_to_0_and_stops_there(length: int, passed: int) -> None:
    timer = started(length, NINE)
    assert timer.remaining(after(passed)) == max(length - passed, 0)
    assert timer.has_ended(after(passed)) == (passed >= length)


@given(seconds, seconds, seconds)
def test_a_pause_costs_nothing(length: int, before: int, pause: int) -> None:
    paused = started(length, NINE).paused(after(before))
    assert not paused.is_running
    resumed = paused.resumed(after(before + pause))
    assert resumed.remaining(after(before + pause)) == max(length - before, 0)
    assert resumed.is_running


@given(seconds, st.lists(st.sampled_from([60, -60]), max_size=8), seconds)
def test_minutes_added_and_taken_never_lead_below_0(
    length: int, minutes: list[int], passed: int
) -> None:
    timer, left = started(length, NINE).paused(NINE), float(length)
    for more in minutes:
        timer, left = timer.moved(more, NINE), max(left + more, 0)
        assert timer.remaining(after(passed)) == left


def test_one_that_has_ended_goes_on_from_now() -> None:
    timer = started(10, NINE).moved(60, after(100))
    assert timer.remaining(after(100)) == 60
    assert timer.remaining(after(130)) == 30


def test_one_that_runs_is_not_started_again() -> None:
    timer = started(10, NINE)
    assert timer.resumed(after(5)) == timer


def test_a_clock_set_back_shows_no_more_than_a_day() -> None:
    assert started(60, NINE).remaining(NINE - timedelta(days=900)) == LONGEST


@pytest.mark.parametrize("length", [-1, LONGEST + 1])
def test_it_does_not_run_for_less_than_nothing_or_for_days(length: float) -> None:
    with pytest.raises(ValueError, match="does not run"):
        started(length, NINE)


def test_one_that_stands_shows_what_it_was_set_to() -> None:
    assert Timer(90).remaining(NINE) == 90
