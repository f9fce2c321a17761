"""Brings the edits of a working copy to the user's file, and into backups."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from canvasapp import files
from canvasapp.store import backup, publish
from canvasapp.store.edition import Edition
from canvasapp.store.errors import CannotPublishError, DamagedFileError, DiskError
from canvasapp.store.place import Place, Publication
from canvasapp.store.reasons import Refusal, why
from canvasapp.store.status import SaveStatus, StatusFeed
from canvasapp.store.working_copy import WorkingCopy

BACKUP_EVERY = timedelta(minutes=10)
RENEWED = "the working copy on this computer was deleted and is written anew, with everything in it"


class Outlet:
    """The way out of a working copy. May be used from any thread; one edition is made at a time."""

    def __init__(
        self,
        working: WorkingCopy,
        place: Place,
        publication: Publication,
        backups: Path,
        feed: StatusFeed,
        clock: Callable[[], datetime],
    ) -> None:
        self._working = working
        self._place = place
        self._publication = publication
        self._backups = backups
        self._feed = feed
        self._clock = clock
        self._last_backup = (publication.certain_seq, clock())
        self._made: Edition | None = None
        self._busy = threading.Lock()

    @property
    def clean(self) -> bool:
        """Whether the user's file holds every edit."""
        return self._feed.status.seq <= self._feed.status.published

    def publish(self) -> SaveStatus:
        """Puts the edits into the user's file before it returns. Raises CannotPublishError."""
        with self._busy:
            if self.clean:
                return self._feed.status
            self._feed.change(publishing=True)
            try:
                made = self._edition()
                self._back_up_now_and_then(made)
                self._give_out(made)
            except CannotPublishError as error:
                self._feed.change(obstacle=error.why)
                raise
            finally:
                self._feed.change(publishing=False)
            return self._feed.status

    def back_up(self) -> None:
        """Makes a backup, if anything has changed since the last one; a failure is told by the status."""
        with self._busy:
            if self._working.seq <= self._last_backup[0]:
                return
            try:
                self._keep(self._edition())
            except CannotPublishError as error:
                self._feed.change(backup=error.why)

    def _back_up_now_and_then(self, made: Edition) -> None:
        if abs(self._clock() - self._last_backup[1]) >= BACKUP_EVERY:  # a clock may be set back
            self._keep(made)

    def _keep(self, made: Edition) -> None:
        try:
            backup.keep(made.file, self._backups, self._clock())
        except OSError as error:
            self._feed.change(backup=files.reason(error))
            return
        self._last_backup = (made.seq, self._clock())
        self._feed.change(backup=None)

    def _give_out(self, made: Edition) -> None:
        path = self._feed.status.path
        ours = {self._publication.digest, self._publication.digest_before, None}
        try:
            self._deliver(made, path, ours)
        except publish.ForeignChangeError:
            beside = publish.name_beside(path)
            self._deliver(made, beside, {None})
            self._feed.change(notice=changed_elsewhere(path, beside))

    def _deliver(self, made: Edition, path: Path, ours: set[str | None]) -> None:
        known = self._publication
        publish.deliver(made, path, ours, lambda present: self._announce(made, path, present))
        if known.digest and known.path == str(path) and self._publication.digest_before is None:
            self._feed.change(notice=f"{path.name} was deleted and is written anew")
        with suppress(OSError):  # what was announced stays true, if less certain
            self._note(Publication(str(path), made.digest, made.seq))
        at = self._clock().astimezone()
        self._feed.change(path=path, published=made.seq, published_at=at, obstacle=None)

    def _announce(self, made: Edition, path: Path, present: str | None) -> None:
        """Notes both outcomes before the file is replaced: a crash may leave either."""
        before = self._publication.seq_of(present) if present is not None else None
        announced = Publication(str(path), made.digest, made.seq, True, present, before)
        self._note(announced)

    def _note(self, publication: Publication) -> None:
        self._publication = publication
        self._place.note(publication)

    def _edition(self) -> Edition:
        """An edition with every edit; the one that was made last, when nothing has happened since."""
        if self._made is None or self._made.seq < self._working.seq:
            self._made = self._make()
        return self._made

    def _make(self) -> Edition:
        path = self._feed.status.path
        self._made = None  # its file is about to be replaced
        try:
            if self._working.renew_if_lost():
                self._feed.change(notice=RENEWED)
            return self._working.edition(self._place.folder, path)
        except Refusal as error:
            raise CannotPublishError(path, f"on this computer {why(error)}") from error
        except DiskError as error:
            raise CannotPublishError(path, str(error)) from error
        except DamagedFileError as error:
            raise CannotPublishError(
                path, "the working copy on this computer is damaged"
            ) from error


def changed_elsewhere(theirs: Path, ours: Path) -> str:
    """The sentence for a file that somebody else has changed meanwhile."""
    return f"{theirs.name} was changed by somebody else; your version goes on as {ours.name}"
