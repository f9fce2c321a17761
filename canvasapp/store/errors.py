"""What can go wrong between a workshop and the disk, each with the sentence a person reads."""

from __future__ import annotations

from pathlib import Path

from canvasapp.domain.errors import ExpectedError


class StoreError(ExpectedError):
    """Storing or reading failed; the message says what is so and what to do."""


class InvalidRecordError(StoreError):
    """A record holds what no workshop file may hold, or points to a record that is not there."""


class DiskError(StoreError):
    """The disk refused to write; nothing has changed, on disk or in the workshop."""


class WorkshopFileError(StoreError):
    """The file can not be opened or made; it was left byte for byte as it was."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path} {what}")
        self.path = path


class MissingFileError(WorkshopFileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "does not exist: check the name and the folder.")


class FolderGivenError(WorkshopFileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "is a folder: name a workshop file inside it.")


class EmptyFileError(WorkshopFileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "is empty: copy it again from where it came, or take a backup.")


class NotAWorkshopError(WorkshopFileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "is not a workshop: choose a file that canvasapp has written.")


class TooLargeError(WorkshopFileError):
    """The file is larger than any workshop may be."""


class TruncatedFileError(WorkshopFileError):
    def __init__(self, path: Path, present: int, expected: int) -> None:
        super().__init__(
            path,
            f"is incomplete ({present} of {expected} bytes are there):"
            " copy it again from where it came, or take a backup.",
        )


class DamagedFileError(WorkshopFileError):
    def __init__(self, path: Path, fault: str) -> None:
        super().__init__(
            path, f"is damaged ({fault}): copy it again from where it came, or take a backup."
        )


class NewerFileError(WorkshopFileError):
    def __init__(self, path: Path, version: int, known: int) -> None:
        super().__init__(
            path,
            f"was made by a newer version of canvasapp (file format {version}, this version reads"
            f" up to {known}): install the newer version to open it.",
        )


class NoPermissionError(WorkshopFileError):
    """Reading or writing is not allowed there."""


class FileInTheWayError(WorkshopFileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "exists already: choose another name, or say that it be replaced.")


class CannotWriteError(WorkshopFileError):
    """A new file can not be written: its folder is not there, full or read-only."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, f"can not be written ({why}): choose another folder, or make room.")


class CannotPublishError(WorkshopFileError):
    """The file can not be written now, though every edit is safe in the working copy. `why` is half a sentence."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            path,
            f"can not be written ({why}): the edits are saved on this computer and follow later.",
        )
        self.why = why


class MigrationError(WorkshopFileError):
    def __init__(self, path: Path, version: int, fault: str) -> None:
        super().__init__(
            path, f"could not be brought to file format {version} ({fault}): report this, please."
        )


class InUseError(WorkshopFileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "is already open on this computer: go on in the window that has it.")


class MissingAttachmentError(StoreError):
    """An attachment's content is not in the workshop, or is not what its SHA-256 says."""
