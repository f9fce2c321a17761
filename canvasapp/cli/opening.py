"""Opens a window where there can be one."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from canvasapp.cli.faults import InputError

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""On Linux a window needs one of these; without them Qt would end the process."""


class OpenWindow(Protocol):
    """Opens a file, the worked example, or with neither the home page; returns the exit code."""

    def __call__(self, file: Path | None, *, example: bool) -> int: ...


def open_in_window(file: Path | None, *, example: bool, open_window: OpenWindow) -> int:
    """Returns the exit code when the last window is closed. Raises InputError."""
    if file is not None and example:
        raise InputError("--example opens a workshop of its own: leave the file out.")
    if file is not None and not os.path.exists(file):  # noqa: PTH110  # Path.exists raises for some names
        raise InputError(
            f"{file} is neither a file nor a command. `canvasapp --help` lists the commands."
        )
    if not can_show_windows(os.environ, sys.platform):
        raise InputError(
            "There is no display to open a window on. "
            "`canvasapp show` and `canvasapp export` need none."
        )
    return open_window(file, example=example)


def can_show_windows(environ: Mapping[str, str], platform: str) -> bool:
    return not platform.startswith("linux") or any(environ.get(name) for name in DISPLAYS)
