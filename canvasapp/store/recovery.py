"""Saves what can be saved of a damaged workshop, always into a new file.

Looked for in this order: an intact backup, an intact working copy, later edits in the journal, single rows.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import IntegrityError

from canvasapp.domain.change import Edit, StaleEditError
from canvasapp.domain.records import WorkshopHead
from canvasapp.domain.template import Template
from canvasapp.folders import default_data_folder
from canvasapp.store import attachments, content, edition, gate, oplog, patch
from canvasapp.store.backup import backups
from canvasapp.store.database import connect, engine_over
from canvasapp.store.errors import DamagedFileError, InvalidRecordError, WorkshopFileError
from canvasapp.store.gate import Admitted
from canvasapp.store.left_over import is_sound
from canvasapp.store.migrations import STEPS
from canvasapp.store.new_file import refuse_to_replace, write_file, write_records
from canvasapp.store.opening import now, place_of
from canvasapp.store.place import Place
from canvasapp.store.remains import Remains, remains_of


def recover(
    path: Path,
    onto: Path,
    templates: Mapping[str, Template],
    data_folder: Path | None = None,
    clock: Callable[[], datetime] = now,
) -> str:
    """Writes the newest state that is left of the workshop at `path` to `onto`; a sentence says what that is.

    `path` and everything in the data folder stay as they are. Raises DamagedFileError when nothing is left,
    FileInTheWayError, InUseError and CannotWriteError.
    """
    refuse_to_replace(onto)
    data = data_folder or default_data_folder()
    remains = remains_of(path.read_bytes() if path.is_file() else b"", templates)
    document = _document(path.absolute(), remains, data)
    with tempfile.TemporaryDirectory(prefix="canvasapp-") as temporary:
        folder = Path(temporary)
        intact = list(_intact(document, path, data, folder))
        if not intact:
            return _from_rows(path, onto, remains, clock())
        base = max(intact, key=lambda each: each.seq)
        later = _replay(base, remains, templates)
        with closing(connect(base.copy)) as connection:
            write_file(connection, folder, onto)
    return f"{onto} holds {_name(base, path)}{f' and {later} later edits' if later else ''}."


def _document(path: Path, remains: Remains, data: Path) -> str:
    """The id of the document that was last published at `path`, or else the one in the file."""
    for folder in sorted((data / "working").glob("*")):
        record = Place(folder).record()
        if record is not None and record.path == str(path):
            return folder.name
    return next(each.id for each in remains.records if isinstance(each, WorkshopHead))


def _intact(document: str, path: Path, data: Path, folder: Path) -> Iterator[Admitted]:
    """The newest backup that is whole, and the working copy if it is."""
    for number, backup in enumerate(backups(data / "backups" / document)):
        with suppress(WorkshopFileError):
            yield gate.admit(backup.file, folder / f"backup-{number}")
            break
    place = place_of(data, document)
    if place.file.exists():
        with place.held(path), suppress(WorkshopFileError):
            if is_sound(place.file, STEPS):
                with closing(connect(place.file)) as working:
                    made = edition.make(working, folder, path)
                yield gate.admit(made.file, folder / "working")


def _replay(base: Admitted, remains: Remains, templates: Mapping[str, Template]) -> int:
    """Does to the base what the damaged file's journal says happened later, as far as it fits; how many edits."""
    ops = {op.seq: op for op in remains.ops}
    done = 0
    with closing(connect(base.copy)) as raw:
        for body in remains.bodies.values():
            attachments.put(raw, body)
        engine = engine_over(raw, "BEGIN IMMEDIATE")
        with engine.begin() as connection:
            workshop = content.load(connection, templates)
            known = oplog.op(connection, base.seq)
        if ops.get(base.seq) != known:
            return 0  # another past than the base's
        while (op := ops.get(base.seq + done + 1)) is not None:
            try:
                edit = Edit(op.label, patch.forward(op.patch, workshop))
                workshop = workshop.after(edit)
                with engine.begin() as connection:
                    content.write(connection, edit.changes)
                    oplog.append(connection, op)
            except (StaleEditError, InvalidRecordError, IntegrityError):
                break
            done += 1
    return done


def _from_rows(path: Path, onto: Path, remains: Remains, at: datetime) -> str:
    found = len(remains.records) - 1  # there is always a head
    if found == 0:
        raise DamagedFileError(path, "nothing in it can be read, and there is no backup of it")
    write_records(onto, remains.records, remains.bodies.values(), at)
    return f"{onto} holds the {found} records that could still be read in {path.name}."


def _name(base: Admitted, path: Path) -> str:
    if base.copy.name == "working":
        return f"{path.name} as it was last edited on this computer"
    return f"the backup of {path.name}"
