"""The command line as a test types it, and a workshop to type it on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from canvasapp.cli.commands import run


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left behind: exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Windows:
    """Stands for the app: notes which windows it was asked to open."""

    def __init__(self) -> None:
        self.opened: list[tuple[Path | None, bool]] = []

    def __call__(self, file: Path | None, *, example: bool) -> int:
        self.opened.append((file, example))
        return 0


Cli = Callable[..., Said]


@pytest.fixture
def windows() -> Windows:
    return Windows()


@pytest.fixture
def cli(windows: Windows, capsys: pytest.CaptureFixture[str], qapp: QApplication) -> Cli:
    """Runs a command in this process, where Qt is running already."""
    assert qapp is QApplication.instance()

    def typed(*arguments: object) -> Said:
        capsys.readouterr()
        try:
            code = run([str(each) for each in arguments], windows)
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return typed


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workshop with the worked example on the Service Logic canvas, not to be changed."""
    path = tmp_path_factory.mktemp("example") / "home-care.workshop"
    assert run(["new", "service-logic-bmc", "--example", "-o", str(path)], Windows()) == 0
    return path


@pytest.fixture
def file(example: Path, tmp_path: Path) -> Path:
    """A copy of the worked example's workshop."""
    return Path(shutil.copy(example, tmp_path))
