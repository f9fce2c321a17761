"""Starts the program: `canvasapp`, `python -m canvasapp`, and the bundle."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Returns the exit code."""
    from canvasapp.cli.commands import run

    return run(sys.argv[1:], open_window)


def open_window(file: Path | None, *, example: bool) -> int:
    from canvasapp.app.main import run

    return run(file, example=example)


if __name__ == "__main__":
    sys.exit(main())
