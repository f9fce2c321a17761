"""Opens workshop files: for editing in a working copy, or only to be read."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from canvasapp import files
from canvasapp.domain.board import Workshop
from canvasapp.domain.records import new_id
from canvasapp.domain.template import Template
from canvasapp.folders import default_data_folder
from canvasapp.store import attachments, backup, content, gate
from canvasapp.store.ballast import Ballast
from canvasapp.store.database import reading
from canvasapp.store.errors import DiskError, InUseError, StoreError
from canvasapp.store.gate import Admitted
from canvasapp.store.left_over import bring_up_to_date, is_sound
from canvasapp.store.migrations import STEPS, Step
from canvasapp.store.outlet import changed_elsewhere
from canvasapp.store.place import Course, Place, Publication, reconcile
from canvasapp.store.publish import name_beside
from canvasapp.store.reasons import Refusal, why
from canvasapp.store.working_copy import WorkingCopy
from canvasapp.store.workshop_file import WorkshopStore

Contents = tuple[Workshop, Callable[[str], bytes]]
"""A workshop, and what gives the contents of its attachments."""


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def open_workshop(
    path: Path,
    data_folder: Path | None = None,
    *,
    clock: Callable[[], datetime] = now,
    steps: Sequence[Step] = STEPS,
    patience: float = 0.0,
) -> WorkshopStore:
    """Opens a workshop for editing; the file itself is not touched before there is an edit to publish.

    When it is open elsewhere on this computer `patience` is how many seconds to wait until it is not.
    Raises WorkshopFileError, among them InUseError, and DiskError.
    """
    data = data_folder or default_data_folder()
    with _room_for(path, data), ExitStack() as held:
        incoming = data / "incoming" / new_id()
        files.sweep(incoming.parent, "*")
        held.callback(incoming.unlink, missing_ok=True)
        admitted = gate.admit(path.absolute(), incoming, steps)
        place = place_of(data, admitted.document)
        _finish_another(place, path, data, steps)
        held.enter_context(place.held(path, patience))
        admitted = _admitted_last(admitted, steps)
        backups = data / "backups" / admitted.document
        if admitted.version < len(steps):
            backup.keep(path, backups, clock())
        publication, notice = _settle(place, admitted, steps)
        ballast = Ballast(data / "ballast")
        records = None if admitted.copy.exists() else admitted.records  # it is the working copy now
        working = WorkingCopy(place.file, ballast, steps, records)
        ballast.lay()
        return WorkshopStore(working, place, publication, backups, held.pop_all(), notice, clock)


def read_workshop(
    path: Path, templates: Mapping[str, Template], data_folder: Path | None = None
) -> Workshop:
    """The workshop in the file, with edits that a crash has kept from it. Writes nothing to the file.

    Raises WorkshopFileError, DiskError and UnknownTemplateError.
    """
    with reading_workshop(path, templates, data_folder) as (workshop, _):
        return workshop


@contextmanager
def reading_workshop(
    path: Path, templates: Mapping[str, Template], data_folder: Path | None = None
) -> Iterator[Contents]:
    """The same, and as long as it lasts what gives the content of attachments by id, or a MissingAttachmentError."""
    data = data_folder or default_data_folder()
    with ExitStack() as held:
        with _room_for(path, data):
            folder = held.enter_context(tempfile.TemporaryDirectory(prefix="canvasapp-"))
            admitted = gate.admit(path.absolute(), Path(folder) / "copy")
            contents = _unpublished(held, place_of(data, admitted.document), admitted, templates)
            contents = contents or _published(held, admitted, templates)
        yield contents


@contextmanager
def _room_for(path: Path, data: Path) -> Iterator[None]:
    try:
        yield
    except Refusal as error:
        raise DiskError(
            f"{path} can not be opened, because {data} can not be used ({why(error)}): make room there,"
            " or allow writing."
        ) from error


def place_of(data_folder: Path, document: str) -> Place:
    return Place(data_folder / "working" / document)


def _unpublished(
    held: ExitStack, place: Place, admitted: Admitted, templates: Mapping[str, Template]
) -> Contents | None:
    if place.publication() is None:
        return None
    with suppress(InUseError), ExitStack() as own:  # in use: its window publishes every few seconds
        own.enter_context(place.held(admitted.path))
        publication = place.publication()
        if publication is None or not publication.belongs_to(admitted.path):
            return None
        if not is_sound(place.file, STEPS):
            return None
        working = WorkingCopy(place.file, Ballast(place.folder / "none"))
        own.callback(working.close)
        if reconcile(publication, working.seq, admitted.digest) is Course.CONTINUE:
            contents = working.load(templates), working.attachment
            held.push(own.pop_all())
            return contents
    return None


def _published(held: ExitStack, admitted: Admitted, templates: Mapping[str, Template]) -> Contents:
    raw = held.enter_context(reading(admitted.copy))
    return content.workshop_of(admitted.records, templates), partial(attachments.get, raw)


def _finish_another(place: Place, path: Path, data: Path, steps: Sequence[Step]) -> None:
    """Edits that a crash has kept from another file of this document are brought there, not here."""
    publication = place.publication()
    if publication is not None and not publication.belongs_to(path):
        with suppress(StoreError):  # then they are kept apart as any others
            open_workshop(Path(publication.path), data, steps=steps).close()


def _admitted_last(admitted: Admitted, steps: Sequence[Step]) -> Admitted:
    """The file as it is now that nobody else can publish it: another window may just have closed."""
    if files.digest(admitted.path) == admitted.digest:
        return admitted
    admitted.copy.unlink()
    again = gate.admit(admitted.path, admitted.copy, steps)
    if again.document != admitted.document:
        raise InUseError(admitted.path)
    return again


def _settle(
    place: Place, admitted: Admitted, steps: Sequence[Step]
) -> tuple[Publication, str | None]:
    """Leaves the right working copy in its place; what it is published as, and what the user must know."""
    ours = Publication(str(admitted.path), admitted.digest, admitted.seq)
    publication = place.publication()
    if publication is None:
        place.take(admitted.copy, ours)
        return ours, None
    if not is_sound(place.file, steps):
        aside = place.set_aside()
        place.take(admitted.copy, ours)
        return ours, f"edits kept on this computer could not be read; they are in {aside}"
    seq = bring_up_to_date(place, steps)
    match reconcile(publication, seq, admitted.digest):
        case Course.TAKE_FILE:
            place.take(admitted.copy, ours)
            return ours, None
        case Course.CONTINUE:
            return replace(ours, seq=publication.seq_of(admitted.digest) or 0), None
        case Course.KEEP_BOTH:
            beside = name_beside(admitted.path)
            separate = Publication(str(beside), "", publication.certain_seq)
            return separate, changed_elsewhere(admitted.path, beside)
