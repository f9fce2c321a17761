"""Backups: checked editions in the app's data folder, many of today, fewer of the past."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from canvasapp import files

STAMP = "%Y-%m-%dT%H-%M-%S.%fZ"
RECENT = timedelta(days=2)
SPELL = timedelta(minutes=10)
"""Of many backups in a spell the first and the last one stay: a script may make one a second."""
DAYS, WEEKS, MONTHS = 12, 10, 9


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole workshop file and when it was made, in UTC."""

    file: Path
    at: datetime


def backups(folder: Path) -> list[Backup]:
    """What is in a document's backup folder, newest first."""
    found = [Backup(file, at) for file in folder.glob("*.workshop") if (at := _stamp(file.stem))]
    return sorted(found, key=lambda each: each.at, reverse=True)


def keep(file: Path, folder: Path, now: datetime) -> Backup:
    """Copies a file that was checked into the backup folder and thins what is there. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{now.astimezone(UTC).strftime(STAMP)}.workshop"
    with files.beside(target) as temporary:
        if files.copy(file, temporary) != files.digest(temporary):
            raise OSError("the backup did not arrive as it was sent")
        files.replace(temporary, target)
    _thin(folder, now)
    return Backup(target, now)


def kept(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups stay: of 2 days two each 10 minutes, of 12 days, 10 weeks and 9 months that have any the last."""
    newest_first = sorted(moments, reverse=True)
    recent = [at for at in newest_first if now - at <= RECENT]
    stay = _one_of_each(recent, len(recent), _spell)
    stay |= _one_of_each(recent[::-1], len(recent), _spell)
    stay |= _one_of_each(newest_first, DAYS, lambda at: at.date())
    stay |= _one_of_each(newest_first, WEEKS, lambda at: at.isocalendar()[:2])
    stay |= _one_of_each(newest_first, MONTHS, lambda at: (at.year, at.month))
    return stay


def _one_of_each(
    moments: Sequence[datetime], periods: int, period: Callable[[datetime], object]
) -> set[datetime]:
    """Of each of so many periods the moment that `moments` name first."""
    found: dict[object, datetime] = {}
    for at in moments:
        found.setdefault(period(at), at)
    return set(list(found.values())[:periods])


def _spell(at: datetime) -> float:
    return at.timestamp() // SPELL.total_seconds()


def _thin(folder: Path, now: datetime) -> None:
    found = backups(folder)
    stay = kept((each.at for each in found), now)
    for each in found:
        if each.at not in stay:
            each.file.unlink(missing_ok=True)


def _stamp(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
