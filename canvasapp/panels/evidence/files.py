"""Photos and files that prove something: read to be kept in the workshop, and opened as a copy outside of it."""

from __future__ import annotations

import mimetypes
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import Attachment
from canvasapp.edits.journal import Journal
from canvasapp.painting.image_files import MEDIA_TYPES
from canvasapp.view.errands import Errands

DOCUMENTS = ("pdf", "txt", "md", "csv", "rtf", "docx", "xlsx", "pptx", "odt", "ods", "odp")
ENDINGS = (*MEDIA_TYPES, *DOCUMENTS)
"""What is taken: nothing that a system would run when it is opened."""

MOST_BYTES = 50_000_000
UNKNOWN = "application/octet-stream"


class FileRefusedError(ExpectedError):
    """A file is not taken or can not be opened; the message says why."""


class Filing:
    """Keeps what somebody chooses, and opens what is kept, both beside the window. What can not be done is told."""

    def __init__(self, journal: Journal, errands: Errands, tell: Callable[[str], object]) -> None:
        self._journal, self._errands, self._tell = journal, errands, tell
        self.ask_file: Callable[[], Path | None] = ask_for_file
        self.show_file: Callable[[Path], object] = open_in_system

    def fetch(self, then: Callable[[Attachment | None], object]) -> str:
        """Asks for a file and puts its content into the workshop; its name, "" when none was chosen.

        `then` gets it when it is there, or None when it was refused.
        """
        path = self.ask_file()
        if path is None:
            return ""
        self._tell(f"Adding {path.name}")
        self._errands.run(partial(_kept, path, self._journal), partial(self._hand_over, then))
        return path.name

    def open(self, file: Attachment | None) -> None:
        """A copy of what is attached, with the system's program for it."""
        if file is not None:
            self._errands.run(partial(_copied, file, self._journal), self._show)

    def _hand_over(
        self, then: Callable[[Attachment | None], object], fetched: Attachment | str
    ) -> None:
        if isinstance(fetched, str):
            self._tell(fetched)
            then(None)
        else:
            self._tell("")
            then(fetched)

    def _show(self, copied: Path | str) -> None:
        if isinstance(copied, str):
            self._tell(copied)
        else:
            self.show_file(copied)


def ask_for_file() -> Path | None:
    """Asks in the system's own dialog."""
    endings = " ".join(f"*.{ending}" for ending in ENDINGS)
    window = QApplication.activeWindow()
    chosen, _ = QFileDialog.getOpenFileName(
        window, "Attach a photo or file", "", f"Photos and documents ({endings})"
    )
    return Path(chosen) if chosen else None


def open_in_system(path: Path) -> None:
    """Opens the file with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _kept(path: Path, journal: Journal) -> Attachment | str:
    """The file, with its content in the workshop; or why it is refused."""
    try:
        content, media_type = read_file(path)
        return Attachment(journal.keep_content(content), path.name, media_type, len(content))
    except ExpectedError as error:
        return str(error)


def _copied(file: Attachment, journal: Journal) -> Path | str:
    """Where a copy is; or why there is none."""
    try:
        return copy_of(file, journal.content(file.id))
    except ExpectedError as error:
        return str(error)


def read_file(path: Path) -> tuple[bytes, str]:
    """The content of a file and its media type. Raises FileRefusedError."""
    _refuse_unknown(path.name)
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise FileRefusedError(f"{path.name} is no file.")
        if size > MOST_BYTES:
            raise FileRefusedError(
                f"{path.name} has {size / 1e6:,.0f} MB, and {MOST_BYTES / 1e6:.0f} are taken at most:"
                " make it smaller first."
            )
        content = path.read_bytes()
    except OSError as error:
        raise FileRefusedError(f"{path.name} can not be read ({error.strerror}).") from error
    return content, mimetypes.guess_type(path.name)[0] or UNKNOWN


def copy_of(file: Attachment, content: bytes) -> Path:
    """A copy in a new folder for what is temporary, under the file's own name. Raises FileRefusedError."""
    name = Path(file.name.replace("\\", "/")).name
    _refuse_unknown(name)
    try:
        path = Path(tempfile.mkdtemp(prefix="canvasapp-")) / name
        path.write_bytes(content)
    except OSError as error:
        raise FileRefusedError(f"{name} can not be written ({error.strerror}).") from error
    return path


def _refuse_unknown(name: str) -> None:
    ending = Path(name).suffix.lower().removeprefix(".")
    if ending not in ENDINGS:
        raise FileRefusedError(
            f"{name} is not taken. Photos, PDF, texts and office documents are: save it as PDF first."
        )
