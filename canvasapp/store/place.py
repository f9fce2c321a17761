"""Where the working copy of a document lies, who holds it, and which of its editions were given out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from enum import Enum, auto
from pathlib import Path

from canvasapp import files
from canvasapp.domain.records import new_id
from canvasapp.store.database import connect
from canvasapp.store.errors import InUseError

LEFT_OVER = ("snapshot", "edition")


@dataclass(frozen=True, slots=True)
class Publication:
    """The user's file as we last wrote it: where, its SHA-256, and the `seq` of the newest edit in it.

    While it is being replaced it may be either of two files after a crash: then `announced` is true, and
    `digest_before` and `seq_before` tell of the one that was there (None: no file).
    """

    path: str
    digest: str
    seq: int
    announced: bool = False
    digest_before: str | None = None
    seq_before: int | None = None

    @property
    def certain_seq(self) -> int:
        """The newest edit that was in the file for certain."""
        return (self.seq_before or 0) if self.announced else self.seq

    def seq_of(self, digest: str) -> int | None:
        """The newest edit in the file that has this SHA-256; None when we have not written it."""
        return {self.digest: self.seq, self.digest_before: self.seq_before}.get(digest)

    def belongs_to(self, path: Path) -> bool:
        """Whether this is about the file at `path`: the same file, or one that was moved there."""
        known = Path(self.path)
        return not known.exists() or known.resolve() == path.resolve()


UNKNOWN = Publication("", "", 0)
"""For a working copy whose record was lost: as if nothing of it had been published."""


class Course(Enum):
    """What to open when a document has both a file and a working copy."""

    TAKE_FILE = auto()
    CONTINUE = auto()
    KEEP_BOTH = auto()


def reconcile(publication: Publication | None, seq: int, file_digest: str) -> Course:
    """`seq` is the working copy's newest edit, `file_digest` the SHA-256 of the user's file."""
    if publication is None:
        return Course.TAKE_FILE
    published = publication.seq_of(file_digest)
    if published is not None:
        return Course.CONTINUE if seq > published else Course.TAKE_FILE
    return Course.KEEP_BOTH if seq > publication.certain_seq else Course.TAKE_FILE


class Place:
    """The folder of one document's working copy."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "working"
        self._record = folder / "publication.json"

    @contextmanager
    def held(self, path: Path, patience: float = 0.0) -> Iterator[None]:
        """Keeps every other process and window out, once they let go within `patience` seconds.

        Raises InUseError, naming `path`, OSError and sqlite3.Error.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with closing(connect(self.folder / "lock")) as lock:
            try:
                lock.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                    raise InUseError(path) from None
                raise
            self._tidy()
            yield

    def publication(self) -> Publication | None:
        """What was noted last; None without a working copy."""
        return (self.record() or UNKNOWN) if self.file.exists() else None

    def record(self) -> Publication | None:
        """What was noted last, also when the working copy is gone since; None when that can not be read."""
        try:
            return Publication(**json.loads(self._record.read_bytes()))
        except (FileNotFoundError, ValueError, TypeError):
            return None

    def note(self, publication: Publication) -> None:
        """Raises OSError."""
        with files.written_whole(self._record) as record:
            record.write(json.dumps(asdict(publication)).encode())

    def take(self, copy: Path, publication: Publication) -> None:
        """Makes `copy` the working copy, in the place of one that is published and closed."""
        self.clear()
        self.note(publication)
        files.replace(copy, self.file)

    def clear(self) -> None:
        """Removes the working copy, which must be published and closed. Where it was published stays on record."""
        self.file.unlink(missing_ok=True)
        self._tidy()

    def name_aside(self) -> Path:
        """A free name for a file that is to be kept, though it is not used."""
        return self.folder / f"aside-{new_id()}"

    def set_aside(self) -> Path:
        """Keeps a working copy that can not be read, under another name."""
        aside = self.name_aside()
        log = self.file.with_name(f"{self.file.name}-wal")
        if log.exists():
            files.replace(log, aside.with_name(f"{aside.name}-wal"))
        files.replace(self.file, aside)
        self._record.unlink(missing_ok=True)
        return aside

    def _tidy(self) -> None:
        for name in LEFT_OVER:
            (self.folder / name).unlink(missing_ok=True)
