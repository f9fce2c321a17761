"""What happens to a workshop: one record before and after, and labelled groups of such changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from canvasapp.domain.records import BoardHead, Link, Note, Record
from canvasapp.domain.session import Dots, SealedBlock, VoteRound


class StaleEditError(Exception):
    """The edit was planned from a workshop that has changed since."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after: without `before` it is new, without `after` it is gone."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change needs a record before or after it")
        if self.before is not None and self.after is not None:
            same = type(self.before) is type(self.after) and self.before.id == self.after.id
            if not same:
                raise ValueError("a change speaks of one record")

    @property
    def record(self) -> Record:
        """The record the change speaks of: as it is afterwards, or as it was when it is gone."""
        if self.after is not None:
            return self.after
        return cast("Record", self.before)  # __post_init__ saw to it

    def inverse(self) -> Change:
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes that happen together, under the name a person would give to what they did."""

    label: str
    changes: tuple[Change, ...]

    def inverse(self) -> Edit:
        """The edit that takes this one back, last change first."""
        return Edit(self.label, tuple(change.inverse() for change in reversed(self.changes)))

    def __bool__(self) -> bool:
        """An edit without changes need not be committed."""
        return bool(self.changes)

    @property
    def boards(self) -> set[str]:
        """The boards on which something happens; empty when it is the workshop or its parties."""
        found = set()
        for change in self.changes:
            match change.record:
                case Note(board=board) | Link(board=board) | BoardHead(id=board):
                    found.add(board)
                case VoteRound(board=board) | Dots(board=board) | SealedBlock(board=board):
                    found.add(board)
        return found
