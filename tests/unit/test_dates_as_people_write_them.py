"""Dates as people write them, in the form in which they are kept."""

from __future__ import annotations

from datetime import date

import pytest

from canvasapp.controls.value_fields.dates import read_date, stepped

TODAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    "written",
    ["2026-05-31", "31.5.2026", "31/5/26", "31. 5.", "31 May", "May 31, 2026", " 31 may 26 "],
)
def test_a_date_is_read_in_the_forms_people_use(written: str) -> None:
    assert read_date(written, TODAY) == "2026-05-31"


def test_where_both_readings_are_dates_the_order_of_the_place_counts() -> None:
    assert read_date("4/5/2026", TODAY) == "2026-05-04"
    assert read_date("4/5/2026", TODAY, month_first=True) == "2026-04-05"


def test_a_day_that_can_be_no_month_is_the_day_in_either_order() -> None:
    assert read_date("31/5/2026", TODAY, month_first=True) == "2026-05-31"


@pytest.mark.parametrize(
    ("word", "day"),
    [("yesterday", "2026-05-19"), ("Today", "2026-05-20"), ("tomorrow", "2026-05-21")],
)
def test_days_around_today_have_names(word: str, day: str) -> None:
    assert read_date(word, TODAY) == day


@pytest.mark.parametrize(
    "written", ["soon", "31.2.2026", "12", "2026-5", "1.2.3.4", "May June", ""]
)
def test_what_is_no_date_comes_back_as_it_was_written(written: str) -> None:
    assert read_date(written, TODAY) == written


def test_a_date_steps_over_the_end_of_a_month() -> None:
    assert stepped("2026-05-31", 1) == "2026-06-01"
    assert stepped("2026-03-01", -1) == "2026-02-28"


def test_what_is_no_date_does_not_step() -> None:
    assert stepped("soon", 1) == "soon"
    assert stepped("9999-12-31", 1) == "9999-12-31"
