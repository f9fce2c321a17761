"""How the program starts, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from canvasapp.view.pointer import DOUBLE_CLICK_MS

ROOT = Path(__file__).parents[3]
LOOK_AND_CLOSE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from canvasapp.app import main

opens = main.begin

def begin(window, *arguments, **options):
    opens(window, *arguments, **options)
    print(window.windowTitle(), window.page is not None, window.home.notice.text, sep="|")
    QTimer.singleShot(0, window.close)

main.begin = begin
file = Path(sys.argv[1]) if sys.argv[1] else None
sys.exit(main.run(file, example=bool(sys.argv[2])))
"""
LISTS_MODULES = "import sys, canvasapp.app.main; print(*sys.modules, sep='\\n')"
HEAVY = (
    *("sqlmodel", "sqlalchemy", "numpy", "reportlab", "uharfbuzz"),
    *("canvasapp.store", "canvasapp.export", "canvasapp.panels", "canvasapp.picture.board_picture"),
)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """A computer of one's own: no settings, no documents yet."""
    own = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    return {**os.environ, **own, "CANVASAPP_DATA": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)}


def python(environ: dict[str, str], code: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environ,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return done.stdout.splitlines()


def test_without_a_file_the_program_starts_on_the_home_page(environ: dict[str, str]) -> None:
    assert python(environ, LOOK_AND_CLOSE, "", "") == ["canvasapp|False|"]


def test_the_example_opens_and_is_kept_among_the_documents(
    environ: dict[str, str], tmp_path: Path
) -> None:
    assert python(environ, LOOK_AND_CLOSE, "", "example") == ["Home Care Together|True|"]
    assert [path.name for path in tmp_path.rglob("*.workshop")] == ["Home Care Together.workshop"]
    opened = str(next(tmp_path.rglob("*.workshop")))
    assert python(environ, LOOK_AND_CLOSE, opened, "") == ["Home Care Together|True|"]


def test_a_double_click_has_the_same_time_as_a_double_tap(environ: dict[str, str]) -> None:
    code = LOOK_AND_CLOSE.replace("window.windowTitle(),", "QApplication.doubleClickInterval(),")
    said = python(environ, f"from PySide6.QtWidgets import QApplication{code}", "", "")
    assert said == [f"{DOUBLE_CLICK_MS}|False|"]


def test_a_file_that_can_not_be_opened_is_told_on_the_home_page(
    environ: dict[str, str], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.workshop"
    broken.write_text("no workshop")
    (told,) = python(environ, LOOK_AND_CLOSE, str(broken), "")
    assert told.startswith("canvasapp|False|")
    assert "is not a workshop" in told


def test_the_window_is_shown_before_anything_heavy_is_loaded(environ: dict[str, str]) -> None:
    loaded = set(python(environ, LISTS_MODULES))
    assert "canvasapp.app.window" in loaded
    assert loaded.isdisjoint(HEAVY)
