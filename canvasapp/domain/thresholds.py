"""Go / no-go thresholds: what was agreed on a day stays as it is until it is reopened with a reason."""

from __future__ import annotations

from canvasapp.domain.records import Entry

THRESHOLDS = "go_no_go"
AGREED_ON = "agreed_on"
TERMS = ("metric", "go_if", "no_go_if")
"""The fields that are agreed; with the criterion they belong to they are closed then."""
CLOSED = ("criterion", *TERMS, AGREED_ON)


def is_agreed(entry: Entry) -> bool:
    """Whether the entry is a threshold that people have agreed on."""
    return entry.register == THRESHOLDS and entry.get(AGREED_ON) is not None


def is_complete(entry: Entry) -> bool:
    """Whether there is something to agree on."""
    return all(entry.get(field) is not None for field in TERMS)


def refusal(before: Entry | None, after: Entry | None) -> str:
    """Why an entry may not become another one, or go; "" when it may."""
    if before is not None and is_agreed(before):
        day = before.get(AGREED_ON)
        if after is None:
            return f"{before.code} was agreed on {day}: reopen it with a reason to remove it."
        if any(before.get(field) != after.get(field) for field in CLOSED):
            return f"{before.code} was agreed on {day}: reopen it with a reason to change it."
    elif after is not None and is_agreed(after) and not is_complete(after):
        return f"{after.code} needs a metric, a go if and a no-go if before it can be agreed."
    return ""
