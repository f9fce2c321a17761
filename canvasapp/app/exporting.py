"""Writes the board to a file beside the window, and tells how it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from canvasapp.app.export_popover import Order
from canvasapp.app.file_names import file_name, free_file
from canvasapp.app.folders import show_in_folder
from canvasapp.app.jobs import Job
from canvasapp.app.status_bar import StatusBar
from canvasapp.domain.alone import alone
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.errors import ExpectedError
from canvasapp.export import export, exporter_for
from canvasapp.painting.images import ImageSource, no_images
from canvasapp.store.carried import pack

AskPath = Callable[[Path, str], Path | None]
"""Asks where a file shall go, given a proposal and what kind of file it is; None when it shall not."""


class Exporting(QObject):
    """One export at a time; a second one waits for nobody, it is refused. It may outlive the page it began on."""

    def __init__(self, status: StatusBar, fault: Callable[[str], None], ask_path: AskPath) -> None:
        super().__init__()
        self._status: StatusBar | None = status
        self._fault, self._ask_path = fault, ask_path
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        return self._job is not None

    def start(
        self, order: Order, board: Board, workshop: Workshop, folder: Path, images: ImageSource
    ) -> None:
        if self._job is not None:
            self._tell("An export is being written")
            return
        proposal = folder / file_name(f"{workshop.head.title}, {board.head.title}", order.suffix)
        path = self._ask_path(proposal, exporter_for(proposal).label)
        if path is None:
            return
        if path.suffix.lower() != order.suffix:
            path = free_file(
                path.with_name(path.name + order.suffix)
            )  # nobody was asked for that one
        self._run(order, board, workshop, path, images)

    def leave_page(self, fault: Callable[[str], None]) -> None:
        """From now on nothing but a failure is told, and that to `fault`."""
        self._status, self._fault = None, fault

    def wait(self, seconds: float) -> None:
        """Until what is being written is written."""
        if self._job is not None:
            self._job.wait(seconds)

    def _run(
        self, order: Order, board: Board, workshop: Workshop, path: Path, images: ImageSource
    ) -> None:
        title = workshop.head.title
        picture = order.picture(board, title)
        options = order.export_options(title)
        used = {note.image for note in board.notes.values() if note.image}

        def write() -> None:
            kept = _read_first(used, images)
            carried = pack(alone(workshop, board), kept) if order.carries else b""
            export([picture], path, replace(options, images=kept, carried=carried), job.check)

        job = Job(f"Writing {path.name}", write, self)
        job.finished.connect(lambda _: self._done(path))
        job.failed.connect(self._failed)
        job.cancelled.connect(self._cancelled)
        self._job = job
        self._offer(job.title, "Cancel", job.cancel, stays=True)
        job.start()

    def _done(self, path: Path) -> None:
        self._job = None
        self._offer(
            f"{path.name} is written", "Show in folder", lambda: show_in_folder(path), stays=False
        )

    def _failed(self, sentence: str) -> None:
        self._job = None
        self._tell("Nothing was written")
        self._fault(sentence)

    def _cancelled(self) -> None:
        self._job = None
        self._tell("Export cancelled, nothing was written")

    def _tell(self, message: str) -> None:
        if self._status is not None:
            self._status.tell(message)

    def _offer(self, message: str, label: str, act: Callable[[], None], *, stays: bool) -> None:
        if self._status is not None:
            self._status.offer(message, label, act, stays=stays)


def _read_first(used: Iterable[str], images: ImageSource) -> ImageSource:
    """The images, read at once: the workshop may be closed before they are written."""
    found: dict[str, bytes] = {}
    for each in used:
        with suppress(ExpectedError):  # its name stands in the place of one that is lost
            found[each] = images(each)

    def kept(digest: str) -> bytes:
        return found[digest] if digest in found else no_images(digest)

    return kept


def ask_in_dialog(parent: QWidget) -> AskPath:
    """Asks in the system's own dialog."""

    def ask(proposal: Path, label: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            parent, "Export", str(proposal), f"{label} (*{proposal.suffix})"
        )
        return Path(chosen) if chosen else None

    return ask
