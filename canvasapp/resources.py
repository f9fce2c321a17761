"""Where the files that come with the program are: beside the package in a checkout, inside the bundle when frozen."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a file or folder under `resources/`. It is not checked to exist."""
    return _base().joinpath(*parts)


def is_resource(path: str | Path) -> bool:
    """Whether the file is one of those that come with the program."""
    return Path(path).is_relative_to(_base())


def _base() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)  # PyInstaller unpacks data files there
    return (Path(bundle) if bundle else Path(__file__).resolve().parent.parent) / "resources"
