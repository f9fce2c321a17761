"""Saves what is left of a damaged workshop into a new file."""

from __future__ import annotations

from pathlib import Path

from canvasapp.cli.faults import at_fault
from canvasapp.cli.terminal import write
from canvasapp.store import StoreError
from canvasapp.store.recovery import recover
from canvasapp.templates import TemplateError, load_templates


def recover_workshop(file: Path, onto: Path) -> None:
    """Tells what the new file holds; `file` stays as it is. Raises InputError."""
    with at_fault(StoreError, TemplateError):
        write([recover(file, onto, load_templates())])
