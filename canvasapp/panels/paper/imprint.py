"""Who made a file, and the day that it tells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from canvasapp.controls.value_fields.dates import read_date


@dataclass(frozen=True, slots=True)
class Imprint:
    """`day` is today's until somebody gives another one; None where none shall be told."""

    author: str = ""
    day: date | None = None
    is_given: bool = False

    def on(self, today: date) -> Imprint:
        """As it is on a day that may be another one than when it was made."""
        return self if self.is_given else replace(self, day=today)

    @property
    def said(self) -> str:
        """The day in ISO form, "" for none."""
        return self.day.isoformat() if self.day is not None else ""

    def with_day(self, text: str, today: date, *, month_first: bool = False) -> Imprint | None:
        """With the day that somebody wrote, or with none for an empty text; None where it can not be read."""
        if not text.strip():
            return replace(self, day=None, is_given=True)
        try:
            day = date.fromisoformat(read_date(text, today, month_first=month_first))
        except ValueError:
            return None
        return replace(self, day=day, is_given=True)
