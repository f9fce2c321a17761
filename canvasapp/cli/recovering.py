"""Saves what is left of a damaged workshop into a new file."""

from __future__ import annotations

from pathlib import Path

from canvasapp.cli.terminal import write
from canvasapp.store.recovery import recover
from canvasapp.templates import load_templates


def recover_workshop(file: Path, onto: Path) -> None:
    """Tells what the new file holds; `file` stays as it is. Raises ExpectedError."""
    write([recover(file, onto, load_templates())])
