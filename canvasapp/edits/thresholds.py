"""Plans for go / no-go thresholds: agreed on a day, and reopened by a decision that says why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.entries import code_order, entry_by_id
from canvasapp.domain.records import Entry
from canvasapp.domain.register import Register, with_value
from canvasapp.domain.thresholds import AGREED_ON, THRESHOLDS, is_agreed, refusal
from canvasapp.edits.entries import add_entry
from canvasapp.edits.values import UnfitValueError

MOST_NAMED = 5


def agree(workshop: Workshop, ids: Iterable[str], day: date) -> Edit:
    """These thresholds as agreed on a day; those that are agreed already stay so.

    Raises UnfitValueError when there is nothing to agree on.
    """
    changes = []
    for each in _thresholds(workshop, ids):
        if not is_agreed(each):
            agreed = _with_day(each, day)
            if why := refusal(each, agreed):
                raise UnfitValueError(why)
            changes.append(Change(each, agreed))
    return Edit("Agree thresholds", tuple(changes))


def reopen(
    workshop: Workshop, decision: Register, ids: Iterable[str], why: str, by_role: str, day: date
) -> Edit:
    """Agreed thresholds as open ones, and the decision about them that says why.

    Raises UnfitValueError without a reason, and TextTooLongError.
    """
    label = "Reopen thresholds"
    agreed = [each for each in _thresholds(workshop, ids) if is_agreed(each)]
    if not agreed:
        return Edit(label, ())
    if not why.strip():
        raise UnfitValueError("Say why the thresholds are reopened.")
    values = (
        ("about", tuple(each.id for each in agreed)),
        ("by_role", by_role),
        ("date", day.isoformat()),
        ("what", f"{_named(agreed)} reopened"),
        ("why", why),
    )
    opened = tuple(Change(each, _with_day(each, None)) for each in agreed)
    return Edit(label, (*opened, *add_entry(workshop, decision, values=values).changes))


def _thresholds(workshop: Workshop, ids: Iterable[str]) -> list[Entry]:
    found = (entry_by_id(workshop, each) for each in dict.fromkeys(ids))
    known = [each for each in found if each is not None and each.register == THRESHOLDS]
    return sorted(known, key=lambda each: code_order(each.code))


def _with_day(entry: Entry, day: date | None) -> Entry:
    values = with_value(entry.values, AGREED_ON, day.isoformat() if day else None)
    return replace(entry, values=values)


def _named(agreed: list[Entry]) -> str:
    """Which ones, and when they had been agreed."""
    codes = [f"{each.code} (agreed on {each.get(AGREED_ON)})" for each in agreed[:MOST_NAMED]]
    more = len(agreed) - len(codes)
    return ", ".join(codes) + (f" and {more} more" if more else "")
