"""An open workshop file: its edits are safe in a working copy at once and in the user's file soon after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from canvasapp.domain.board import Workshop
from canvasapp.domain.template import Template
from canvasapp.store.errors import CannotPublishError, DiskError
from canvasapp.store.oplog import Deed, Step
from canvasapp.store.outlet import RENEWED, Outlet
from canvasapp.store.place import Place, Publication
from canvasapp.store.publisher import Pace, Publisher
from canvasapp.store.status import Listener, SaveStatus, StatusFeed
from canvasapp.store.working_copy import WorkingCopy


class WorkshopStore:
    """One open workshop, made by `open_workshop`. One thread edits; publishing may go on on another."""

    def __init__(
        self,
        working: WorkingCopy,
        place: Place,
        publication: Publication,
        backups: Path,
        held: ExitStack,
        notice: str | None,
        clock: Callable[[], datetime],
    ) -> None:
        """`held` keeps others out of the place; it is closed with the store."""
        path = Path(publication.path)
        self._feed = StatusFeed(SaveStatus(path, working.seq, publication.seq, notice=notice))
        self._outlet = Outlet(working, place, publication, backups, self._feed, clock)
        self._working = working
        self._place = place
        self._held = held
        self._publisher: Publisher | None = None
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The user's file; another one than was opened when that was changed by somebody else."""
        return self._feed.status.path

    @property
    def status(self) -> SaveStatus:
        return self._feed.status

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """`listener` is told each new status, on any thread. Returns how to stop listening."""
        return self._feed.subscribe(listener)

    def load(self, templates: Mapping[str, Template]) -> Workshop:
        """The workshop as it is now. Raises UnknownTemplateError and InvalidRecordError."""
        return self._working.load(templates)

    def write(self, deeds: Sequence[Deed], at: datetime) -> list[Step]:
        """Does the edits, each made from what the one before leads to, in one transaction.

        It is on the disk when this returns. Raises InvalidRecordError and DiskError; nothing has changed then.
        """
        moment = at.astimezone(UTC).isoformat(timespec="milliseconds")
        with self._disk_watched():
            renewed = self._working.renew_if_lost()
            seq = self._working.write(deeds, moment)
        self._feed.change(seq=seq)
        if renewed:
            self._feed.change(notice=RENEWED)
        if self._publisher is not None:
            self._publisher.edited()
        first = seq - len(deeds) + 1
        return [Step(first + n, moment, kind, edit.label) for n, (edit, kind) in enumerate(deeds)]

    def steps(self) -> list[Step]:
        """The whole past, oldest first."""
        return self._working.steps()

    def steps_before(self, seq: int | None = None, limit: int = 100) -> list[Step]:
        """A page of the past, newest first; from the newest of all when `seq` is None."""
        return self._working.steps_before(seq, limit)

    def patch(self, seq: int) -> str:
        """What an edit changed, as `store.patch` reads it."""
        return self._working.patch(seq)

    def put_attachment(self, content: bytes) -> str:
        """Keeps the content and returns its SHA-256, the id of its record. May run on any thread.

        Raises InvalidRecordError and DiskError.
        """
        with self._disk_watched():
            return self._working.put_attachment(content)

    def attachment(self, digest: str) -> bytes:
        """May run on any thread. Raises MissingAttachmentError when it is not there, damaged or out of reach."""
        return self._working.attachment(digest)

    def publish_in_background(self, pace: Pace | None = None) -> None:
        """From now on the user's file follows the edits by itself."""
        self._publisher = Publisher(self._outlet.publish, pace or Pace())
        if not self._outlet.clean:
            self._publisher.edited()

    def publish_soon(self) -> None:
        """At once, but without waiting for it: when the window loses the focus."""
        if self._publisher is not None:
            self._publisher.hurry()

    def publish_now(self) -> SaveStatus:
        """Puts the edits into the user's file before it returns.

        Raises CannotPublishError when that can not be now; they are safe in the working copy then.
        """
        return self._outlet.publish()

    def close(self) -> SaveStatus:
        """Publishes, makes a backup of what was edited, and lets go of the file.

        What can not be published stays on this computer and follows when the file is opened again; the status
        that is returned says so.
        """
        if self._closed:
            return self.status
        self._closed = True
        if self._publisher is not None:
            self._publisher.stop()
        with self._held:
            with suppress(CannotPublishError):  # the status says it
                self._outlet.publish()
            self._outlet.back_up()
            self._working.close()
            if self._outlet.clean:
                self._place.clear()
        return self.status

    @contextmanager
    def _disk_watched(self) -> Iterator[None]:
        """Has the status say whether the disk takes what is written."""
        try:
            yield
        except DiskError as error:
            self._feed.change(disk=str(error))
            raise
        self._feed.change(disk=None)
