"""Opens workshop files for a command: to be read, or for one edit that reaches the file or does not happen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from canvasapp.cli.faults import InputError
from canvasapp.cli.terminal import write_fault
from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit
from canvasapp.edits.journal import Journal
from canvasapp.store import open_workshop
from canvasapp.store import read_workshop as read_stored
from canvasapp.store.errors import CannotPublishError
from canvasapp.templates import load_templates

PATIENCE = 5.0
"""Seconds to wait until other commands have let go of a file; a window does not."""


def read_workshop(file: Path) -> Workshop:
    """What the file holds, whether or not it is open in a window. Raises ExpectedError."""
    return read_stored(file, load_templates())


def change_workshop(file: Path, plan: Callable[[Workshop], Edit]) -> Path:
    """Performs the edit that `plan` makes and returns the file that holds it now.

    That is another file beside it when somebody else has changed `file` meanwhile. Raises ExpectedError.
    """
    with open_workshop(file, patience=PATIENCE) as store:
        journal = Journal(store, store.load(load_templates()))
        journal.commit(plan(journal.workshop))
        try:
            status = store.publish_now()
        except CannotPublishError as error:
            journal.undo()
            raise InputError(
                f"{file} can not be written ({error.why}): nothing was changed in it."
            ) from error
        if status.notice is not None:
            write_fault(f"{status.notice}.")
        return file if status.path == file.absolute() else status.path
