"""A file that is there to be deleted: room for the last edits when the disk is full."""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path

SIZE = 1 << 20
"""In bytes."""


class Ballast:
    """A megabyte set aside in the data folder."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def lay(self) -> None:
        """Sets the room aside, unless it is or the disk has none."""
        if self._file.exists():
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            # Random, so that no file system can compress it.
            self._file.write_bytes(secrets.token_bytes(SIZE))

    def drop(self) -> None:
        """Gives the room back."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
