"""The copy of a workshop that is edited, in the app's data folder: every edit is on the disk when it returns."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlalchemy.exc import DBAPIError, IntegrityError

from canvasapp import files
from canvasapp.domain.board import Workshop
from canvasapp.domain.records import new_id
from canvasapp.domain.template import Template
from canvasapp.store import attachments, content, edition, oplog
from canvasapp.store.ballast import Ballast
from canvasapp.store.columns import MAX_TITLE
from canvasapp.store.content import Records
from canvasapp.store.database import connect, connect_for_editing, engine_over
from canvasapp.store.edition import Edition
from canvasapp.store.errors import DiskError, InvalidRecordError
from canvasapp.store.migrations import STEPS
from canvasapp.store.migrations import Step as Migration
from canvasapp.store.oplog import Deed, Op, Step
from canvasapp.store.patch import encode
from canvasapp.store.reasons import Refusal, why

T = TypeVar("T")


class WorkingCopy:
    """The database of one open workshop. One thread edits; editions and attachments may come from others."""

    def __init__(
        self,
        file: Path,
        ballast: Ballast,
        steps: Sequence[Migration] = STEPS,
        records: Records | None = None,
    ) -> None:
        """Opens the file, which must be whole and of the version the migrations lead to.

        `records` are what is in it, when that is known. Raises sqlite3.Error and DBAPIError.
        """
        self._file = file
        self._steps = steps
        self._ballast = ballast
        self._actor = new_id()  # never one that a copy of this file may have on another computer
        self._exchanging = threading.Lock()
        self._writing = threading.Lock()
        self._reading = threading.Lock()
        self._refused: Sequence[Deed] = ()
        self._records = records
        self._connect()
        with ExitStack() as failed:
            failed.callback(self.close)
            with self._engine.begin() as connection:
                self.seq, self._lamport = oplog.last(connection)
            failed.pop_all()

    def load(self, templates: Mapping[str, Template]) -> Workshop:
        """Raises UnknownTemplateError and InvalidRecordError."""
        records, self._records = self._records, None
        if records is not None:
            return content.workshop_of(records, templates)
        with self._engine.begin() as connection:
            return content.load(connection, templates)

    def write(self, deeds: Sequence[Deed], at: str) -> int:
        """Does the edits and notes each in the journal, all or nothing, and returns the `seq` of the last.

        Raises InvalidRecordError and DiskError; nothing has changed then.
        """
        with self._writing:
            return self._write_deeds(deeds, at)

    def _write_deeds(self, deeds: Sequence[Deed], at: str) -> int:
        self._records = None
        if self._refused:
            self._durably(partial(self._take_back, self._refused, at))
        self._refused = deeds
        ops = self._ops(self.seq, self._lamport, deeds, at)
        self._durably(
            partial(self._write, deeds, ops), partial(self._write_unless_there, deeds, ops)
        )
        self._refused = ()
        self.seq, self._lamport = ops[-1].seq, ops[-1].lamport
        return self.seq

    def renew_if_lost(self) -> bool:
        """Whether its file had been deleted: all that was in it is in another one now. Raises DiskError."""
        if self._file.exists():
            return False
        with self._exchanging, self._writing, self._reading:
            try:
                self._renew()
            except Refusal as error:
                raise DiskError(
                    f"{self._file} was deleted and can not be written anew ({why(error)}): make room there."
                ) from error
        return True

    def steps(self) -> list[Step]:
        with self._engine.begin() as connection:
            return oplog.steps(connection)

    def steps_before(self, seq: int | None, limit: int) -> list[Step]:
        with self._engine.begin() as connection:
            return oplog.steps_before(connection, seq, limit)

    def patch(self, seq: int) -> str:
        with self._engine.begin() as connection:
            return oplog.patch(connection, seq)

    def put_attachment(self, body: bytes) -> str:
        """May run on any thread."""
        with self._writing:
            return self._durably(lambda: attachments.put(self._raw, body))

    def attachment(self, digest: str) -> bytes:
        """May run on any thread. Raises MissingAttachmentError."""
        with self._reading:
            return attachments.get(self._raw, digest)

    def edition(self, folder: Path, path: Path) -> Edition:
        """An edition of this moment, made in `folder` (see `store.edition`). May run on any thread."""
        with self._exchanging:
            return edition.make(self._raw, folder, path, self._steps)

    def close(self) -> None:
        with self._exchanging, self._writing, self._reading:
            self._engine.dispose()
            self._raw.close()

    def _connect(self) -> None:
        self._raw = connect_for_editing(self._file)
        self._engine = engine_over(self._raw, "BEGIN IMMEDIATE")

    def _ops(self, seq: int, lamport: int, deeds: Sequence[Deed], at: str) -> list[Op]:
        """The journal's rows for edits that follow the one with this `seq` and `lamport`."""
        return [
            Op(
                seq + number,
                lamport + number,
                self._actor,
                at,
                kind,
                edit.label[:MAX_TITLE],
                encode(edit.changes),
            )
            for number, (edit, kind) in enumerate(deeds, 1)
        ]

    def _write(self, deeds: Sequence[Deed], ops: Sequence[Op]) -> None:
        with self._engine.begin() as connection:
            for (edit, _), op in zip(deeds, ops, strict=True):
                content.write(connection, edit.changes)
                oplog.append(connection, op)

    def _write_unless_there(self, deeds: Sequence[Deed], ops: Sequence[Op]) -> None:
        """For a second attempt: the first one may be on the disk after all."""
        with self._engine.begin() as connection:
            newest, _ = oplog.last(connection)
        if newest < ops[-1].seq:
            self._write(deeds, ops)

    def _take_back(self, refused: Sequence[Deed], at: str) -> None:
        """Edits that failed twice may be on the disk after all, though everybody was told that they are not."""
        with self._engine.begin() as connection:
            newest, lamport = oplog.last(connection)
        if newest == self.seq + len(refused):
            back = [(edit.inverse(), kind.inverse) for edit, kind in reversed(refused)]
            ops = self._ops(newest, lamport, back, at)
            self._write(back, ops)
            newest, lamport = ops[-1].seq, ops[-1].lamport
        self.seq, self._lamport = newest, lamport

    def _durably(self, action: Callable[[], T], again: Callable[[], T] | None = None) -> T:
        """Does `action`; when the disk is full or fails, makes room and does it `again`. Raises DiskError."""
        try:
            return self._in_words(action)
        except DiskError:
            self._ballast.drop()
            self._reconnect()
            return self._in_words(again or action)

    def _in_words(self, action: Callable[[], T]) -> T:
        try:
            return action()
        except (IntegrityError, sqlite3.IntegrityError) as error:
            raise InvalidRecordError(f"The edit breaks a rule of the file ({error}).") from error
        except (DBAPIError, sqlite3.Error) as error:
            raise DiskError(
                "This computer's disk does not take the edit, so nothing has changed"
                f" ({why(error)}): make room and do it again."
            ) from error

    def _renew(self) -> None:
        """What was deleted lives on as long as it is open."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with files.beside(self._file) as renewed:
            with closing(connect(renewed)) as copy:
                self._raw.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            self._engine.dispose()
            self._raw.close()
            files.replace(renewed, self._file)
        self._connect()

    def _reconnect(self) -> None:
        with self._exchanging, self._reading:
            try:
                self._engine.dispose()
                self._raw.close()
                self._connect()
            except sqlite3.Error as error:
                raise DiskError(
                    f"{self._file} can not be written ({why(error)}): make room there."
                ) from error
