"""Prints what happened in the sessions of a workshop, to be read by people or, as JSON, by programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from canvasapp.cli.files import read_workshop
from canvasapp.cli.terminal import table, write, write_json
from canvasapp.facilitation.recording import Happened, SessionRecord, records, words_of


def show_log(file: Path, *, as_json: bool) -> None:
    """Raises ExpectedError."""
    found = records(read_workshop(file))
    if as_json:
        write_json([_json(record) for record in found])
    else:
        write(_lines(found))


def _json(record: SessionRecord) -> dict[str, object]:
    return {
        "board": record.board,
        "title": record.title,
        "began": record.began.isoformat(),
        "ended": record.ended.isoformat() if record.ended else None,
        "log": [
            {
                "at": each.at.isoformat(),
                "event": each.event,
                "words": each.words,
                "seconds": each.took.total_seconds() if each.took is not None else None,
            }
            for each in record.happened
        ],
    }


def _lines(found: list[SessionRecord]) -> Iterator[str]:
    if not found:
        yield "No session yet."
    for number, record in enumerate(found):
        yield from [""] if number else []
        yield f"{record.began.astimezone():%Y-%m-%d %H:%M}  {record.title}"
        yield from table([_row(each) for each in record.happened])


def _row(happened: Happened) -> tuple[str, str, str]:
    took = "" if happened.took is None else f"{round(happened.took / timedelta(minutes=1))} min"
    return f"  {happened.at.astimezone():%H:%M}", words_of(happened), took
