"""Reads dates as people write them, and says them as they are kept (ISO 8601)."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
CENTURY = 2000
TWO_DIGITS = 100
"""Years below this are of this century."""

_PARTS = re.compile(r"\d+|[^\W\d_]+")


def read_date(text: str, today: date, *, month_first: bool = False) -> str:
    """The date in ISO form; what is none comes back as it is.

    Read are 2026-05-31, 31.5.2026, 31/5/26 (with `month_first` 5/31/26), 31 May, May 31 2026, today, tomorrow. A year
    that is left out is the one of `today`.
    """
    words = text.strip().casefold()
    if words in DAYS:
        return (today + timedelta(days=DAYS[words])).isoformat()
    parts = _PARTS.findall(words)
    for year, month, day in _readings(parts, today.year, month_first=month_first):
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            continue
    return text.strip()


def stepped(text: str, days: int) -> str:
    """The date so many days later; what is no date in ISO form stays as it is."""
    try:
        return (date.fromisoformat(text) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return text


def _readings(parts: list[str], this_year: int, *, month_first: bool) -> list[tuple[int, int, int]]:
    """What the parts may mean, the likeliest first."""
    named = [place for place, part in enumerate(parts) if part[:3] in MONTHS]
    figures = [int(part) for part in parts if part.isdigit()]
    if len(named) == 1 and len(figures) == len(parts) - 1 and figures:
        month = MONTHS.index(parts[named[0]][:3]) + 1
        return [(_year(figures[1:], this_year), month, figures[0])]
    if len(figures) != len(parts) or not 2 <= len(figures) <= 3:  # noqa: PLR2004  # day, month, perhaps a year
        return []
    if len(parts[0]) == 4 and len(figures) == 3:  # noqa: PLR2004  # the year stands first
        return [(figures[0], figures[1], figures[2])]
    one, other, year = figures[0], figures[1], _year(figures[2:], this_year)
    readings = [(year, other, one), (year, one, other)]
    return readings[::-1] if month_first else readings


def _year(figures: list[int], this_year: int) -> int:
    if not figures:
        return this_year
    return figures[0] + CENTURY if figures[0] < TWO_DIGITS else figures[0]
