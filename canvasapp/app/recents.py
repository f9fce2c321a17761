"""The workshops opened lately: what the home page tells of them without opening their files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from canvasapp.domain.board import Workshop

MOST = 12
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Recent:
    """One workshop as it was when it was last seen. `state` is the sentence about where it is saved.

    `whole` says that the file had every edit then.
    """

    path: str
    title: str
    template: str
    board: str
    boards: int
    state: str
    changed: str
    whole: bool = True

    @property
    def is_there(self) -> bool:
        return Path(self.path).is_file()

    @property
    def about(self) -> str:
        """Its first board and how many more there are."""
        match self.boards - 1:
            case 0:
                return self.board
            case 1:
                return f"{self.board} and 1 more board"
            case more:
                return f"{self.board} and {more} more boards"


def recent_of(
    path: Path, workshop: Workshop, state: str, now: datetime, *, whole: bool = True
) -> Recent:
    boards = workshop.boards_in_order()
    return Recent(
        path=str(path),
        title=workshop.head.title,
        template=boards[0].template.id,
        board=boards[0].head.title,
        boards=len(boards),
        state=state,
        changed=now.isoformat(timespec="minutes"),
        whole=whole,
    )


def with_recent(recents: Iterable[Recent], seen: Recent) -> tuple[Recent, ...]:
    """`seen` before all others, which are kept while there is room."""
    return (seen, *without_recent(recents, seen.path))[:MOST]


def without_recent(recents: Iterable[Recent], path: str) -> tuple[Recent, ...]:
    return tuple(each for each in recents if each.path != path)


def written(recents: Iterable[Recent]) -> str:
    return json.dumps([asdict(each) for each in recents])


def read(text: str) -> tuple[Recent, ...]:
    """What `written` wrote. A list that can not be read is an empty one: the files are still where they are."""
    try:
        return tuple(_checked(Recent(**each)) for each in json.loads(text))
    except (TypeError, ValueError):
        return ()


def day_of(changed: str, now: datetime) -> str:
    """When that was, as one says it: "Today 14:32", "Yesterday", "12 November", "3 May 2024"."""
    then = datetime.fromisoformat(changed)
    days = (now.date() - then.date()).days
    if days == 0:
        return f"Today {then:%H:%M}"
    if days == 1:
        return "Yesterday"
    day = f"{then.day} {MONTHS[then.month - 1]}"
    return day if then.year == now.year else f"{day} {then.year}"


def _checked(recent: Recent) -> Recent:
    """Raises TypeError or ValueError when it is not what `written` writes."""
    datetime.fromisoformat(recent.changed)
    words = (recent.path, recent.title, recent.template, recent.board, recent.state)
    if not all(isinstance(each, str) for each in words):
        raise TypeError(recent)
    return replace(recent, boards=int(recent.boards), whole=bool(recent.whole))
