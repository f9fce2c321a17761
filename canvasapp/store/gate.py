"""The gate for files from outside: a copy is taken, looked at from every side, and only then used."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from canvasapp import files
from canvasapp.store import attachments, content, oplog
from canvasapp.store.content import Records
from canvasapp.store.database import connect, engine_over, reading
from canvasapp.store.errors import (
    DamagedFileError,
    DiskError,
    FolderGivenError,
    InvalidRecordError,
    MigrationError,
    MissingAttachmentError,
    MissingFileError,
    NoPermissionError,
    NotAWorkshopError,
    WorkshopFileError,
)
from canvasapp.store.header import LENGTH, check_header
from canvasapp.store.migrations import (
    STEPS,
    Step,
    StepError,
    migrate,
    schema_at,
    schema_of,
    version_of,
)
from canvasapp.store.seal import BrokenSealError, check_seal


@dataclass(frozen=True, slots=True)
class Admitted:
    """A file that passed: `copy` is ours and of this version, `records` are all that is in it.

    `digest` is the SHA-256 of the given file.
    """

    path: Path
    copy: Path
    digest: str
    version: int
    seq: int
    records: Records = field(repr=False)

    @property
    def document(self) -> str:
        """The id of its workshop."""
        return str(self.records["workshop"][0].id)


def admit(path: Path, copy: Path, steps: Sequence[Step] = STEPS) -> Admitted:
    """Copies the file at `path` to `copy`, checks it and brings it to this version. The file is only read.

    Raises WorkshopFileError; nothing is left at `copy` then.
    """
    _refuse_at_sight(path, len(steps))
    try:
        _copy(path, copy)
        version = _inspect_schema(copy, path, steps)
        if version == len(steps):
            digest, (seq, records) = _inspect_all(copy, path)
        else:  # what is migrated must be whole before
            digest = _inspect_copy(copy, path)
            _migrate(copy, path, steps)
            seq, records = inspect_rows(copy, path)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return Admitted(path, copy, digest, version, seq, records)


def inspect(file: Path, path: Path, steps: Sequence[Step] = STEPS) -> int:
    """The version of a sealed file, when it is whole. `path` is the name to use in what is said of it.

    Raises WorkshopFileError.
    """
    version = _inspect_schema(file, path, steps)
    _inspect_bytes(file, path)
    return version


def inspect_rows(file: Path, path: Path) -> tuple[int, Records]:
    """The `seq` of the newest edit, and the records when every one of them may be in a workshop.

    Raises DamagedFileError.
    """
    _inspect_references(file, path)
    return _inspect_records(file, path)


def _inspect_all(copy: Path, path: Path) -> tuple[str, tuple[int, Records]]:
    """The digest and what `inspect_rows` gives. Two cores share it: one has the whole file, the other its rows."""
    with ThreadPoolExecutor(1) as beside:
        whole = beside.submit(_inspect_copy, copy, path)
        try:
            found = _inspect_records(copy, path, lambda: whole.done() and bool(whole.exception()))
        except DamagedFileError:
            whole.result()  # knows better what is wrong
            raise
        return whole.result(), found


def _inspect_copy(copy: Path, path: Path) -> str:
    """The SHA-256 of a copy that is whole and on the disk."""
    with _no_copy(path, copy):
        digest = files.settled(copy)
    _inspect_bytes(copy, path)
    _inspect_references(copy, path)
    return digest


def _inspect_schema(file: Path, path: Path, steps: Sequence[Step]) -> int:
    """The version, when the tables are those of a workshop of it."""
    with file.open("rb") as opened:
        check_header(opened.read(LENGTH), file.stat().st_size, len(steps), path)
    with _faults_in(path), reading(file) as connection:
        version = version_of(connection)
        if schema_of(connection) != schema_at(version, steps):
            raise DamagedFileError(path, "its tables are not those of a workshop")
    return version


def _inspect_bytes(file: Path, path: Path) -> None:
    with _faults_in(path), reading(file) as connection:
        check_seal(file, connection)
        (finding,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if finding != "ok":
            raise DamagedFileError(path, "its tables are inconsistent")


def _inspect_references(file: Path, path: Path) -> None:
    with _faults_in(path), reading(file) as connection:
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise DamagedFileError(path, "a record points to another that is missing")
        for (digest,) in connection.execute("SELECT id FROM content").fetchall():
            attachments.get(connection, digest)


def _inspect_records(
    file: Path, path: Path, hopeless: Callable[[], bool] = lambda: False
) -> tuple[int, Records]:
    with _faults_in(path), reading(file, hopeless) as raw, engine_over(raw).connect() as connection:
        records = content.records_in(connection)
        seq, _ = oplog.last(connection)
    if len(records["workshop"]) != 1:
        raise DamagedFileError(path, f"it holds {len(records['workshop'])} workshops")
    if len(records["session"]) > 1:
        raise DamagedFileError(path, f"{len(records['session'])} sessions run in it")
    return seq, records


def _refuse_at_sight(path: Path, known: int) -> None:
    with _words_for(path):
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FolderGivenError(path)
        if not stat.S_ISREG(status.st_mode):
            raise NotAWorkshopError(path)
        with path.open("rb") as file:
            check_header(file.read(LENGTH), status.st_size, known, path)


def _copy(path: Path, copy: Path) -> None:
    with _no_copy(path, copy):
        copy.parent.mkdir(parents=True, exist_ok=True)
        files.copy_bytes(path, copy)


@contextmanager
def _no_copy(path: Path, copy: Path) -> Iterator[None]:
    """In words, why there can be no copy."""
    try:
        yield
    except OSError as error:
        raise DiskError(
            f"{path} can not be opened, because no copy of it can be made in {copy.parent}"
            f" ({files.reason(error)}): make room there, or allow writing."
        ) from error


def _migrate(copy: Path, path: Path, steps: Sequence[Step]) -> None:
    with closing(connect(copy)) as connection:
        try:
            migrate(connection, steps)
        except StepError as error:
            raise MigrationError(path, error.version, str(error)) from error


@contextmanager
def _words_for(path: Path) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError):
        raise MissingFileError(path) from None
    except PermissionError:
        raise NoPermissionError(
            path, "may not be read by you: ask its owner, or copy it to a folder of your own."
        ) from None
    except OSError as error:
        raise WorkshopFileError(
            path, f"can not be read ({files.reason(error)}): try again."
        ) from error


@contextmanager
def _faults_in(path: Path) -> Iterator[None]:
    """What SQLite, the seal and the gateway find wrong, as a damaged file."""
    try:
        yield
    except (sqlite3.Error, DBAPIError, UnicodeDecodeError) as error:  # the last: its error messages
        raise DamagedFileError(path, "it can not be read to the end") from error
    except (BrokenSealError, InvalidRecordError, MissingAttachmentError) as error:
        raise DamagedFileError(path, str(error).rstrip(".")) from error
