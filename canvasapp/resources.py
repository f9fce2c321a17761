"""Where the files that come with the program are: beside the package in a checkout, inside the bundle when frozen."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a file or folder under `resources/`. It is not checked to exist."""
    bundle = getattr(sys, "_MEIPASS", None)  # PyInstaller unpacks data files there
    base = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return base.joinpath("resources", *parts)
