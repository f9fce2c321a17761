"""Office files are archives: packed anew without the time of their making, so that equal content is equal bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

BEGINNING = datetime(1980, 1, 1, tzinfo=UTC)
"""The earliest time that an archive can tell; documents without a day are of this one."""


def moment(day: date | None) -> datetime:
    """When a document of this day was made, as far as the file tells."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else BEGINNING


def packed(archive: BytesIO, stream: BinaryIO) -> None:
    """Writes the files of `archive` to `stream` in their order."""
    with ZipFile(archive) as source, ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, BEGINNING.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # or the name of the system that wrote it is told
            target.writestr(entry, source.read(name))
