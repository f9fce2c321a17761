"""Where the app keeps its own files on each system; asked without Qt, so that every starting point may."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

APP = "canvasapp"


def default_data_folder(
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    home: Path | None = None,
) -> Path:
    """The folder of working copies and backups: CANVASAPP_DATA, or the user's own data folder. Not made here."""
    if chosen := environ.get("CANVASAPP_DATA"):
        return Path(chosen)
    home = home or Path.home()
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / APP
    if platform == "darwin":
        return home / "Library" / "Application Support" / APP
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / APP
