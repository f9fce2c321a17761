"""Writes or prints what was asked for beside the window, and tells how it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from canvasapp.app.file_names import file_name, free_file
from canvasapp.app.folders import show_in_folder
from canvasapp.app.jobs import Job
from canvasapp.app.printing import AskPrinter, ask_for_printer, print_pages
from canvasapp.app.status_bar import StatusBar
from canvasapp.domain.alone import alone
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.errors import ExpectedError
from canvasapp.export import export, exporter_for
from canvasapp.export.documents import DocumentOptions, document_for, export_document
from canvasapp.export.exporter import Check
from canvasapp.export.file_order import BoardFile, DocumentFile, FileOrder, title_of
from canvasapp.export.imposition import imposed
from canvasapp.painting.images import ImageSource, no_images
from canvasapp.store.carried import pack

AskPath = Callable[[Path, str], Path | None]
"""Asks where a file shall go, given a proposal and what kind of file it is; None when it shall not."""


@dataclass(frozen=True, slots=True)
class Errand:
    """Work that takes a while: what is told while it goes on and when it is done, and what is offered then."""

    title: str
    work: Callable[[Check], None]
    done: str
    offer: str = ""
    act: Callable[[], None] | None = None


class Exporting(QObject):
    """One export at a time; a second one waits for nobody, it is refused. It may outlive the page it began on."""

    def __init__(self, status: StatusBar, fault: Callable[[str], None], ask_path: AskPath) -> None:
        super().__init__()
        self._status: StatusBar | None = status
        self._fault, self._ask_path = fault, ask_path
        self.ask_printer: AskPrinter = ask_for_printer
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        return self._job is not None

    def start(
        self, order: FileOrder, workshop: Workshop, folder: Path, images: ImageSource
    ) -> None:
        """Asks where the file shall go, and writes it."""
        if self._is_refused():
            return
        path = self._path(order, workshop, folder)
        if path is not None:
            done, show = f"{path.name} is written", partial(show_in_folder, path)
            work = partial(_write, order, workshop, path, images)
            self._run(Errand(f"Writing {path.name}", work, done, "Show in folder", show))

    def start_printing(self, order: BoardFile, workshop: Workshop, images: ImageSource) -> None:
        """Asks for a printer, and prints the pages of the file at their size."""
        if self._is_refused():
            return
        title = title_of(order, workshop)
        try:
            printer = self.ask_printer(title)
        except ExpectedError as error:
            self._fault(str(error))
            return
        if printer is None:
            return

        def work(check: Check) -> None:
            boards = [workshop.boards[each] for each in order.boards]
            kept = _read_first(boards, images)
            name = workshop.head.title
            options = order.order.export_options(boards, name, kept)
            pages = [
                e for each in imposed(order.order.pictures(boards, name), options) for e in each
            ]
            print_pages(pages, printer, kept, check)

        self._run(Errand(f"Printing {title}", work, f"{title} is on its way to the printer"))

    def leave_page(self, fault: Callable[[str], None]) -> None:
        """From now on nothing but a failure is told, and that to `fault`."""
        self._status, self._fault = None, fault

    def wait(self, seconds: float) -> None:
        """Until what is being written is written."""
        if self._job is not None:
            self._job.wait(seconds)

    def _is_refused(self) -> bool:
        if self._job is not None:
            self._tell("An export is being written")
        return self._job is not None

    def _path(self, order: FileOrder, workshop: Workshop, folder: Path) -> Path | None:
        """Where it shall go, with the ending that it needs; None when it shall not."""
        proposal = folder / file_name(title_of(order, workshop), order.suffix)
        is_document = isinstance(order, DocumentFile)
        kind = document_for(proposal) if is_document else exporter_for(proposal)
        path = self._ask_path(proposal, kind.label)
        if path is None or path.suffix.lower() == order.suffix:
            return path
        return free_file(path.with_name(path.name + order.suffix))  # nobody was asked for that one

    def _run(self, errand: Errand) -> None:
        job = Job(errand.title, lambda: errand.work(job.check), self)
        job.finished.connect(lambda _: self._done(errand))
        job.failed.connect(self._failed)
        job.cancelled.connect(self._cancelled)
        self._job = job
        self._offer(job.title, "Cancel", job.cancel, stays=True)
        job.start()

    def _done(self, errand: Errand) -> None:
        self._job = None
        if errand.act is not None:
            self._offer(errand.done, errand.offer, errand.act, stays=False)
        else:
            self._tell(errand.done)

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


def _write(
    order: FileOrder, workshop: Workshop, path: Path, images: ImageSource, check: Check
) -> None:
    if isinstance(order, DocumentFile):
        kept = _read_first(workshop.boards.values(), images)
        options = DocumentOptions(
            order.day, order.register, order.empty_registers, order.author, images=kept
        )
        export_document(workshop, path, options, check)
        return
    boards, title = [workshop.boards[each] for each in order.boards], workshop.head.title
    kept = _read_first(boards, images)
    choice = order.order.export_options(boards, title, kept)
    if order.carries and order.can_carry:
        choice = replace(choice, carried=pack(alone(workshop, boards[0], order.order.seen), kept))
    export(order.order.pictures(boards, title), path, choice, check)


def _read_first(boards: Iterable[Board], images: ImageSource) -> ImageSource:
    """The images of boards, read at once: the workshop may be closed before they are written."""
    found: dict[str, bytes] = {}
    for each in {note.image for board in boards for note in board.notes.values() if note.image}:
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
