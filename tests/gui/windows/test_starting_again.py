"""The size of everything: chosen in the settings, taken at the next start, which leads back to where one was."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from canvasapp.app.settings import SCALES, Settings
from canvasapp.app.starting_again import (
    FACTOR,
    Spot,
    command_again,
    environment_again,
    read,
    use_scale,
    written,
)
from canvasapp.app.window import START_AGAIN
from tests.gui.windows.conftest import Program

SPOT = Spot("/somewhere/a.workshop", "b1", 0.75, 100.5, -20.0)
RATIO = """
import os
from canvasapp.app.starting_again import use_scale
use_scale(os.environ, {percent})
from PySide6.QtGui import QGuiApplication
print(QGuiApplication([]).primaryScreen().devicePixelRatio())
"""


@pytest.mark.parametrize("percent", [100, 175])
def test_qt_draws_everything_in_the_size_that_is_set(percent: int) -> None:
    environ = {name: value for name, value in os.environ.items() if name != FACTOR}
    environ["QT_QPA_PLATFORM"] = "offscreen"
    told = subprocess.run(
        [sys.executable, "-c", RATIO.format(percent=percent)],
        env=environ,
        check=True,
        capture_output=True,
        text=True,
    )
    assert float(told.stdout) == percent / 100


def test_who_has_told_qt_a_size_is_not_overruled() -> None:
    environ = {FACTOR: "3"}
    assert not use_scale(environ, 150)
    assert environ == {FACTOR: "3"}


def test_the_next_start_is_told_nothing_by_this_one() -> None:
    environ = {"HOME": "/home/somebody"}
    told = use_scale(environ, 150)
    assert environment_again(environ, told=told, bundled=False) == {"HOME": "/home/somebody"}
    kept = environment_again({FACTOR: "3"}, told=False, bundled=False)
    assert kept == {FACTOR: "3"}


def test_the_program_is_started_with_the_file_that_was_open() -> None:
    file = Path("a.workshop")
    assert command_again(file, bundled=False) == [sys.executable, "-m", "canvasapp", "a.workshop"]
    assert command_again(None, bundled=True) == [sys.executable]


def test_a_spot_is_read_as_it_was_written() -> None:
    assert read(written(SPOT)) == SPOT
    assert read(written(None)) is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", written(SPOT).replace("0.75", '"near"'), '{"path": 1}']
)
def test_anything_else_is_no_spot(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("value", ["large", "90", "-5", ""])
def test_a_size_that_is_not_offered_counts_as_none(tmp_path: Path, value: str) -> None:
    (tmp_path / "settings.ini").write_text(f"[window]\nscale={value}\n")
    assert Settings(tmp_path).scale == SCALES[0]


def test_the_size_is_remembered_and_another_start_is_offered(example: Program) -> None:
    notice = example.page.frame.notice
    example.choose(example.page.more_menu, "Settings", "Size of everything", "150 %")
    assert Settings(Path(os.environ["CANVASAPP_DATA"])).scale == 150
    assert "next start" in notice.text
    example.choose(example.page.more_menu, "Settings", "Size of everything", "100 %")
    assert notice.text == ""


def left_at(program: Program) -> Spot:
    """Writes on a second board, looks at a note there, chooses another size and starts again."""
    program.window.open_example()
    page = program.page
    program.choose(page.boards_menu, "Duplicate")
    note = next(iter(page.board.notes.values()))
    page.view.reduce_motion(True)
    page.view.bench.viewpoint.show_at(1.5, note.rect)
    page.view.select([note.id])
    page.view.do("type")
    program.type(" (kept)")
    program.choose(page.more_menu, "Settings", "Size of everything", "125 %")
    program.press(START_AGAIN)
    assert program.settings.spot is not None
    return program.settings.spot


def test_starting_again_leads_back_to_the_board_and_what_was_looked_at(
    start: Callable[[], Program],
) -> None:
    first = start()
    spot = left_at(first)
    assert first.window.starts_again
    assert not first.window.isVisible()
    second = start()
    second.window.open_path(Path(spot.path))
    second.window.go_on()
    second.settle()
    camera = second.page.view.bench.viewpoint.camera
    assert second.page.view.board_id == spot.board
    assert any(note.text.endswith(" (kept)") for note in second.page.board.notes.values())
    assert camera.zoom == pytest.approx(1.5)
    assert camera.seen.centre.x == pytest.approx(spot.x, abs=1)
    assert camera.seen.centre.y == pytest.approx(spot.y, abs=1)
    assert second.settings.spot is None


def test_a_board_that_was_seen_whole_is_seen_whole_in_the_other_size(
    start: Callable[[], Program],
) -> None:
    first = start()
    first.window.open_example()
    first.settle()
    first.choose(first.page.more_menu, "Settings", "Size of everything", "200 %")
    first.press(START_AGAIN)
    second = start()
    second.window.resize(720, 450)
    second.window.open_example()
    second.window.go_on()
    second.settle()
    seen = second.page.view.bench.viewpoint.camera.seen
    assert seen.encloses(second.page.board.template.sheet.rect)
