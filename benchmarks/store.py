"""How long it takes until an edit is safe, a file is open and the user's file is up to date again.

Run `python -m benchmarks.store --notes 10000 --json`; the last line is one JSON object, times in ms. `edit_ms` is a
note moved, from the plan to the edit being on the disk; `wait_ms` the same while the file is being published.
`open_ms` is the way through the gate into a working copy, `load_ms` from there to a workshop; `reopen_ms` opens what a
crash has left behind. `baseline` keeps a session of SQLModel objects over the same rows.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TypeVar

from sqlmodel import Session, SQLModel, create_engine, select

from benchmarks.boards import BOARD, seeded_workshop
from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.template import Template
from canvasapp.edits.journal import Journal
from canvasapp.store import WorkshopStore, create_workshop, open_workshop, read_workshop
from canvasapp.store.content import records_of
from canvasapp.store.rows import kind_of
from canvasapp.store.tables import NoteRow

EDITS = 400
BASELINE_EDITS = 20

T = TypeVar("T")
Times = dict[str, float]


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--json", action="store_true", help="only the JSON object")
    asked = parser.parse_args(arguments)
    workshop = seeded_workshop(asked.notes)
    with TemporaryDirectory() as folder:
        found = {"notes": asked.notes, **_ours(workshop, Path(folder))}
        baseline = _baseline(workshop, Path(folder) / "baseline")
    if not asked.json:
        _tell(found, baseline)
    print(json.dumps({**found, "baseline": baseline}))


def _ours(workshop: Workshop, folder: Path) -> dict[str, object]:
    path, data, templates = folder / "a.workshop", folder / "data", workshop.templates
    create_ms, _ = _timed(lambda: create_workshop(path, workshop))
    read_ms, _ = _timed(lambda: read_workshop(path, templates, data))
    open_ms, store = _timed(lambda: open_workshop(path, data))
    load_ms, loaded = _timed(lambda: store.load(templates))
    journal_ms, journal = _timed(lambda: Journal(store, loaded))
    edits = _spread(_edit_times(journal))
    publish_ms, _ = _timed(store.publish_now)
    wait = _spread(_while_publishing(store, journal))
    undo_ms, _ = _timed(journal.undo)
    close_ms, _ = _timed(store.close)
    return {
        "edit_ms": edits,
        "wait_ms": wait,
        "undo_ms": undo_ms,
        "open_ms": open_ms,
        "load_ms": load_ms,
        "journal_ms": journal_ms,
        "reopen_ms": _reopen(path, data, templates),
        "read_ms": read_ms,
        "create_ms": create_ms,
        "publish_ms": publish_ms,
        "close_ms": close_ms,
        "file_bytes": path.stat().st_size,
    }


def _edit_times(journal: Journal, count: int = EDITS) -> list[float]:
    """How long each of so many moves of single notes took until it was on the disk."""
    ids = list(journal.workshop.boards[BOARD].notes)
    times = []
    for note_id in islice(cycle(ids), count):
        started = time.perf_counter()
        note = journal.workshop.boards[BOARD].note(note_id)
        journal.commit(Edit("Move note", (Change(note, replace(note, x=note.x + 1)),)))
        times.append(1000 * (time.perf_counter() - started))
    return times


def _while_publishing(store: WorkshopStore, journal: Journal) -> list[float]:
    """The same while another thread publishes, from its beginning to its end."""
    publishing = Thread(target=store.publish_now)
    times = _edit_times(journal, 1)
    publishing.start()
    while publishing.is_alive():
        times += _edit_times(journal, 1)
    publishing.join()
    return times


def _reopen(path: Path, data: Path, templates: Mapping[str, Template]) -> float:
    """Opens the working copy of a session that could not publish."""
    away = path.with_name("away")
    store = open_workshop(path, data)
    path.rename(away)
    path.mkdir()  # publishing fails
    _edit_times(Journal(store, store.load(templates)), 1)
    store.close()
    path.rmdir()
    away.rename(path)
    reopen_ms, store = _timed(lambda: open_workshop(path, data))
    store.close()
    return reopen_ms


def _baseline(workshop: Workshop, path: Path) -> dict[str, object]:
    engine = create_engine(f"sqlite:///{path}")
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        for record in records_of(workshop):
            kind = kind_of(record)
            session.add(kind.row(**{name: getattr(record, name) for name in kind.names}))
        create_ms, _ = _timed(session.commit)
    with Session(engine) as session:
        load_ms, notes = _timed(lambda: session.exec(select(NoteRow)).all())
        times = []
        for note in islice(cycle(notes), BASELINE_EDITS):
            started = time.perf_counter()
            note.x += 1
            session.add(note)
            session.commit()
            session.refresh(note)
            times.append(1000 * (time.perf_counter() - started))
    engine.dispose()
    return {"edit_ms": _spread(times), "load_ms": load_ms, "create_ms": create_ms}


def _timed(action: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    result = action()
    return round(1000 * (time.perf_counter() - started), 2), result


def _spread(times: list[float]) -> Times:
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, len(ordered) * 95 // 100)]
    figures = {"p50": statistics.median(ordered), "p95": p95, "max": ordered[-1]}
    return {name: round(value, 3) for name, value in figures.items()}


def _tell(found: Mapping[str, object], baseline: Mapping[str, object]) -> None:
    for name, value in found.items():
        beside = f"   (baseline {baseline[name]})" if name in baseline else ""
        print(f"{name:12} {value}{beside}")


if __name__ == "__main__":
    main(sys.argv[1:])
