"""Another size of the whole window, which Qt takes only when it starts: ending, and starting where one was."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, MutableMapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment

FACTOR = "QT_SCALE_FACTOR"
"""The variable by which Qt is told, before there is an application."""

FIGURES = ("zoom", "x", "y")


@dataclass(frozen=True, slots=True)
class Spot:
    """What somebody was looking at: a board of a workshop, at a zoom (1 is 100 %), in the middle (`x`, `y`) in mm.

    A zoom of 0 shows all of the board.
    """

    path: str
    board: str
    zoom: float
    x: float
    y: float


def written(spot: Spot | None) -> str:
    return "" if spot is None else json.dumps(asdict(spot))


def read(text: str) -> Spot | None:
    """None when it is nothing that was written here."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    if not isinstance(found, dict) or found.keys() != {each.name for each in fields(Spot)}:
        return None
    texts = all(isinstance(found[name], str) for name in ("path", "board"))
    return Spot(**found) if texts and all(_is_figure(found[name]) for name in FIGURES) else None


def _is_figure(value: object) -> bool:
    return isinstance(value, int | float) and math.isfinite(value)


def use_scale(environ: MutableMapping[str, str], percent: int) -> bool:
    """Tells Qt the size, unless the user has told it another way; whether it was told here."""
    if percent == 100 or FACTOR in environ:  # noqa: PLR2004  # as it is without being told
        return False
    environ[FACTOR] = str(percent / 100)
    return True


def command_again(file: Path | None, *, bundled: bool) -> list[str]:
    """What starts this program again with `file` open."""
    module = [] if bundled else ["-m", "canvasapp"]
    return [sys.executable, *module, *([] if file is None else [str(file)])]


def environment_again(environ: Mapping[str, str], *, told: bool, bundled: bool) -> dict[str, str]:
    """Without what was only meant for this run; a bundle must unpack itself anew."""
    kept = {name: value for name, value in environ.items() if not (told and name == FACTOR)}
    return {**kept, "PYINSTALLER_RESET_ENVIRONMENT": "1"} if bundled else kept


def start_again(file: Path | None, environ: Mapping[str, str], *, told: bool) -> None:
    """Starts the program anew, when all that this one had open is closed."""
    bundled = bool(getattr(sys, "frozen", False))
    program, *arguments = command_again(file, bundled=bundled)
    variables = QProcessEnvironment()
    for name, value in environment_again(environ, told=told, bundled=bundled).items():
        variables.insert(name, value)
    process = QProcess()
    process.setProgram(program)
    process.setArguments(arguments)
    process.setProcessEnvironment(variables)
    process.startDetached()
