"""Plans for the checklists of what follows a session: items ticked and not."""

from __future__ import annotations

from datetime import datetime

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.session import Tick, told


def tick(workshop: Workshop, item_id: str, now: datetime) -> Edit:
    """The item as done; one that is done stays as it was."""
    new = () if item_id in workshop.ticks else (Change(None, Tick(item_id, told(now))),)
    return Edit("Tick item", new)


def untick(workshop: Workshop, item_id: str) -> Edit:
    """The item as still to be done."""
    old = workshop.ticks.get(item_id)
    return Edit("Untick item", (Change(old, None),) if old else ())
